//! Changes to the times of a contact through the sequences.

use chrono::NaiveDate;

use super::{EnrolmentEdit, Refusal};
use crate::plan::{Audience, Line, StepId};
use crate::roster::{Contact, End, Enrolment, Exit, Pause};

impl Contact {
    pub(super) fn enrol(&mut self, audience: Audience, event: Line, start: NaiveDate) -> Result<(), Refusal> {
        if self.opted_out.is_some() {
            return Err(Refusal::OptedOut(self.id));
        }
        if self.open(audience).is_some() {
            return Err(Refusal::AlreadyEnrolled(self.id));
        }
        self.put(Enrolment::new(audience, event, start));
        Ok(())
    }

    /// Ends the time through a sequence that is under way, if there is one.
    pub(in crate::roster) fn end_where(&mut self, end: End, audience: Audience) {
        let is_meant = |known: &Enrolment| known.is_open() && known.audience == audience;
        if let Some(at) = self.enrolments.iter().position(is_meant) {
            let enrolment = self.enrolments.remove(at);
            self.put(Enrolment { end: Some(end), ..enrolment });
        }
    }

    pub(super) fn apply_to_enrolment(
        &mut self,
        audience: Audience,
        edit: EnrolmentEdit,
    ) -> Result<(), Refusal> {
        let id = self.id;
        let at = self.enrolments.iter().rposition(|known| known.audience == audience);
        let at = at.ok_or(Refusal::NotEnrolled(id))?;
        let enrolment = &mut self.enrolments[at];
        let asks_open = !matches!(
            edit,
            EnrolmentEdit::Mark(..)
                | EnrolmentEdit::Unmark(_)
                | EnrolmentEdit::Note(..)
                | EnrolmentEdit::Reopen(_)
        );
        if asks_open && !enrolment.is_open() {
            return Err(Refusal::HasEnded(id));
        }
        match edit {
            EnrolmentEdit::Start(start) => enrolment.start = start,
            EnrolmentEdit::Mark(step, on, fate) => enrolment.change_fact(step, |fact| {
                fact.mark = Some((on, fate));
                fact.postponed = None;
            }),
            EnrolmentEdit::Unmark(step) => enrolment.change_fact(step, |fact| fact.mark = None),
            EnrolmentEdit::Postpone(step, to) => enrolment.postpone(step, to)?,
            EnrolmentEdit::Note(step, note) => enrolment.change_fact(step, |fact| fact.note = note),
            EnrolmentEdit::Pause(_) if enrolment.is_paused() => return Err(Refusal::AlreadyPaused(id)),
            EnrolmentEdit::Pause(first) => enrolment.pauses.push(Pause { first, last: None }),
            EnrolmentEdit::Resume(_) if !enrolment.is_paused() => return Err(Refusal::NotPaused(id)),
            EnrolmentEdit::Resume(on) => enrolment.resume(on),
            EnrolmentEdit::End(on, Exit::OptedOut) => {
                return self.apply(super::ContactEdit::OptOut(on));
            }
            EnrolmentEdit::End(on, exit) => self.end_where(End { on, exit }, audience),
            EnrolmentEdit::Reopen(on) => self.reopen(at, on)?,
            EnrolmentEdit::Follow => enrolment.version = None,
        }
        Ok(())
    }

    fn reopen(&mut self, at: usize, on: NaiveDate) -> Result<(), Refusal> {
        if self.opted_out.is_some() {
            return Err(Refusal::OptedOut(self.id));
        }
        let Some(end) = self.enrolments[at].end else { return Err(Refusal::HasNotEnded(self.id)) };
        let mut enrolment = self.enrolments.remove(at);
        enrolment.pause_between(end.on, on);
        self.put(Enrolment { end: None, ..enrolment });
        Ok(())
    }
}

impl Enrolment {
    fn postpone(&mut self, step: StepId, to: Option<NaiveDate>) -> Result<(), Refusal> {
        if self.fact(step).is_some_and(|fact| fact.is_over()) {
            return Err(Refusal::StepIsOver(step));
        }
        self.change_fact(step, |fact| fact.postponed = to);
        Ok(())
    }

    /// What was paused for no day is no pause.
    fn resume(&mut self, on: NaiveDate) {
        let Some(pause) = self.pauses.last_mut() else { return };
        match on.pred_opt().filter(|last| *last >= pause.first) {
            Some(last) => pause.last = Some(last),
            None => _ = self.pauses.pop(),
        }
    }

    /// Nothing was to be done from a day until the day before another. With the pauses that it touches it is one; what was on
    /// hold stays on hold.
    fn pause_between(&mut self, first: NaiveDate, on: NaiveDate) {
        let Some(last) = on.pred_opt().filter(|last| *last >= first) else { return };
        let is_touched = |known: &Pause| {
            known.first <= on
                && known.last.is_none_or(|last| last.succ_opt().is_none_or(|next| next >= first))
        };
        let mut whole = Pause { first, last: Some(last) };
        while let Some(at) = self.pauses.iter().position(is_touched) {
            let known = self.pauses.remove(at);
            whole.first = whole.first.min(known.first);
            whole.last = whole.last.zip(known.last).map(|(one, other)| one.max(other));
        }
        let at = self.pauses.partition_point(|known| known.first < whole.first);
        self.pauses.insert(at, whole);
    }
}
