//! Earlier versions of a plan: which of them stay, whatever the times.

#![cfg(test)]

use chrono::{Days, NaiveDate};
use followthrough::store::{Moment, Occasion, PlanId, Snapshot};
use proptest::prelude::*;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + Days::new(number)
}

fn snapshot(day_number: u64, second: u32, why: Occasion) -> Snapshot {
    Snapshot { plan: PlanId::parse("plan").unwrap(), at: Moment { day: day(day_number), second }, why }
}

fn work(day: u64, hour: u32) -> Snapshot {
    snapshot(day, hour * 3600, Occasion::Work)
}

fn after_clearing(kept: &[Snapshot], today: NaiveDate) -> Vec<Snapshot> {
    let superfluous = Snapshot::superfluous(kept, today);
    kept.iter().filter(|one| !superfluous.contains(one)).cloned().collect()
}

#[test]
fn three_of_today_stay_and_the_last_of_each_day_before() {
    let kept: Vec<_> =
        [1, 2, 3].into_iter().flat_map(|day| (8..18).map(move |hour| work(day, hour))).collect();
    let stay = [work(1, 17), work(2, 17), work(3, 8), work(3, 16), work(3, 17)];
    assert_eq!(after_clearing(&kept, day(3)), stay);
}

#[test]
fn at_most_ten_stay_the_newest() {
    let kept: Vec<_> = (1..=20).map(|day| work(day, 9)).collect();
    assert_eq!(after_clearing(&kept, day(20)), kept[10..]);
}

#[test]
fn what_was_put_by_before_something_stays_beside_them() {
    let removal = snapshot(1, 3600, Occasion::Removal);
    let kept = [removal.clone(), work(1, 9), work(1, 10), work(2, 9)];
    assert_eq!(after_clearing(&kept, day(2)), [removal, work(1, 10), work(2, 9)]);
}

#[test]
fn people_lie_beside_the_versions_under_names_of_their_own() {
    let one = snapshot(3, 9 * 3600, Occasion::People);
    assert_eq!(Snapshot::from_key(&one.key()), Some(one.clone()));
    assert_eq!(one.people_key(), "people-then/plan/2026-11-04/32400/people");
    assert!(one.people_key().starts_with(&Snapshot::people_keys_of(&one.plan)));
    assert_eq!(Snapshot::from_key(&one.people_key()), None, "they are no version");
}

#[test]
fn the_next_is_due_ten_minutes_after_the_last_or_on_another_day() {
    let kept = [work(1, 9)];
    let at = |day_number, second| Moment { day: day(day_number), second };
    for (now, is_due) in [
        (at(1, 9 * 3600 + 599), false),
        (at(1, 9 * 3600 + 600), true),
        (at(2, 9 * 3600), true),
        (at(1, 8 * 3600), true),
    ] {
        assert_eq!(Snapshot::is_due(&kept, now), is_due, "{now}");
    }
    assert!(Snapshot::is_due(&[], at(1, 0)));
}

#[test]
fn a_key_that_is_none_is_told_from_one() {
    for key in ["", "snapshot/plan/2026-11-23/x/work", "snapshot/plan/2026-11-23/00001/play", "file/plan"] {
        assert_eq!(Snapshot::from_key(key), None, "{key}");
    }
}

#[test]
fn a_text_put_by_comes_back_unless_any_of_it_has_changed() {
    let raw = Snapshot::seal("{\"plan\": \"é\"}");
    assert_eq!(Snapshot::unseal(&raw), Some("{\"plan\": \"é\"}"));
    for end in 0..raw.len() {
        assert_eq!(raw.get(..end).and_then(Snapshot::unseal), None, "cut at {end}");
    }
    assert_eq!(Snapshot::unseal(&raw.replace("plan", "plam")), None);
}

fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    let why = [Occasion::Work, Occasion::Import, Occasion::Restore, Occasion::Removal, Occasion::Format];
    (0..30u64, 0..86_400u32, proptest::sample::select(why.to_vec()))
        .prop_map(|(day, second, why)| snapshot(day, second, why))
}

fn any_snapshots() -> impl Strategy<Value = Vec<Snapshot>> {
    prop::collection::vec(any_snapshot(), 0..60).prop_map(|mut all| {
        all.sort();
        all.dedup();
        all
    })
}

proptest! {
    #[test]
    fn any_key_reads_back(one in any_snapshot()) {
        prop_assert_eq!(Snapshot::from_key(&one.key()), Some(one));
    }

    /// Whatever the clock says by then.
    #[test]
    fn of_any_the_newest_stays_there_are_at_most_ten_and_clearing_twice_takes_no_more(
        kept in any_snapshots(), today in 0..40u64,
    ) {
        let stay = after_clearing(&kept, day(today));
        prop_assert!(stay.len() <= Snapshot::MOST);
        prop_assert_eq!(stay.last(), kept.last());
        prop_assert_eq!(after_clearing(&stay, day(today)), stay.clone());
    }

    #[test]
    fn a_day_with_a_version_keeps_one_unless_ten_newer_stay(kept in any_snapshots(), today in 0..40u64) {
        let stay = after_clearing(&kept, day(today));
        for one in &kept {
            let newer = stay.iter().filter(|other| *other > one).count();
            prop_assert!(newer == Snapshot::MOST || stay.iter().any(|other| other.at.day == one.at.day));
        }
    }
}
