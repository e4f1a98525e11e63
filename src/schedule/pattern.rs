//! A sequence laid out for counting, and the one place where its dates are found.

mod layout;

use super::activity::{Activity, Reference};
use super::actuals::{Actuals, Marked};
use super::branches::{Branches, Branching, Progress, Turn};
use super::count::{Computed, Count, Undated};
use super::course::Course;
use super::days::Days;
use crate::calendar::{DayNumber, WorkCalendar};
use crate::plan::{Fate, Outcome};
pub use layout::Slot;

/// The steps of a sequence with everything looked up that their dates depend on, for one run or for many.
#[derive(Clone, Debug)]
pub struct Pattern {
    activities: Vec<Activity>,
    branches: Branches,
    calendars: Vec<WorkCalendar>,
    slots: Vec<Slot>,
}

/// The dates of one run, in a room that is used again for the next.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    computed: Vec<Computed>,
    marks: Vec<Option<Marked>>,
    postponed: Vec<Option<DayNumber>>,
    paths: Vec<Progress>,
}

impl Dates {
    /// The steps in order.
    pub fn steps(&self) -> &[Computed] {
        &self.computed
    }
}

impl Pattern {
    /// How many steps it has.
    pub fn steps(&self) -> usize {
        self.activities.len()
    }

    /// The calendars it is counted by: that of the business, then those of people who are away at times.
    pub fn calendars(&self) -> &[WorkCalendar] {
        &self.calendars
    }

    /// Whose working days the steps of contacts are counted by: a course brings one calendar for each, in this order.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Which of the calendars a step is counted by, or which of the [`slots`](Self::slots).
    pub fn calendar(&self, step: usize) -> usize {
        self.activities[step].calendar
    }

    pub(super) fn into_calendars(self) -> Vec<WorkCalendar> {
        self.calendars
    }

    /// Dates the steps of one run by the pattern's own calendars.
    pub fn date(&self, actuals: Actuals<'_>) -> Dates {
        let mut dates = Dates::default();
        self.date_into(&self.calendars, actuals, &mut dates);
        dates
    }

    /// Dates the steps of one course by the pattern's own calendars.
    pub(super) fn date_own(&self, course: &Course<'_>) -> Dates {
        let mut dates = Dates::default();
        self.date_course(&self.calendars, course, &mut dates);
        dates
    }

    /// Dates the steps of one run into `dates`, whose room is used again. `calendars` are those of the pattern in
    /// whatever form.
    pub fn date_into(&self, calendars: &[impl Days], actuals: Actuals<'_>, dates: &mut Dates) {
        self.date_course(calendars, &actuals.into(), dates);
    }

    /// Dates the steps of one course into `dates`, whose room is used again.
    pub fn date_course(&self, calendars: &[impl Days], course: &Course<'_>, dates: &mut Dates) {
        let Dates { computed, marks, postponed, paths } = dates;
        let actuals = &course.actuals;
        postponed.clear();
        postponed.resize(self.activities.len(), None);
        for chosen in course.postponed.iter().rev() {
            if let Some(place) = postponed.get_mut(chosen.step) {
                *place = Some(chosen.to);
            }
        }
        computed.clear();
        marks.clear();
        marks.resize(self.activities.len(), None);
        for mark in actuals.marks.iter().rev() {
            if let Some(place) = marks.get_mut(mark.step) {
                *place = Some(*mark);
            }
        }
        self.branches.set_out(|fork| turn(&self.activities[fork], marks[fork]), paths);
        for (at, activity) in self.activities.iter().enumerate() {
            let run = Run {
                course,
                computed: &*computed,
                marks: &*marks,
                postponed: postponed[at],
                previous: self.branches.last_before(paths, activity.path),
            };
            let step = self.compute(&calendars[activity.calendar], run, at, marks[at], paths[activity.path]);
            computed.push(step);
            self.branches.pass(paths, activity.path, at);
        }
    }

