//! The plan being worked on with its people: the signals of both, and the named ways to change them.

mod followed;

mod followed_step;

mod paper;

mod people;

mod proposed;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::advice::Review;
use crate::plan::{Action, ActionId, Audience, Carried, Edit, Goal, GoalId, Plan, PlanParts, StepId};
use crate::roster::{self, Roster, WorkspaceEdit};
use crate::schedule::{MovedDates, Schedule};
use crate::ui::reactive::{Late, Memo, Var, memo, var};
use crate::words;
use crate::workshop::{FieldId, History, Intent, Missing, Progress, laid_out};
pub use followed::Followed;
use followed_step::FollowedSteps;
pub use followed_step::{FollowedStep, Standing};
pub use paper::{Paper, PaperSize, Piece};
use people::Dated;
pub use proposed::Proposed;

/// The open plan and its people with their history, and all that is computed from them.
#[derive(Clone, Copy)]
pub struct Session {
    history: Var<History<roster::Workspace>>,
    /// The field whose typing is being taken.
    typing: StoredValue<Option<FieldId>>,
    plan: Memo<Arc<Plan>>,
    roster: Memo<Arc<Roster>>,
    /// The dates of everybody.
    forecasts: Late<Dated>,
    schedule: Memo<Arc<Schedule>>,
    state: Memo<Arc<State>>,
    steps: StoredValue<FollowedSteps>,
    today: Var<NaiveDate>,
    clock: fn() -> NaiveDate,
    paper: Var<Paper>,
    /// What the page on the screen has printed in place of the plan.
    printed: Var<Option<Paper>>,
    /// Whether changes of steps pass over those who are under way.
    spares_people: Var<bool>,
    /// People who were pasted and are not taken yet.
    pasted_people: Var<String>,
    /// The change that waits until somebody has seen what it moves.
    proposed: Var<Option<Proposed>>,
    /// All as it was when what had moved was shown last.
    shown_moves: StoredValue<Option<Arc<roster::Workspace>>>,
    announcement: Var<String>,
    review: Var<Arc<Review>>,
    /// The rows that were copied last, with the text that stands for them on the clipboard.
    copied: StoredValue<Option<(String, Carried)>>,
}

/// How far the plan has come.
#[derive(PartialEq)]
struct State {
    missing: Vec<Missing>,
    progress: Progress,
}

impl State {
    fn of(plan: &Plan) -> Self {
        let missing = Missing::of(plan);
        Self { progress: Progress::of(plan, &missing), missing }
    }
}

impl Session {
    /// A session on a plan, by a clock.
    pub fn new(plan: Plan, clock: fn() -> NaiveDate) -> Self {
        let today = var(clock());
        let history = var(History::new(roster::Workspace::new(plan)));
        let typing = StoredValue::new(None);
        let plan = memo(move || history.with(|history| history.present().plan.clone()));
        let roster = memo(move || history.with(|history| history.present().roster.clone()));
        let schedule = memo(move || Arc::new(plan.with(|plan| Schedule::on(plan, today.get()))));
        let state = memo(move || Arc::new(plan.with(|plan| State::of(plan))));
        let steps = StoredValue::new(FollowedSteps::default());
        let paper = var(Paper::default());
        let printed = var(None);
        let (spares_people, pasted_people) = (var(false), var(String::new()));
        let proposed = var(None);
        let shown_moves = StoredValue::new(None);
        let announcement = var(String::new());
        let review = var(Arc::default());
        let copied = StoredValue::new(None);
        Self {
            history,
            typing,
            plan,
            roster,
            forecasts: Late::announced(),
            schedule,
            state,
            steps,
            today,
            clock,
            paper,
            printed,
            spares_people,
            pasted_people,
            proposed,
            shown_moves,
            announcement,
            review,
            copied,
        }
    }

    /// The session of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The plan as it is.
    pub fn plan(self) -> Memo<Arc<Plan>> {
        self.plan
    }

    /// The plan and its people, followed.
    pub fn whole(self) -> Arc<roster::Workspace> {
        self.history.with(|history| history.present().clone())
    }

    /// The plan and its people, without following them.
    pub fn whole_now(self) -> Arc<roster::Workspace> {
        self.history.with_untracked(|history| history.present().clone())
    }

    /// Reads something of the plan, and follows it.
    pub fn read<T>(self, part: impl FnOnce(&Plan) -> T) -> T {
        part(&self.plan.get())
    }

