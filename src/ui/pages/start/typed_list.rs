//! The list that is being typed on the start page, and what it means.

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};

use crate::plan::{Audience, Edit, EditError, Plan};
use crate::platform::{self, TabMemory};
use crate::schedule::Schedule;
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::ui::{Route, Session, Workspace};
use crate::words;
use crate::workshop::{CountedFrom, Entry, List, ListSetting, Replacement, as_lines, is_separated, offer};

/// How long the typing rests before it is told what was not understood.
const REST: Duration = Duration::from_millis(1200);

/// The id of the field.
pub const TYPED_LIST: &str = "typed-list";

/// What somebody might write, shown where nothing is written yet.
pub const SAMPLE: &str = "call next day\ne-mail with prices in 3 days, Ben\nletter after two weeks\nif no answer: call again a week later";

/// A text that was read, as a plan that begins today.
pub struct Read {
    /// The text.
    pub text: String,
    from: CountedFrom,
    /// What its lines say.
    pub list: List,
    /// The plan they make, if they do.
    pub plan: Result<Plan, EditError>,
    /// Its dates.
    pub schedule: Schedule,
}

/// The same text read in the same way is read the same.
impl PartialEq for Read {
    fn eq(&self, other: &Self) -> bool {
        (self.from, &self.text, &self.plan) == (other.from, &other.text, &other.plan)
    }
}

/// The list and where somebody is in it.
#[derive(Clone, Copy)]
pub struct TypedList {
    session: Session,
    workspace: Workspace,
    text: Var<String>,
    from: Var<CountedFrom>,
    /// Where the caret stood last, as a byte of the text.
    caret: Var<usize>,
    /// Words that could follow may be shown: the caret is in the field, and they were not put away.
    may_offer: Var<bool>,
    is_rested: Var<bool>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    read: Memo<Arc<Read>>,
    shown: Memo<Arc<Read>>,
    problem: Var<String>,
}

impl TypedList {
    /// The list as this tab remembers it.
    pub fn new() -> Self {
        let session = Session::here();
        let text = var(TabMemory::list());
        let from = var(CountedFrom::LineBefore);
        let read = memo(move || Arc::new(read(text.get(), from.get(), session)));
        let shown = memo(move || match text.with(String::is_empty) {
            true => Arc::new(self::read(SAMPLE.to_owned(), from.get(), session)),
            false => read.get(),
        });
        Self {
            session,
            workspace: Workspace::here(),
            text,
            from,
            caret: var(0),
            may_offer: var(false),
            is_rested: var(true),
            waiting: StoredValue::new(None),
            read,
            shown,
            problem: var(String::new()),
        }
    }

    /// As it was typed.
    pub fn text(self) -> String {
        self.text.get()
    }

    /// What it means.
    pub fn read(self) -> Arc<Read> {
        self.read.get()
    }

    /// What the lines that one sees mean: those of the sample while nothing is written.
    pub fn shown(self) -> Arc<Read> {
        self.shown.get()
    }

    /// Whether one sees the sample.
    pub fn is_sample(self) -> bool {
        self.text.with(String::is_empty)
    }

    /// The day the list begins on.
    pub fn today(self) -> NaiveDate {
        self.session.today()
    }

    /// What stands in the way of making it a plan, once that was tried.
    pub fn problem(self) -> String {
        self.problem.get()
    }

    /// What becomes of the plan that is open, once this one is made.
    pub fn put_away(self) -> String {
        let name = self.workspace.put_away().filter(|_| self.text.with(|text| !text.trim().is_empty()));
        name.map(|name| format!("“{name}” then goes to your plans, into the archive.")).unwrap_or_default()
    }

    /// Whether the typing has rested.
    pub fn is_rested(self) -> bool {
        self.is_rested.get()
    }

    /// Whether a line may be found fault with: not while it is being typed.
    pub fn is_settled(self, line: usize) -> bool {
        self.is_rested() || self.line() != line
    }

    /// Whether all waits are counted from the start.
    pub fn is_from_start(self) -> bool {
        self.from.get() == CountedFrom::Start
    }

