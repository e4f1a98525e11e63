//! What both forms do: the same functions, so that only the views differ.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use followthrough::calendar::WorkWeek;
use followthrough::exchange::{export_json, file_name};
use followthrough::plan::{
    Attempts, Audience, Channel, Edit, Eves, Outcome, Plan, PlanParts, StepEdit, StepId, Text, Window,
};
use followthrough::platform;
use followthrough::schedule::Schedule;
use followthrough::store::{PlanId, Quarantined, State, Stored};
use followthrough::ui::{FollowedStep, Route, Session, Workspace};
use followthrough::words;
use leptos::prelude::*;

pub type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;
pub type Commit = Callback<String, Result<(), String>>;
pub type Options = Vec<(String, String)>;
pub type Kept = StoredValue<(PlanId, Plan)>;

pub fn unique_id(what: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Main,
    Plain,
    Small,
    Quiet,
    Danger,
}

impl Look {
    pub fn classes(self) -> &'static str {
        match self {
            Self::Main => "button button--main",
            Self::Plain => "button",
            Self::Small => "button button--small",
            Self::Quiet => "button button--small button--quiet",
            Self::Danger => "button button--small button--danger",
        }
    }
}

// --- Home ---

pub fn deal(plan: &PlanParts) -> String {
    let value = plan.deal_value.map(|value| platform::money(value, plan.currency));
    let contacts = plan.contacts_a_month.map(|count| format!("{count} new contacts a month"));
    [value, contacts].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub fn goals(plan: &PlanParts) -> String {
    let count = |audience| plan.goals_for(audience).count();
    match plan.goals.len() {
        0 => String::new(),
        _ => format!(
            "{} for prospects, {} for customers",
            count(Audience::Prospect),
            count(Audience::Customer)
        ),
    }
}

pub fn actions(plan: &PlanParts) -> String {
    match plan.actions().count() {
        0 => String::new(),
        all => format!("{all} in all"),
    }
}

pub fn sequences(plan: &PlanParts) -> String {
    let (prospect, customer) = (plan.sequences.prospect.steps.len(), plan.sequences.customer.steps.len());
    format!("{prospect} prospect steps, {customer} customer steps")
}

pub fn people(plan: &PlanParts) -> String {
    let mut names: Vec<_> =
        plan.steps().filter_map(|step| step.who).map(|who| words::responsible(plan, who)).collect();
    names.dedup();
    names.join(", ")
}

pub fn review(plan: &PlanParts) -> String {
    plan.review.map(words::day_and_year).unwrap_or_default()
}

pub fn title(plan: &PlanParts) -> String {
    match plan.name.as_str().trim() {
        "" => "Your plan".to_owned(),
        name => name.to_owned(),
    }
}

pub fn export(session: Session, workspace: Workspace) {
    let (plan, today) = (session.plan_now(), workspace.today());
    let text = export_json(&plan, &untrack(|| session.schedule()), today);
    let name = file_name(&plan, today);
    let is_offered = platform::download(&name, &text);
    session.announce(if is_offered { format!("Exported as {name}") } else { "Refused".to_owned() });
}

// --- Plans ---

pub fn name_of(plan: &Plan) -> String {
    [&plan.name, &plan.business]
        .into_iter()
        .find(|text| !text.is_blank())
        .map_or_else(|| "A plan without a name".to_owned(), ToString::to_string)
}

pub fn about(stored: &Stored) -> String {
    format!(
        "{}, {}",
        words::count(stored.plan.goals.len(), "goal"),
        words::count(stored.plan.steps().count(), "step")
    )
}

pub fn plans_in(workspace: Workspace, state: State) -> Vec<(PlanId, Stored)> {
    workspace.with_contents(|all| {
        all.plans.iter().filter(|(_, stored)| stored.state == state).cloned().collect()
    })
}

pub fn start_new(workspace: Workspace) {
    match workspace.start_new() {
        Ok(()) => platform::go_to(&Route::Home.path()),
        Err(problem) => workspace.announce(problem),
    }
}

pub fn open_plan(workspace: Workspace, plan: Kept, is_archived: bool) {
    let id = plan.with_value(|(id, _)| id.clone());
    if is_archived && let Err(problem) = workspace.set_state(&id, State::Open) {
        return workspace.announce(problem);
    }
    match workspace.open(&id) {
        Ok(()) => platform::go_to(&Route::Home.path()),
        Err(problem) => workspace.announce(problem),
    }
}

pub fn export_plan(workspace: Workspace, plan: Kept) {
    plan.with_value(|(_, plan)| {
        let today = workspace.today();
        platform::download(&file_name(plan, today), &export_json(plan, &Schedule::on(plan, today), today));
    });
}

pub fn archive(workspace: Workspace, plan: Kept, name: &str) {
    let id = plan.with_value(|(id, _)| id.clone());
    let outcome = workspace.set_state(&id, State::Archived);
    workspace.announce(outcome.err().unwrap_or_else(|| format!("{name} is in the archive")));
}

pub fn remove(workspace: Workspace, plan: Kept, name: &str) {
    let id = plan.with_value(|(id, _)| id.clone());
    let outcome = workspace.remove(&id);
    workspace.announce(outcome.err().unwrap_or_else(|| format!("{name} is removed")));
}

pub fn discard(workspace: Workspace, aside: StoredValue<Quarantined>) {
    let outcome = aside.with_value(|aside| workspace.discard(aside));
    workspace.announce(outcome.err().unwrap_or_else(|| "Removed".to_owned()));
}

// --- A step ---

pub fn word_options(words: &[&str]) -> Options {
    words.iter().map(|words| ((*words).to_owned(), (*words).to_owned())).collect()
}

pub fn channels() -> Options {
    let mut channels = word_options(&Channel::ALL.map(words::channel));
    channels.insert(0, (String::new(), "Choose…".to_owned()));
    channels
}

pub fn outcomes() -> Options {
    let mut outcomes = word_options(&Outcome::ALL.map(words::outcome));
    outcomes.insert(0, (String::new(), "open".to_owned()));
    outcomes
}

pub fn channel_of(step: FollowedStep) -> String {
    step.read(|step| step.channel).flatten().map(words::channel).unwrap_or_default().to_owned()
}

pub fn expected_of(step: FollowedStep) -> String {
    step.read(|step| step.expected).flatten().map(words::outcome).unwrap_or_default().to_owned()
}

pub fn choose_channel(session: Session, id: StepId, value: &str) {
    let channel = Channel::ALL.into_iter().find(|channel| words::channel(*channel) == value);
    session.edit(Edit::Step(id, StepEdit::Channel(channel)));
}

pub fn choose_outcome(session: Session, id: StepId, value: &str) {
    let outcome = Outcome::ALL.into_iter().find(|outcome| words::outcome(*outcome) == value);
    session.edit(Edit::Step(id, StepEdit::Expected(outcome)));
}

pub fn text_commit<const MAX: usize, const LINES: bool>(
    edit: impl Fn(Text<MAX, LINES>) -> Edit + Send + Sync + 'static,
) -> Commit {
    let session = Session::here();
    Callback::new(move |raw: String| {
        let text = Text::parse(&raw).map_err(words::text_problem)?;
        session.try_edit(edit(text))
    })
}

pub fn attempts_commit(step: FollowedStep, id: StepId, is_gap: bool) -> Commit {
    let session = Session::here();
    Callback::new(move |raw: String| {
        let now = untrack(|| step.read(|step| step.attempts)).unwrap_or_default();
        let number = raw.trim().parse::<u16>().ok();
        let attempts = number.and_then(|number| match is_gap {
            true => Attempts::new(now.count(), number),
            false => Attempts::new(u8::try_from(number).ok()?, now.gap()),
        });
        session.try_edit(Edit::Step(id, StepEdit::Attempts(attempts.ok_or_else(words::attempts_problem)?)))
    })
}

pub fn window_of(step: FollowedStep) -> Window {
    step.read(|step| step.window).unwrap_or_default()
}

pub fn set_eves(session: Session, step: FollowedStep, id: StepId, is_avoided: bool) {
    let eves = if is_avoided { Eves::Avoided } else { Eves::Taken };
    let window = untrack(|| window_of(step));
    set_window(session, id, window, window.weekdays, eves);
}

pub fn toggle_day(session: Session, step: FollowedStep, id: StepId, day: chrono::Weekday) {
    let window = untrack(|| window_of(step));
    let days = match window.weekdays {
        Some(days) => days.toggled(day).ok(),
        None => WorkWeek::from_days_off(words::WEEK.into_iter().filter(|other| *other != day)).ok(),
    };
    set_window(session, id, window, days, window.eves);
}

fn set_window(session: Session, id: StepId, window: Window, days: Option<WorkWeek>, eves: Eves) {
    let mut next = window;
    next.weekdays = days;
    next.eves = eves;
    session.edit(Edit::Step(id, StepEdit::Window(next)));
}

#[derive(Clone)]
struct Draft {
    raw: String,
    outcome: Result<String, String>,
}

/// Follows the typing in one field.
#[derive(Clone)]
pub struct Typing {
    session: Session,
    value: Live<String>,
    commit: Commit,
    draft: RwSignal<Option<Draft>>,
}

impl Typing {
    pub fn new(value: Live<String>, commit: Commit) -> Self {
        Self { session: Session::here(), value, commit, draft: RwSignal::new(None) }
    }

    pub fn shown(&self) -> String {
        let value = (self.value)();
        match self.draft.get() {
            Some(Draft { raw, outcome: Err(_) }) => raw,
            Some(Draft { raw, outcome: Ok(became) }) if became == value => raw,
            _ => value,
        }
    }

    pub fn problem(&self) -> Option<String> {
        self.draft.with(|draft| draft.as_ref().and_then(|draft| draft.outcome.clone().err()))
    }

    pub fn typed(&self, raw: String) {
        let outcome = self.commit.run(raw.clone()).map(|()| untrack(|| (self.value)()));
        self.draft.set(Some(Draft { raw, outcome }));
    }

    pub fn left(&self) {
        self.session.pause();
        self.draft.try_set(None);
    }
}
