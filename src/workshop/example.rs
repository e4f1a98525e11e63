//! The example plan: a small workshop that restores family pianos.

mod customer;

mod goals;

mod prospect;

use chrono::{Datelike, NaiveDate};

use crate::calendar::{FIRST_DAY, LAST_DAY, after_days, after_months};
use crate::plan::{
    ActionEdit, ActionId, Amount, Anchor, Audience, Benefit, Channel, Currency, Delay, Edit, GoalEdit,
    GoalId, Holiday, Idea, Line, Origin, PersonId, Plan, PlanParts, Prose, Readiness, Reason, Responsible,
    StepEdit, StepId, Unit,
};

/// A complete and believable plan to look around in, marked as [`Origin::Example`]. Its dates follow `today`, so that
/// it never ages; where the calendar ends they are left out.
pub fn example(today: NaiveDate) -> Plan {
    Draft::written().and_then(|draft| draft.dated(today)).unwrap_or_default()
}

/// What a goal of the example says.
struct GoalEntry {
    wish: Wish,
    audience: Audience,
    actions: &'static [ActionEntry],
}

/// Where the goal comes from (A13).
enum Wish {
    Picked(Idea),
    Own(&'static str, Benefit),
}

/// One "by …" (A22), with its measure: what, target, and the months until then (A23).
struct ActionEntry {
    by: By,
    text: &'static str,
    measure: Option<(&'static str, &'static str, i32)>,
}

/// The actions, for the steps to name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Answer,
    Ring,
    Visit,
    Comments,
    Explain,
    SeasonalNote,
    AgreeWho,
    Estimate,
    TalkItThrough,
    FirstWeeks,
    HowItSounds,
    SettlingTuning,
    AskForReview,
    CarePlan,
    TuningDue,
    Recordings,
    Evening,
    PassItOn,
}

/// What a step of the example says (B2-B8).
struct StepEntry {
    by: By,
    what: &'static str,
    delay: (i16, Unit, Anchor),
    channel: Channel,
    who: Who,
    tools: &'static str,
    notes: &'static str,
}

/// Who does a step (B7).
#[derive(Clone, Copy)]
enum Who {
    Role(Responsible),
    Nora,
    Fintan,
}

/// Days off on the same date every year.
const HOLIDAYS: [(u32, u32, &str); 4] = [
    (1, 1, "New Year’s Day"),
    (3, 17, "Saint Patrick’s Day"),
    (12, 25, "Christmas Day"),
    (12, 26, "Saint Stephen’s Day"),
];

const PROSPECT_STATEMENT: &str = "From the first word they feel that their piano matters to us because it matters to them. Nothing is hidden and nothing is hurried. Whatever they decide, they decide with a light heart.";

const CUSTOMER_STATEMENT: &str = "The house sounds different now, and we are still listening. They play more than they ever thought they would, and feel at home among people who keep old instruments alive.";

/// The plan as far as it is written. Every change goes through [`Plan::edited`]; one that is refused ends the work.
#[derive(Clone)]
struct Draft {
    plan: Plan,
    nora: PersonId,
    fintan: PersonId,
    actions: Vec<(By, ActionId)>,
}

impl Draft {
    fn blank() -> Option<Self> {
        let parts = PlanParts { origin: Origin::Example, ..Plan::blank().into_parts() };
        let (nora, fintan) = (PersonId(0), PersonId(0));
        Some(Self { plan: parts.checked().ok()?, nora, fintan, actions: Vec::new() })
    }

    /// All of it but the dates.
    fn written() -> Option<Self> {
        let mut draft = Self::blank()?;
        draft.introduce()?;
        for goal in &goals::GOALS {
            draft.add_goal(goal)?;
        }
        for step in &prospect::STEPS {
            draft.add_step(Audience::Prospect, step)?;
        }
        for step in &customer::STEPS {
            draft.add_step(Audience::Customer, step)?;
        }
        Some(draft)
    }

    /// Makes a change; returns the id that whatever it adds is given.
    fn make(&mut self, edit: Edit) -> Option<u32> {
        let id = self.plan.next_id();
        self.plan = self.plan.edited(edit).ok()?;
        Some(id)
    }

