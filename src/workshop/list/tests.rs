//! Lists as people write them, and what they come to. 23 November 2026 is a Monday.

mod cells;

mod conditions;

mod lines;

mod names;

mod waits;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::plan::{Branch, Outcome, StepEdit};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
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

fn made(edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

fn setting(plan: &Plan) -> ListSetting<'_> {
    ListSetting {
        plan,
        audience: Audience::Prospect,
        before: None,
        today: date("2026-11-23"),
        from: CountedFrom::LineBefore,
    }
}

/// What a line came to, short: `Call | phone | +1 WorkingDays | Ben | step 1 NoReply`, without what was not said.
fn told(list: &List, plan: &Plan, entry: &Entry) -> String {
    let step = &entry.step;
    let number = |id: StepId| list.entries.iter().position(|it| it.step.id == id).map_or(0, |at| at + 1);
    let delay = step.delay;
    let latest =
        step.window.latest.map(|span| format!("..{} {:?}", span.length(), span.unit())).unwrap_or_default();
    let days = step.window.weekdays.map(|days| format!(" {}", days.mask())).unwrap_or_default();
    let anchor = match delay.anchor() {
        Anchor::PreviousStep => String::new(),
        Anchor::Step(id) => format!(" from {}", number(id)),
        Anchor::Event(id) => format!(" {}", plan.event(id).unwrap().name),
        Anchor::Date(date) => format!(" {date}"),
        Anchor::Start => " from start".to_owned(),
    };
    let wait = format!("{} {:?}{latest}{anchor}{days}", delay.length(), delay.unit());
    let who = step.who.map(|who| match who {
        Responsible::Person(PersonId(id)) => {
            let known = plan.person(PersonId(id)).map(|person| person.name.to_string());
            let at = usize::try_from(id - plan.next_id().min(id)).unwrap();
            known.unwrap_or_else(|| format!("new {}", list.people[at]))
        }
        role => format!("{role:?}"),
    });
    let condition = step.only_after.map(|branch| format!("{} {:?}", number(branch.step), branch.outcome));
    let doubts = entry.doubts.iter().map(|doubt| format!("! {:?}", doubt.kind)).collect::<Vec<_>>().join(" ");
    let parts = [
        Some(step.what.to_string()),
        step.channel.map(|channel| format!("{channel:?}")),
        entry.is_wait_said.then_some(wait),
        who,
        condition,
        Some(doubts).filter(|doubts| !doubts.is_empty()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

fn reads(text: &str) -> Vec<String> {
    let plan =
        made([Edit::AddPerson(Line::fitted("Ann Miller")), Edit::AddEvent(Line::fitted("Spring fair"))]);
    let list = List::read(&as_lines(text, setting(&plan)), setting(&plan));
    list.entries.iter().map(|entry| told(&list, &plan, entry)).collect()
}

#[track_caller]
fn each(rows: &[(&str, &[&str])]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|(text, expected)| (text, expected, reads(text)))
        .filter(|(_, expected, found)| **expected != found.as_slice())
        .map(|(text, expected, found)| format!("{text:?}:\n   {found:?}\nnot {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_said_is_as_usual() {
    let plan = Plan::blank();
    let list = List::read("call\nletter", setting(&plan));
    let delays: Vec<_> = list.steps().map(|step| step.delay).collect();
    assert_eq!(delays, [Delay::AT_START, Delay::USUAL]);
    assert!(list.entries.iter().all(|entry| !entry.is_wait_said));
}

#[test]
fn all_waits_can_be_counted_from_the_start() {
    let plan = Plan::blank();
    let from_start = ListSetting { from: CountedFrom::Start, ..setting(&plan) };
    let list = List::read("call next day\ne-mail in 3 days\nletter 2 days after step 1\nvisit", from_start);
    let anchors: Vec<_> = list.steps().map(|step| step.delay.anchor()).collect();
    let first = list.entries[0].step.id;
    assert_eq!(anchors, [Anchor::Start, Anchor::Start, Anchor::Step(first), Anchor::PreviousStep]);
}

#[test]
fn the_steps_join_a_plan_where_they_are_to_stand_with_their_people() {
    let plan = made([
        Edit::AddPerson(Line::fitted("Ann")),
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::Step(StepId(2), StepEdit::Channel(Some(Channel::Phone))),
    ]);
    let before = ListSetting { before: Some(StepId(3)), ..setting(&plan) };
    let list = List::read("if no answer: letter, Ann\ncard in a week, Ben", before);
    let edited = list.edits().into_iter().try_fold(plan.clone(), |plan, edit| plan.edited(edit)).unwrap();
    let steps = &edited.sequences.prospect.steps;
    assert_eq!(steps.len(), 4);
    assert_eq!((steps[0].id, steps[3].id), (StepId(2), StepId(3)));
    assert_eq!(steps[1].only_after, Some(Branch { step: StepId(2), outcome: Outcome::NotReached }));
    let names: Vec<_> = edited.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ann", "Ben"]);
    let who: Vec<_> = steps.iter().filter_map(|step| step.who).collect();
    assert_eq!(who, edited.people.iter().map(|person| Responsible::Person(person.id)).collect::<Vec<_>>());
}

#[test]
fn lines_beyond_the_room_of_a_sequence_are_counted_and_not_read() {
    let plan = Plan::blank();
    let list = List::read(&"call\n".repeat(503), setting(&plan));
    assert_eq!((list.entries.len(), list.beyond), (500, 3));
}

#[test]
fn a_description_that_is_too_long_says_so() {
    let plan = Plan::blank();
    let list = List::read(&"ä".repeat(203), setting(&plan));
    assert_eq!(list.entries[0].doubts[0].kind, DoubtKind::TooLong(3));
}

#[test]
fn a_character_that_is_no_text_is_doubted_and_not_passed_over() {
    for text in [
        "call next day\0",
        "ca\0ll in 3 days, Ben",
        "letter in 2 weeks, Be\0n",
        "call 3 days before the fa\0ir",
    ] {
        let plan = Plan::blank();
        let list = List::read(&format!("e-mail\n{text}"), setting(&plan));
        let is_doubted =
            |at: usize| list.entries[at].doubts.iter().any(|doubt| doubt.kind == DoubtKind::NoText);
        assert_eq!((is_doubted(0), is_doubted(1)), (false, true), "{text:?}");
    }
}

#[test]
fn a_hint_is_read_without_a_doubt() {
    let plan = Plan::blank();
    for text in [
        "call in 3 dyas, Ben",
        "call a few weeks later",
        "call soon",
        "call by 3 days",
        "call in 30 days, Ben",
        "letter within 14 days",
        "letter 10 days before the renewal",
        "Day 3: call",
        "call in June",
        "call on 1/9",
    ] {
        let list = List::read(text, setting(&plan));
        let doubt = &list.entries[0].doubts[0];
        assert!(!doubt.hints.is_empty(), "{text}");
        for hint in &doubt.hints {
            let amended = hint.in_text(text);
            let again = List::read(&amended, setting(&plan));
            assert_eq!(again.entries[0].doubts, [], "{amended}");
            assert_eq!(again.entries[0].step.channel, list.entries[0].step.channel, "{amended}");
        }
    }
}

#[test]
fn a_part_can_be_put_right() {
    let plan = Plan::blank();
    let cases: &[(&str, PartKind, Option<&str>, &str)] = &[
        ("call in 3 days", PartKind::Wait, Some("in a week"), "Call | Phone | 1 Weeks"),
        ("call", PartKind::Wait, Some("in a week"), "Call | Phone | 1 Weeks"),
        ("call in 3 days", PartKind::Wait, None, "Call in 3 days | Phone"),
        ("call Ben in 3 days", PartKind::Channel, Some("by letter"), "Call Ben | Letter | 3 WorkingDays"),
        ("call", PartKind::Channel, Some("by letter"), "Call | Letter"),
        (
            "offer, by letter, tomorrow",
            PartKind::Channel,
            Some("in person"),
            "Offer | InPerson | 1 WorkingDays",
        ),
        ("offer tomorrow", PartKind::Channel, Some("inside work"), "Offer | Internal | 1 WorkingDays"),
        ("call for papers", PartKind::Channel, None, "Call for papers"),
        ("offer, by letter, tomorrow", PartKind::Channel, None, "Offer | 1 WorkingDays"),
        ("offer, in a week", PartKind::Wait, None, "Offer"),
        (
            "call, the assistant, tomorrow",
            PartKind::Person,
            Some("me"),
            "Call | Phone | 1 WorkingDays | Myself",
        ),
        ("call tomorrow, the assistant", PartKind::Person, None, "Call | Phone | 1 WorkingDays"),
        ("call tomorrow", PartKind::Person, Some("@Ben"), "Call | Phone | 1 WorkingDays | new Ben"),
        ("if no answer: call tomorrow", PartKind::Condition, None, "Call | Phone | 1 WorkingDays"),
        (
            "call tomorrow",
            PartKind::Condition,
            Some("if they buy"),
            "Call | Phone | 1 WorkingDays | 1 Bought",
        ),
    ];
    for (line, kind, words, expected) in cases {
        let text = format!("- visit\n- {line}\n- letter");
        let list = List::read(&text, setting(&plan));
        let amended = list.entries[1].amended(&text, *kind, *words).in_text(&text);
        let again = List::read(&amended, setting(&plan));
        assert_eq!(told(&again, &plan, &again.entries[1]), *expected, "{amended}");
        assert_eq!(again.entries.len(), 3, "{amended}");
    }
}

#[test]
fn what_could_follow_is_offered() {
    let plan = Plan::blank();
    let offered = |text: &str| {
        let list = List::read(text, setting(&plan));
        offer(text, list.entries.first())
    };
    assert_eq!(offered("call"), Some(" next day"));
    assert_eq!(offered("call nex"), Some("t day"));
    assert_eq!(offered("call next day"), None);
    assert_eq!(offered("letter"), Some(" after two weeks"));
    assert_eq!(offered("letter in 3"), Some(" days"));
    assert_eq!(offered("if"), Some(" no answer: call again a week later"));
    assert_eq!(offered("say hello"), None);
    assert_eq!(offered(""), None);
}

fn lists() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "call",
        "e-mail",
        "letter",
        "in",
        "3",
        "days",
        "two",
        "weeks",
        "after",
        "the",
        "start",
        "step",
        "1",
        "if",
        "no",
        "answer",
        ":",
        ",",
        "Ben",
        "@ann",
        "by",
        "on",
        "Tuesday",
        "15",
        "January",
        "next",
        "day",
        "within",
        "a",
        "week",
        "later",
        "later,",
        "the assistant",
        "“",
        "”",
        "‹",
        "›",
        "\n",
        "\n- ",
        "1. ",
        "[ ] ",
        "\t",
        " · ",
        " | ",
        ";",
        "→",
        "Day",
        "2",
        "or",
        "this",
        "end of",
        "over",
        "Anna",
        "London",
        "(",
        ")",
        "-",
        "before",
        "fair",
        "every",
        "few",
        "same day",
        "tomorrow.",
        "ä",
        "30",
        "then",
        "reached",
        "not",
        "wait",
        "# ",
        "**",
        "Dr.",
        "post",
        "mail",
        "morning",
        "no reply",
    ]);
    let word = prop_oneof![8 => telling.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec((word, prop::bool::weighted(0.9)), 0..30).prop_map(|words| {
        words.into_iter().map(|(word, is_apart)| if is_apart { word + " " } else { word }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_written_is_read_with_its_places_in_the_text(text in lists()) {
        let plan = made([Edit::AddPerson(Line::fitted("Ann Miller")), Edit::AddEvent(Line::fitted("Spring fair"))]);
        for text in [text.clone(), as_lines(&text, setting(&plan))] {
            let list = List::read(&text, setting(&plan));
            let mut last_line = 0;
            for entry in &list.entries {
                prop_assert!(text.get(entry.place.clone()).is_some());
                prop_assert!(entry.place.start >= last_line);
                let mut last = entry.place.start;
                for part in &entry.parts {
                    prop_assert!(part.place.start >= last && part.place.start < part.place.end && part.place.end <= entry.place.end, "{:?}", entry);
                    prop_assert!(text.get(part.place.clone()).is_some());
                    last = part.place.end;
                }
                last_line = entry.place.end;
                for doubt in &entry.doubts {
                    prop_assert!(text.get(doubt.place.clone()).is_some());
                    for hint in &doubt.hints {
                        prop_assert!(text.get(hint.place.clone()).is_some());
                    }
                }
            }
            let edited = list.edits().into_iter().try_fold(plan.clone(), |plan, edit| plan.edited(edit));
            prop_assert!(edited.is_ok(), "{:?}", edited);
        }
    }

    #[test]
    fn what_is_pasted_means_what_it_means_typed(text in lists()) {
        // Tabs come only from a table, and headings with a row under them are one; these signs part lines as they are typed.
        prop_assume!(!text.contains(['\t', '·', '•', '→']) && !is_separated(&text));
        let plan = Plan::blank();
        // What says only when belongs to the step below.
        let says_only_when = |entry: &Entry| entry.doubts.iter().any(|doubt| doubt.kind == DoubtKind::NothingDone);
        prop_assume!(!List::read(&text, setting(&plan)).entries.iter().any(says_only_when));
        prop_assert_eq!(as_lines(&text, setting(&plan)), text);
    }

    #[test]
    fn a_text_made_lines_stays_so(text in lists()) {
        let plan = Plan::blank();
        let lines = as_lines(&text, setting(&plan));
        prop_assert_eq!(as_lines(&lines, setting(&plan)), lines);
    }
}
