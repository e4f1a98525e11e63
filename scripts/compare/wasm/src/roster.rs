//! Many people on a sequence as the app holds them: a plan, a roster, and the dates of all with all that is told of each
//! step.

use std::cell::RefCell;

use chrono::NaiveDate;
use followthrough::agenda::Forecasts;
use followthrough::calendar::DayNumber;
use followthrough::plan::{Anchor, Audience, Delay, Edit, Fate, Holiday, Line, Plan, StepEdit, StepId, Unit};
use followthrough::roster::{
    ContactEdit, ContactId, EnrolmentEdit, NewContact, RosterEdit, Workspace, WorkspaceEdit,
};

/// The day before everybody's first.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();

struct Given {
    workspace: Workspace,
    dates: Forecasts,
    after: Forecasts,
}

thread_local! {
    static PLAN: RefCell<Plan> = RefCell::new(Plan::blank());
    static STARTS: RefCell<Vec<NaiveDate>> = RefCell::default();
    static GIVEN: RefCell<Option<Given>> = RefCell::default();
}

fn edit(edit: Edit) {
    PLAN.with_borrow_mut(|plan| *plan = plan.edited(edit).unwrap());
}

fn date(day: i32) -> NaiveDate {
    DayNumber(day).date().unwrap()
}

fn given<T>(work: impl FnOnce(&mut Given) -> T) -> T {
    GIVEN.with_borrow_mut(|it| work(it.as_mut().unwrap()))
}

#[unsafe(no_mangle)]
extern "C" fn plan_holiday(day: i32) {
    edit(Edit::AddHoliday(Holiday { date: date(day), name: Line::default() }));
}

#[unsafe(no_mangle)]
extern "C" fn plan_wait(count: i32) {
    let (audience, step) = (Audience::Prospect, StepId(PLAN.with_borrow(|plan| plan.next_id())));
    let wait = Delay::after(count as u16, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
    edit(Edit::AddStep { audience, before: None });
    edit(Edit::Step(step, StepEdit::Delay(wait)));
}

#[unsafe(no_mangle)]
extern "C" fn person(start: i32) {
    STARTS.with_borrow_mut(|starts| starts.push(date(start)));
}

/// Puts all of them on the sequence; how many they are.
#[unsafe(no_mangle)]
extern "C" fn enrol() -> i32 {
    let contact = |(at, start): (usize, NaiveDate)| NewContact {
        name: Line::fitted(&format!("Contact {at}")),
        start: Some((Audience::Prospect, Line::default(), start)),
        ..NewContact::default()
    };
    let new = STARTS.with_borrow_mut(std::mem::take).into_iter().enumerate().map(contact).collect();
    let edit = WorkspaceEdit::Roster(RosterEdit::Add(new));
    let workspace = Workspace::new(PLAN.with_borrow(Plan::clone)).edited(edit).unwrap();
    let dates = Forecasts::of(&workspace, TODAY);
    let count = workspace.roster.count() as i32;
    GIVEN.set(Some(Given { workspace, after: dates.clone(), dates }));
    count
}

/// All dates anew.
#[unsafe(no_mangle)]
extern "C" fn everybody() {
    given(|it| it.after = Forecasts::of(&it.workspace, TODAY));
}

/// One step of one of them done on a day, and the dates that follow.
#[unsafe(no_mangle)]
extern "C" fn completed(contact: i32, step: i32, on: i32) {
    given(|it| {
        let step = it.workspace.plan.sequences.of(Audience::Prospect).steps[step as usize].id;
        let mark = EnrolmentEdit::Mark(step, date(on), Fate::Done(None));
        let edit = ContactEdit::Enrolment(Audience::Prospect, mark);
        let edit = WorkspaceEdit::Roster(RosterEdit::Contact(ContactId(1 + contact as u32), edit));
        it.after = it.dates.after(&it.workspace.edited(edit).unwrap(), TODAY);
    });
}

/// One more holiday, and the dates that follow.
#[unsafe(no_mangle)]
extern "C" fn closed(day: i32) {
    given(|it| {
        let edit = Edit::AddHoliday(Holiday { date: date(day), name: Line::default() });
        it.after = it.dates.after(&it.workspace.edited(WorkspaceEdit::Plan(edit)).unwrap(), TODAY);
    });
}

/// The sum of the days of all steps, after the last of these.
#[unsafe(no_mangle)]
extern "C" fn sum_of_days() -> i32 {
    given(|it| {
        let roster = &it.after.workspace().roster;
        let timelines = roster.contacts().filter_map(|contact| it.after.timeline(contact.id, 0));
        let days = timelines.flat_map(|timeline| timeline.days().flatten());
        days.fold(0, |sum, day| i32::wrapping_add(sum, DayNumber::of(day).0))
    })
}
