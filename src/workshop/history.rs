//! The way back: a plan, or a plan with its people, with the earlier and later states.

use std::sync::Arc;

use crate::plan::{Edit, EditError, Plan};
use crate::roster::{Refusal, Workspace, WorkspaceEdit};

/// What can be changed by edits, each making another value of it.
pub trait Editable: Sized + PartialEq {
    /// A change.
    type Edit;
    /// Why one is refused.
    type Refusal;

    /// The value with one change made.
    ///
    /// # Errors
    /// The refusal; all is as it was then.
    fn edited(&self, edit: Self::Edit) -> Result<Self, Self::Refusal>;
}

impl Editable for Plan {
    type Edit = Edit;
    type Refusal = EditError;

    fn edited(&self, edit: Edit) -> Result<Self, EditError> {
        Self::edited(self, edit)
    }
}

impl Editable for Workspace {
    type Edit = WorkspaceEdit;
    type Refusal = Refusal;

    fn edited(&self, edit: WorkspaceEdit) -> Result<Self, Refusal> {
        Self::edited(self, edit)
    }
}

/// A plan, or what else can be edited, and up to [`History::DEPTH`] states behind it. Undo is snapshots, not inverses: what was there comes
/// back exactly.
#[derive(Clone, Debug)]
pub struct History<T = Plan> {
    past: Vec<Arc<T>>,
    present: Arc<T>,
    future: Vec<Arc<T>>,
    /// The field that the last change was typed into, while the typing may go on.
    typing: Option<FieldId>,
}

/// Names a field on the screen, for as long as it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldId(pub u32);

/// What a change is meant as: this decides what one undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// A change of its own.
    Act,
    /// Typing in a field: it goes on with what was typed there before.
    Typing(FieldId),
}

impl History {
    /// How many changes can be taken back.
    pub const DEPTH: usize = 100;

    /// The plan as it is.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.present
    }
}

