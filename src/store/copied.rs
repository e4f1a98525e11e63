//! When each plan was last changed and copied to a file, and when to say that it is time for a copy.

use chrono::NaiveDate;

use super::PlanId;
use crate::calendar::iso_date;
use crate::words;

/// What is known of the copies of plans that lie outside the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies(Vec<Copied>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Copied {
    plan: PlanId,
    /// The day of the last copy; none yet.
    on: Option<NaiveDate>,
    /// The day from which the next reminder counts, and the number of the plan's revision then.
    since: NaiveDate,
    number: u64,
    /// The day of the last change that was kept here, where it was noted.
    changed: Option<NaiveDate>,
}

impl Copies {
    /// The key they are stored under.
    pub const KEY: &'static str = "followthrough-copies";

    /// So many days after a copy, or after it was put off, it is time for the next.
    pub const DAYS: i64 = 7;

    /// So many changes after it.
    pub const CHANGES: u64 = 50;

    /// Reads what was stored. A line that cannot be read is a plan whose copies are not known.
    pub fn parse(text: &str) -> Self {
        let copied = |line: &str| {
            let mut words = line.split(' ');
            let (plan, on) = (PlanId::parse(words.next()?)?, words.next()?);
            let (since, number) = (iso_date(words.next()?)?, words.next()?.parse().ok()?);
            let changed = words.next().and_then(iso_date);
            Some(Copied { plan, on: iso_date(on), since, number, changed })
        };
        Self(text.lines().filter_map(copied).collect())
    }

    /// What is stored.
    pub fn to_text(&self) -> String {
        let line = |copied: &Copied| {
            let on = copied.on.map_or_else(|| "never".to_owned(), words::iso);
            let (since, number) = (words::iso(copied.since), copied.number.to_string());
            let changed = copied.changed.map(words::iso);
            let all = [copied.plan.as_str(), &on, &since, &number].into_iter().chain(changed.as_deref());
            all.collect::<Vec<_>>().join(" ")
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The day of the last copy of a plan.
    pub fn last(&self, plan: &PlanId) -> Option<NaiveDate> {
        self.0.iter().find(|copied| copied.plan == *plan)?.on
    }

    /// The day of the last change of a plan, where it is known.
    pub fn last_change(&self, plan: &PlanId) -> Option<NaiveDate> {
        self.0.iter().find(|copied| copied.plan == *plan)?.changed
    }

    /// A plan that is known here was changed on that day.
    pub fn changed(&mut self, plan: &PlanId, on: NaiveDate) {
        if let Some(copied) = self.0.iter_mut().find(|copied| copied.plan == *plan) {
            copied.changed = Some(on);
        }
    }

    /// The plan has been copied on that day, at that revision.
    pub fn copied(&mut self, plan: &PlanId, number: u64, on: NaiveDate) {
        self.count_from(plan, number, on, Some(on));
    }

    /// The reminder is put off, or the plan is seen for the first time: the next one counts from here.
    pub fn put_off(&mut self, plan: &PlanId, number: u64, today: NaiveDate) {
        let last = self.last(plan);
        self.count_from(plan, number, today, last);
    }

    /// Whether the plan is known here.
    pub fn knows(&self, plan: &PlanId) -> bool {
        self.0.iter().any(|copied| copied.plan == *plan)
    }

    /// Whether it is time for a copy: changed since, a week has gone by, or it has changed often.
    pub fn is_due(&self, plan: &PlanId, number: u64, today: NaiveDate) -> bool {
        self.0.iter().find(|copied| copied.plan == *plan).is_some_and(|copied| {
            let changes = number.saturating_sub(copied.number);
            let days = (today - copied.since).num_days();
            changes >= Self::CHANGES || (changes > 0 && days >= Self::DAYS)
        })
    }

    fn count_from(&mut self, plan: &PlanId, number: u64, since: NaiveDate, on: Option<NaiveDate>) {
        let changed = self.last_change(plan);
        self.0.retain(|copied| copied.plan != *plan);
        self.0.push(Copied { plan: plan.clone(), on, since, number, changed });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn plan() -> PlanId {
        PlanId::parse("plan").unwrap()
    }

    #[test]
    fn a_copy_is_due_after_a_week_with_a_change_or_after_fifty_changes() {
        let mut copies = Copies::default();
        assert!(!copies.is_due(&plan(), 500, day(20)), "nothing is said of a plan that was never seen");
        copies.copied(&plan(), 10, day(2));
        for (number, today, is_due) in [
            (10, day(30), false),
            (11, day(8), false),
            (11, day(9), true),
            (59, day(2), false),
            (60, day(2), true),
            (11, day(1), false),
        ] {
            assert_eq!(copies.is_due(&plan(), number, today), is_due, "revision {number} on {today}");
        }
    }

    #[test]
    fn put_off_it_is_due_a_week_later_and_the_last_copy_stays_known() {
        let mut copies = Copies::default();
        copies.copied(&plan(), 1, day(2));
        copies.put_off(&plan(), 70, day(20));
        assert!(!copies.is_due(&plan(), 71, day(26)) && copies.is_due(&plan(), 71, day(27)));
        assert_eq!(copies.last(&plan()), Some(day(2)));
    }

    #[test]
    fn the_day_of_the_last_change_stays_known_beside_the_copies() {
        let mut copies = Copies::default();
        copies.changed(&plan(), day(2));
        assert_eq!(copies.last_change(&plan()), None, "nothing is noted of a plan that was never seen");
        copies.put_off(&plan(), 1, day(2));
        copies.changed(&plan(), day(3));
        copies.copied(&plan(), 4, day(5));
        assert_eq!(copies.last_change(&plan()), Some(day(3)));
        assert_eq!(Copies::parse(&copies.to_text()), copies);
        // As it was written before days of changes were noted.
        let before = Copies::parse("plan never 2026-11-02 3");
        assert_eq!((before.last_change(&plan()), before.knows(&plan())), (None, true));
    }

    #[test]
    fn what_is_known_comes_back_and_what_cannot_be_read_is_not_known() {
        let mut copies = Copies::default();
        copies.copied(&plan(), 3, day(2));
        copies.put_off(&PlanId::parse("other").unwrap(), 4, day(3));
        assert_eq!(Copies::parse(&copies.to_text()), copies);
        let damaged = [&copies.to_text(), "plan 2026", "\u{0}", "A b c d"].join("\n");
        assert_eq!(Copies::parse(&damaged), copies);
    }
}
