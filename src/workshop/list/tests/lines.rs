//! Lines as they are written, and what they come to.

use super::{DoubtKind, List, Plan, each, reads, setting, told};

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
fn what_a_list_is_called_is_no_step() {
    let expected: &[&str] = &["Call | Phone | 1 WorkingDays", "E-mail | Email | 3 WorkingDays"];
    for text in [
        "New enquiry process\n1) call next day\n2) e-mail in 3 days",
        "New enquiry process:\n\n- call next day\n- e-mail in 3 days",
        "## Prospects\n1. call next day\n2. e-mail in 3 days",
        "# Calls to make\n\n## Prospects\ncall next day\ne-mail in 3 days",
        "Leads:\ncall next day\ne-mail in 3 days",
        "Our leads:\n\ncall next day\ne-mail in 3 days\n",
        "Who came to us\n• call next day\n• e-mail in 3 days",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    each(&[
        ("Say hello\ncall next day", &["Say hello", "Call | Phone | 1 WorkingDays"]),
        ("Say hello\n2. call next day", &["Say hello", "Call | Phone | 1 WorkingDays"]),
        ("Send prices\n- call next day", &["Send prices", "Call | Phone | 1 WorkingDays"]),
        ("- Say hello\n- call next day", &["Say hello", "Call | Phone | 1 WorkingDays"]),
        ("New leads, next day\n- call", &["New leads | 1 WorkingDays", "Call | Phone"]),
        ("#1 say hello\n#2 call", &["Say hello", "Call | Phone"]),
        ("Leads:", &["Leads"]),
        ("Letter:\ncall", &["Letter | Letter", "Call | Phone"]),
    ]);
}
