//! A sequence laid out for counting, and the one place where its dates are found.

use std::collections::HashMap;

use super::activity::{Activity, Reference};
use super::actuals::{Actuals, Marked};
use super::branches::{Branches, Branching, Progress, TRUNK, Turn};
use super::count::{Computed, Undated};
use super::days::Days;
use crate::calendar::{DayNumber, WorkCalendar};
use crate::plan::{Anchor, Audience, Closure, Fate, Outcome, PersonId, PlanParts, Responsible, Step, StepId};

/// The steps of a sequence with everything looked up that their dates depend on, for one run or for many.
#[derive(Clone, Debug)]
pub struct Pattern {
    activities: Vec<Activity>,
    branches: Branches,
    calendars: Vec<WorkCalendar>,
}

/// The dates of one run, in a room that is used again for the next.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    computed: Vec<Computed>,
    marks: Vec<Option<Marked>>,
    paths: Vec<Progress>,
}

impl Dates {
    /// The steps in order.
    pub fn steps(&self) -> &[Computed] {
        &self.computed
    }
}

impl Pattern {
    /// Lays out a sequence of a plan.
    pub fn of(plan: &PlanParts, audience: Audience) -> Self {
        let steps = &plan.sequences.of(audience).steps;
        let places: HashMap<StepId, usize> = steps.iter().zip(0..).map(|(step, at)| (step.id, at)).collect();
        let place = |id: StepId| places.get(&id).copied();
        let mut calendars = Calendars { all: vec![plan.calendar()], people: Vec::new() };
        let mut branches = Branches::new();
        let mut activities: Vec<Activity> = Vec::with_capacity(steps.len());
        for step in steps {
            let fork = step.only_after.and_then(|branch| Some((place(branch.step)?, branch.outcome)));
            // A step depends only on steps above, which are laid out already.
            let path = match fork {
                Some((fork, outcome)) => branches.path(fork, outcome, activities[fork].path),
                None => TRUNK,
            };
            activities.push(Activity {
                reference: match step.delay.anchor() {
                    Anchor::PreviousStep => Reference::Previous,
                    Anchor::Start => Reference::Start,
                    Anchor::Step(id) => place(id).map_or(Reference::Previous, Reference::Step),
                    Anchor::Event(id) => {
                        let date = plan.event(id).and_then(|event| event.date);
                        Reference::Day(date.map(DayNumber::of))
                    }
                    Anchor::Date(date) => Reference::Day(Some(DayNumber::of(date))),
                },
                span: step.delay.span(),
                direction: step.delay.direction(),
                latest: step.window.latest,
                weekdays: step.window.weekdays,
                eves: step.window.eves,
                attempts: step.attempts.count().into(),
                gap: step.attempts.gap().into(),
                path,
                expected: step.expected,
                calendar: calendars.of(plan, step),
            });
        }
        Self { activities, branches, calendars: calendars.all }
    }

    /// How many steps it has.
    pub fn steps(&self) -> usize {
        self.activities.len()
    }

    /// The calendars it is counted by: that of the business, then those of people who are away at times.
    pub fn calendars(&self) -> &[WorkCalendar] {
        &self.calendars
    }

    /// Which of the calendars a step is counted by.
    pub(super) fn calendar(&self, step: usize) -> usize {
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

    /// Dates the steps of one run into `dates`, whose room is used again. `calendars` are those of the pattern in
    /// whatever form.
    pub fn date_into(&self, calendars: &[impl Days], actuals: Actuals<'_>, dates: &mut Dates) {
        let Dates { computed, marks, paths } = dates;
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
                actuals: &actuals,
                computed: &*computed,
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
            Some(Marked { on, fate: Fate::Tried(times), .. }) => activity.again(calendar, on, times.into()),
            _ => self
                .counted_from(&run, at)
                .and_then(|from| activity.count(calendar, from).map_err(|_| Undated::OutOfRange)),
        };
        let (mut count, left) = match found {
            Ok(found) => found,
            Err(why) => return Computed::undated(previous, why),
        };
        let Some((mut day, mut fit)) = activity.best(calendar, count.earliest, count.latest) else {
            return Computed::undated(previous, Undated::OutOfRange);
        };
        // An open step is not due on a day that is over, once the run has begun; nor would one be that may still come.
        let mut overdue_since = None;
        let status_date =
            run.actuals.status_date.filter(|_| !run.actuals.marks.is_empty() && path.is_possible());
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

    /// The day a step is counted from.
    fn counted_from(&self, run: &Run<'_>, at: usize) -> Result<DayNumber, Undated> {
        let after = match self.activities[at].reference {
            Reference::Day(day) => return day.ok_or(Undated::NoEvent),
            Reference::Start => None,
            Reference::Step(other) => Some(other),
            Reference::Previous => run.previous,
        };
        let Some(other) = after else { return run.actuals.start.ok_or(Undated::NoStart) };
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
    actuals: &'a Actuals<'a>,
    computed: &'a [Computed],
    previous: Option<usize>,
}

/// The calendars of a sequence.
struct Calendars {
    all: Vec<WorkCalendar>,
    people: Vec<PersonId>,
}

impl Calendars {
    /// The place of the calendar a step is counted by.
    fn of(&mut self, plan: &PlanParts, step: &Step) -> usize {
        let Some(Responsible::Person(id)) = step.who else { return 0 };
        if !plan.closures.iter().any(|closure| is_away(closure, id)) {
            return 0;
        }
        let known = self.people.iter().position(|known| *known == id);
        1 + known.unwrap_or_else(|| {
            self.people.push(id);
            self.all.push(plan.calendar_of(id));
            self.people.len() - 1
        })
    }
}

fn is_away(closure: &Closure, person: PersonId) -> bool {
    closure.who == Some(person)
}

/// What is known of a step at which paths part.
fn turn(fork: &Activity, mark: Option<Marked>) -> Turn {
    match mark.map(|mark| mark.fate) {
        Some(Fate::Done(outcome)) => Turn::Came(outcome),
        Some(Fate::Skipped) => Turn::Came(None),
        Some(Fate::Tried(_)) | None => Turn::Expected(fork.expected),
    }
}
