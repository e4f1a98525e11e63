//! What in a line is a name, a way, a word of the description.

use super::each;

#[test]
fn what_only_looks_like_a_part_stays_in_the_description() {
    each(&[
        ("send the 3-day trial", &["Send the 3-day trial"]),
        ("send the 30 day trial tomorrow", &["Send the 30 day trial | 1 WorkingDays"]),
        ("send an offer valid for 30 days", &["Send an offer valid for 30 days"]),
        ("report on the last 2 weeks", &["Report on the last 2 weeks"]),
        ("call those who came 3 weeks ago", &["Call those who came 3 weeks ago | Phone"]),
        ("send 3 brochures", &["Send 3 brochures"]),
        ("Say thanks tomorrow", &["Say thanks | 1 WorkingDays"]),
        ("Plan visits, 3 days", &["Plan visits | InPerson | 3 WorkingDays"]),
        ("call Thursday week", &["Call Thursday week | Phone | ! Wait(Unclear)"]),
        ("call in a week, on a Thursday", &["Call | Phone | 1 Weeks 1110111"]),
        ("Birthday calls in 2 weeks", &["Birthday calls | Phone | 2 Weeks"]),
        ("Quote to prepare", &["Quote to prepare"]),
        ("Nina: call next day", &["Call | Phone | 1 WorkingDays | new Nina"]),
        ("Note: call next day", &["Note: call | Phone | 1 WorkingDays"]),
        ("Me: call next day", &["Call | Phone | 1 WorkingDays | Myself"]),
        (
            "letter, Nina\nNina calls next day\nNina: call",
            &[
                "Letter | Letter | new Nina",
                "Calls | Phone | 1 WorkingDays | new Nina",
                "Call | Phone | new Nina",
            ],
        ),
        ("Return calls next day", &["Return calls | Phone | 1 WorkingDays"]),
        ("Prepare checks", &["Prepare checks | Internal"]),
        ("call “in 3 days” tomorrow", &["Call “in 3 days” | Phone | 1 WorkingDays"]),
        ("‹call› for papers in 3 days", &["Call for papers | 3 WorkingDays"]),
        ("send the PDF, URGENT, tomorrow", &["Send the PDF, URGENT | 1 WorkingDays"]),
        ("letter in May style", &["Letter in May style | Letter | ! Wait(NotADay)"]),
        ("you may call", &["You may call | Phone"]),
        ("send today's paper", &["Send today's paper"]),
        ("call at 9am tomorrow", &["Call at 9am | Phone | 1 WorkingDays"]),
    ]);
}

