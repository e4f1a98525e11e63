//! Where plans are, how safe, and what is kept of them besides.

use chrono::NaiveDate;

use super::{count, day_and_year};
use crate::plan::{Audience, PlanParts};
use crate::roster::Roster;
use crate::schedule::Differences;

/// Plans that the browser does not hand out at the moment.
pub fn withheld(plans: usize) -> String {
    let (what, them) =
        if plans == 1 { ("1 plan".to_owned(), "It is") } else { (count(plans, "plan"), "They are") };
    format!(
        "The browser does not hand out {what} at the moment. {them} left as stored. Close the browser, open it again, and look here once more."
    )
}

/// What becomes of plans in the bin.
pub fn in_bin(days: u64) -> String {
    format!("Removed plans stay here for {days} days. Until then they can be restored, whole.")
}

/// When a plan in the bin is gone for good.
pub fn gone_on(day: NaiveDate) -> String {
    format!("Gone for good on {}", day_and_year(day))
}

/// What tells a plan from another of its name: how much is in it, when it starts, and when it was last changed here.
pub fn plan_about(plan: &PlanParts, changed: Option<NaiveDate>) -> String {
    let start = Audience::BOTH.into_iter().filter_map(|audience| plan.start(audience)).min();
    let days = [("starts", start), ("last changed", changed)].into_iter();
    let days = days.filter_map(|(what, day)| Some(format!("{what} {}", day_and_year(day?))));
    let holds = [count(plan.goals.len(), "goal"), count(plan.steps().count(), "step")];
    holds.into_iter().chain(days).collect::<Vec<_>>().join(", ")
}

/// What has changed since an earlier version; `people` says what of them.
pub fn differences(since: &Differences, people: Option<&'static str>) -> String {
    let all: Vec<String> = counted(since).into_iter().chain(people.map(str::to_owned)).collect();
    if all.is_empty() { "The same as now".to_owned() } else { format!("Since then: {}", all.join(", ")) }
}

/// How the people of a plan differ from those of an earlier version; nothing where they are the same.
pub fn people_since(then: &Roster, now: &Roster) -> Option<&'static str> {
    match (then.count(), now.count()) {
        _ if then == now => None,
        (0, 1..) => Some("people added"),
        (1.., 0) => Some("people removed"),
        _ => Some("people changed"),
    }
}

/// What another version of the open plan has otherwise.
pub fn in_file(there: &Differences) -> String {
    counted(there).map_or_else(|| "It says the same as here.".to_owned(), |all| format!("There: {all}."))
}

fn counted(all: &Differences) -> Option<String> {
    let steps = [
        (all.added, "step", " added"),
        (all.removed, "step", " removed"),
        (all.changed, "step", " changed"),
        (all.moved, "date", " moved"),
    ];
    let counted = steps.into_iter().filter(|(number, ..)| *number > 0);
    let counted = counted.map(|(number, what, how)| count(number, what) + how);
    let others = [(all.goals, "goals changed"), (all.marks, "other steps done"), (all.rest, "other changes")];
    let others = others.into_iter().filter(|(is_so, _)| *is_so).map(|(_, what)| what.to_owned());
    let all: Vec<String> = counted.chain(others).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// A file follows the open plan.
pub fn copy_follows(name: &str) -> String {
    format!("A copy is kept in “{name}”.")
}

/// The browser wants the person to say again that the page may write a file.
pub fn copy_asks(name: &str) -> String {
    format!(
        "This plan is copied to “{name}”. The browser wants your word before this page may write there again."
    )
}

/// Somebody else has written into the file.
pub fn copy_changed(name: &str, how: &str) -> String {
    format!("“{name}” was changed by somebody else, so it is not written over. {how}")
}

/// The file cannot be written.
pub fn copy_failed(name: &str) -> String {
    format!(
        "“{name}” cannot be written: it may have been moved or deleted. Your plan itself is kept as before."
    )
}

/// When an earlier version was put by: `Today 9:05`, `Mon 23 Nov 2026 17:30`.
pub fn put_by_at(day: NaiveDate, second: u32, today: NaiveDate) -> String {
    let minute = second / 60;
    let day = if day == today { "Today".to_owned() } else { day_and_year(day) };
    format!("{day} {}:{:02}", minute / 60, minute % 60)
}

/// That a version holds people, and what comes of it.
pub const VERSIONS_HOLD: &str = "A version holds the plan and, where it says so, the people of that time; whoever was removed since is in none. Restoring the plan leaves the people as they are now, unless you want those of then.";

/// The people of a version could not be read.
pub const PEOPLE_OF_THEN_GONE: &str =
    "The people of that version cannot be read any more. The plan alone can still be restored.";

/// How much room something takes: `46 kB`, `1.3 MB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

/// How safe plans are from the browser itself: whether it has promised to keep them, if it says.
pub fn safety(is_lasting: Option<bool>) -> &'static str {
    match is_lasting {
        Some(true) => "The browser keeps them until you delete them.",
        Some(false) => "The browser may clear them when the disk runs full.",
        None => "The browser does not say how long it keeps them.",
    }
}

