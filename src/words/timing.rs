//! Lengths of waits, and what is wrong with a wait that was typed.

use crate::plan::{Span, Unit};
use crate::workshop::WaitError;

/// `1 working day`, `3 weeks`.
pub fn counted(span: Span) -> String {
    let one = match span.unit() {
        Unit::WorkingDays => "working day",
        Unit::CalendarDays => "calendar day",
        Unit::ExactDays => "exact day",
        Unit::Weeks => "week",
        Unit::Months => "month",
    };
    super::count(span.length().into(), one)
}

/// Why a wait was not understood, and what can be written.
pub fn wait_problem(error: &WaitError) -> String {
    match error {
        WaitError::Empty => "Write when this step comes, such as “3 days” or “within a fortnight”.".to_owned(),
        WaitError::Unclear(word) => format!(
            "“{word}” is not understood here. Write for example “3 days”, “2 weeks after the start”, “within a fortnight” or “10 days before the renewal”."
        ),
        WaitError::TooLong => format!("That is too long. Write at most {}.", Span::MAX_LENGTH),
        WaitError::Backward => "Write the shorter wait first, such as “5 to 10 days”.".to_owned(),
        WaitError::NotAbove(above) => super::step_above_problem(*above),
        WaitError::AmbiguousDate => {
            "Write the month as a word, such as “1 Sep 2026”, so that it cannot be mistaken for the day.".to_owned()
        }
        WaitError::Repeats => {
            "A step comes once. For something that comes again and again, copy the step as often as you need it.".to_owned()
        }
        WaitError::CannotCountBack => {
            "One can count back only from a date or an event, such as “10 days before the renewal”.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::WorkWeek;
    use crate::plan::{
        Anchor, Audience, Delay, Direction, Edit, EventEdit, EventId, Eves, Line, Plan, StepEdit, StepId,
        Window,
    };
    use crate::schedule::Schedule;
    use crate::workshop::parse_wait;

    const STEP: StepId = StepId(4);

    fn plan() -> Plan {
        let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
        let date = chrono::NaiveDate::from_ymd_opt(2027, 2, 1);
        let event =
            [Edit::AddEvent(Line::fitted("Spring fair")), Edit::Event(EventId(5), EventEdit::Date(date))];
        let edits = [add(), add(), add(), add()].into_iter().chain(event);
        edits.fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn with(delay: Delay, window: Window) -> Plan {
        plan().edited(Edit::Step(STEP, StepEdit::Timing(delay, window))).unwrap()
    }

    fn said(plan: &Plan) -> String {
        crate::words::wait(plan, Schedule::of(plan).step(STEP).unwrap())
    }

    #[test]
    fn a_wait_reads_like_a_sentence() {
        let say = |count: i16, tolerance: i16, unit, anchor| {
            let direction = if count < 0 { Direction::Before } else { Direction::After };
            let span = |count: i16| Span::new(count.unsigned_abs(), unit).unwrap();
            let delay = Delay::new(span(count), direction, anchor).unwrap();
            let latest = (tolerance > 0).then(|| span(count + tolerance));
            said(&with(delay, Window { latest, ..Window::default() }))
        };
        let fair = Anchor::Event(EventId(5));
        let date = Anchor::Date(chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap());
        assert_eq!(say(3, 0, Unit::WorkingDays, Anchor::PreviousStep), "3 working days after step 3");
        assert_eq!(say(1, 0, Unit::Weeks, Anchor::Start), "1 week after the start");
        assert_eq!(say(0, 0, Unit::WorkingDays, Anchor::Start), "on the start date");
        assert_eq!(say(0, 0, Unit::CalendarDays, Anchor::PreviousStep), "the same day as step 3");
        assert_eq!(
            say(1, 13, Unit::CalendarDays, Anchor::Step(StepId(1))),
            "within 14 calendar days after step 1"
        );
        assert_eq!(say(5, 5, Unit::WorkingDays, Anchor::Start), "5 to 10 working days after the start");
        assert_eq!(say(-10, 0, Unit::WorkingDays, fair), "10 working days before Spring fair");
        assert_eq!(say(-10, 5, Unit::WorkingDays, fair), "10 to 5 working days before Spring fair");
        assert_eq!(say(2, 0, Unit::Months, date), "2 months after 1 Sep 2026");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn what_is_said_can_be_typed_back(
            length in 0..=999_u16,
            latest in prop::option::of((0..=999_u16, prop::sample::select(&Unit::ALL[..]))),
            is_back in any::<bool>(),
            unit in prop::sample::select(&Unit::ALL[..]),
            anchor in prop_oneof![
                Just(Anchor::PreviousStep),
                Just(Anchor::Start),
                Just(Anchor::Step(StepId(1))),
                Just(Anchor::Event(EventId(5))),
                (0..146_000_u64).prop_map(|day| Anchor::Date(crate::calendar::FIRST_DAY + chrono::Days::new(day))),
            ],
            days in prop::option::of(1..127_u8),
            avoids in any::<bool>(),
        ) {
            let delay = Some(is_back).filter(|back| *back).and_then(|_| Delay::before(length, unit, anchor));
            let delay = delay.unwrap_or(Delay::after(length, unit, anchor).unwrap());
            let mask = |days: u8| (0..7).map(|day| if days >> day & 1 == 1 { '1' } else { '0' }).collect::<String>();
            let weekdays = days.and_then(|days| WorkWeek::from_mask(&mask(days)).ok());
            let eves = if avoids { Eves::Avoided } else { Eves::Taken };
            let latest = latest.and_then(|(length, unit)| Span::new(length, unit));
            let latest = latest.filter(|latest| latest.unit() == unit && latest.length() > length);
            let window = Window { latest: latest.filter(|_| delay.direction() == Direction::After), weekdays, eves };
            let plan = with(delay, window);
            let words = said(&plan);
            let again = parse_wait(&words, &plan, STEP).map(|edit| plan.edited(edit).unwrap());
            let step = again.as_ref().ok().and_then(|plan| plan.step(STEP)).cloned();
            let mut expected = plan.step(STEP).unwrap().clone();
            // On the day itself there is nothing to count, in whatever unit.
            if length == 0 && window.latest.is_none() {
                expected.delay = step.as_ref().map_or(delay, |step| step.delay);
            }
            prop_assert_eq!(step, Some(expected), "{}", words);
        }
    }
}
