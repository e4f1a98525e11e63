//! One finding: what, where, and by what it would be known again.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;

use crate::advice::Rule;
use crate::plan::{
    ActionId, Audience, Channel, Dismissal, EventId, GoalId, Line, PlanParts, Readiness, Responsible, Step,
    StepId,
};

/// Something to consider.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// What it is about.
    pub spot: Spot,
    /// What more there is to say.
    pub detail: Detail,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The plan as a whole.
    Plan,
    /// A statement.
    Statement(Audience),
    /// A goal.
    Goal(GoalId),
    /// An action.
    Action(ActionId),
    /// A sequence as a whole.
    Sequence(Audience),
    /// A step.
    Step(StepId),
    /// An event.
    Event(EventId),
    /// Somebody who works on the plan.
    Who(Responsible),
}

/// What more there is to say of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// Nothing.
    None,
    /// The piece of a text, as it was written.
    Piece(String),
    /// How many, of at most.
    Count {
        /// How many there are.
        found: u64,
        /// How many there should be at most; at least, where there are fewer.
        limit: u64,
    },
    /// Days on a channel, and its limit.
    Days {
        /// The channel.
        channel: Channel,
        /// Calendar days found.
        found: i64,
        /// Calendar days it should be.
        limit: i64,
    },
    /// A channel that costs this share of what is at stake, in thousandths.
    Share {
        /// The channel.
        channel: Channel,
        /// The share.
        share: u64,
    },
    /// A day.
    Date(NaiveDate),
    /// Words about the sender, and about the reader.
    Words {
        /// I, we, our, …
        about_us: usize,
        /// You, your, …
        about_them: usize,
    },
}

impl Finding {
    /// By what it is known in files: its rule and what it is about.
    pub fn name(&self) -> String {
        let rule = self.rule.slug();
        let audience = |audience| match audience {
            Audience::Prospect => "prospect",
            Audience::Customer => "customer",
        };
        match self.spot {
            Spot::Plan => rule.to_owned(),
            Spot::Statement(who) | Spot::Sequence(who) => format!("{rule} {}", audience(who)),
            Spot::Goal(id) => format!("{rule} {}", id.0),
            Spot::Action(id) => format!("{rule} {}", id.0),
            Spot::Step(id) => format!("{rule} {}", id.0),
            Spot::Event(id) => format!("{rule} {}", id.0),
            Spot::Who(Responsible::Person(id)) => format!("{rule} {}", id.0),
            Spot::Who(role) => {
                let number = Responsible::ROLES.iter().position(|known| *known == role);
                format!("{rule} role-{}", number.unwrap_or_default())
            }
        }
    }

    /// What it is about, as a number that changes when that changes. It is the same on every machine. Days are not in
    /// it, nor whether all is ready: a plan that starts anew, or is got ready, keeps its answers.
    pub fn print(&self, plan: &PlanParts) -> u32 {
        let mut hasher = Fnv(0x811c_9dc5);
        match self.spot {
            Spot::Plan if self.rule == Rule::NoContactGoal => {
                plan.goals.iter().for_each(|goal| (&goal.text, goal.benefit).hash(&mut hasher));
            }
            Spot::Plan | Spot::Who(_) => self.detail.hash(&mut hasher),
            Spot::Statement(who) => plan.statements.of(who).hash(&mut hasher),
            Spot::Goal(id) => plan.goal(id).map(|goal| (&goal.text, goal.audience)).hash(&mut hasher),
            Spot::Action(id) => {
                let action = plan.action(id).map(|(_, action)| (&action.text, &action.measure.metric));
                action.hash(&mut hasher);
            }
            Spot::Sequence(who) => plan.sequences.of(who).steps.iter().for_each(|step| {
                (&step.what, step.delay, step.channel, &step.notes, step.only_after).hash(&mut hasher);
            }),
            Spot::Event(id) => plan.event(id).map(|event| &event.name).hash(&mut hasher),
            Spot::Step(id) => {
                if let Some(step) = plan.step(id) {
                    Step { readiness: Readiness::default(), ..step.clone() }.hash(&mut hasher);
                }
            }
        }
        hasher.0
    }

    /// The answer that leaves it alone, if there is one and what it is about still looks as it did then.
    pub(super) fn answer<'a>(&self, plan: &'a PlanParts) -> Option<&'a Dismissal> {
        if plan.dismissals.is_empty() {
            return None;
        }
        let name = self.name();
        let at = plan.dismissals.binary_search_by(|known| known.finding.as_str().cmp(&name)).ok()?;
        plan.dismissals.get(at).filter(|answer| answer.print == self.print(plan))
    }

    /// The answer that leaves it alone for a reason, as long as what it is about stays as it is.
    pub fn dismissed(&self, plan: &PlanParts, reason: Line) -> Dismissal {
        Dismissal { finding: Line::fitted(&self.name()), print: self.print(plan), reason }
    }
}

/// The 32-bit hash of Fowler, Noll and Vo. The standard one differs between machines and versions, and a print is
/// kept in files.
struct Fnv(u32);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// Numbers of a machine's own width are taken as one width, the low byte first.
    fn write_usize(&mut self, number: usize) {
        self.write(&(number as u64).to_le_bytes());
    }

    fn write_isize(&mut self, number: isize) {
        self.write(&(number as i64).to_le_bytes());
    }

    fn finish(&self) -> u64 {
        self.0.into()
    }
}