    fn introduce(&mut self) -> Option<()> {
        self.make(Edit::Business(line("Second Movement, piano workshop")?))?;
        self.make(Edit::Name(line("From a silent piano to a played one")?))?;
        self.make(Edit::Offer(line("Family pianos restored, brought home and kept in tune")?))?;
        self.make(Edit::DealValue(Some(Amount::from_hundredths(480_000).ok()?)))?;
        self.make(Edit::Currency(Currency::parse("EUR")?))?;
        self.make(Edit::ContactsAMonth(Some(18)))?;
        for reason in [Reason::CustomerKnowledge, Reason::NewProducts, Reason::Age] {
            self.make(Edit::Reason(reason, true))?;
        }
        let enquiry = line("Somebody asks about a piano: on our site, by phone or through a teacher")?;
        self.make(Edit::Trigger(Audience::Prospect, enquiry))?;
        self.make(Edit::Trigger(Audience::Customer, line("The restored piano is back in its home")?))?;
        self.make(Edit::Statement(Audience::Prospect, prose(PROSPECT_STATEMENT)?))?;
        self.make(Edit::Statement(Audience::Customer, prose(CUSTOMER_STATEMENT)?))?;
        self.nora = PersonId(self.make(Edit::AddPerson(line("Nora Keane")?))?);
        self.fintan = PersonId(self.make(Edit::AddPerson(line("Fintan Daly")?))?);
        Some(())
    }

    fn add_goal(&mut self, entry: &GoalEntry) -> Option<()> {
        let goal = match entry.wish {
            Wish::Picked(idea) => GoalId(self.make(Edit::PickIdea(idea))?),
            Wish::Own(text, benefit) => {
                let goal = GoalId(self.make(Edit::AddGoal(line(text)?))?);
                self.make(Edit::Goal(goal, GoalEdit::Benefit(benefit)))?;
                goal
            }
        };
        self.make(Edit::Goal(goal, GoalEdit::Audience(Some(entry.audience))))?;
        for entry in entry.actions {
            let action = ActionId(self.make(Edit::AddAction(goal, line(entry.text)?))?);
            self.actions.push((entry.by, action));
            if let Some((metric, target, _)) = entry.measure {
                self.make(Edit::Action(action, ActionEdit::Metric(line(metric)?)))?;
                self.make(Edit::Action(action, ActionEdit::Target(line(target)?)))?;
            }
        }
        Some(())
    }

    fn action(&self, by: By) -> Option<ActionId> {
        self.actions.iter().find(|(known, _)| *known == by).map(|(_, action)| *action)
    }

    fn add_step(&mut self, audience: Audience, entry: &StepEntry) -> Option<()> {
        let action = self.action(entry.by)?;
        let step = StepId(self.make(Edit::AddStepFor(audience, action))?);
        let (count, unit, anchor) = entry.delay;
        let who = match entry.who {
            Who::Role(role) => role,
            Who::Nora => Responsible::Person(self.nora),
            Who::Fintan => Responsible::Person(self.fintan),
        };
        for edit in [
            StepEdit::What(line(entry.what)?),
            StepEdit::Delay(Delay::new(count, unit, anchor)?),
            StepEdit::Channel(Some(entry.channel)),
            StepEdit::Who(Some(who)),
            StepEdit::Tools(line(entry.tools)?),
            StepEdit::Notes(prose(entry.notes)?),
            StepEdit::Readiness(Readiness::Ready),
        ] {
            self.make(Edit::Step(step, edit))?;
        }
        Some(())
    }

    /// The days off of the coming year, the two starts, the review and the measures' dates.
    fn dated(mut self, today: NaiveDate) -> Option<Plan> {
        for (month, day, name) in HOLIDAYS {
            if let Some(date) = coming(today, month, day) {
                self.make(Edit::AddHoliday(Holiday { date, name: line(name)? }))?;
            }
        }
        let calendar = self.plan.calendar();
        let workday = |date: NaiveDate| calendar.next_workday(date).ok();
        let later = |months| after_months(today, months).ok().and_then(workday);
        let monday = after_days(today, 3).ok().and_then(monday_from);
        let week_after = monday.and_then(|monday| after_days(monday, 7).ok());
        self.make(Edit::Start(Audience::Prospect, monday.and_then(workday)))?;
        self.make(Edit::Start(Audience::Customer, week_after.and_then(workday)))?;
        self.make(Edit::Review(later(3)))?;
        for entry in goals::GOALS.iter().flat_map(|goal| goal.actions) {
            if let Some((_, _, months)) = entry.measure {
                let action = self.action(entry.by)?;
                self.make(Edit::Action(action, ActionEdit::By(later(months))))?;
            }
        }
        Some(self.plan)
    }
}

fn line(text: &str) -> Option<Line> {
    Line::parse(text).ok()
}

fn prose(text: &str) -> Option<Prose> {
    Prose::parse(text).ok()
}

/// The first Monday on or after a date.
fn monday_from(date: NaiveDate) -> Option<NaiveDate> {
    let passed = i64::from(date.weekday().num_days_from_monday());
    after_days(date, (7 - passed) % 7).ok()
}

/// The next time this day of the year comes, today included.
fn coming(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    [today.year(), today.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= today)
        .filter(|date| (FIRST_DAY..=LAST_DAY).contains(date))
}

#[cfg(test)]
mod tests;
