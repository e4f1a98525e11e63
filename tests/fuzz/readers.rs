//! What is asked of each reader, whatever it is given.

use std::rc::Rc;

use chrono::NaiveDate;
use followthrough::advice::{Review, Traceability};
use followthrough::exchange::{
    Answer, BackAnswer, InLink, Method, Outgoing, Request, Wanted, calendar_answer, cards_answer, compare,
    export_json, from_link, holiday_list, holiday_set, import_json, in_link, read_holidays, round,
    steps_answer, ticks_taken,
};
use followthrough::plan::{Audience, Edit, EventEdit, EventId, Line, Plan, StepId};
use followthrough::roster::Workspace;
use followthrough::schedule::Schedule;
use followthrough::store::{MemoryStorage, Places, PlanId, PlanStore, Record, State, Storage, TabId};
use followthrough::words;
use followthrough::workshop::{
    CountedFrom, Hint, List, ListSetting, Setting, as_lines, read_stretch, read_wait,
};

use crate::corpus::{listed, plan_of_sheets};
use crate::fixtures::date;

fn today() -> NaiveDate {
    date("2026-11-27")
}

fn id() -> PlanId {
    PlanId::parse("a").unwrap()
}

fn tab() -> TabId {
    TabId::parse("fuzz").unwrap()
}

/// A sentence or two for a person, on one line.
pub fn is_clear(said: &str) {
    assert!(said.ends_with('.') && said.len() < 2_000, "{said}");
    assert!(!said.contains(char::is_control), "{said:?}");
}

/// A plan that was read can be worked with: it has dates, findings, a file, and it comes back from that the same.
fn is_usable(plan: &Plan) {
    let schedule = Schedule::on(plan, today());
    for audience in Audience::BOTH {
        for facts in schedule.steps(audience) {
            is_one_line(&words::wait(plan, facts));
            _ = words::why(plan, &schedule, facts);
        }
    }
    _ = Review::of(plan, &schedule, today());
    _ = Traceability::all(plan, &schedule);
    let file = export_json(plan, &schedule, today());
    match import_json(file.as_bytes()) {
        Ok(again) => assert_eq!(again, *plan),
        // Only what no file could have brought.
        Err(error) => assert!(plan.highest_id() > Plan::MAX_ID, "{error}"),
    }
}

fn is_one_line(said: &str) {
    assert!(!said.contains(['\n', '\0']), "{said:?}");
}

/// Everything that stands in a storage, and a text is either a plan or set aside as it is.
fn kept_or_set_aside(storage: impl Storage, text: &str) -> Option<Plan> {
    let plan_store = PlanStore::new(storage, tab());
    let contents = plan_store.contents().unwrap();
    if let Some(aside) = contents.quarantined.iter().find(|aside| aside.text == text) {
        is_clear(&format!("It is set aside: {}.", aside.why));
        return None;
    }
    let (_, stored) = contents.plans.into_iter().find(|(found, _)| *found == id()).unwrap();
    Some(stored.plan)
}

pub fn stored(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let storage = Rc::new(MemoryStorage::default());
    storage.write(&id().key(), &text).unwrap();
    let alone = kept_or_set_aside(Rc::clone(&storage), &text);
    // With a durable place there is the same to be found.
    let both = kept_or_set_aside(Places::both(Rc::clone(&storage), Vec::new()), &text);
    assert_eq!(alone, both);
    assert_eq!(storage.read(&id().key()).unwrap().as_deref(), Some(&*text), "it is left as it is");
    let Some(plan) = alone else { return };
    is_usable(&plan);
    let plan_store = PlanStore::new(MemoryStorage::default(), tab());
    plan_store.save(&id(), &plan, State::Open, None).unwrap();
    assert_eq!(plan_store.open(&id()).unwrap().unwrap().plan, plan);
}

