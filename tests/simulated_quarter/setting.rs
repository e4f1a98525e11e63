//! The firm of the quarter: eight people in three countries, both sequences, a business calendar.

use chrono::NaiveDate;
use followthrough::calendar::WorkWeek;
use followthrough::plan::{
    Anchor, Attempts, Audience, Branch, Channel, Closure, Delay, Edit, EventEdit, EventId, Holiday,
    HolidaySet, Line, Outcome, PersonId, Plan, Responsible, Span, StepEdit, StepId, Unit, Window,
};
use followthrough::roster::{PersonEdit, RosterEdit, Workspace, WorkspaceEdit};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn holidays(days: &[&str]) -> Vec<Holiday> {
    days.iter().map(|day| Holiday { date: date(day), name: Line::default() }).collect()
}

fn country(code: &str, days: &[&str]) -> HolidaySet {
    let (code, name) = (line(code), line(code));
    HolidaySet { code, name, through: 2027, days: holidays(days), worked: Vec::new() }
}

pub const COUNTRIES: [&str; 3] = ["AT", "FR", "US"];

/// How a step is said here: the delay, the channel, and what else.
type Said = (Delay, Channel, Vec<StepEdit>);

fn after(length: u16, unit: Unit) -> Delay {
    Delay::after(length, unit, Anchor::PreviousStep).unwrap()
}

fn add(plan: Plan, audience: Audience, (delay, channel, more): Said) -> Plan {
    let step = StepId(plan.next_id());
    let edits = [StepEdit::Delay(delay), StepEdit::Channel(Some(channel))].into_iter().chain(more);
    let edits = edits.map(|edit| Edit::Step(step, edit));
    std::iter::once(Edit::AddStep { audience, before: None })
        .chain(edits)
        .fold(plan, |plan, edit| plan.edited(edit).unwrap())
}

/// The people are 1 to 8, the event is 9, the steps follow.
pub const PEOPLE: std::ops::RangeInclusive<u32> = 1..=8;

pub fn firm() -> Workspace {
    let names = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana"];
    let mut plan = Plan::blank();
    let mut edit = |edit: Edit| plan = plan.edited(edit).unwrap();
    names.iter().for_each(|name| edit(Edit::AddPerson(line(name))));
    edit(Edit::AddEvent(line("Fair")));
    edit(Edit::Event(EventId(9), EventEdit::Date(Some(date("2027-01-20")))));
    edit(Edit::TakeHolidays(country("DE", &["2026-10-03", "2026-12-25", "2027-01-01", "2027-03-26"])));
    edit(Edit::AddHoliday(Holiday { date: date("2026-12-24"), name: Line::default() }));
    edit(Edit::Worked(date("2026-10-10"), true));
    edit(Edit::AddClosure(Closure {
        first: date("2026-12-28"),
        last: date("2026-12-31"),
        name: Line::default(),
        who: None,
    }));
    edit(Edit::AddClosure(Closure {
        first: date("2027-01-04"),
        last: date("2027-01-08"),
        name: Line::default(),
        who: Some(PersonId(3)),
    }));
    let workspace = Workspace::new(with_steps(plan));
    let people = [
        (1, PersonEdit::Week(Some(WorkWeek::from_mask("0000111").unwrap()))),
        (2, PersonEdit::Country(Some(line("FR")))),
        (4, PersonEdit::Week(Some(WorkWeek::from_mask("1000011").unwrap()))),
        (4, PersonEdit::Country(Some(line("US")))),
        (5, PersonEdit::MinutesAWeek(Some(600))),
    ];
    let countries = [
        country("AT", &["2026-10-26", "2026-12-08", "2026-12-25", "2027-01-06"]),
        country("FR", &["2026-11-11", "2026-12-25", "2027-01-01"]),
        country("US", &["2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"]),
    ];
    let edits = countries.into_iter().map(RosterEdit::TakeCountry);
    let edits = edits.chain(people.map(|(id, edit)| RosterEdit::Person(PersonId(id), edit)));
    edits.fold(workspace, |before, edit| before.edited(WorkspaceEdit::Roster(edit)).unwrap())
}

fn with_steps(plan: Plan) -> Plan {
    let fork = |step: u32, outcome| StepEdit::OnlyAfter(Some(Branch { step: StepId(step), outcome }));
    let on = |mask: &str, latest: Option<u16>| {
        let weekdays = Some(WorkWeek::from_mask(mask).unwrap());
        let latest = latest.map(|length| Span::new(length, Unit::WorkingDays).unwrap());
        StepEdit::Window(Window { latest, weekdays, ..Window::default() })
    };
    let within = |days: u16| {
        let latest = Span::new(days, Unit::CalendarDays);
        StepEdit::Window(Window { latest, ..Window::default() })
    };
    let by = |person: u32| StepEdit::Who(Some(Responsible::Person(PersonId(person))));
    let role = StepEdit::Who(Some(Responsible::Automation));
    let tries = StepEdit::Attempts(Attempts::new(3, 2).unwrap());
    let days = |length| after(length, Unit::WorkingDays);
    let fair = Delay::before(10, Unit::WorkingDays, Anchor::Event(EventId(9))).unwrap();
    let from_start = Delay::after(1, Unit::Months, Anchor::Start).unwrap();
    let expected = StepEdit::Expected(Some(Outcome::Reached));
    // Steps 10 to 18, then 19 to 25.
    let prospect: [Said; 9] = [
        (Delay::AT_START, Channel::Email, vec![role]),
        (days(2), Channel::Phone, vec![tries, expected]),
        (days(3), Channel::Email, vec![fork(11, Outcome::NotReached)]),
        (after(1, Unit::Weeks), Channel::InPerson, vec![fork(11, Outcome::Reached), on("1001111", Some(15))]),
        (days(2), Channel::Email, vec![]),
        (after(10, Unit::CalendarDays), Channel::Letter, vec![by(6)]),
        (from_start, Channel::Phone, vec![by(2)]),
        (fair, Channel::Internal, vec![by(7)]),
        (Delay::after(3, Unit::ExactDays, Anchor::Step(StepId(14))).unwrap(), Channel::Comments, vec![]),
    ];
    let customer: [Said; 7] = [
        (days(1), Channel::Email, vec![]),
        (days(5), Channel::Phone, vec![on("1100111", None)]),
        (after(1, Unit::Months), Channel::Email, vec![by(8)]),
        (days(0), Channel::Internal, vec![by(3)]),
        (after(2, Unit::Weeks), Channel::InPerson, vec![within(30)]),
        (days(15), Channel::Letter, vec![by(6)]),
        (days(4), Channel::SocialChat, vec![by(1)]),
    ];
    let plan = prospect.into_iter().fold(plan, |plan, said| add(plan, Audience::Prospect, said));
    customer.into_iter().fold(plan, |plan, said| add(plan, Audience::Customer, said))
}
