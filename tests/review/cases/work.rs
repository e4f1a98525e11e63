//! Who does it, with what, on which days, how much (A3, B7, B8, B13, D2).

use followthrough::advice::Rule;
use followthrough::plan::{
    Anchor, Channel, Channel::*, Delay, Distance::*, Edit, EventEdit, Line, Plan, Responsible, StepEdit,
    Unit::*,
};

use super::Case;
use crate::draft::{Draft, draft};
use crate::routes::{closed, date, done, from_start, then, with_holidays};

/// One step that is due on Wednesday 9 September.
fn wednesday(unit: followthrough::plan::Unit) -> Draft {
    draft().prospect("Ring", from_start(2, unit), Phone)
}

fn on_start(start: &str) -> Draft {
    let draft = draft().edit(Edit::Start(crate::routes::PROSPECT, Some(date(start))));
    draft.prospect("Answer", from_start(0, WorkingDays), Email)
}

fn ann_is_away(unit: followthrough::plan::Unit) -> Plan {
    let (draft, ann) = draft().person("Ann");
    let plan = draft.prospect("Ring", from_start(2, unit), Phone).by(Responsible::Person(ann)).plan();
    closed(&plan, "2026-09-08", "2026-09-10", Some(ann))
}

fn step(channel: Channel) -> Draft {
    draft().prospect("Be in touch", from_start(0, WorkingDays), channel)
}

/// A call to each of so many contacts a month.
fn calls(contacts: u32) -> Draft {
    step(Phone).by(Responsible::Myself).stakes("500", contacts, Near)
}

fn dated_event(plan: &Plan) -> Plan {
    let date = EventEdit::Date(Some(date("2026-10-01")));
    plan.edited(Edit::Event(plan.events[0].id, date)).unwrap()
}

fn counted_from_event(plan: &Plan) -> Plan {
    let delay = Delay::before(3, WorkingDays, Anchor::Event(plan.events[0].id)).unwrap();
    let step = plan.steps().next().unwrap().id;
    plan.edited(Edit::Step(step, StepEdit::Delay(delay))).unwrap()
}

/// Two visits of six and a half hours each.
fn visits(apart: u16) -> Draft {
    let draft = step(InPerson).by(Responsible::Myself).stakes("100000", 1, Far);
    draft.prospect("Visit the plant", then(apart, WorkingDays), InPerson).by(Responsible::Myself)
}

pub fn cases() -> Vec<Case> {
    let review = |day| draft().edit(Edit::Review(Some(date(day)))).plan();
    let event = |draft: Draft| draft.edit(Edit::AddEvent(Line::fitted("Fair")));
    vec![
        Case {
            rule: Rule::OutOfOrder,
            speaks: vec![
                (
                    "a step before the one above it",
                    step(Email)
                        .prospect("Ring", from_start(9, WorkingDays), Phone)
                        .prospect("Write", from_start(4, WorkingDays), Letter)
                        .plan(),
                ),
                (
                    "one that others follow",
                    draft()
                        .prospect("Ring", from_start(9, WorkingDays), Phone)
                        .prospect("Write", from_start(4, WorkingDays), Letter)
                        .prospect("Visit", then(9, WorkingDays), InPerson)
                        .plan(),
                ),
            ],
            silent: vec![
                (
                    "one after the other",
                    step(Email).prospect("Ring", from_start(9, WorkingDays), Phone).plan(),
                ),
                ("two on one day", step(Email).prospect("Ring", from_start(0, WorkingDays), Phone).plan()),
            ],
        },
        Case {
            rule: Rule::UnusedEvent,
            speaks: vec![("an event was left behind", event(step(Phone)).plan())],
            silent: vec![
                ("no event", step(Phone).plan()),
                ("it has a day", dated_event(&event(step(Phone)).plan())),
                ("a step is counted from it", counted_from_event(&event(step(Phone)).plan())),
            ],
        },
        Case {
            rule: Rule::OnDayOff,
            speaks: vec![
                ("exact days to a holiday", with_holidays(&wednesday(ExactDays).plan(), &["2026-09-09"])),
                (
                    "exact days into a closure",
                    closed(&wednesday(ExactDays).plan(), "2026-09-08", "2026-09-10", None),
                ),
                ("no working days from a Saturday", on_start("2026-09-12").plan()),
                (
                    "no working days in a closure",
                    closed(&on_start("2026-09-09").plan(), "2026-09-08", "2026-09-10", None),
                ),
                ("somebody is away", ann_is_away(ExactDays)),
                (
                    "a holiday, and before the step above",
                    with_holidays(
                        &wednesday(WorkingDays).prospect("Write", from_start(1, ExactDays), Email).plan(),
                        &["2026-09-08"],
                    ),
                ),
            ],
            silent: vec![
                ("exact days to a working day", wednesday(ExactDays).plan()),
                ("working days", with_holidays(&wednesday(WorkingDays).plan(), &["2026-09-09"])),
                ("calendar days", with_holidays(&wednesday(CalendarDays).plan(), &["2026-09-09"])),
                ("another does it while somebody is away", ann_is_away(WorkingDays)),
                ("a system at a weekend", on_start("2026-09-12").by(Responsible::Automation).plan()),
                ("it is done", done(&on_start("2026-09-12").plan(), 1, "2026-09-12")),
            ],
        },
        Case {
            rule: Rule::NoOwner,
            speaks: vec![("a call nobody makes", step(Phone).plan())],
            silent: vec![
                ("I call", step(Phone).by(Responsible::Myself).plan()),
                ("a step without a channel", step(Phone).say(StepEdit::Channel(None)).plan()),
                ("a step without words", draft().prospect("", from_start(0, WorkingDays), Phone).plan()),
            ],
        },
        Case {
            rule: Rule::NoTool,
            speaks: vec![
                ("a call", step(Phone).by(Responsible::Myself).plan()),
                ("e-mails by a system", step(Email).by(Responsible::Automation).plan()),
            ],
            silent: vec![
                ("a call with a list", step(Phone).by(Responsible::Myself).with("Call list").plan()),
                ("a visit", step(InPerson).by(Responsible::Myself).plan()),
                ("a postcard by a vendor", step(Letter).by(Responsible::Vendor).plan()),
                ("nobody does it yet", step(Phone).plan()),
            ],
        },
        Case {
            rule: Rule::Overloaded,
            speaks: vec![
                ("800 calls a month", calls(800).plan()),
                ("two far visits on one day", visits(0).plan()),
            ],
            silent: vec![
                ("600 calls a month", calls(600).plan()),
                ("800 by a system", calls(800).by(Responsible::Automation).plan()),
                ("two far visits on two days", visits(1).plan()),
                ("nobody knows how many", step(Phone).by(Responsible::Myself).plan()),
            ],
        },
        Case {
            rule: Rule::ReviewOverdue,
            speaks: vec![("yesterday", review("2026-09-06"))],
            silent: vec![("today", review("2026-09-07")), ("no day is set", draft().plan())],
        },
    ]
}
