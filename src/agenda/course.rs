//! What the schedule is told of an enrolment.

use chrono::NaiveDate;

use super::laid::Laid;
use crate::calendar::DayNumber;
use crate::roster::{Contact, Enrolment};
use crate::schedule::{Actuals, Course, Marked, Postponed, Rest};

/// What is known of an enrolment by the places of steps and the numbers of days, in a room that is used again.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    start: DayNumber,
    marks: Vec<Marked>,
    postponed: Vec<Postponed>,
    touches: Vec<DayNumber>,
    /// The pauses that are over, each from its first to its last day.
    pub(super) pauses: Vec<(DayNumber, DayNumber)>,
    rest: Rest,
}

/// What becomes of the steps of an enrolment that are open.
pub(super) fn rest_of(enrolment: &Enrolment) -> Rest {
    match (enrolment.is_open(), enrolment.is_paused()) {
        (false, _) => Rest::Ended,
        (true, true) => Rest::Waits,
        (true, false) => Rest::Comes,
    }
}

impl Known {
    /// Takes in what is known of an enrolment.
    pub(super) fn fill(&mut self, laid: &Laid, contact: &Contact, enrolment: &Enrolment) {
        let Self { start, marks, postponed, touches, pauses, rest } = self;
        *start = DayNumber::of(enrolment.start);
        marks.clear();
        postponed.clear();
        for fact in &enrolment.facts {
            let Some(step) = laid.place(fact.step) else { continue };
            if let Some((on, fate)) = fact.mark {
                marks.push(Marked { step, on: DayNumber::of(on), fate });
            }
            if let Some(to) = fact.postponed {
                postponed.push(Postponed { step, to: DayNumber::of(to) });
            }
        }
        touches.clear();
        let counted = contact.touchpoints.iter().filter(|it| it.counts_for == Some(enrolment.audience));
        touches.extend(counted.map(|it| DayNumber::of(it.on)));
        pauses.clear();
        let over = enrolment.pauses.iter().filter_map(|pause| Some((pause.first, pause.last?)));
        pauses.extend(over.map(|(first, last)| (DayNumber::of(first), DayNumber::of(last))));
        *rest = rest_of(enrolment);
    }

    /// The course as it looks on a day.
    pub(super) fn course(&self, today: NaiveDate) -> Course<'_> {
        Course {
            actuals: Actuals {
                start: Some(self.start),
                marks: &self.marks,
                status_date: Some(DayNumber::of(today)),
            },
            postponed: &self.postponed,
            touches: &self.touches,
            rest: self.rest,
        }
    }
}