#[test]
fn somebody_new_is_taken_only_where_it_is_clear_that_it_is_a_name() {
    each(&[
        ("letter, Anna", &["Letter | Letter | new Anna"]),
        ("Call: what broke?, Phone, @Anna", &["Call: what broke? | Phone | new Anna"]),
        ("call (Anna)", &["Call | Phone | new Anna"]),
        ("call next day, @wanjiru", &["Call | Phone | 1 WorkingDays | new Wanjiru"]),
        ("call next day, @Wanjiru Mwangi", &["Call | Phone | 1 WorkingDays | new Wanjiru Mwangi"]),
        ("Anna - e-mail", &["E-mail | Email | new Anna"]),
        ("Anna – call next day", &["Call | Phone | 1 WorkingDays | new Anna"]),
        ("Tom: visit in a week", &["Visit | InPerson | 1 Weeks | new Tom"]),
        ("Anna Berg - letter", &["Letter | Letter | new Anna Berg"]),
        ("anna - e-mail", &["Anna | Email"]),
        ("phone, ANNA, 3 days", &["Phone, ANNA | Phone | 3 WorkingDays"]),
        ("letter, Jean-Pierre", &["Letter | Letter | new Jean-Pierre"]),
        ("Tom (phone) next day", &["Tom | Phone | 1 WorkingDays"]),
        ("letter, mark", &["Letter, mark | Letter"]),
        ("B: letter", &["B: letter | Letter"]),
        ("Wanjiru - e-mail", &["E-mail | Email | new Wanjiru"]),
        ("Welcome - e-mail", &["Welcome | Email"]),
        ("Onboarding: call", &["Onboarding: call | Phone"]),
        ("Terms: read them", &["Terms: read them"]),
        ("call next day, Priya", &["Call | Phone | 1 WorkingDays | new Priya"]),
        ("letter, Ms Okonkwo, in 2 weeks", &["Letter | Letter | 2 Weeks | new Ms Okonkwo"]),
        ("visit, London, next day", &["Visit, London | InPerson | 1 WorkingDays | ! Name"]),
        ("visit, London,", &["Visit, London | InPerson | ! Name"]),
        ("meet Anna (London) next week", &["Meet Anna (London) | InPerson | 1 Weeks | ! Name"]),
        ("send contract by Docusign", &["Send contract by Docusign"]),
        ("send the link by Calendly", &["Send the link by Calendly"]),
        ("letter by Priya in a week", &["Letter | Letter | 1 Weeks | new Priya"]),
        ("parcel by DHL", &["Parcel by DHL | Letter"]),
        ("demo by Zoom in a week", &["Demo by Zoom | 1 Weeks"]),
        ("visit, ‹London›, next day", &["Visit, London | InPerson | 1 WorkingDays"]),
        (
            "letter, @Wanjiru\nWanjiru calls",
            &["Letter | Letter | new Wanjiru", "Calls | Phone | new Wanjiru"],
        ),
    ]);
}

#[test]
fn a_point_that_shortens_a_word_ends_nothing() {
    each(&[
        ("Call Mr. Smith tomorrow", &["Call Mr. Smith | Phone | 1 WorkingDays"]),
        ("Letter to Mrs. Jones in 2 weeks", &["Letter to Mrs. Jones | Letter | 2 Weeks"]),
        ("Call Dr. Brown next day", &["Call Dr. Brown | Phone | 1 WorkingDays"]),
        ("call St. Mary's school in 3 days", &["Call St. Mary's school | Phone | 3 WorkingDays"]),
        ("send something small, e.g. a card", &["Send something small, e.g. a card | Letter"]),
        ("Letter, J. Smith, 2 weeks", &["Letter | Letter | 2 Weeks | new J. Smith"]),
        ("Letter by Ms. Jones in a week", &["Letter | Letter | 1 Weeks | new Ms. Jones"]),
        ("Dr. Brown: call next day", &["Call | Phone | 1 WorkingDays | new Dr. Brown"]),
        ("call next day, Dr. Ann Lee", &["Call | Phone | 1 WorkingDays | new Dr. Ann Lee"]),
        ("call next day, @Ms. Jones", &["Call | Phone | 1 WorkingDays | new Ms. Jones"]),
        (
            "Task\tDay\tOwner\nSend quote\t1\tJ. Smith\nLetter\t3\tMs. Lee",
            &[
                "Send quote | 0 WorkingDays from start | new J. Smith",
                "Letter | Letter | 2 WorkingDays from start | new Ms. Lee",
            ],
        ),
        ("call, @J. Smith, next day", &["Call | Phone | 1 WorkingDays | new J. Smith"]),
        (
            "Task\tOwner\nCall\tMs. Jones\nLetter\tDr. Ann Lee",
            &["Call | Phone | new Ms. Jones", "Letter | Letter | new Dr. Ann Lee"],
        ),
        ("Call Ann. Then e-mail", &["Call Ann. Then e-mail | Phone"]),
        ("Call. Ben", &["Call | Phone | new Ben"]),
        ("step 1. Then e-mail", &["E-mail | Email"]),
        ("call in 3 d. Then e-mail", &["Call Then e-mail | Phone | 3 WorkingDays"]),
    ]);
}

