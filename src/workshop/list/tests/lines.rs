//! Lines as they are written, and what they come to.

use super::{DoubtKind, List, Outcome, Plan, each, is_separated, reads, setting, told};

#[test]
fn lines_are_read_as_people_write_them() {
    each(&[
        ("call next day", &["Call | Phone | 1 WorkingDays"]),
        ("call asap", &["Call | Phone | 0 WorkingDays"]),
        ("call the next working day", &["Call | Phone | 1 WorkingDays"]),
        ("call the following day", &["Call | Phone | 1 WorkingDays"]),
        ("letter the following Monday", &["Letter | Letter | 1 CalendarDays 0111111"]),
        ("call 3 days prior to the spring fair", &["Call | Phone | 3 WorkingDays Spring fair"]),
        ("call next week on Tuesday", &["Call next week on Tuesday | Phone | ! Wait(WhichWeek)"]),
        ("e-mail in 3 days, the assistant", &["E-mail | Email | 3 WorkingDays | Assistant"]),
        ("letter after two weeks", &["Letter | Letter | 2 Weeks"]),
        ("3 days later send the offer", &["Send the offer | 3 WorkingDays"]),
        ("3 days later: send the offer", &["Send the offer | 3 WorkingDays"]),
        ("In 3 days, call", &["Call | Phone | 3 WorkingDays"]),
        ("call on 15 January", &["Call | Phone | 0 WorkingDays 2027-01-15"]),
        ("Call them on Friday 15 January", &["Call them | Phone | 0 WorkingDays 2027-01-15"]),
        ("call the same day", &["Call | Phone | 0 WorkingDays"]),
        ("send prices after 2 weeks", &["Send prices | 2 Weeks"]),
        ("e-mail with prices in 3 days, Ben", &["E-mail with prices | Email | 3 WorkingDays | new Ben"]),
        ("e-mail with prices, Ben, in 3 days", &["E-mail with prices | Email | 3 WorkingDays | new Ben"]),
        ("Ann: call next day", &["Call | Phone | 1 WorkingDays | Ann Miller"]),
        ("call next day, ann miller", &["Call | Phone | 1 WorkingDays | Ann Miller"]),
        ("call tomorrow @ben", &["Call | Phone | 1 WorkingDays | new Ben"]),
        ("letter by Ben in a week", &["Letter | Letter | 1 Weeks | new Ben"]),
        ("letter by the assistant in a week", &["Letter | Letter | 1 Weeks | Assistant"]),
        ("letter (Ben) in a week", &["Letter | Letter | 1 Weeks | new Ben"]),
        ("visit in a month, me", &["Visit | InPerson | 1 Months | Myself"]),
        ("newsletter after a month, automatically", &["Newsletter | Email | 1 Months | Automation"]),
        ("call within a fortnight", &["Call | Phone | 1 CalendarDays..14 CalendarDays"]),
        ("call within 2 weeks, on a Tuesday", &["Call | Phone | 1 CalendarDays..2 Weeks 1011111"]),
        ("call next Tuesday", &["Call | Phone | 1 CalendarDays 1011111"]),
        ("call on Tuesdays", &["Call | Phone | 1 CalendarDays 1011111"]),
        ("Tuesday: call", &["Call | Phone | 1 CalendarDays 1011111"]),
        ("call 2 weeks", &["Call | Phone | 2 Weeks"]),
        ("call - 3 days - Ben", &["Call | Phone | 3 WorkingDays | new Ben"]),
        ("call – 3 days – Ben", &["Call | Phone | 3 WorkingDays | new Ben"]),
        ("2 weeks: letter", &["Letter | Letter | 2 Weeks"]),
        ("call 3d", &["Call | Phone | 3 WorkingDays"]),
        ("send a card on the day of the spring fair", &["Send a card | Letter | 0 WorkingDays Spring fair"]),
        ("invite them 2 weeks before the fair", &["Invite them | 2 Weeks Spring fair"]),
        ("then call at once", &["Call | Phone | 0 WorkingDays"]),
        ("and then call a week later", &["Call | Phone | 1 Weeks"]),
        ("call again a week after that", &["Call again | Phone | 1 Weeks"]),
        ("whatsapp 2 days after", &["Whatsapp | SocialChat | 2 WorkingDays"]),
        ("text message the day after", &["Text message | SocialChat | 1 WorkingDays"]),
        ("text them tomorrow", &["Text them | SocialChat | 1 WorkingDays"]),
        ("text tomorrow", &["Text | SocialChat | 1 WorkingDays"]),
        ("send the text of the offer tomorrow", &["Send the text of the offer | 1 WorkingDays"]),
        ("answer comments within a day", &["Answer comments | Comments | 1 WorkingDays..1 WorkingDays"]),
        (
            "prepare the offer in 2 days, colleague",
            &["Prepare the offer | Internal | 2 WorkingDays | CoWorker"],
        ),
        ("thank them by phone next day", &["Thank them by phone | Phone | 1 WorkingDays"]),
        ("send the offer, by e-mail, in 5 days", &["Send the offer | Email | 5 WorkingDays"]),
        ("call about the letter in 4 days", &["Call about the letter | Phone | 4 WorkingDays"]),
        ("call 10 working days later", &["Call | Phone | 10 WorkingDays"]),
        ("call in 20 calendar days", &["Call | Phone | 20 CalendarDays"]),
        ("call 3 days after the start", &["Call | Phone | 3 WorkingDays from start"]),
        ("call between 5 and 10 days", &["Call | Phone | 5 WorkingDays..10 WorkingDays"]),
        ("call 5-10 days later", &["Call | Phone | 5 WorkingDays..10 WorkingDays"]),
        ("Écrire une lettre", &["Écrire une lettre"]),
        ("élan call tomorrow", &["Élan call | Phone | 1 WorkingDays"]),
        ("30.11. call", &["Call | Phone | 0 WorkingDays 2026-11-30"]),
        ("send quote by Friday", &["Send quote | 1 CalendarDays 1111011"]),
        ("quote by tomorrow", &["Quote | 1 WorkingDays"]),
        ("letter by 15 January", &["Letter | Letter | 0 WorkingDays 2027-01-15"]),
        ("visit until Monday", &["Visit | InPerson | 1 CalendarDays 0111111"]),
        ("call no later than Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("letter on the following Friday", &["Letter | Letter | 1 CalendarDays 1111011"]),
        ("Wed: e-mail", &["E-mail | Email | 1 CalendarDays 1101111"]),
        ("call Mon or Tue", &["Call | Phone | 1 CalendarDays 0011111"]),
        ("call w/in 2 days", &["Call | Phone | 1 WorkingDays..2 WorkingDays"]),
        ("call after max 3 days", &["Call | Phone | 1 WorkingDays..3 WorkingDays"]),
        ("call about a week later", &["Call | Phone | 1 Weeks"]),
        ("call ~3 days later", &["Call | Phone | 3 WorkingDays"]),
        ("call in 3 w", &["Call | Phone | 3 Weeks"]),
        ("D+3 call", &["Call | Phone | 3 WorkingDays from start"]),
        ("T+7: letter", &["Letter | Letter | 7 WorkingDays from start"]),
        ("+2d call", &["Call | Phone | 2 WorkingDays"]),
        ("+ 3 days letter", &["Letter | Letter | 3 WorkingDays"]),
        ("+3 – e-mail", &["E-mail | Email | 3 WorkingDays"]),
        ("e-mail prices at noon in 3 days", &["E-mail prices at noon | Email | 3 WorkingDays"]),
        ("then after a week a letter", &["A letter | Letter | 1 Weeks"]),
        ("Carl calls next day", &["Carl calls | Phone | 1 WorkingDays"]),
        ("Ann sends a letter in 2 weeks", &["Sends a letter | Letter | 2 Weeks | Ann Miller"]),
        ("Carl to e-mail prices by Friday", &["Carl to e-mail prices | Email | 1 CalendarDays 1111011"]),
        ("Ann - call - next day", &["Call | Phone | 1 WorkingDays | Ann Miller"]),
        ("Cold calls next day", &["Cold calls | Phone | 1 WorkingDays"]),
        ("Sales calls in 2 days", &["Sales calls | Phone | 2 WorkingDays"]),
        ("Need to call next day", &["Need to call | Phone | 1 WorkingDays"]),
        ("call", &["Call | Phone"]),
        ("tomorrow", &[" | 1 WorkingDays | ! NothingDone"]),
    ]);
}

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
fn strokes_part_what_a_line_says_whether_it_is_typed_or_pasted() {
    for (text, expected) in [
        ("Call | next day | Tom", "Call | Phone | 1 WorkingDays | new Tom"),
        ("Call|next day|Tom", "Call | Phone | 1 WorkingDays | new Tom"),
        ("| Call | next day | Tom |", "Call | Phone | 1 WorkingDays | new Tom"),
        ("1 | Call | 3 | Tom", "Call | Phone | 3 WorkingDays | new Tom"),
        ("Tom | letter | in 2 weeks", "Letter | Letter | 2 Weeks | new Tom"),
        ("Quote; e-mail; 2 days", "Quote | Email | 2 WorkingDays"),
        ("Quote;e-mail;2 days", "Quote | Email | 2 WorkingDays"),
        ("Phone / Tom / 2 days", "Phone | Phone | 2 WorkingDays | new Tom"),
        ("Call > 2 days > Tom", "Call | Phone | 2 WorkingDays | new Tom"),
        ("Offer | with prices | tomorrow", "Offer, with prices | 1 WorkingDays"),
        ("Offer | by phone | Tom | tomorrow", "Offer | Phone | 1 WorkingDays | new Tom"),
    ] {
        let plan = Plan::blank();
        let typed = List::read(text, setting(&plan));
        assert_eq!(told(&typed, &plan, &typed.entries[0]), expected, "{text}");
        assert_eq!(reads(text), [expected], "{text}");
    }
}

#[test]
fn a_condition_belongs_to_the_contact_before_it() {
    each(&[
        (
            "call next day\nif no answer: call again a week later",
            &["Call | Phone | 1 WorkingDays", "Call again | Phone | 1 Weeks | 1 NotReached"],
        ),
        ("e-mail\nif no answer: call", &["E-mail | Email", "Call | Phone | 1 NoReply"]),
        (
            "call\ncall again if nobody answers, in 2 days",
            &["Call | Phone", "Call again | Phone | 2 WorkingDays | 1 NotReached"],
        ),
        ("call\nif they say no: send a card", &["Call | Phone", "Send a card | Letter | 1 Declined"]),
        ("call\nif reached, send the offer", &["Call | Phone", "Send the offer | 1 Reached"]),
        (
            "call\nif they pick up: send the offer tomorrow",
            &["Call | Phone", "Send the offer | 1 WorkingDays | 1 Reached"],
        ),
        (
            "e-mail\nif they reply: call the same day",
            &["E-mail | Email", "Call | Phone | 0 WorkingDays | 1 Replied"],
        ),
        (
            "visit\nif they buy: thank-you card in 3 days",
            &["Visit | InPerson", "Thank-you card | Letter | 3 WorkingDays | 1 Bought"],
        ),
        (
            "call\nif not interested: letter in 6 months",
            &["Call | Phone", "Letter | Letter | 6 Months | 1 Declined"],
        ),
        ("call\nif not now: call in 3 months", &["Call | Phone", "Call | Phone | 3 Months | 1 NotNow"]),
        (
            "call\nif no answer call again a week later",
            &["Call | Phone", "Call again | Phone | 1 Weeks | 1 NotReached"],
        ),
        (
            "e-mail\nIf we don't hear back within a week: call",
            &["E-mail | Email", "Call | Phone | 1 CalendarDays..1 Weeks | 1 NoReply"],
        ),
        ("call\nno answer: e-mail", &["Call | Phone", "E-mail | Email | 1 NotReached"]),
        ("call\nwhen they answer: send prices", &["Call | Phone", "Send prices | 1 Reached"]),
        (
            "call\nif no answer: call again in 3 days\nif no answer: letter in a week\nvisit after a month",
            &[
                "Call | Phone",
                "Call again | Phone | 3 WorkingDays | 1 NotReached",
                "Letter | Letter | 1 Weeks | 2 NotReached",
                "Visit | InPerson | 1 Months",
            ],
        ),
        (
            "call\nif reached: send the offer\nif not reached: e-mail",
            &["Call | Phone", "Send the offer | 1 Reached", "E-mail | Email | 1 NotReached"],
        ),
        (
            "call\nprepare the offer\nif no answer: e-mail",
            &["Call | Phone", "Prepare the offer | Internal", "E-mail | Email | 1 NotReached"],
        ),
        ("call\nNo answer? Text.", &["Call | Phone", "Text | SocialChat | 1 NotReached"]),
        (
            "call\nno answer after a week? letter",
            &["Call | Phone", "Letter | Letter | 1 Weeks | 1 NotReached"],
        ),
        ("e-mail\nif they say nothing call", &["E-mail | Email", "Call | Phone | 1 NoReply"]),
        (
            "e-mail\nif they stay silent for a week, call",
            &["E-mail | Email", "Call | Phone | 1 Weeks | 1 NoReply"],
        ),
        ("e-mail\nStill nothing? Call", &["E-mail | Email", "Call | Phone | 1 NoReply"]),
        ("call\nif they're busy call next month", &["Call | Phone", "Call | Phone | 1 Months | 1 NotNow"]),
        (
            "call\nno answer - e-mail next day",
            &["Call | Phone", "E-mail | Email | 1 WorkingDays | 1 NotReached"],
        ),
        (
            "e-mail\nno reply → e-mail again in a week",
            &["E-mail | Email", "E-mail again | Email | 1 Weeks | 1 NoReply"],
        ),
        ("call\nif voicemail: call again", &["Call | Phone", "Call again | Phone | 1 NotReached"]),
        ("visit\nif not home: leave a card", &["Visit | InPerson", "Leave a card | Letter | 1 NotReached"]),
        ("letter\nif quote accepted: card", &["Letter | Letter", "Card | Letter | 1 Bought"]),
        ("call\nif lost: card in 6 months", &["Call | Phone", "Card | Letter | 6 Months | 1 Declined"]),
        (
            "call\nunless they reply: letter",
            &["Call | Phone", "Unless they reply: letter | Letter | ! Condition"],
        ),
        ("call\notherwise: letter", &["Call | Phone", "Otherwise: letter | Letter | ! Condition"]),
        ("if no answer: call", &["Call | Phone | ! NothingAbove"]),
        ("call\nif it rains: stay inside", &["Call | Phone", "If it rains: stay inside | ! Condition"]),
    ]);
}

#[test]
fn a_wait_can_be_counted_from_what_a_line_above_does() {
    each(&[
        ("call\nletter 3 days after the call", &["Call | Phone", "Letter | Letter | 3 WorkingDays"]),
        (
            "call\nletter tomorrow\ne-mail 3 days after the call",
            &["Call | Phone", "Letter | Letter | 1 WorkingDays", "E-mail | Email | 3 WorkingDays from 1"],
        ),
        (
            "call\ncall again tomorrow\nvisit 2 weeks after the first call",
            &["Call | Phone", "Call again | Phone | 1 WorkingDays", "Visit | InPerson | 2 Weeks from 1"],
        ),
        (
            "call\nif no answer: call again tomorrow\nletter 3 days after step 2",
            &[
                "Call | Phone",
                "Call again | Phone | 1 WorkingDays | 1 NotReached",
                "Letter | Letter | 3 WorkingDays from 2",
            ],
        ),
        ("send the offer\ncall 2 days after the offer", &["Send the offer", "Call | Phone | 2 WorkingDays"]),
    ]);
}

#[test]
fn what_looks_like_a_wait_and_is_none_is_a_doubt() {
    each(&[
        ("call in 3 dyas", &["Call in 3 dyas | Phone | ! Wait(Unclear)"]),
        ("call a few days later", &["Call a few days later | Phone | ! Wait(Unclear)"]),
        ("call again later", &["Call again later | Phone | ! Wait(Unclear)"]),
        ("call after the weekend", &["Call after the weekend | Phone | ! Wait(NotADay)"]),
        ("call before Friday", &["Call before Friday | Phone | ! Wait(NotADay)"]),
        ("call soon", &["Call soon | Phone | ! Wait(Unclear)"]),
        ("call by 3 days", &["Call by 3 days | Phone | ! Wait(Unclear)"]),
        ("wk 2: call", &["Wk 2: call | Phone | ! Wait(Unclear)"]),
        ("14/12: letter", &["14/12: letter | Letter | ! Wait(AmbiguousDate)"]),
        ("letter, 02/12/2026", &["Letter, 02/12/2026 | Letter | ! Wait(AmbiguousDate)"]),
        ("call on the 1st of the month", &["Call on the 1st of the month | Phone | ! Wait(NotADay)"]),
        ("call on the 3rd", &["Call on the 3rd | Phone | ! Wait(NotADay)"]),
        ("call at the start of next week", &["Call at the start of next week | Phone | ! Wait(NotADay)"]),
        ("week 1, Monday: call", &["Week 1 | Phone | 1 CalendarDays 0111111 | ! Wait(Unclear)"]),
        (
            "quote by Friday, call on Tuesday",
            &["Quote call on Tuesday | Phone | 1 CalendarDays 1111011 | ! SecondStep"],
        ),
        ("T+30 newsletter", &["T+30 newsletter | Email | ! Wait(WhichDays)"]),
        ("letter at Christmas", &["Letter at Christmas | Letter | ! Wait(NoSuchEvent(Text(\"Christmas\")))"]),
        ("call in 30 days", &["Call in 30 days | Phone | ! Wait(WhichDays)"]),
        ("call in 48 hours", &["Call in 48 hours | Phone | ! Wait(TimeOfDay)"]),
        ("ring mid January", &["Ring mid January | Phone | ! Wait(NotADay)"]),
        ("birthday card in May", &["Birthday card in May | Letter | ! Wait(NotADay)"]),
        (
            "every 3 months: check in by phone",
            &["Every 3 months: check in by phone | Phone | ! Wait(Repeats)"],
        ),
        (
            "chase the quote: day 3, day 7, day 14",
            &["Chase the quote: day 3, day 7, day 14 | ! Wait(Unclear)"],
        ),
        ("wait 3 days", &[" | 3 WorkingDays | ! NothingDone"]),
        ("call every week", &["Call every week | Phone | ! Wait(Repeats)"]),
        ("call twice a week", &["Call twice a week | Phone | ! Wait(Repeats)"]),
        ("call in 1.5 weeks", &["Call in 1.5 weeks | Phone | ! Wait(Fraction)"]),
        ("call on 31 February", &["Call on 31 February | Phone | ! Wait(NoSuchDay)"]),
        ("call on 1/9", &["Call on 1/9 | Phone | ! Wait(AmbiguousDate)"]),
        ("call in June", &["Call in June | Phone | ! Wait(NotADay)"]),
        ("call at the end of the month", &["Call at the end of the month | Phone | ! Wait(NotADay)"]),
        ("call in 1000 weeks", &["Call in 1000 weeks | Phone | ! Wait(TooLong)"]),
        ("Day 3: call", &["Day 3: call | Phone | ! Wait(Unclear)"]),
        (
            "letter 10 days before the renewal",
            &["Letter 10 days before the renewal | Letter | ! Wait(NoSuchEvent(Text(\"renewal\")))"],
        ),
        ("call 3 days after step 7", &["Call 3 days after step 7 | Phone | ! Wait(NotAbove(0))"]),
    ]);
}

#[test]
fn no_word_of_a_wait_is_left_behind() {
    each(&[
        ("call this Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call this coming Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call tomorrow morning", &["Call in the morning | Phone | 1 WorkingDays"]),
        ("tomorrow morning: call", &["Call in the morning | Phone | 1 WorkingDays"]),
        ("call Mon 10am", &["Call at 10am | Phone | 1 CalendarDays 0111111"]),
        ("call Thu", &["Call | Phone | 1 CalendarDays 1110111"]),
        ("call on Monday at the latest", &["Call | Phone | 1 CalendarDays 0111111"]),
        ("call Friday latest", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call first thing tomorrow", &["Call | Phone | 1 WorkingDays"]),
        ("first thing on Monday: call", &["Call | Phone | 1 CalendarDays 0111111"]),
        ("call by end of day Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call by close of business tomorrow", &["Call | Phone | 1 WorkingDays"]),
        ("call between Mon and Wed", &["Call | Phone | 1 CalendarDays 0001111"]),
        ("call either Monday or Tuesday", &["Call | Phone | 1 CalendarDays 0011111"]),
        ("call anytime next week", &["Call | Phone | 1 Weeks"]),
        ("leave 2 days then chase", &["Chase | 2 WorkingDays"]),
        ("call straight after", &["Call | Phone | 0 WorkingDays"]),
        ("call after the fair", &["Call | Phone | 1 WorkingDays Spring fair"]),
        ("3-4d call", &["Call | Phone | 3 WorkingDays..4 WorkingDays"]),
        ("2 weeks letter", &["Letter | Letter | 2 Weeks"]),
        ("3 day call", &["3 day call | Phone"]),
        ("24/7 call", &["24/7 call | Phone"]),
        ("try 3 times in the first week", &["Try 3 times in the first week"]),
        ("offer expires in 7 days", &["Offer expires in 7 days"]),
        ("Black Friday offer on 27 November", &["Black Friday offer | 0 WorkingDays 2026-11-27"]),
        ("end of month report in 2 weeks", &["End of month report | 2 Weeks"]),
        ("ask for some time next week", &["Ask for some time | 1 Weeks"]),
        ("do this next week", &["Do this | 1 Weeks"]),
        ("send quote same day if possible", &["Send quote if possible | 0 WorkingDays"]),
        ("bump e-mail [2 days]", &["Bump e-mail | Email | 2 WorkingDays"]),
        ("call/e-mail in 2 days", &["Call/e-mail | Phone | 2 WorkingDays"]),
        ("call by EOD tomorrow", &["Call | Phone | 1 WorkingDays"]),
        ("call COB Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call over the weekend", &["Call | Phone | 1 CalendarDays 1111100"]),
        ("call next week sometime", &["Call | Phone | 1 Weeks"]),
        ("some time next week: call", &["Call | Phone | 1 Weeks"]),
        ("call in two days or so", &["Call | Phone | 2 WorkingDays"]),
        ("e-mail in two or three days", &["E-mail | Email | 2 WorkingDays..3 WorkingDays"]),
        ("call in a week or two", &["Call | Phone | 1 Weeks..2 Weeks"]),
        ("ring back Thurs pm", &["Ring back in the afternoon | Phone | 1 CalendarDays 1110111"]),
        ("send quote by Weds", &["Send quote | 1 CalendarDays 1101111"]),
        ("call weds/thurs", &["Call | Phone | 1 CalendarDays 1100111"]),
        ("call Tue - Thu", &["Call | Phone | 1 CalendarDays 1000111"]),
        ("call on a Tuesday or Wednesday in a week", &["Call | Phone | 1 Weeks 1001111"]),
        ("send quote asap!!", &["Send quote | 0 WorkingDays"]),
        ("call Friday at the earliest", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("not before Monday: call", &["Call | Phone | 1 CalendarDays 0111111"]),
        ("no sooner than a week: call", &["Call | Phone | 1 Weeks"]),
        ("min. 2 weeks later letter", &["Letter | Letter | 2 Weeks"]),
        ("give it a week, then e-mail", &["E-mail | Email | 1 Weeks"]),
        ("leave it 2 weeks then ring", &["Ring | Phone | 2 Weeks"]),
        ("one week on, e-mail", &["E-mail | Email | 1 Weeks"]),
        ("month later, call", &["Call | Phone | 1 Months"]),
        ("the week after next letter", &["Letter | Letter | 2 Weeks"]),
        ("6mo later call", &["Call | Phone | 6 Months"]),
        ("call 10 Dec or thereabouts", &["Call | Phone | 0 WorkingDays 2026-12-10"]),
        ("e-mail about next week's meeting", &["E-mail about next week's meeting | Email"]),
        ("send this week’s newsletter", &["Send this week’s newsletter | Email"]),
    ]);
}

/// What the hints of the one doubt in a line make of it.
fn hinted(text: &str) -> Vec<String> {
    let plan = Plan::blank();
    let list = List::read(text, setting(&plan));
    let entry = list.entries.last().unwrap();
    assert_eq!(entry.doubts.len(), 1, "{text}: {entry:?}");
    let doubt = &entry.doubts[0];
    assert!(!doubt.hints.is_empty(), "{text}");
    doubt.hints.iter().map(|hint| hint.in_text(text)).collect()
}

#[test]
fn a_part_of_the_year_is_asked_about_with_days_that_can_be_pressed() {
    for (text, expected) in [
        ("call tonight", &["call today"][..]),
        ("call by EOD", &["call by today"]),
        ("call this afternoon", &["call today"]),
        ("call this week", &["call on Friday", "call within a week"]),
        ("call later this week", &["call on Friday", "call within a week"]),
        ("call by the end of the week", &["call on Friday"]),
        ("call EOW", &["call on Friday"]),
        ("call early next week", &["call on Monday"]),
        ("call at the start of next week", &["call on Monday"]),
        ("call late next week", &["call in a week, on a Friday"]),
        ("call end of the month", &["call on 30 Nov 2026"]),
        ("call this month", &["call on 30 Nov 2026"]),
        ("call at the end of next month", &["call on 31 Dec 2026"]),
        ("call by the end of January 2027", &["call on 31 Jan 2027"]),
        ("letter in mid-January", &["letter on 15 Jan 2027"]),
        ("letter mid January", &["letter on 15 Jan 2027"]),
        ("letter early January", &["letter on 5 Jan 2027"]),
        ("letter late January", &["letter on 25 Jan 2027"]),
        ("call in Q1", &["call on 1 Jan 2027", "call on 15 Feb 2027", "call on 31 Mar 2027"]),
        ("call in Q3 2028", &["call on 1 Jul 2028", "call on 15 Aug 2028", "call on 30 Sep 2028"]),
        ("call by the end of the year", &["call on 31 Dec 2026"]),
        ("call in the first week of January", &["call on 1 January"]),
        ("call the week of 12 January", &["call on 12 January"]),
        ("letter w/c 12 Jan", &["letter on 12 Jan"]),
        ("call after the weekend", &["call on Mon"]),
        ("call before Friday", &["call on Thu"]),
        ("call around the 10th", &["call on 10 Dec 2026"]),
        ("call by month end", &["call on 30 Nov 2026"]),
        ("call midweek", &["call on Wednesday"]),
        ("call next morning", &["call next day"]),
        ("call w/in 48h", &["call w/in 2 days"]),
        ("call after 48hrs", &["call after 2 days"]),
        ("call 1 hr after the download", &["call 1 day after the download"]),
        ("call in 1.5 weeks", &["call in 1 to 2 weeks"]),
        ("call every Monday", &["call on Monday"]),
        ("call x3 over 2 weeks", &["call x3 within 2 weeks", "call x3 at least 2 weeks"]),
        ("call in under a week", &["call within a week"]),
        ("call in less than 3 days", &["call within 3 days"]),
        ("call in more than 2 weeks", &["call at least 2 weeks"]),
        ("call every other day", &["call in 2 days"]),
        ("call on the last Friday of the month", &["call on Friday"]),
        ("call by end of day", &["call by today"]),
        ("call shortly", &["call in 3 days", "call in a week"]),
        ("call in a while", &["call in 3 days", "call in a week"]),
        ("call later on", &["call 3 days later", "call a week later"]),
        ("call Thu 10th", &["call Thu 10 Dec 2026"]),
        ("call 24/12", &["call 24 Dec 2026"]),
        ("call from 10 to 15 Dec", &["call on 10 Dec", "call on 15 Dec"]),
        ("call 10-15 Dec", &["call on 10 Dec", "call on 15 Dec"]),
        ("call Mon next wk", &["call Mon", "call Mon in a week"]),
        ("letter w/b 7 Dec", &["letter on 7 Dec"]),
        ("call within 1-2 days", &["call 1-2 days"]),
        ("call tomorrow or Thursday", &["call tomorrow", "call Thursday"]),
        ("call in 3/4 days", &["call in 3 to 4 days"]),
        ("call on day 3", &["call 3 days after the start", "call 2 days after the start"]),
        ("second week: call", &["2 weeks after the start: call", "1 week after the start: call"]),
        ("call no later than end of week", &["call on Friday"]),
        ("call before the weekend", &["call on Fri"]),
    ] {
        let hinted = hinted(text);
        assert_eq!(hinted, expected, "{text}");
        for text in hinted {
            let plan = Plan::blank();
            let entry = &List::read(&text, setting(&plan)).entries[0];
            let is_event = text.contains("download");
            assert!(is_event || entry.doubts.is_empty() && entry.is_wait_said, "{text}");
            let what = entry.step.what.as_str();
            assert!(is_event || ["Call", "Call x3", "Letter"].contains(&what), "{text}: {what}");
        }
    }
}

#[test]
fn who_is_interested_has_answered_and_more_so_that_it_is_asked() {
    for text in
        ["call\nif interested: send prices", "e-mail\nInterested? Send prices", "call\nif yes, send prices"]
    {
        let plan = Plan::blank();
        let hints = hinted(text);
        let outcomes = hints.iter().map(|text| {
            let list = List::read(text, setting(&plan));
            assert_eq!(list.entries[1].doubts, [], "{text}");
            list.entries[1].step.only_after.map(|branch| branch.outcome)
        });
        let outcomes: Vec<_> = outcomes.flatten().collect();
        let answered = if text.starts_with("call") { Outcome::Reached } else { Outcome::Replied };
        assert_eq!(outcomes.len(), 4);
        assert_eq!((outcomes[0], outcomes[2], outcomes[3]), (answered, Outcome::Bought, Outcome::Declined));
    }
}

#[test]
fn lines_that_begin_with_their_day_are_counted_from_the_start() {
    let expected: &[&str] = &[
        "Call | Phone | 0 WorkingDays from start",
        "E-mail | Email | 2 WorkingDays from start",
        "Letter | Letter | 1 Weeks from start",
    ];
    for text in [
        "Day 1: call\nDay 3: e-mail\nWeek 2 - letter",
        "- day 1 call\n- day 3 e-mail\n- week 2 letter",
        "D1: call\nD3: e-mail\nW2: letter",
        "Day one – call\nDay three – e-mail\nWeek two – letter",
        "1st day: call\n3rd day: e-mail\n2nd week: letter",
        "Day 0: call\nDay 2: e-mail\nWeek 1: letter",
        "Day 1 | call\nDay 3 | e-mail\nWeek 2 | letter",
        "Call (day 1)\nE-mail (day 3)\nLetter (week 2)",
        "Call - Day 1\nE-mail - Day 3\nLetter - Week 2",
        "T+0: call\nT+2: e-mail\nT+1w: letter",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    each(&[
        (
            "Day 1: call\nDay 3: if no answer: e-mail, Tom\nDay 14: letter\nthen visit",
            &[
                "Call | Phone | 0 WorkingDays from start",
                "E-mail | Email | 2 WorkingDays from start | new Tom | 1 NotReached",
                "Day 14: letter | Letter | ! Wait(WhichDays)",
                "Visit | InPerson",
            ],
        ),
        ("call\nDay 3: e-mail", &["Call | Phone", "Day 3: e-mail | Email | ! Wait(Unclear)"]),
        (
            "Day 3: call\nDay 7: letter",
            &["Day 3: call | Phone | ! Wait(Unclear)", "Day 7: letter | Letter | ! Wait(Unclear)"],
        ),
        (
            "Week 1: call\nWeek 2, Monday: letter",
            &[
                "Call | Phone | 0 WorkingDays from start",
                "Week 2, Monday: letter | Letter | ! Wait(WhichWeek)",
            ],
        ),
        (
            "Day 1: call\nDay 3 and 5: e-mail",
            &["Call | Phone | 0 WorkingDays from start", "Day 3 and 5: e-mail | Email | ! Wait(Unclear)"],
        ),
    ]);
    assert_eq!(
        hinted("Day 1: call\nDay 14: letter"),
        [
            "Day 1: call\n13 working days after the start: letter",
            "Day 1: call\n13 calendar days after the start: letter"
        ]
    );
}

#[test]
fn a_second_step_in_a_line_is_asked_about_and_parted_by_a_press() {
    for (text, expected) in [
        ("Call. If no answer, text.", &["Call | Phone", "Text | SocialChat | 1 NotReached"][..]),
        ("e-mail, wait 3 days, call", &["E-mail | Email", "Call | Phone | 3 WorkingDays"]),
        ("E-mail (wait 2 days) then call", &["E-mail | Email", "Call | Phone | 2 WorkingDays"]),
    ] {
        let plan = Plan::blank();
        let doubts = List::read(text, setting(&plan)).entries[0].doubts.clone();
        assert_eq!(doubts[0].kind, DoubtKind::SecondStep, "{text}");
        assert_eq!(reads(&doubts[0].hints[0].in_text(text)), expected, "{text}");
    }
    each(&[
        ("send prices if they answer, by e-mail", &["Send prices | Email | ! NothingAbove"]),
        ("e-mail → wait 3 days → call", &["E-mail | Email", "Call | Phone | 3 WorkingDays"]),
        ("call → next day", &["Call | Phone | 1 WorkingDays"]),
    ]);
}

#[test]
fn a_wait_is_counted_from_the_line_that_is_named() {
    each(&[
        (
            "E-mail 1\nE-mail 2 next day\ncall 3 days after e-mail 1",
            &["E-mail 1 | Email", "E-mail 2 | Email | 1 WorkingDays", "Call | Phone | 3 WorkingDays from 1"],
        ),
        (
            "e-mail\ncall next day\nletter 2 weeks after the previous e-mail",
            &["E-mail | Email", "Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks from 1"],
        ),
        (
            "e-mail\nsecond e-mail 4 days after first",
            &["E-mail | Email", "Second e-mail 4 days after first | Email | ! Wait(NotADay)"],
        ),
    ]);
}

#[test]
fn marks_of_a_list_fall_away() {
    let expected: &[&str] =
        &["Call | Phone | 1 WorkingDays", "E-mail | Email | 3 WorkingDays", "Letter | Letter | 2 Weeks"];
    for text in [
        "- call next day\n- e-mail in 3 days\n- letter after two weeks",
        "* call next day\r\n* e-mail in 3 days\r\n* letter after two weeks\r\n",
        "• call next day\n• e-mail in 3 days\n• letter after two weeks",
        "1. call next day\n2. e-mail in 3 days\n3. letter after two weeks",
        "1) call next day\n2) e-mail in 3 days\n\n3) letter after two weeks\n",
        "(1) call next day\n(2) e-mail in 3 days\n(3) letter after two weeks",
        "[ ] call next day\n[x] e-mail in 3 days\n- [ ] letter after two weeks",
        "☐ call next day\n☐ e-mail in 3 days\n☑ letter after two weeks",
        "Step 1: call next day\nStep 2: e-mail in 3 days\nstep 3. letter after two weeks",
        "call next day · e-mail in 3 days · letter after two weeks",
        "call next day → e-mail in 3 days → letter after two weeks",
        "a) call next day\nb) e-mail in 3 days\nc) letter after two weeks",
        "i. call next day\nii. e-mail in 3 days\niii. letter after two weeks",
        "1 - call next day\n2 - e-mail in 3 days\n3 - letter after two weeks",
        "#1 call next day\n#2 e-mail in 3 days\n#3 letter after two weeks",
        "call -> next day\ne-mail -> 3 days\nletter -> two weeks",
        "📞 call next day\n✉️ e-mail in 3 days\n✅ letter after two weeks",
        "1️⃣ call next day\n2️⃣ e-mail in 3 days\n3️⃣ letter after two weeks",
        "| call | next day |\n|---|---|\n| e-mail | in 3 days |\n| letter | after two weeks |",
        "  – call next day.\n  – e-mail in 3 days.\n  – letter after two weeks.",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
}

#[test]
fn headings_of_a_table_are_no_step_however_its_cells_are_parted() {
    let expected: &[&str] = &["Call | Phone | 1 Weeks", "Send prices | Email | 3 WorkingDays"];
    for text in [
        "Step\tWhat\tWait\tUnit\tWith\n1\tCall\t1\tweek(s)\tPhone\n2\tSend prices\t3\tworking day(s)\tE-mail",
        "Step\tWhat\tWait\tUnit\tWith\n1\tCall\t1\tweeks\tPhone\n2\tSend prices\t3\tworking days\tE-mail",
        "Step,What,Wait,Unit,With\n1,Call,1,weeks,Phone\n2,Send prices,3,working days,E-mail",
        "Step;What;Wait;Unit;With\r\n1;\"Call\";1;week(s);Phone\r\n2;Send prices;3;working day(s);E-mail\r\n",
        "\nTask;Delay;With\nCall;1 week;Phone\nSend prices;3 days;E-mail",
        "Sequence,Step,What,When,Planned,Due,State,Remark,Who,With,Goal,Action\nProspect sequence,1,Call,1 week after the start,2026-11-30,2026-11-30,open,,,Phone,Trust,a call\nProspect sequence,2,Send prices,3 working days after step 1,2026-12-03,2026-12-03,late,,,E-mail,,",
    ] {
        let read = reads(text).into_iter().map(|step| step.replace(" from start", "").replace(" from 1", ""));
        assert_eq!(read.collect::<Vec<_>>(), expected, "{text:?}");
    }
    // Headings alone may be words.
    assert_eq!(reads("Step,What,Wait,Unit"), ["Step,What,Wait,Unit"]);
    for (text, is_table) in [
        ("Step,What,Wait,Unit\n1,Call,1,weeks", true),
        ("Step,What,Wait,Unit", false),
        ("Task, time\n", false),
        ("Task, time\nCall", false),
        ("Call, next day\nLetter, a week later", false),
        ("Step | When\nCall | next day", true),
        ("| Step | When |\n|---|---|\n| Call | next day |", true),
        ("| Step | When |\n|---|---|\n", false),
    ] {
        assert_eq!(is_separated(text), is_table, "{text:?}");
    }
    assert_eq!(reads("Call, e-mail, visit"), reads("Call, e-mail, visit\n"));
}

#[test]
fn cells_are_read_whatever_the_order_of_their_columns() {
    let expected: &[&str] = &[
        "Call | Phone | 1 WorkingDays | new Ben",
        "Send prices | Email | 3 WorkingDays | Assistant",
        "Thank-you letter | Letter | 2 Weeks | new Ben",
    ];
    for text in [
        "Step\tWhat\tWhen\tChannel\tWho\n1\tCall\tnext day\tPhone\tBen\n2\tSend prices\t3 days\tE-mail\tAssistant\n3\tThank-you letter\t2 weeks\tLetter\tBen",
        "Who\tWhen\tWhat\tChannel\nBen\tnext day\tCall\tPhone\nAssistant\t3\tSend prices\tE-mail\nBen\t2 weeks\tThank-you letter\tLetter\n",
        "Call\tnext day\tBen\tphone\nSend prices\t3 days\tAssistant\te-mail\nThank-you letter\t2 weeks\tBen\tletter",
        "next day\tphone\tBen\tCall\n3 days\te-mail\tthe assistant\tSend prices\n2 weeks\tletter\tBen\tThank-you letter",
        "1\tCall\t1 day\tphone\tBen\r\n2\tSend prices\t3 days\te-mail\tAssistant\r\n3\tThank-you letter\t2 weeks\tletter\tBen\r\n",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    assert_eq!(
        reads("Task\tDelay\tOnly if\nCall\t1\t\nCall again\t5\tno answer"),
        ["Call | Phone | 1 WorkingDays", "Call again | Phone | 5 WorkingDays | 1 NotReached"]
    );
    assert_eq!(
        reads("Call\tnext day\nLetter\t2 weeks"),
        ["Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks"]
    );
}

#[test]
fn cells_are_parted_by_strokes_too_and_single_names_are_those_who_do_it() {
    let expected: &[&str] =
        &["Call | Phone | 1 WorkingDays | new Carl", "E-mail | Email | 3 WorkingDays | new Dora"];
    for text in [
        "Call | 1 day | Carl\nE-mail | 3 days | Dora",
        "| Step | When | Who |\n|------|:----:|-----|\n| Call | 1 day | Carl |\n| E-mail | 3 days | Dora |",
        "Call;1 day;Carl\nE-mail;3 days;Dora",
        "Carl\tCall\t+1\nDora\tE-mail\t+3",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    assert_eq!(reads("Quote\te-mail\t2 days"), ["Quote | Email | 2 WorkingDays"]);
}

#[test]
fn what_a_row_is_counted_from_is_the_step_its_row_becomes() {
    let rows = [
        "4\tCall\tMon 7 Dec 2026\tPhone\tthe same day as step 3",
        "6\tVisit\tTue 8 Dec 2026\tIn person\t1 working day after step 4",
        "7\tLetter\tFri 18 Dec 2026\tLetter or parcel\t2 weeks after step 4",
    ];
    let expected = [
        "Call | Phone | 0 WorkingDays",
        "Visit | InPerson | 1 WorkingDays",
        "Letter | Letter | 2 Weeks from 1",
    ];
    assert_eq!(reads(&rows.join("\n")), expected);
    let headed = ["Step\tWhat\tDue\tWith\tWhen", rows[0], rows[1], rows[2]];
    assert_eq!(reads(&headed.join("\n")), expected);
    // Without numbers the rows are counted, whatever stands above the table.
    assert_eq!(
        reads("Visit\nCall\tnext day\nVisit\tnext day\nLetter\t2 weeks after step 1"),
        [
            "Visit | InPerson",
            "Call | Phone | 1 WorkingDays",
            "Visit | InPerson | 1 WorkingDays",
            "Letter | Letter | 2 Weeks from 2"
        ]
    );
}

#[test]
fn what_is_done_keeps_its_words_where_other_cells_say_when() {
    assert_eq!(
        reads("What\tWhen\tWith\nCall: what broke, and was it next day?\t2 days\tE-mail: the form"),
        ["Call: what broke, and was it next day? | Email | 2 WorkingDays"]
    );
}

#[test]
fn bare_numbers_and_days_beside_waits_are_no_waits() {
    assert_eq!(
        reads("3\tCall\t24 Dec\tin 2 days\n9\tSend the letter\t4 Jan\tin a week"),
        ["Call | Phone | 2 WorkingDays", "Send the letter | Letter | 1 Weeks"]
    );
}