    /// Counts all waits from the start, or each from the line before again.
    pub fn turn_counting(self) {
        self.from.update(|from| {
            *from = match from {
                CountedFrom::LineBefore => CountedFrom::Start,
                CountedFrom::Start => CountedFrom::LineBefore,
            };
        });
    }

    /// The line somebody is in, from 0.
    pub fn line(self) -> usize {
        let caret = self.caret.get();
        self.text.with(|text| text.get(..caret).unwrap_or(text).matches('\n').count())
    }

    /// Something of what that line says, if it says anything.
    pub fn entry<T>(self, part: impl FnOnce(&Read, &Entry) -> T) -> Option<T> {
        let (read, line) = (self.read.get(), self.line());
        let entry = read.list.entries.iter().find(|entry| entry.line == line)?;
        Some(part(&read, entry))
    }

    /// Words that could follow where the caret is, at the end of a line.
    pub fn offer(self) -> Option<&'static str> {
        if !self.may_offer.get() {
            return None;
        }
        let (text, caret) = (self.text.get(), self.caret.get());
        let (before, behind) = text.split_at_checked(caret)?;
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_at_end = behind.is_empty() || behind.starts_with('\n');
        let read = self.read.get();
        let entry = read.list.entries.iter().find(|entry| entry.place.contains(&caret.saturating_sub(1)));
        offer(line, entry).filter(|_| is_at_end)
    }

    /// Takes what was typed. What was pasted may be cells, or several steps on a line.
    pub fn typed(self, field: &HtmlTextAreaElement) {
        let text = field.value();
        if text.contains(['\t', '·', '•', '→']) || is_separated(&text) {
            // The browser tells of what is typed for somebody while it is typed: this has to be over first.
            let field = field.clone();
            let change = self.text.with_untracked(|before| text.len().abs_diff(before.len()));
            let is_letter = change <= char::MAX.len_utf8();
            set_timeout(move || self.part(&field, is_letter), Duration::ZERO);
        }
        TabMemory::set_list(&text);
        self.text.set(text);
        self.problem.set(String::new());
        self.is_rested.set(false);
        self.entered(field);
        self.stop_waiting();
        self.waiting.set_value(set_timeout_with_handle(move || self.is_rested.set(true), REST).ok());
    }

    /// Takes cells of a spreadsheet below what stands here.
    pub fn take_cells(self, cells: &str) {
        let lines = as_lines(cells, setting(&Plan::blank(), CountedFrom::LineBefore, self.session));
        let before = self.text.get_untracked();
        let lines = if before.trim().is_empty() { lines } else { format!("{}\n{lines}", before.trim_end()) };
        TabMemory::set_list(&lines);
        self.text.set(lines);
        self.is_rested.set(true);
    }

    /// Makes lines of cells and of several steps on a line. Lines above a line that is being typed are left as they are: a
    /// wait is joined with the step below it where both come at once.
    fn part(self, field: &HtmlTextAreaElement, is_letter: bool) {
        let (text, plan) = (field.value(), Plan::blank());
        let lines = as_lines(&text, setting(&plan, CountedFrom::LineBefore, self.session));
        let is_joined = lines.lines().count() < text.lines().count() && !is_separated(&text);
        if lines != text && !(is_letter && is_joined) {
            self.write(difference(&text, &lines));
        }
    }

    /// Looks where the caret is. Where it has moved something may be offered, and only while nothing is marked.
    pub fn look(self, field: &HtmlTextAreaElement) {
        match platform::caret(field) {
            None => self.may_offer.set(false),
            Some(caret) if caret != self.caret.get_untracked() => {
                self.caret.set(caret);
                self.may_offer.set(true);
            }
            Some(_) => {}
        }
    }

    /// The field is gone to.
    pub fn entered(self, field: &HtmlTextAreaElement) {
        self.may_offer.set(true);
        self.look(field);
    }

    /// The field is left.
    pub fn left(self) {
        self.may_offer.set(false);
        self.is_rested.set(true);
    }

    /// Nothing is waited for any more.
    pub fn stop_waiting(self) {
        if let Some(earlier) = self.waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
    }

    /// Tab takes the words that are offered, Escape puts them away; with Ctrl, Enter makes the plan.
    pub fn pressed(self, event: &KeyboardEvent) {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key());
        let offer = untrack(|| self.offer()).filter(|_| is_plain && !event.is_composing());
        match (event.key().as_str(), offer) {
            ("Tab", Some(words)) => {
                event.prevent_default();
                let caret = self.caret.get_untracked();
                self.write(Replacement { place: caret..caret, words: words.to_owned() });
            }
            ("Escape", Some(_)) => {
                event.stop_propagation();
                self.may_offer.set(false);
            }
            ("Enter", _) if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                self.make();
            }
            _ => {}
        }
    }

    /// Writes something in the field.
    pub fn write(self, change: Replacement) {
        let Some(field) = field() else { return };
        if !platform::type_over(&field, change.place.clone(), &change.words) {
            let text = self.text.with_untracked(|text| change.in_text(text));
            field.set_value(&text);
            self.typed(&field);
        }
    }

    /// Makes it a plan that begins today, and goes to it; one undo takes its steps back. What was not understood is
    /// said first; pressed once more, it is taken as it is.
    pub fn make(self) {
        let told = self.problem.get_untracked();
        let made = match self.doubted().filter(|doubted| *doubted != told) {
            Some(doubted) => Err(doubted),
            None => self.try_making(),
        };
        if let Err(problem) = made {
            self.problem.set(problem);
            platform::focus(&format!("#{TYPED_LIST}"));
        }
    }

    /// Which lines are not understood, and what becomes of them.
    fn doubted(self) -> Option<String> {
        let read = self.read.get_untracked();
        let doubted = read.list.entries.iter().filter(|entry| !entry.doubts.is_empty());
        let lines: Vec<usize> = doubted.map(|entry| entry.line + 1).collect();
        (!lines.is_empty()).then(|| words::list_doubted(&lines))
    }

    fn try_making(self) -> Result<(), String> {
        let read = self.read.get_untracked();
        if read.list.entries.is_empty() {
            return Err(
                "Write what you do first, one line for each thing: “call next day”, for example.".to_owned()
            );
        }
        if read.list.beyond > 0 {
            return Err(words::list_too_long(read.list.beyond));
        }
        let blank = Plan::blank();
        read.plan.as_ref().map_err(|error| words::edit_problem(&blank, *error))?;
        let away = self.workspace.start_new()?;
        let today = self.workspace.today();
        let opening = [Edit::Name(words::name_of_day(today)), Edit::Start(Audience::Prospect, Some(today))];
        self.session.commit(opening.into_iter().chain(read.list.edits()))?;
        self.session.pause();
        TabMemory::set_list("");
        let steps = words::count(read.list.entries.len(), "step");
        platform::go_to(&Route::Home.path());
        let away = away.unwrap_or_else(|| "The seven steps help you say what it is for.".to_owned());
        self.session.announce(format!("Your plan has {steps} now. {away}"));
        Ok(())
    }
}

fn field() -> Option<HtmlTextAreaElement> {
    use web_sys::wasm_bindgen::JsCast;
    document().get_element_by_id(TYPED_LIST)?.dyn_into().ok()
}

fn setting<'a>(plan: &'a Plan, from: CountedFrom, session: Session) -> ListSetting<'a> {
    ListSetting { plan, audience: Audience::Prospect, before: None, today: session.today(), from }
}

fn read(text: String, from: CountedFrom, session: Session) -> Read {
    let blank = Plan::blank();
    let list = List::read(&text, setting(&blank, from, session));
    let start = Edit::Start(Audience::Prospect, Some(session.today()));
    let plan = std::iter::once(start).chain(list.edits()).try_fold(blank, |plan, edit| plan.edited(edit));
    let schedule = plan.as_ref().map(|plan| Schedule::on(plan, session.today())).unwrap_or_default();
    Read { text, from, list, plan, schedule }
}

/// What has changed between two texts, as one replacement.
fn difference(before: &str, after: &str) -> Replacement {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = before.chars().zip(after.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (rest, new) = (&before[start..], &after[start..]);
    let end: usize =
        rest.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    Replacement { place: start..before.len() - end, words: new[..new.len() - end].to_owned() }
}