/// What a browser does that clears by the week.
pub const FORGETS_IN_A_WEEK: &str = "Safari deletes what a page has kept when you have not visited it for 7 days of using Safari. Add this page to the Dock or to the Home Screen, and it keeps your plans.";

/// When a plan was last copied to a file.
pub fn last_copied(on: Option<NaiveDate>) -> String {
    on.map_or_else(|| "Never".to_owned(), day_and_year)
}

/// It is time to copy the open plan to a file.
pub fn copy_due(last: Option<NaiveDate>) -> String {
    let last = match last {
        Some(day) => format!("was last copied to a file on {}", day_and_year(day)),
        None => "has never been copied to a file".to_owned(),
    };
    format!(
        "This plan {last}. A copy of your own is safe even if the browser forgets, or this computer is lost."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Line, Plan};
    use crate::roster::{NewContact, RosterEdit};

    #[test]
    fn sizes_are_rounded_to_what_people_read() {
        let shown = [0, 1, 46_000, 999_999, 1_000_000, 1_350_000, 60_000_000].map(size);
        assert_eq!(shown, ["0 kB", "1 kB", "46 kB", "1000 kB", "1.0 MB", "1.3 MB", "60.0 MB"]);
    }

    #[test]
    fn plans_of_one_name_are_told_apart_by_what_is_in_them_and_their_days() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let plan = Plan::blank();
        assert_eq!(plan_about(&plan, None), "0 goals, 0 steps");
        assert_eq!(plan_about(&plan, Some(day(27))), "0 goals, 0 steps, last changed Fri 27 Nov 2026");
        let later = plan.edited(Edit::Start(Audience::Customer, Some(day(30)))).unwrap();
        let both = later.edited(Edit::Start(Audience::Prospect, Some(day(23)))).unwrap();
        assert_eq!(plan_about(&later, None), "0 goals, 0 steps, starts Mon 30 Nov 2026");
        assert_eq!(
            plan_about(&both, Some(day(27))),
            "0 goals, 0 steps, starts Mon 23 Nov 2026, last changed Fri 27 Nov 2026"
        );
    }

    #[test]
    fn differences_are_counted_and_named() {
        let some = Differences { added: 1, moved: 2, goals: true, ..Differences::default() };
        assert_eq!(differences(&some, None), "Since then: 1 step added, 2 dates moved, goals changed");
        assert_eq!(
            differences(&some, Some("people changed")),
            "Since then: 1 step added, 2 dates moved, goals changed, people changed"
        );
        assert_eq!(differences(&Differences::default(), None), "The same as now");
        assert_eq!(differences(&Differences::default(), Some("people added")), "Since then: people added");
    }

    #[test]
    fn a_version_with_other_people_is_told_from_now() {
        let nobody = Roster::default();
        let add = |roster: &Roster, name: &str| {
            let contact = NewContact { name: Line::fitted(name), ..NewContact::default() };
            roster.edited(RosterEdit::Add(vec![contact])).unwrap()
        };
        let ann = add(&nobody, "Ann");
        let both = add(&ann, "Ben");
        assert_eq!(people_since(&ann, &ann), None);
        assert_eq!(people_since(&nobody, &nobody), None);
        assert_eq!(people_since(&nobody, &ann), Some("people added"));
        assert_eq!(people_since(&ann, &nobody), Some("people removed"));
        assert_eq!(people_since(&ann, &both), Some("people changed"));
    }

    #[test]
    fn a_moment_is_told_by_the_day_it_is() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        assert_eq!(put_by_at(day(23), 9 * 3600 + 5 * 60, day(23)), "Today 9:05");
        assert_eq!(put_by_at(day(20), 17 * 3600 + 30 * 60, day(23)), "Fri 20 Nov 2026 17:30");
    }
}
