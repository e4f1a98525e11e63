//! The example plan: complete, believable, dated whenever it is opened.

#![cfg(test)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

use followthrough::advice::{Balance, Review, balance, sentence_count, statement_notes};
use followthrough::calendar::{FIRST_DAY, LAST_DAY, after_months};
use followthrough::plan::{Anchor, Audience, Channel, Origin, Plan, Responsible, Unit};
use followthrough::schedule::{Path, Place, Schedule};
use followthrough::workshop::Missing;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The example as it is written.
fn written() -> Plan {
    let file = include_bytes!("../assets/example.json");
    followthrough::exchange::import_json(file).unwrap()
}

fn example(today: NaiveDate) -> Plan {
    followthrough::workshop::example(written(), today)
}

/// The example as opened on every day of five years.
static OPENED_DAILY: LazyLock<Vec<(NaiveDate, Plan)>> = LazyLock::new(|| {
    let written = written();
    let days = date("2026-01-01").iter_days().take_while(|day| *day <= date("2030-12-31"));
    days.map(|today| (today, followthrough::workshop::example(written.clone(), today))).collect()
});

fn due(plan: &Plan, audience: Audience) -> Vec<NaiveDate> {
    let schedule = Schedule::of(plan);
    let on_way = schedule.steps(audience).iter().filter(|dated| dated.place == Place::OnPath);
    on_way.map(|dated| dated.due.unwrap()).collect()
}

/// The due dates of a sequence's steps on one channel.
fn due_on(plan: &Plan, audience: Audience, channel: Channel) -> Vec<NaiveDate> {
    let steps = &plan.sequences.of(audience).steps;
    let schedule = Schedule::of(plan);
    let dated = steps.iter().zip(schedule.steps(audience)).filter(|(_, dated)| dated.place == Place::OnPath);
    dated.filter(|(step, _)| step.channel == Some(channel)).filter_map(|(_, dated)| dated.due).collect()
}

fn due_of(plan: &Plan, audience: Audience, by: &str) -> NaiveDate {
    let steps = &plan.sequences.of(audience).steps;
    let at = steps.iter().position(|step| step.what.as_str() == by).unwrap();
    Schedule::of(plan).steps(audience)[at].due.unwrap()
}

#[test]
fn it_is_an_example_and_nothing_is_missing_from_it() {
    let plan = example(date("2026-11-21"));
    assert_eq!(plan.origin, Origin::Example);
    assert_eq!((plan.goals.len(), plan.actions().count()), (10, 18));
    assert_eq!(plan.sequences.iter().map(|(_, sequence)| sequence.steps.len()).collect::<Vec<_>>(), [10, 9]);
    assert_eq!(Missing::of(&plan), []);
}

#[test]
fn nothing_in_it_is_blank() {
    let plan = example(date("2026-11-21"));
    assert!(plan.deal_value.is_some() && plan.contacts_a_month.is_some() && !plan.reasons.is_empty());
    for goal in &plan.goals {
        assert!((1..=3).contains(&goal.actions.len()), "{}", goal.text);
    }
    for step in plan.steps() {
        assert!(step.action.is_some(), "{}", step.what);
        let sentences = sentence_count(step.notes.as_str());
        assert!((2..=5).contains(&sentences), "{}: {sentences} sentences", step.what);
    }
    for (_, action) in plan.actions() {
        assert!(plan.is_on_route(action.id), "{}", action.text);
        let measure = &action.measure;
        assert!(
            measure.is_blank() || (!measure.target.is_blank() && measure.by.is_some()),
            "{}",
            action.text
        );
    }
    let measured = plan.actions().filter(|(_, action)| !action.measure.is_blank()).count();
    assert!(measured > plan.actions().count() / 2);
}

#[test]
fn it_takes_its_own_advice() {
    let plan = example(date("2026-11-21"));
    for (audience, statement) in plan.statements.iter() {
        assert_eq!(statement_notes(statement.as_str()), [], "{audience:?}");
        assert!((2..=3).contains(&sentence_count(statement.as_str())), "{audience:?}");
    }
    assert_eq!(plan.contact_goals(), (5, 10));
    assert_eq!(balance(&plan), Balance::Balanced);
}

#[test]
fn a_review_finds_only_what_it_keeps_on_purpose_and_explains() {
    for (today, plan) in OPENED_DAILY.iter() {
        let review = Review::of(plan, &Schedule::on(plan, *today), *today);
        assert_eq!(review.findings, [], "opened on {today}");
        assert_eq!(review.left_alone.len(), 1, "opened on {today}");
        assert!(review.left_alone.iter().all(|(_, answer)| !answer.reason.is_blank()));
    }
}

#[test]
fn its_calls_in_vain_lead_another_way_and_its_invitation_counts_back_from_the_evening() {
    let plan = example(date("2026-11-21"));
    let ways = Path::all(&plan, Audience::Prospect, date("2026-11-21"));
    assert_eq!(ways.len(), 2);
    let evening = plan.events[0].date.unwrap();
    let invitation = due_of(&plan, Audience::Customer, "Invite them to the evening of music in the workshop");
    assert_eq!((evening - invitation).num_days(), 21);
}