#[test]
fn what_is_mailed_on_paper_is_a_letter() {
    each(&[
        ("mail a brochure in 3 days", &["Mail a brochure | Letter | 3 WorkingDays"]),
        ("Mail them a postcard", &["Mail them a postcard | Letter"]),
        ("mail Ben the new catalog", &["Mail Ben the new catalog | Letter"]),
        ("Ann mails a package next day", &["Mails a package | Letter | 1 WorkingDays | Ann Miller"]),
        ("send letter by mail", &["Send letter by mail | Letter"]),
        ("send the brochure, by mail, in a week", &["Send the brochure | Letter | 1 Weeks"]),
        ("send prices by snail mail", &["Send prices by snail mail | Letter"]),
        ("mail", &["Mail | Email"]),
        ("mail Ben", &["Mail Ben | Email"]),
        ("mail prices", &["Mail prices | Email"]),
        ("mail about the brochure", &["Mail about the brochure | Email"]),
        ("e-mail the brochure", &["E-mail the brochure | Email"]),
        ("send the brochure by e-mail", &["Send the brochure by e-mail | Email"]),
    ]);
}

#[test]
fn a_text_is_a_channel_where_it_is_sent() {
    each(&[
        ("send a text next day", &["Send a text | SocialChat | 1 WorkingDays"]),
        ("Send text in 3 days", &["Send text | SocialChat | 3 WorkingDays"]),
        ("follow-up text, 2 days", &["Follow-up text | SocialChat | 2 WorkingDays"]),
        ("FB message next day", &["FB message | SocialChat | 1 WorkingDays"]),
        ("send the text of the offer", &["Send the text of the offer"]),
        ("read the text", &["Read the text"]),
    ]);
}

#[test]
fn marks_that_make_words_stand_out_fall_away() {
    each(&[
        ("**Call** next day", &["Call | Phone | 1 WorkingDays"]),
        ("_Email_ in *3 days*", &["Email | Email | 3 WorkingDays"]),
        ("* **Call** Ben, **next day**", &["Call Ben | Phone | 1 WorkingDays"]),
        ("**Ann:** call next day", &["Call | Phone | 1 WorkingDays | Ann Miller"]),
        ("**Ann**: call next day", &["Call | Phone | 1 WorkingDays | Ann Miller"]),
        ("send price_list_2 next day", &["Send price_list_2 | 1 WorkingDays"]),
        ("| **Step** | **When** |\n|---|---|\n| **Call** | next day |", &["Call | Phone | 1 WorkingDays"]),
    ]);
}

#[test]
fn whoever_needs_no_name_does_things_too() {
    each(&[
        ("the assistant sends prices in 3 days", &["Sends prices | 3 WorkingDays | Assistant"]),
        ("My assistant emails them next day", &["Emails them | Email | 1 WorkingDays | Assistant"]),
        ("The VA sends a letter", &["Sends a letter | Letter | Assistant"]),
        ("next day, the virtual assistant will call", &["Call | Phone | 1 WorkingDays | Assistant"]),
        ("Our supplier posts the parcel", &["Posts the parcel | Letter | Vendor"]),
        ("I call next day", &["Call | Phone | 1 WorkingDays | Myself"]),
        ("I'll call next day", &["Call | Phone | 1 WorkingDays | Myself"]),
        ("I e-mail prices in 3 days", &["E-mail prices | Email | 3 WorkingDays | Myself"]),
        ("welcome e-mail (auto)", &["Welcome e-mail | Email | Automation"]),
        ("auto: e-mail next day", &["E-mail | Email | 1 WorkingDays | Automation"]),
        ("auto insurance offer", &["Auto insurance offer"]),
        ("The letter sends thanks", &["The letter sends thanks | Letter"]),
        ("ask whether I call", &["Ask whether I call | Phone"]),
        ("I need a call", &["I need a call | Phone"]),
    ]);
}
