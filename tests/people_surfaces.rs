//! What the list of a day, somebody's page, their picture, everybody in time, the files and the weeks ahead say of the
//! same step of the same contact is the same.

#![cfg(test)]

#[path = "simulated_quarter/chance.rs"]
mod chance;

#[path = "simulated_quarter/events.rs"]
mod events;

#[path = "simulated_quarter/setting.rs"]
mod setting;

#[path = "simulated_quarter/weeks.rs"]
mod some_weeks;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use followthrough::agenda::{Agenda, Forecasts, Whose, Work, in_time, weeks};
use followthrough::exchange::{Outgoing, Rows, TableColumns, Wanted};
use followthrough::plan::{Audience, StepId};
use followthrough::roster::{ContactId, Workspace};
use followthrough::schedule::{Place, StepFacts};
use followthrough::store::PlanId;
use proptest::prelude::*;
use some_weeks::some_weeks;

/// An open step of somebody, with its day and since when it is late.
type Told = BTreeMap<OneStep, Days>;
type OneStep = (ContactId, Audience, StepId);
type Days = (NaiveDate, Option<NaiveDate>);

/// A step that is open and on the path that is expected.
fn open(
    contact: ContactId,
    audience: Audience,
    facts: &StepFacts,
    today: NaiveDate,
) -> Option<(OneStep, Days)> {
    let due = facts.due.filter(|_| facts.is_open() && facts.place != Place::OffPath)?;
    Some(((contact, audience, facts.step), (due, facts.late_since(today))))
}

fn on_the_list(forecasts: &Forecasts) -> Told {
    let agenda = Agenda::of(forecasts, NaiveDate::MAX);
    let steps = agenda.items().filter_map(|item| {
        let (Work::Step { audience, step, .. } | Work::Decide { audience, step, .. }) = item.work else {
            return None;
        };
        Some(((item.contact, audience, step), (item.due, item.standing.late_since())))
    });
    steps.collect()
}

fn on_their_page(forecasts: &Forecasts) -> Told {
    let mut told = Told::new();
    for contact in forecasts.workspace().roster.contacts() {
        for (at, enrolment) in
            contact.enrolments.iter().enumerate().filter(|(_, it)| it.is_open() && !it.is_paused())
        {
            let facts = forecasts.facts(contact.id, at).unwrap();
            told.extend(
                facts
                    .iter()
                    .filter_map(|facts| open(contact.id, enrolment.audience, facts, forecasts.today())),
            );
        }
    }
    told
}

fn in_their_picture(forecasts: &Forecasts) -> Told {
    let mut told = Told::new();
    for contact in forecasts.workspace().roster.contacts() {
        let Some(own) = forecasts.own_plan(contact.id) else { continue };
        let all = own.schedule.all();
        told.extend(all.filter_map(|(audience, facts)| open(contact.id, audience, facts, forecasts.today())));
    }
    told
}

fn among_everybody(forecasts: &Forecasts) -> Told {
    let (all, _) = in_time(forecasts, Whose::All, usize::MAX);
    let steps = all.iter().flat_map(|row| row.steps.iter().map(|step| (row.contact, step)));
    let open = steps.filter(|(_, step)| step.fate.is_none_or(|fate| !fate.is_over()));
    open.map(|(contact, step)| ((contact, step.audience, step.step), (step.day, step.late_since))).collect()
}

fn in_the_files(workspace: &Workspace, today: NaiveDate) -> Told {
    let wanted = Wanted { people: true, ..Wanted::default() };
    let outgoing = Outgoing {
        id: PlanId::parse("p1").unwrap(),
        workspace: workspace.clone(),
        today,
        moment: NaiveDateTime::default(),
        wanted,
        columns: TableColumns::default(),
        memory: String::new(),
    };
    let rows = Rows::of(&outgoing);
    let told = rows.rows.iter().filter_map(|row| {
        let (contact, enrolment) = row.contact?;
        let day = row.waits_on().filter(|_| enrolment.is_open() && !enrolment.is_paused())?;
        Some(((contact.id, row.audience, row.step.id), (day, row.facts.late_since(today))))
    });
    told.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_open_step_of_somebody_has_one_day_wherever_it_is_told(seed in any::<u64>(), after in 0..9_i64) {
        let (workspace, today) = some_weeks(seed);
        let today = today + TimeDelta::days(after);
        let forecasts = Forecasts::of(&workspace, today);
        let list = on_the_list(&forecasts);
        prop_assert!(!list.is_empty());
        prop_assert_eq!(&list, &on_their_page(&forecasts));
        prop_assert_eq!(&list, &in_their_picture(&forecasts));
        prop_assert_eq!(&list, &among_everybody(&forecasts));
        prop_assert_eq!(&list, &in_the_files(&workspace, today));
        // Over the weeks ahead lie as many as are on the list until then.
        let ahead = weeks(&forecasts, 4, None);
        let last = ahead[3][6].day;
        let marks: usize = ahead.iter().flatten().map(|day| day.channels.len()).sum();
        let listed = Agenda::of(&forecasts, last);
        prop_assert_eq!(marks, listed.items().filter(|item| item.due <= last).count());
    }
}
