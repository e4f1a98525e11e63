//! Lengths of waits in words.

use crate::plan::{Span, Unit};

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::WorkWeek;
    use crate::plan::{
        Anchor, Attempts, Audience, Branch, Delay, Direction, Edit, EventEdit, EventId, Eves, Line, Outcome,
        Plan, StepEdit, StepId, Window,
    };
    use crate::schedule::Schedule;
    use crate::workshop::{Setting, read_wait};

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

    /// The step comes only when nobody was reached in three tries of another.
    fn after_silence(plan: &Plan, fork: StepId) -> Plan {
        let branch = Branch { step: fork, outcome: Outcome::NotReached };
        let edits = [
            Edit::Step(fork, StepEdit::Attempts(Attempts::new(3, 2).unwrap())),
            Edit::Step(STEP, StepEdit::OnlyAfter(Some(branch))),
        ];
        edits.into_iter().fold(plan.clone(), |plan, edit| plan.edited(edit).unwrap())
    }

    #[test]
    fn what_follows_tries_in_vain_is_counted_from_the_last_of_them() {
        let wait =
            |unit| Delay::new(Span::new(2, unit).unwrap(), Direction::After, Anchor::PreviousStep).unwrap();
        let plan = after_silence(&with(wait(Unit::Weeks), Window::default()), StepId(3));
        assert_eq!(said(&plan), "2 weeks after the last try of step 3");
        let start = chrono::NaiveDate::from_ymd_opt(2026, 11, 23);
        let plan = plan.edited(Edit::Start(Audience::Prospect, start)).unwrap();
        assert_eq!(said(&plan), "2 weeks after the last try of step 3", "dated or not");
    }

    fn spans() -> impl Strategy<Value = Span> {
        let length = prop_oneof![0..=3_u16, 0..=Span::MAX_LENGTH];
        (length, prop::sample::select(&Unit::ALL[..]))
            .prop_map(|(length, unit)| Span::new(length, unit).unwrap())
    }

    fn names() -> impl Strategy<Value = String> {
        let telling = prop::sample::select(vec![
            "Spring fair",
            "Start",
            "the start date",
            "Step 2",
            "Step 2 party",
            "3 days fair",
            "1 May",
            "May",
            "Monday",
            "Open house on Main Street",
            "say “when”",
            "A week",
            "!!!",
            "on",
            "It",
            "Renewal, Paris",
            "O’Neil’s",
        ]);
        prop_oneof![telling.prop_map(str::to_owned), any::<String>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn what_is_said_can_be_typed_back(
            span in spans(),
            latest in prop::option::of(spans()),
            is_back in any::<bool>(),
            anchor in prop_oneof![
                Just(Anchor::PreviousStep),
                Just(Anchor::Start),
                Just(Anchor::Step(StepId(1))),
                Just(Anchor::Event(EventId(5))),
                (0..146_000_u64).prop_map(|day| Anchor::Date(crate::calendar::FIRST_DAY + chrono::Days::new(day))),
            ],
            days in prop::option::of(0..127_u8),
            avoids in any::<bool>(),
            fork in prop::option::of(prop::sample::select(&[StepId(1), StepId(3)][..])),
            name in names(),
        ) {
            let back = Some(Direction::Before).filter(|_| is_back);
            let delay = back.and_then(|back| Delay::new(span, back, anchor));
            let delay = delay.unwrap_or(Delay::new(span, Direction::After, anchor).unwrap());
            let mask = |days: u8| (0..7).map(|day| if days >> day & 1 == 1 { '1' } else { '0' }).collect::<String>();
            let weekdays = days.and_then(|days| WorkWeek::from_mask(&mask(days)).ok());
            let eves = if avoids { Eves::Avoided } else { Eves::Taken };
            let window = Window { latest, weekdays, eves };
            prop_assume!(window.fits(delay));
            let name = Line::fitted(&name);
            prop_assume!(!name.is_blank());
            let plan = with(delay, window).edited(Edit::Event(EventId(5), EventEdit::Name(name))).unwrap();
            let plan = fork.map_or(plan.clone(), |fork| after_silence(&plan, fork));
            let words = said(&plan);
            let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
            let again = read_wait(&words, Setting { plan: &plan, step: STEP, today });
            prop_assert!(again.is_ok(), "{}: {:?}", words, again);
            let again = again.unwrap();
            prop_assert_eq!(again.window, window, "{}", words);
            // On the day itself there is nothing to count, in whatever unit.
            if span.length() == 0 && latest.is_none() {
                prop_assert_eq!((again.delay.length(), again.delay.anchor()), (0, anchor), "{}", words);
            } else {
                prop_assert_eq!(again.delay, delay, "{}", words);
            }
        }
    }
}
