//! Which edits are one piece of typing.

use std::mem::discriminant;

use super::{ActionEdit, Edit, EventEdit, GoalEdit, LeadEdit, StepEdit};

impl Edit {
    /// Whether both type into the same field, so that one undo takes back both.
    pub fn continues(&self, earlier: &Self) -> bool {
        if discriminant(self) != discriminant(earlier) {
            return false;
        }
        match (self, earlier) {
            (Self::Trigger(a, _), Self::Trigger(b, _))
            | (Self::Start(a, _), Self::Start(b, _))
            | (Self::Statement(a, _), Self::Statement(b, _)) => a == b,
            (Self::RenamePerson(a, _), Self::RenamePerson(b, _)) => a == b,
            (Self::Goal(a, GoalEdit::Text(_)), Self::Goal(b, GoalEdit::Text(_))) => a == b,
            (Self::Event(a, x), Self::Event(b, y)) => {
                a == b && discriminant(x) == discriminant(y) && *x != EventEdit::Remove
            }
            (Self::Profile(a), Self::Profile(b)) => a.channel == b.channel,
            (Self::Lead(a, x), Self::Lead(b, y)) => {
                a == b && discriminant(x) == discriminant(y) && *x != LeadEdit::Remove
            }
            (Self::Mark(a, _, x), Self::Mark(b, _, y)) => a == b && x == y,
            (Self::Action(a, x), Self::Action(b, y)) => {
                a == b && discriminant(x) == discriminant(y) && *x != ActionEdit::Remove
            }
            (Self::Step(a, x), Self::Step(b, y)) => {
                let typed = matches!(
                    x,
                    StepEdit::What(_)
                        | StepEdit::Delay(_)
                        | StepEdit::Timing(..)
                        | StepEdit::Window(_)
                        | StepEdit::Attempts(_)
                        | StepEdit::Tools(_)
                        | StepEdit::Notes(_)
                );
                a == b && discriminant(x) == discriminant(y) && typed
            }
            _ => matches!(
                self,
                Self::Name(_)
                    | Self::Business(_)
                    | Self::Offer(_)
                    | Self::DealValue(_)
                    | Self::ContactsAMonth(_)
                    | Self::Review(_)
                    | Self::Stakes(_)
                    | Self::Spend(_)
                    | Self::Revenue(_)
            ),
        }
    }
}
