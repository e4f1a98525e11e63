//! What one contact gets to feel, by days and channels.

use chrono::NaiveDate;

use super::*;
use crate::advice::{Review, Rule, Spot};
use crate::plan::{Anchor, Attempts, Delay, Edit, Plan, StepEdit, StepId, Unit};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A plan whose prospect hears from it so many calendar days after the start, by these channels.
fn plan(contacts: &[(u16, Channel)]) -> Plan {
    let start = Edit::Start(Audience::Prospect, Some(day("2026-11-23")));
    let mut plan = Plan::blank().edited(start).unwrap();
    for (days, channel) in contacts {
        plan = add(&plan, Audience::Prospect, *days, *channel);
    }
    plan
}

fn add(plan: &Plan, audience: Audience, days: u16, channel: Channel) -> Plan {
    let plan = plan.edited(Edit::AddStep { audience, before: None }).unwrap();
    let id = plan.sequences.of(audience).steps.last().unwrap().id;
    let delay = Delay::after(days, Unit::ExactDays, Anchor::Start).unwrap();
    let plan = plan.edited(Edit::Step(id, StepEdit::Delay(delay))).unwrap();
    plan.edited(Edit::Step(id, StepEdit::Channel(Some(channel)))).unwrap()
}

fn felt(plan: &Plan) -> Cadence {
    Cadence::of(plan, &Schedule::of(plan)).into_iter().next().unwrap()
}

fn held(limit: i64, found: i64) -> Held {
    Held { limit: Some(CalendarDays(limit)), found: Some(CalendarDays(found)) }
}

fn causes(cadence: &Cadence) -> Vec<(String, Cause)> {
    cadence.strains.iter().map(|strain| (strain.touchpoint.date.to_string(), strain.cause)).collect()
}

#[test]
fn a_gentle_rhythm_has_nothing_too_much_and_nothing_forgotten() {
    let cadence = felt(&plan(&[(0, Channel::Email), (3, Channel::Phone), (20, Channel::Email)]));
    assert_eq!((cadence.strains.len(), cadence.silences.len()), (0, 0));
    assert_eq!(cadence.touchpoints.len(), 3);
}

#[test]
fn a_channel_that_comes_again_before_it_has_rested_is_too_much() {
    let cadence = felt(&plan(&[(0, Channel::Phone), (2, Channel::Email), (5, Channel::Phone)]));
    let expected =
        ("2026-11-28".to_owned(), Cause::TooSoon { found: CalendarDays(5), limit: CalendarDays(7) });
    assert_eq!(causes(&cadence), [expected]);
    assert_eq!(
        cadence.bands.iter().map(|band| band.channel).collect::<Vec<_>>(),
        [Channel::Email, Channel::Phone]
    );
    let phone = cadence.bands[1];
    assert_eq!((phone.count, phone.shortest), (2, held(7, 5)));
    assert_eq!(phone.longest, held(21, 2));
}

#[test]
fn the_fourth_contact_in_seven_days_is_one_too_many_and_comments_do_not_count() {
    let channels = [Channel::Email, Channel::Phone, Channel::SocialChat, Channel::Letter];
    let days: Vec<_> = (0..).step_by(2).zip(channels).collect();
    assert_eq!(causes(&felt(&plan(&days))), [("2026-11-29".to_owned(), Cause::Crowd)]);
    let answered: Vec<_> = (0..).step_by(2).zip([Channel::Comments; 4]).collect();
    assert_eq!(causes(&felt(&plan(&answered))), []);
}

#[test]
fn calls_in_vain_on_alternate_days_are_too_much() {
    let plan = plan(&[(0, Channel::Phone)]);
    let id = plan.steps().next().unwrap().id;
    let often = Edit::Step(id, StepEdit::Attempts(Attempts::new(3, 2).unwrap()));
    let cadence = felt(&plan.edited(often).unwrap());
    assert_eq!(causes(&cadence)[0].1, Cause::Attempts { found: WorkingDays(2), limit: WorkingDays(3) });
}

#[test]
fn a_wait_over_the_upper_limit_leaves_one_forgotten() {
    let cadence = felt(&plan(&[(0, Channel::Phone), (22, Channel::Email)]));
    let [silence] = cadence.silences[..] else { panic!("{cadence:?}") };
    assert_eq!((silence.found.0, silence.limit.0, silence.after.channel), (22, 14, Channel::Phone));
    let (scale, weeks) = cadence.periods(30);
    assert_eq!((scale, weeks.len()), (Scale::Weeks, 4));
    // The limit of the second contact ends on 7 December, the silence on 15 December: the third and fourth week.
    assert_eq!(weeks.iter().map(|week| week.forgotten).collect::<Vec<_>>(), [0, 0, 1, 1]);
}