pub fn record(bytes: &[u8]) {
    let raw = String::from_utf8_lossy(bytes).into_owned();
    let read = Record::read(&raw);
    if let Some(record) = &read {
        assert_eq!(Record::read(&record.write()).as_ref(), Some(record));
    }
    let local = Rc::new(MemoryStorage::default());
    local.write(&id().key(), include_str!("../fixtures/plan-v1.json")).unwrap();
    let plan_store = PlanStore::new(Places::both(local, vec![(id().key(), raw.clone())]), tab());
    let contents = plan_store.contents().unwrap();
    if read.is_none() {
        assert!(contents.quarantined.iter().any(|aside| aside.text == raw), "what is damaged is set aside");
        assert!(!contents.plans.is_empty(), "and the other place holds");
    }
}

pub fn file(bytes: &[u8]) {
    match import_json(bytes) {
        Ok(plan) => {
            assert!(plan.highest_id() <= Plan::MAX_ID);
            is_usable(&plan);
        }
        Err(error) => is_clear(&error.to_string()),
    }
}

pub fn calendar(bytes: &[u8]) {
    let years = 2026..=2029;
    match read_holidays(bytes, years) {
        Ok(found) => {
            assert!(!found.days.is_empty());
            assert!(found.days.is_sorted_by(|one, next| one.date < next.date), "in order, one a day");
            let within = date("2026-01-01")..=date("2029-12-31");
            for day in &found.days {
                assert!(within.contains(&day.date));
                is_one_line(day.name.as_str());
            }
            found.notes().iter().for_each(|note| is_clear(note));
        }
        Err(error) => is_clear(&error.to_string()),
    }
    let told = calendar_answer(&followthrough::exchange::answer("calendar 2026 2029", bytes));
    assert!(told.is_some(), "what the worker says is understood");
}