    /// Where the path of a step parts from another; none on the trunk.
    pub(super) fn branching(&self, step: usize) -> Option<Branching> {
        self.branches.branching(self.activities[step].path)
    }

    /// The path of a step, as far as it is known after dating.
    pub(super) fn progress(&self, dates: &Dates, step: usize) -> Progress {
        dates.paths[self.activities[step].path]
    }

    /// Whether a step lies on the path that is taken, or expected, after dating.
    pub fn is_taken(&self, dates: &Dates, step: usize) -> bool {
        self.progress(dates, step).is_taken()
    }

    /// What each path but the trunk asks for: of which step, and what.
    pub(super) fn turns(&self) -> impl Iterator<Item = (usize, Outcome)> {
        self.branches.iter().map(|branching| (branching.fork, branching.outcome))
    }

    /// What is known of a step at which paths part.
    pub(super) fn turn(&self, dates: &Dates, fork: usize) -> Turn {
        turn(&self.activities[fork], dates.marks[fork])
    }

    /// What a step is counted from, as that is said in the plan.
    pub(super) fn reference(&self, step: usize) -> Reference {
        self.activities[step].reference
    }

    /// The same pattern where one expects something of a step, and of the steps on the path to it that it is reached.
    pub(super) fn expecting(&self, step: usize, outcome: Outcome) -> Self {
        let mut other = self.clone();
        let (mut step, mut outcome) = (step, outcome);
        loop {
            other.activities[step].expected = Some(outcome);
            match other.branching(step) {
                Some(before) => (step, outcome) = (before.fork, before.outcome),
                None => return other,
            }
        }
    }

    fn compute(
        &self,
        calendar: &impl Days,
        run: Run<'_>,
        at: usize,
        mark: Option<Marked>,
        path: Progress,
    ) -> Computed {
        let (activity, previous) = (&self.activities[at], run.previous);
        let found = match mark {
            Some(mark) if mark.fate.is_over() => return Computed::over(previous, mark.on),
            _ if let Some(why) = run.course.rest.undated() => return Computed::undated(previous, why),
            Some(Marked { on, fate: Fate::Tried(times), .. }) => activity.again(calendar, on, times.into()),
            _ => self
                .counted_from(&run, at)
                .and_then(|from| activity.count(calendar, from).map_err(|_| Undated::OutOfRange)),
        };
        let (mut count, left) = match self.put_off(calendar, &run, at, found) {
            Ok(found) => found,
            Err(why) => return Computed::undated(previous, why),
        };
        let best = match run.postponed {
            Some(_) => Some((count.earliest, count.fit)),
            None => activity.best(calendar, count.earliest, count.latest),
        };
        let Some((mut day, mut fit)) = best else {
            return Computed::undated(previous, Undated::OutOfRange);
        };
        // An open step is not due on a day that is over, once the run has begun; nor would one be that may still come.
        let mut overdue_since = None;
        let status_date = run.course.actuals.status_date.filter(|_| path.is_possible());
        let today = status_date.filter(|today| day < *today);
        if let Some(today) = today {
            let by = count.latest.unwrap_or(day);
            overdue_since = Some(by).filter(|by| *by < today && path.is_taken());
            let Some(pushed) = activity.on_or_after(calendar, today, count.latest) else {
                return Computed::undated(previous, Undated::OutOfRange);
            };
            (day, fit) = pushed;
        }
        count.fit = fit;
        let last_attempt = calendar.workday(day, activity.gap * left).unwrap_or(day);
        let is_pushed = today.is_some();
        Computed { day: Ok(day), previous, count: Some(count), last_attempt, overdue_since, is_pushed }
    }

    /// What was found for a step, or the day that was chosen for it.
    fn put_off(
        &self,
        calendar: &impl Days,
        run: &Run<'_>,
        at: usize,
        found: Result<(Count, i32), Undated>,
    ) -> Result<(Count, i32), Undated> {
        let Some(on) = run.postponed else { return found };
        let activity = &self.activities[at];
        let latest = found.ok().and_then(|(count, _)| count.latest);
        let left = found.map_or(activity.attempts - 1, |(_, left)| left);
        let count = activity.chosen(calendar, on, latest).ok_or(Undated::OutOfRange)?;
        Ok((count, left))
    }