#[test]
fn both_sequences_count_together_once_the_customer_has_a_day_of_their_own() {
    let plan = add(&plan(&[(0, Channel::Email)]), Audience::Customer, 0, Channel::Email);
    let apart = Cadence::of(&plan, &Schedule::of(&plan));
    assert_eq!(
        apart.iter().map(|it| it.audience).collect::<Vec<_>>(),
        [Some(Audience::Prospect), Some(Audience::Customer)]
    );
    let day_after = Edit::Start(Audience::Customer, Some(day("2026-11-24")));
    let plan = plan.edited(day_after).unwrap();
    let [together] = &Cadence::of(&plan, &Schedule::of(&plan))[..] else { panic!() };
    assert_eq!(together.audience, None);
    assert_eq!(
        causes(together),
        [("2026-11-24".to_owned(), Cause::TooSoon { found: CalendarDays(1), limit: CalendarDays(2) })]
    );
}

#[test]
fn inside_work_and_steps_without_a_date_are_not_felt() {
    let inside = plan(&[(0, Channel::Internal)]);
    assert_eq!(Cadence::of(&inside, &Schedule::of(&inside)), []);
    let undated = plan(&[(0, Channel::Email)]).edited(Edit::Start(Audience::Prospect, None)).unwrap();
    assert_eq!(Cadence::of(&undated, &Schedule::of(&undated)), []);
}

#[test]
fn weeks_count_from_the_first_contact_and_hold_every_contact_once() {
    let plan = plan(&[(2, Channel::Email), (8, Channel::Email), (9, Channel::Phone), (9, Channel::Email)]);
    let (_, weeks) = felt(&plan).periods(30);
    assert_eq!(weeks.len(), 2);
    assert_eq!((weeks[0].first, weeks[0].last), (day("2026-11-25"), day("2026-12-01")));
    assert_eq!(weeks[0].counts, [(Channel::Email, 2)]);
    assert_eq!(weeks[1].counts, [(Channel::Email, 1), (Channel::Phone, 1)]);
    assert_eq!(weeks[1].too_much, 1);
}

#[test]
fn a_long_silence_is_one_stretch_and_a_long_track_at_the_end_is_not_forgotten() {
    let email = |days| (days, Channel::Email);
    let (_, weeks) = felt(&plan(&[email(0), email(7), email(77), (80, Channel::Phone)])).periods(30);
    let lengths: Vec<_> = weeks.iter().map(|week| (week.number, week.length, week.forgotten)).collect();
    assert_eq!(lengths, [(1, 1, 0), (2, 1, 0), (3, 9, 1), (12, 1, 0)]);
    let track = felt(&plan(&[email(0), email(7), email(77)]));
    assert_eq!(track.silences, []);
    assert!(track.periods(30).1.iter().all(|week| week.forgotten == 0));
}

#[test]
fn many_weeks_become_months_and_many_months_quarters() {
    let every_ten_days: Vec<_> = (0..40).map(|at| (at * 10, Channel::Email)).collect();
    let cadence = felt(&plan(&every_ten_days));
    let (scale, months) = cadence.periods(26);
    assert_eq!((scale, months.len()), (Scale::Months, 14));
    assert_eq!(months.iter().map(Period::total).sum::<usize>(), 40);
    assert_eq!((months[0].first, months[0].last), (day("2026-11-01"), day("2026-11-30")));
    assert_eq!(cadence.periods(8).0, Scale::Quarters);
    assert_eq!(cadence.periods(1).0, Scale::Years);
}

#[test]
fn what_is_felt_and_what_the_review_points_at_are_the_same_steps() {
    let crowded = [
        (0, Channel::Phone),
        (1, Channel::Email),
        (2, Channel::Phone),
        (2, Channel::Letter),
        (2, Channel::Email),
        (80, Channel::Phone),
    ];
    let plan = plan(&crowded);
    let (cadence, schedule) = (felt(&plan), Schedule::of(&plan));
    let review = Review::of(&plan, &schedule, day("2026-11-23"));
    let found = |rules: &[Rule]| {
        let of_rules = review.findings.iter().filter(|finding| rules.contains(&finding.rule));
        let mut steps: Vec<StepId> = of_rules
            .filter_map(|finding| match finding.spot {
                Spot::Step(id) => Some(id),
                _ => None,
            })
            .collect();
        steps.sort_unstable();
        steps
    };
    let mut too_much: Vec<_> = cadence.strains.iter().map(|strain| strain.touchpoint.step).collect();
    too_much.sort_unstable();
    assert_eq!(found(&[Rule::TooOften, Rule::CallsTooClose, Rule::TooMany]), too_much);
    let forgotten: Vec<_> = cadence.silences.iter().map(|silence| silence.until.step).collect();
    assert_eq!(found(&[Rule::TooSeldom]), forgotten);
    assert_eq!((too_much.len(), forgotten.len()), (3, 1));
}