#[test]
fn it_shows_every_channel_unit_and_kind_of_person() {
    let plan = example(date("2026-11-21"));
    let channels: BTreeSet<_> = plan.steps().filter_map(|step| step.channel).collect();
    assert_eq!(channels, Channel::ALL.into_iter().collect());
    let units: BTreeSet<_> = plan.steps().map(|step| step.delay.unit()).collect();
    assert!(units.is_superset(&Unit::ALL[..4].iter().copied().collect()));
    let anchors: BTreeSet<_> = plan.steps().skip(1).map(|step| step.delay.anchor()).collect();
    assert!(anchors.is_superset(&[Anchor::PreviousStep, Anchor::Start].into_iter().collect()));
    let who: BTreeSet<_> = plan.steps().filter_map(|step| step.who).collect();
    for role in [Responsible::Myself, Responsible::Automation, Responsible::Vendor] {
        assert!(who.contains(&role), "{role:?}");
    }
    assert!(plan.people.iter().all(|person| who.contains(&Responsible::Person(person.id))));
    assert_eq!(plan.people.len(), 2);
}

#[test]
fn on_whatever_day_it_is_opened_every_date_is_a_working_day_in_order() {
    for (today, plan) in OPENED_DAILY.iter() {
        let calendar = plan.calendar();
        assert_eq!(plan.holidays.len(), 4, "opened on {today}");
        for audience in Audience::BOTH {
            let due = due(plan, audience);
            assert!(due.iter().all(|day| calendar.is_workday(*day)), "opened on {today}: {due:?}");
            assert!(due.is_sorted_by(|a, b| a < b), "opened on {today}: {due:?}");
            assert!(Schedule::of(plan).steps(audience).iter().all(|dated| dated.notice.is_none()));
        }
        assert!(plan.review.is_some_and(|day| calendar.is_workday(day)), "opened on {today}");
    }
}

#[test]
fn it_starts_on_a_monday_soon_and_ten_weeks_later_for_customers() {
    let starts = |today| {
        let plan = example(date(today));
        Audience::BOTH.map(|audience| plan.runs.of(audience).start.unwrap().to_string())
    };
    assert_eq!(starts("2026-11-20"), ["2026-11-23", "2027-02-01"]);
    assert_eq!(starts("2026-11-21"), ["2026-11-30", "2027-02-08"]);
    // Christmas and the day after are a Monday and a Tuesday.
    assert_eq!(starts("2028-12-20"), ["2028-12-27", "2029-03-05"]);
    for (today, plan) in OPENED_DAILY.iter() {
        let start = plan.runs.prospect.start.unwrap();
        let days = (start - *today).num_days();
        assert!((3..=11).contains(&days), "opened on {today}: {start}");
        assert!(start.weekday() == Weekday::Mon || days > 3, "opened on {today}: {start}");
    }
}

#[test]
fn services_come_in_detail_within_a_fortnight_and_the_cross_sale_after_a_month() {
    for (today, plan) in OPENED_DAILY.iter() {
        let start = |audience| plan.start(audience).unwrap();
        let detail = due_of(plan, Audience::Prospect, "Send what a restoration involves, in detail");
        assert!((detail - start(Audience::Prospect)).num_days() <= 14, "opened on {today}: {detail}");
        let offer = due_of(plan, Audience::Customer, "Offer the care plan");
        let month = after_months(start(Audience::Customer), 1).unwrap();
        assert!(month <= offer, "opened on {today}: {offer}");
    }
}

#[test]
fn no_channel_comes_too_often_or_too_late() {
    for (today, plan) in OPENED_DAILY.iter() {
        for audience in Audience::BOTH {
            let calls = due_on(plan, audience, Channel::Phone);
            let emails = due_on(plan, audience, Channel::Email);
            assert!(!calls.is_empty() && !emails.is_empty());
            for pair in calls.windows(2) {
                let days = (pair[1] - pair[0]).num_days();
                assert!((7..=21).contains(&days), "opened on {today}: calls {days} days apart");
            }
            for pair in emails.windows(2) {
                let days = (pair[1] - pair[0]).num_days();
                assert!(days >= 3, "opened on {today}: e-mails {days} days apart");
            }
        }
    }
}

#[test]
fn its_own_holidays_are_those_of_the_coming_year() {
    let days = |today| example(date(today)).holidays.iter().map(|h| h.date.to_string()).collect::<Vec<_>>();
    assert_eq!(days("2026-12-26"), ["2026-12-26", "2027-01-01", "2027-03-17", "2027-12-25"]);
    assert_eq!(days("2027-01-01"), ["2027-01-01", "2027-03-17", "2027-12-25", "2027-12-26"]);
}

#[test]
fn where_the_calendar_ends_only_dates_are_left_out() {
    for today in [NaiveDate::MIN, NaiveDate::MAX, FIRST_DAY, LAST_DAY, date("2399-11-15")] {
        let plan = example(today);
        assert_eq!(plan.origin, Origin::Example, "opened on {today}");
        assert_eq!((plan.goals.len(), plan.steps().count()), (10, 19), "opened on {today}");
    }
}