    /// Something computed from the plan, followed on its own.
    pub fn slice<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&PlanParts) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.read(|plan| part(plan)))
    }

    /// The numbers of some ids of the plan, in order: what a list follows.
    pub fn numbers(self, part: impl Fn(&PlanParts) -> Vec<u32> + Send + Sync + 'static) -> Memo<Vec<u32>> {
        self.slice(part)
    }

    /// A goal, followed on its own.
    pub fn goal(self, id: GoalId) -> Followed<Goal> {
        Followed::new(move || self.read(|plan| plan.goal(id).cloned()))
    }

    /// An action, followed on its own.
    pub fn action(self, id: ActionId) -> Followed<Action> {
        Followed::new(move || self.read(|plan| plan.action(id).map(|(_, action)| action.clone())))
    }

    /// A step, followed on its own.
    pub fn step(self, id: StepId) -> FollowedStep {
        let (plan, schedule) = (self.plan.get_untracked(), self.schedule.get_untracked());
        FollowedSteps::follow(self.steps, id, &plan, &schedule)
    }

    /// The dates of the plan.
    pub fn schedule(self) -> Arc<Schedule> {
        self.schedule.get()
    }

    /// Why a step is due on its day, in a sentence; empty where there is nothing to say (F2).
    pub fn why(self, id: StepId) -> String {
        let (plan, schedule) = (self.plan.get(), self.schedule.get());
        schedule.step(id).and_then(|facts| words::why(&plan, &schedule, facts)).unwrap_or_default()
    }

    /// What was chosen to be printed.
    pub fn paper(self) -> Var<Paper> {
        self.paper
    }

    /// What the page on the screen has printed; none on the pages from which the plan itself is.
    pub fn printed(self) -> Var<Option<Paper>> {
        self.printed
    }

    /// The day the page shows, followed.
    pub fn today(self) -> NaiveDate {
        self.today.get()
    }

    /// The day it is by the clock, for what is done now: a mark, a file, a sheet of paper. Where it is another one than
    /// the page shows, a tab open overnight, the page follows.
    pub fn today_now(self) -> NaiveDate {
        let today = (self.clock)();
        if self.today.get_untracked() != today {
            self.today.set(today);
            self.compare_steps();
        }
        today
    }

    /// What is missing from the plan.
    pub fn missing(self) -> Vec<Missing> {
        self.state.get().missing.clone()
    }

    /// How far each stage has come.
    pub fn progress(self) -> Progress {
        self.state.get().progress.clone()
    }

    /// What there is to consider, as it was when the typing last rested (F6).
    pub fn review(self) -> Arc<Review> {
        self.review.get()
    }

    /// Whether there is nothing in the plan yet that could be reviewed.
    pub fn is_bare(self) -> bool {
        is_bare(&self.plan.get_untracked())
    }

    /// Whether the last review has nothing to say.
    pub fn review_is_empty(self) -> bool {
        self.review.with_untracked(|review| review.findings.is_empty() && review.left_alone.is_empty())
    }

    /// Reviews the plan as it is.
    pub fn review_now(self) {
        let (plan, schedule) = (self.plan.get_untracked(), self.schedule.get_untracked());
        let review = match is_bare(&plan) {
            true => Review::default(),
            false => Review::of(&plan, &schedule, self.today.get_untracked()),
        };
        if *self.review.get_untracked() != review {
            self.review.set(Arc::new(review));
        }
    }

    /// There is a change to take back.
    pub fn has_past(self) -> bool {
        self.history.with(History::has_past)
    }

    /// There is a change to bring back.
    pub fn has_future(self) -> bool {
        self.history.with(History::has_future)
    }

    /// What is said to a person who listens rather than looks.
    pub fn announcement(self) -> String {
        self.announcement.get()
    }

    /// Says something to a person who listens.
    pub fn announce(self, words: impl Into<String>) {
        self.announcement.set(words.into());
    }

    /// Makes a change.
    ///
    /// # Errors
    /// A sentence that says why it was refused; the plan is as it was.
    pub fn try_edit(self, edit: Edit) -> Result<(), String> {
        self.commit([edit])
    }

    /// Makes changes that belong together; one undo takes all of them back.
    ///
    /// # Errors
    /// A sentence that says why they were refused; the plan is as it was.
    pub fn commit(self, edits: impl IntoIterator<Item = Edit>) -> Result<(), String> {
        let intent = self.typing.get_value().map_or(Intent::Act, Intent::Typing);
        self.carry_out(edits.into_iter().map(|edit| self.spread(edit)), intent)
    }

    fn carry_out(self, edits: impl IntoIterator<Item = WorkspaceEdit>, intent: Intent) -> Result<(), String> {
        let outcome = self.history.try_update(|history| history.commit(edits, intent));
        self.compare_steps();
        outcome.unwrap_or(Ok(())).map_err(|refusal| words::roster_problem(&self.whole_now(), refusal))
    }

    /// Takes what was typed into a field: the changes made meanwhile go on with those before, typed into the same.
    pub fn typing_in<T>(self, field: FieldId, take: impl FnOnce() -> T) -> T {
        self.typing.set_value(Some(field));
        let taken = take();
        self.typing.set_value(None);
        taken
    }

    /// Takes back what is being typed in a field: it has turned out to be nothing.
    pub fn abandon(self, field: FieldId) {
        self.history.update(|history| history.abandon(field));
        self.compare_steps();
    }

    /// Makes a change; a refusal is announced.
    pub fn edit(self, edit: Edit) {
        if let Err(problem) = self.try_edit(edit) {
            self.announce(problem);
        }
    }

    /// Makes a change that is one of its own, and says so.
    pub fn edit_and_say(self, edit: Edit, words: impl Into<String>) {
        self.pause();
        match self.try_edit(edit) {
            Ok(()) => self.announce(words),
            Err(problem) => self.announce(problem),
        }
        self.pause();
    }

    /// Makes steps of actions, as one change of its own.
    ///
    /// # Errors
    /// A sentence that says why it was refused; the plan is as it was.
    pub fn lay_out(self, audience: Audience, actions: &[ActionId]) -> Result<(), String> {
        let edits = laid_out(&self.plan_now(), audience, actions, untrack(|| self.today()));
        self.pause();
        let outcome = edits.map_err(words::list_too_long).and_then(|edits| self.commit(edits));
        self.pause();
        outcome
    }

    /// Says what became of a step, or on which day it is done instead, and how many dates that moved.
    ///
    /// # Errors
    /// A sentence that says why it was refused; the plan is as it was.
    pub fn mark(self, step: StepId, edit: Edit, words: &str) -> Result<(), String> {
        let before = self.schedule.get_untracked();
        self.pause();
        let marked = self.try_edit(edit);
        if marked.is_ok() {
            let moved = MovedDates::with(step, &before, &self.schedule.get_untracked());
            let moved = words::dates_moved(&moved.to, moved.last_before, moved.last_after);
            self.announce([words, " ", &moved].concat().trim_end());
        }
        self.pause();
        marked
    }

    /// Ends a run of typing, so that one undo takes back what was typed in one go.
    pub fn pause(self) {
        self.history.update_untracked(History::pause);
    }

    /// Takes the last change back.
    pub fn undo(self) {
        let undone = self.history.try_update(History::undo).unwrap_or(false);
        self.mark_moves_shown();
        self.compare_steps();
        self.announce(if undone { "Undone" } else { "Nothing to undo" });
    }

    /// The states before the last changes, from one that was open on; empty where the way back no longer leads to it.
    pub fn since(self, state: &Arc<roster::Workspace>) -> Vec<Arc<roster::Workspace>> {
        self.history.with_untracked(|history| history.since(state).to_vec())
    }

    /// Takes so many of the last changes back.
    pub fn undo_last(self, changes: usize) {
        self.history.update(|history| (0..changes).for_each(|_| _ = history.undo()));
        self.mark_moves_shown();
        self.compare_steps();
        self.announce("Undone");
    }

    /// Brings back what was taken back.
    pub fn redo(self) {
        let redone = self.history.try_update(History::redo).unwrap_or(false);
        self.mark_moves_shown();
        self.compare_steps();
        self.announce(if redone { "Redone" } else { "Nothing to redo" });
    }

    /// Remembers steps of the plan as they are, with the text that was copied for them.
    pub fn remember(self, text: String, steps: Vec<StepId>) {
        self.copied.set_value(Some((text, Carried::new((*self.plan_now()).clone(), steps))));
    }

    /// The steps that were copied as that text in this tab, whichever plan was open then.
    pub fn remembered(self, text: &str) -> Option<Carried> {
        self.copied.with_value(|copied| {
            let (_, steps) = copied.as_ref().filter(|(known, _)| known.trim_end() == text.trim_end())?;
            Some(steps.clone())
        })
    }

    /// Opens another plan with its people; the way back through this one ends.
    pub fn open(self, whole: roster::Workspace) {
        self.spares_people.set(false);
        self.pasted_people.set(String::new());
        self.proposed.set(None);
        self.history.set(History::new(whole));
        self.compare_steps();
    }

    /// Takes over what another tab made of this plan and its people; one undo brings this tab's version back.
    pub fn adopt(self, whole: roster::Workspace) {
        self.history.update(|history| history.replace(whole));
        self.compare_steps();
    }

    /// After every change of the plan.
    fn compare_steps(self) {
        let (plan, schedule) = (self.plan.get_untracked(), self.schedule.get_untracked());
        FollowedSteps::compare(self.steps, &plan, &schedule);
    }

    /// The plan, without following it.
    pub fn plan_now(self) -> Arc<Plan> {
        self.plan.get_untracked()
    }

    /// The numbers of a sequence's steps, in order.
    pub fn steps(self, audience: Audience) -> Memo<Vec<u32>> {
        self.numbers(move |plan| plan.sequences.of(audience).steps.iter().map(|step| step.id.0).collect())
    }
}

/// Whether there is nothing in a plan yet that could be reviewed.
fn is_bare(plan: &PlanParts) -> bool {
    let has_statement = plan.statements.iter().any(|(_, statement)| !statement.is_blank());
    !has_statement && plan.goals.is_empty() && plan.steps().next().is_none()
}