impl<T: Editable> History<T> {
    /// One without a past.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present: Arc::new(present), future: Vec::new(), typing: None }
    }

    /// What there is.
    pub fn present(&self) -> &Arc<T> {
        &self.present
    }

    /// What there was before the last changes, from a state on that is meant as itself; nothing where the way back does not
    /// lead to it.
    pub fn since(&self, state: &Arc<T>) -> &[Arc<T>] {
        let at = self.past.iter().rposition(|known| Arc::ptr_eq(known, state));
        at.map_or(&[], |at| &self.past[at..])
    }

    /// There is something to take back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// There is something to bring back.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes a change of its own.
    ///
    /// # Errors
    /// As [`Editable::edited`]; nothing has changed then.
    pub fn edit(&mut self, edit: T::Edit) -> Result<(), T::Refusal> {
        self.commit([edit], Intent::Act)
    }

    /// Makes changes that belong together: one undo takes all of them back. Typing on in the same field is one change.
    ///
    /// # Errors
    /// As [`Editable::edited`], for the first that is refused; nothing has changed then.
    pub fn commit(
        &mut self,
        edits: impl IntoIterator<Item = T::Edit>,
        intent: Intent,
    ) -> Result<(), T::Refusal> {
        let mut edits = edits.into_iter();
        let Some(first) = edits.next() else { return Ok(()) };
        let after = edits.try_fold(self.present.edited(first)?, |before, edit| before.edited(edit))?;
        if after == *self.present {
            return Ok(());
        }
        let typing = match intent {
            Intent::Act => None,
            Intent::Typing(field) => Some(field),
        };
        let continues = typing.is_some() && typing == self.typing;
        let before = std::mem::replace(&mut self.present, Arc::new(after));
        if !continues {
            if self.past.len() == History::DEPTH {
                self.past.remove(0);
            }
            self.past.push(before);
        }
        self.future.clear();
        self.typing = typing;
        Ok(())
    }

    /// Ends the run of typing: the next change is one of its own.
    pub fn pause(&mut self) {
        self.typing = None;
    }

    /// Takes back what is being typed in a field, as if it had not been begun: it has turned out to be nothing.
    pub fn abandon(&mut self, field: FieldId) {
        if self.typing == Some(field)
            && let Some(plan) = self.past.pop()
        {
            self.present = plan;
            self.typing = None;
        }
    }

    /// Takes the last change back; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(plan) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, plan));
        self.typing = None;
        true
    }

    /// Brings back what was taken back; `false` when there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(plan) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, plan));
        self.typing = None;
        true
    }

    /// Takes over what came from elsewhere, such as another tab, as one change.
    pub fn replace(&mut self, present: T) {
        if self.past.len() == History::DEPTH {
            self.past.remove(0);
        }
        self.past.push(std::mem::replace(&mut self.present, Arc::new(present)));
        self.future.clear();
        self.typing = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Line, PersonId};

    fn name(text: &str) -> Edit {
        Edit::Name(Line::parse(text).unwrap())
    }

    fn business(text: &str) -> Edit {
        Edit::Business(Line::parse(text).unwrap())
    }

    #[test]
    fn typing_in_one_field_is_taken_back_at_once() {
        let mut history = History::new(Plan::blank());
        for text in ["B", "Ba", "Bak"] {
            history.commit([name(text)], Intent::Typing(FieldId(1))).unwrap();
        }
        history.edit(business("x")).unwrap();
        history.undo();
        assert_eq!(history.plan().name.as_str(), "Bak");
        history.undo();
        assert_eq!(history.plan().name.as_str(), "");
        assert!(!history.undo());
    }

    #[test]
    fn the_states_since_one_are_as_many_as_there_are_changes_to_take_back() {
        let mut history = History::new(Plan::blank());
        let begun = history.present().clone();
        assert_eq!(history.since(&begun).len(), 0);
        history.edit(name("Bakery")).unwrap();
        let named = history.present().clone();
        history.edit(business("x")).unwrap();
        assert_eq!((history.since(&begun).len(), history.since(&named).len()), (2, 1));
        assert!(Arc::ptr_eq(&history.since(&begun)[1], &named));
        history.undo();
        assert_eq!(history.since(&named).len(), 0, "it is the present");
        assert_eq!(history.since(&Arc::new((*begun).clone())).len(), 0, "what says the same is another");
    }

    #[test]
    fn typing_that_comes_to_nothing_leaves_what_was_there() {
        let mut history = History::new(Plan::blank());
        history.edit(name("Bakery")).unwrap();
        history.commit([name("1")], Intent::Typing(FieldId(1))).unwrap();
        history.commit([name("1,2")], Intent::Typing(FieldId(1))).unwrap();
        history.abandon(FieldId(2));
        assert_eq!(history.plan().name.as_str(), "1,2");
        history.abandon(FieldId(1));
        assert_eq!(history.plan().name.as_str(), "Bakery");
        history.abandon(FieldId(1));
        history.undo();
        assert_eq!((history.plan().name.as_str(), history.has_past()), ("", false));
    }

    #[test]
    fn a_pause_parts_two_runs_of_typing() {
        let mut history = History::new(Plan::blank());
        let typing = Intent::Typing(FieldId(1));
        history.commit([name("A")], typing).unwrap();
        history.pause();
        history.commit([name("AB")], typing).unwrap();
        history.undo();
        assert_eq!(history.plan().name.as_str(), "A");
    }

    #[test]
    fn what_is_done_or_typed_elsewhere_is_a_change_of_its_own() {
        let mut history = History::new(Plan::blank());
        history.commit([name("A")], Intent::Typing(FieldId(1))).unwrap();
        history.commit([name("AB")], Intent::Typing(FieldId(2))).unwrap();
        history.edit(name("ABC")).unwrap();
        history.edit(name("ABCD")).unwrap();
        for before in ["ABC", "AB", "A", ""] {
            assert!(history.undo());
            assert_eq!(history.plan().name.as_str(), before);
        }
    }

    #[test]
    fn changes_that_belong_together_are_made_and_taken_back_together() {
        let mut history = History::new(Plan::blank());
        history.commit([name("A"), business("B")], Intent::Act).unwrap();
        let refused = [name("C"), Edit::RemovePerson(PersonId(7))];
        assert_eq!(history.commit(refused, Intent::Act), Err(EditError::NoSuchPerson(PersonId(7))));
        assert_eq!(history.plan().name.as_str(), "A");
        assert!(history.undo());
        assert_eq!(**history.plan(), Plan::blank());
    }

    #[test]
    fn redo_brings_back_what_undo_took_until_something_new_is_typed() {
        let mut history = History::new(Plan::blank());
        history.edit(name("A")).unwrap();
        history.undo();
        assert!(history.redo());
        assert_eq!(history.plan().name.as_str(), "A");
        history.undo();
        history.edit(business("B")).unwrap();
        assert!(!history.redo());
    }

    #[test]
    fn a_hundred_changes_can_be_taken_back() {
        let mut history = History::new(Plan::blank());
        for i in 0..150 {
            history.edit(name(&i.to_string())).unwrap();
            history.pause();
        }
        let mut undone = 0;
        while history.undo() {
            undone += 1;
        }
        assert_eq!(undone, 100);
        assert_eq!(history.plan().name.as_str(), "49");
    }

    #[test]
    fn a_change_that_changes_nothing_leaves_no_trace() {
        let mut history = History::new(Plan::blank());
        history.edit(name("")).unwrap();
        assert!(!history.has_past());
    }
}