/// Three steps and two events.
fn plan() -> Plan {
    let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let edits = [
        add(),
        add(),
        add(),
        Edit::Start(Audience::Prospect, Some(today())),
        Edit::AddEvent(Line::fitted("Renewal")),
        Edit::Event(EventId(4), EventEdit::Date(Some(date("2027-03-31")))),
        Edit::AddEvent(Line::fitted("Spring fair")),
        Edit::AddPerson(Line::fitted("Ann Miller")),
    ];
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

pub fn wait(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let plan = plan();
    let setting = Setting { plan: &plan, step: StepId(3), today: today() };
    match read_wait(text, setting) {
        Ok(reading) => {
            assert!(!text.contains('\0'));
            // Whatever is understood, the plan takes, or says why not.
            if let Ok(edited) = plan.edited(reading.edit(StepId(3))) {
                is_usable(&edited);
            }
        }
        Err(problem) => {
            assert!(text.get(problem.place.clone()).is_some(), "{:?} is a place in it", problem.place);
            assert!(!words::wait_problem(text, &problem).is_empty());
            for hint in &problem.hints {
                assert!(!words::wait_hint(&plan, StepId(3), today(), hint).is_empty());
                if let Hint::Write(written) = hint {
                    assert_ne!(written, text, "a hint is another text");
                }
            }
        }
    }
    if let Some((first, last)) = read_stretch(text, today()) {
        assert!(first <= last);
    }
}

pub fn list(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let plan = plan();
    let of =
        |from| ListSetting { plan: &plan, audience: Audience::Prospect, before: None, today: today(), from };
    let text = &*as_lines(&text, of(CountedFrom::LineBefore));
    for from in [CountedFrom::LineBefore, CountedFrom::Start] {
        let list = List::read(text, of(from));
        let mut edited = plan.clone();
        for edit in list.edits() {
            edited = edited.edited(edit).unwrap_or_else(|error| panic!("{error:?}"));
        }
        for entry in &list.entries {
            let line = &text[entry.place.clone()];
            let is_within = |place: &std::ops::Range<usize>| {
                text.get(place.clone()).is_some()
                    && entry.place.start <= place.start
                    && place.end <= entry.place.end
            };
            assert!(entry.parts.iter().all(|part| is_within(&part.place)), "{line:?}");
            assert!(entry.parts.is_sorted_by_key(|part| part.place.start), "{line:?}");
            assert!(entry.doubts.iter().all(|doubt| is_within(&doubt.place)), "{line:?}");
            assert!(!line.contains('\0') || !entry.doubts.is_empty(), "{line:?} is not passed over");
            for doubt in &entry.doubts {
                assert!(!words::list_doubt(text, doubt).is_empty());
                doubt.hints.iter().for_each(|hint| _ = hint.in_text(text));
            }
        }
    }
}

pub fn holidays(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for code in ["AD", "DE", "DE-BY"] {
        match holiday_set(&text, code, 2026) {
            Ok(found) => {
                let plan = Plan::blank().edited(Edit::TakeHolidays(found.set));
                plan.into_iter().for_each(|plan| is_usable(&plan));
            }
            Err(error) => is_clear(&error.to_string()),
        }
    }
    if let Err(error) = holiday_list(&text) {
        is_clear(&error.to_string());
    }
}

pub fn link(bytes: &[u8]) {
    match from_link(bytes) {
        Ok(arrived) => {
            let whole = arrived.whole;
            is_usable(&whole.plan);
            let all = InLink { names: true, people: true };
            let held = in_link(&whole, all, today(), &[]).unwrap().text;
            assert_eq!(from_link(held.as_bytes()).map(|it| it.whole), Ok(whole));
        }
        Err(error) => is_clear(&error.to_string()),
    }
}

pub fn sheet(bytes: &[u8]) {
    let plan = plan_of_sheets();
    match compare(bytes, &plan, today(), &[]) {
        BackAnswer::Refused(reason) => is_clear(&reason),
        BackAnswer::Other(lines) => assert!(!lines.trim().is_empty()),
        BackAnswer::Differences { differences, notes, plan: taken, .. } => {
            let taken = import_json(taken.as_bytes()).unwrap();
            assert_eq!(taken == plan, differences.is_empty(), "{differences:?}");
            notes.iter().for_each(|note| assert!(!note.is_empty()));
            let all: Vec<_> = (0..differences.len()).collect();
            let BackAnswer::Differences { plan: left, .. } = compare(bytes, &plan, today(), &all) else {
                panic!("the same file is read the same")
            };
            assert_eq!(import_json(left.as_bytes()).unwrap(), plan, "what is left changes nothing");
        }
    }
}

pub fn answer(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(request) = Request::from_text(&text) {
        assert_eq!(Request::from_text(&request.to_text()), Some(request));
    }
    _ = (calendar_answer(&text), cards_answer(&text), steps_answer(&text));
    _ = followthrough::exchange::answer(&text, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR");
    _ = followthrough::exchange::file_for(&text, include_bytes!("../fixtures/export-v4.json"));
    _ = followthrough::exchange::file_for("write table 2026-11-23 2026-11-23T09:30:00.000Z a", bytes);
}

/// A server says it in the place of the list's names, and of what stands under them: a round ends, and writes only what is ours.
pub fn team(bytes: &[u8]) {
    let said = |body: &str| Answer::Response { status: 207, etag: String::new(), body: body.to_owned() };
    let text = String::from_utf8_lossy(bytes);
    let moment = today().and_hms_opt(9, 30, 0).unwrap();
    let wanted = Wanted { tasks: true, ..Wanted::default() };
    let workspace = Workspace::new(plan());
    let (columns, memory) = Default::default();
    let outgoing = Outgoing { id: id(), workspace, today: today(), moment, wanted, columns, memory };
    for mut answers in [vec![said(&text)], vec![said(listed()), said(&text)]] {
        let mut is_over = false;
        for _ in 0..20 {
            let answer = round(&outgoing, 60, false, &answers);
            answer
                .said
                .iter()
                .chain(answer.trouble.iter().map(|(why, _)| why))
                .for_each(|said| is_clear(said));
            assert!(ticks_taken(&outgoing.workspace, &answer.ticks).len() <= 3);
            is_over = answer.is_over;
            for ask in &answer.asks {
                let is_ours = ask.name.starts_with("followthrough-a-task-s");
                assert!(is_ours == matches!(ask.method, Method::Put | Method::Delete), "{ask:?}");
                answers.push(said(&text));
            }
            if is_over {
                break;
            }
        }
        assert!(is_over, "it ends");
    }
}