    /// The day by which a step that is over was due, counted as all else stands; with the last day that would have done.
    pub fn was_due(
        &self,
        calendars: &[impl Days],
        course: &Course<'_>,
        dates: &Dates,
        step: usize,
    ) -> Option<(DayNumber, DayNumber)> {
        let activity = self.activities.get(step)?;
        let run = Run {
            course,
            computed: &dates.computed,
            marks: &dates.marks,
            postponed: dates.postponed[step],
            previous: dates.computed[step].previous,
        };
        let calendar = &calendars[activity.calendar];
        let found = self.counted_from(&run, step);
        let found = found.and_then(|from| activity.count(calendar, from).map_err(|_| Undated::OutOfRange));
        let (count, _) = self.put_off(calendar, &run, step, found).ok()?;
        let day = match run.postponed {
            Some(_) => count.earliest,
            None => activity.best(calendar, count.earliest, count.latest)?.0,
        };
        let last_attempt = calendar.workday(day, activity.gap * (activity.attempts - 1)).unwrap_or(day);
        Some((day, count.latest.unwrap_or(day).max(last_attempt)))
    }

    /// The touchpoint outside the plan that a step is counted from, if it is.
    pub(super) fn touch(&self, course: &Course<'_>, dates: &Dates, step: usize) -> Option<DayNumber> {
        let previous = dates.computed[step].previous;
        let run = Run { course, computed: &dates.computed, marks: &dates.marks, postponed: None, previous };
        run.touch(self.activities[step].reference)
    }

    /// The day a step is counted from.
    fn counted_from(&self, run: &Run<'_>, at: usize) -> Result<DayNumber, Undated> {
        let after = match self.activities[at].reference {
            Reference::Day(day) => return day.ok_or(Undated::NoEvent),
            Reference::Start => None,
            Reference::Step(other) => Some(other),
            Reference::Previous => run.previous,
        };
        if let Some(touch) = run.touch(self.activities[at].reference) {
            return Ok(touch);
        }
        let Some(other) = after else { return run.course.actuals.start.ok_or(Undated::NoStart) };
        let found = run.computed[other];
        let day = found.day.map_err(|why| match why {
            Undated::OutOfRange => Undated::Upstream,
            other => other,
        })?;
        // That nobody was reached is known when the last attempt is over (B5).
        Ok(if self.is_after_silence(at, other) { found.last_attempt } else { day })
    }

    /// Whether a step comes only when nothing was heard after another.
    pub(super) fn is_after_silence(&self, step: usize, other: usize) -> bool {
        self.branching(step).is_some_and(|path| path.fork == other && path.outcome.is_silence())
    }
}

/// A run as far as it is computed.
struct Run<'a> {
    course: &'a Course<'a>,
    computed: &'a [Computed],
    marks: &'a [Option<Marked>],
    postponed: Option<DayNumber>,
    previous: Option<usize>,
}

impl Run<'_> {
    /// The touchpoint from which a step is counted: one since the step before was over, or since the start.
    fn touch(&self, reference: Reference) -> Option<DayNumber> {
        let Reference::Previous = reference else { return None };
        let since = match self.previous {
            Some(previous) => self.marks[previous].filter(|mark| mark.fate.is_over())?.on,
            None => self.course.actuals.start?,
        };
        self.course.touch_since(since)
    }
}

/// What is known of a step at which paths part.
fn turn(fork: &Activity, mark: Option<Marked>) -> Turn {
    match mark.map(|mark| mark.fate) {
        Some(Fate::Done(outcome)) => Turn::Came(outcome),
        Some(Fate::Skipped) => Turn::Came(None),
        Some(Fate::Tried(_)) | None => Turn::Expected(fork.expected),
    }
}
