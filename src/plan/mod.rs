//! The plan: what the owner says, checked, and nothing that can be computed from it.
//!
//! A [`Plan`] may be incomplete at any time and is never illegal. There is one way to change one,
//! [`Plan::edited`], and one way to build one from parts, [`PlanParts::checked`]. It holds no dates of steps, no
//! numbers of steps and no progress: those are computed by the layers above. It reads no clock and makes no
//! random names: ids are counted within the plan.

mod amount;

mod audience;

mod branch;

mod campaign;

mod carry;

mod days_off;

mod delay;

mod dismissal;

mod edit;

mod event;

mod flaw;

mod goal;

mod holiday;

mod idea;

mod letters;

mod parts;

mod reason;

mod renumber;

mod run;

mod sequence;

mod slug;

mod stakes;

mod text;

pub use amount::{Amount, AmountError, Currency};
pub use audience::{Audience, PerAudience};
pub use branch::{Attempts, Branch, Outcome};
pub use campaign::{Campaign, Lead, LeadId};
pub use carry::Carried;
pub use delay::{Anchor, Delay, Direction, Eves, PlainDays, Span, Unit, Window};
pub use dismissal::{Dismissal, Fingerprint};
pub use edit::{ActionEdit, Edit, EditError, EventEdit, GoalEdit, LeadEdit, StepEdit};
pub use event::{Event, EventId};
pub use flaw::{Flaw, Limit};
pub use goal::{Action, ActionId, Benefit, Goal, GoalId, Measure};
pub use holiday::{Closure, Holiday, HolidaySet, YearlyClosure};
pub use idea::Idea;
pub use letters::{in_plain_letters, in_small_letters, is_letter_or_digit, small_letter};
pub use parts::{Origin, Plan, PlanParts};
pub use reason::{Reason, Reasons};
pub use run::{Fate, Mark, Postponement, Run};
pub use sequence::{Channel, Person, PersonId, Readiness, Responsible, Sequence, Step, StepId};
pub use stakes::{ChannelProfile, Distance, Percent, Stakes};
pub use text::{Line, Prose, Text, TextError};

#[cfg(test)]
mod tests;
