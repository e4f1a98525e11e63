//! The list that a team shares: who is signed in, what waits to be sent, and the looks at it while the page is open.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reactive::{Var, var};
use super::{Session, Workspace};
use crate::exchange::{
    Answer, BadTeamFile, FileRequest, Leaving, NoResponse, Outgoing, TableColumns, TeamAnswer, Tick, Wanted,
    collection, team_answer, team_cargo, ticks_taken,
};
use crate::platform::{self, Cargo, Helper, NoAnswer};
use crate::store::PlanId;
use crate::words;

/// What the exports remember of it goes by this name.
const SLUG: &str = "team";

/// How long after a look comes the next, and after one that failed for a while.
const NEXT: Duration = Duration::from_secs(180);
const SOON: Duration = Duration::from_secs(15);

/// So many requests are under way at once.
const AT_ONCE: usize = 6;

/// More rounds than these follow each other only where plan and list answer each other for ever.
const MOST_ROUNDS: usize = 5;

/// Where the list is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ListPlace {
    /// There is none, or that is not known yet.
    #[default]
    None,
    /// At this path.
    At(String),
    /// The host's file is wrong.
    Wrong,
}

/// What there is to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTold {
    /// Whether somebody is signed in.
    pub is_on: bool,
    /// What it is at; blank while it is at nothing.
    pub progress: String,
    /// What came of the last look, in sentences.
    pub said: Vec<String>,
    /// All that would leave.
    pub leaves: Vec<Leaving>,
    /// How many entries somebody deleted there.
    pub deleted: usize,
}

/// The list, as pages see it.
#[derive(Clone, Copy)]
pub struct TeamList {
    session: Session,
    workspace: Workspace,
    place: Var<ListPlace>,
    told: Var<ListTold>,
    /// Whoever is signed in, for as long as the page is open and no longer.
    signed: StoredValue<Option<Signed>>,
    /// Whether a round is under way, and whether it is to end.
    is_busy: StoredValue<bool>,
    is_stopped: StoredValue<bool>,
    /// Counts the looks, so that only the last one plans the next; and what was to be shown, so that only the last is.
    turn: StoredValue<u32>,
    shown: StoredValue<u32>,
}

#[derive(Clone)]
struct Signed {
    plan: PlanId,
    list: String,
    wanted: Wanted,
    /// What signs the requests.
    line: String,
}

/// Why a round has no end.
enum Broken {
    /// There is nothing more to be done with it: a sentence, and whether it may pass.
    Trouble(String, bool),
    /// The plan was closed, or another one opened.
    Closed,
}

impl TeamList {
    /// Looks for the host's file, and follows what is to be done for as long as the page lives.
    pub(super) fn follow(session: Session, workspace: Workspace) -> Self {
        let list = Self {
            session,
            workspace,
            place: var(ListPlace::None),
            told: var(ListTold::default()),
            signed: StoredValue::new(None),
            is_busy: StoredValue::new(false),
            is_stopped: StoredValue::new(false),
            turn: StoredValue::new(0),
            shown: StoredValue::new(0),
        };
        for event in ["online", "visibilitychange"] {
            _ = window_event_listener_untyped(event, move |_| {
                if !platform::is_hidden() {
                    list.look();
                }
            });
        }
        list
    }

    /// The one of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Where it is.
    pub fn place(self) -> ListPlace {
        self.place.get()
    }

    /// What there is to tell.
    pub fn told(self) -> ListTold {
        self.told.get()
    }

    /// Asks the host where the list is, unless that is known. Whoever was signed in for another plan is so no longer.
    pub fn find(self) {
        let open = self.workspace.open_plan();
        let is_of_open = self.signed.with_value(|signed| signed.as_ref().map(|it| &it.plan) == open.as_ref());
        if !is_of_open {
            self.stop();
            next(self.turn);
            self.signed.set_value(None);
            self.told.set(ListTold::default());
        }
        if platform::is_one_file() || self.place.with_untracked(|place| matches!(place, ListPlace::At(_))) {
            return;
        }
        spawn_local(async move {
            let place = match platform::team_file().await.map(|file| collection(&file)) {
                None | Some(Ok(None)) => ListPlace::None,
                Some(Ok(Some(path))) => ListPlace::At(path),
                Some(Err(BadTeamFile)) => ListPlace::Wrong,
            };
            self.place.set(place);
        });
    }

    /// Shows what would leave.
    pub fn preview(self, wanted: Wanted, again: bool) {
        /// In milliseconds: while it is typed, much would be shown for nothing.
        const REST: i32 = 300;
        let turn = next(self.shown);
        spawn_local(async move {
            platform::pause(REST).await;
            if self.is_busy.get_value() || self.shown.get_value() != turn {
                return;
            }
            // Whoever is signed in sends what they chose when they did.
            let wanted = self.signed.get_value().map_or(wanted, |signed| signed.wanted);
            let Some(round) = Round::begun(self, wanted, again) else { return };
            let Ok(answer) = round.asked(&[]).await else { return };
            if self.shown.get_value() == turn {
                self.tell(|told| (told.leaves, told.deleted) = (answer.leaves, answer.deleted));
            }
        });
    }

    /// Signs somebody in, and sends.
    pub fn send(self, user: &str, password: &str, wanted: Wanted, again: bool) {
        let ListPlace::At(list) = self.place.with_untracked(Clone::clone) else { return };
        let Some(plan) = self.workspace.open_plan() else { return };
        if user.is_empty() || password.is_empty() {
            let said = vec![words::TEAM_WANTS_NAME.to_owned()];
            return self.tell(|told| told.said = said);
        }
        let line = platform::signed(user, password);
        self.signed.set_value(Some(Signed { plan, list, wanted, line }));
        self.tell(|told| told.is_on = true);
        self.begin(again);
    }

    /// Looks at the list and sends what waits, where somebody is signed in for the open plan.
    pub fn look(self) {
        self.begin(false);
    }

    /// Ends what is under way; what has not left waits.
    pub fn stop(self) {
        self.is_stopped.set_value(true);
    }

    /// Forgets who is signed in.
    pub fn forget(self) {
        self.stop();
        next(self.turn);
        self.signed.set_value(None);
        self.tell(|told| (told.is_on, told.said) = (false, vec![words::TEAM_FORGOTTEN.to_owned()]));
    }

    /// Sends once more what somebody deleted there.
    pub fn send_again(self) {
        self.begin(true);
    }

    fn begin(self, again: bool) {
        let Some(signed) = self.signed.try_get_value().flatten() else { return };
        if self.is_busy.get_value() || self.workspace.open_plan().as_ref() != Some(&signed.plan) {
            return;
        }
        self.is_busy.set_value(true);
        self.is_stopped.set_value(false);
        let turn = next(self.turn);
        next(self.shown);
        spawn_local(async move {
            let outcome = self.rounds(&signed, again).await;
            self.is_busy.set_value(false);
            let next = self.end(outcome);
            if let (Some(next), Some(true)) = (next, self.turn.try_get_value().map(|now| now == turn)) {
                set_timeout(
                    move || {
                        if self.turn.try_get_value() == Some(turn) {
                            self.look();
                        }
                    },
                    next,
                );
            }
        });
    }

    /// Tells how it ended; when to look again.
    fn end(self, outcome: Result<TeamAnswer, Broken>) -> Option<Duration> {
        let (said, is_passing) = match outcome {
            Ok(answer) => {
                let TeamAnswer { mut said, leaves, deleted, trouble, .. } = answer;
                let is_passing = trouble.as_ref().map(|(_, is_passing)| *is_passing);
                said.insert(0, words::team_looked(platform::now().second));
                said.splice(0..0, trouble.map(|(why, _)| why));
                self.tell(|told| (told.leaves, told.deleted) = (leaves, deleted));
                (said, is_passing)
            }
            Err(Broken::Trouble(why, is_passing)) => (vec![why], Some(is_passing)),
            Err(Broken::Closed) => {
                self.tell(|told| told.progress = String::new());
                return None;
            }
        };
        let is_stopped = self.is_stopped.get_value();
        if is_passing == Some(false) && !is_stopped {
            self.signed.set_value(None);
        }
        let is_on = self.signed.with_value(Option::is_some);
        self.tell(|told| (told.said, told.is_on, told.progress) = (said, is_on, String::new()));
        match is_passing {
            None => Some(NEXT),
            Some(true) => Some(SOON),
            Some(false) => is_stopped.then_some(NEXT),
        }
    }

    /// Rounds until nothing comes back any more.
    async fn rounds(self, signed: &Signed, again: bool) -> Result<TeamAnswer, Broken> {
        let mut ticked = Vec::new();
        for _ in 0..MOST_ROUNDS {
            let round = Round::begun(self, signed.wanted, again).ok_or(Broken::Closed)?;
            let mut answer = round.carried_out(signed).await?;
            if self.workspace.open_plan().as_ref() != Some(&signed.plan) {
                return Err(Broken::Closed);
            }
            platform::remember_export(&signed.plan, SLUG, &answer.memory);
            if answer.ticks.is_empty() {
                answer.said.splice(0..0, ticked);
                return Ok(answer);
            }
            self.take(&answer.ticks, &answer.said)?;
            ticked.extend(answer.said);
        }
        Err(Broken::Trouble(words::TEAM_BROKE.to_owned(), true))
    }

    /// Takes what was ticked off as one change.
    fn take(self, ticks: &[Tick], said: &[String]) -> Result<(), Broken> {
        let edits = ticks_taken(&self.session.whole_now(), ticks);
        let sentence = said.first().map(String::as_str).unwrap_or_default();
        let taken = self.session.change_whole(edits, [sentence, " ", words::UNDO_TAKES_IT_BACK].concat());
        taken.map_err(|problem| Broken::Trouble(problem, true))
    }

    fn tell(self, change: impl FnOnce(&mut ListTold)) {
        let mut told = self.told.with_untracked(Clone::clone);
        change(&mut told);
        self.told.set(told);
    }
}

/// Counts on.
fn next(turn: StoredValue<u32>) -> u32 {
    let next = turn.get_value().wrapping_add(1);
    turn.set_value(next);
    next
}

/// A round, with what leaves as it is.
struct Round {
    list: TeamList,
    request: String,
    outgoing: Result<String, String>,
}

impl Round {
    /// One for the open plan.
    fn begun(list: TeamList, wanted: Wanted, again: bool) -> Option<Self> {
        let plan = list.workspace.open_plan()?;
        let (whole, today) = (list.session.whole_now(), list.session.today_now());
        let memory = platform::exported_before(&plan, SLUG);
        let columns = TableColumns::default();
        let outgoing =
            Outgoing::cargo(&whole, today, wanted, &columns, &memory).map_err(|problem| problem.to_string());
        let (moment, offset) = (platform::moment(), platform::minutes_ahead());
        let request = FileRequest::Team { plan, today, moment, offset, wanted, again }.to_text();
        Some(Self { list, request, outgoing })
    }

    /// How far it has come with these answers. An export that somebody wants goes first.
    async fn asked(&self, answers: &[Answer]) -> Result<TeamAnswer, Broken> {
        /// In milliseconds.
        const WHILE_BUSY: i32 = 300;
        let trouble = |why: &str, is_passing| Err(Broken::Trouble(why.to_owned(), is_passing));
        let outgoing = match &self.outgoing {
            Ok(outgoing) => outgoing,
            Err(problem) => return trouble(problem, false),
        };
        let cargo = team_cargo(outgoing, answers);
        loop {
            while Helper::Files.is_busy() {
                platform::pause(WHILE_BUSY).await;
            }
            let made = match Helper::Files.make(Cargo::Text(&cargo), &self.request).await {
                Ok(made) => made,
                Err(NoAnswer::Stopped) => {
                    platform::pause(WHILE_BUSY).await;
                    continue;
                }
                Err(NoAnswer::NotLoaded) => return trouble(words::TEAM_NOT_LOADED, true),
                Err(NoAnswer::TooLong) => return trouble(words::WRITING_TOO_LONG, false),
                Err(NoAnswer::Broken | NoAnswer::Unreadable) => return trouble(words::TEAM_BROKE, false),
            };
            let file = String::from_utf8_lossy(&made.bytes.to_vec()).into_owned();
            let answer = team_answer(&made.notes, &file, made.memory);
            return answer.ok_or_else(|| Broken::Trouble(words::TEAM_BROKE.to_owned(), false));
        }
    }

    /// Carries it out.
    async fn carried_out(self, signed: &Signed) -> Result<TeamAnswer, Broken> {
        let mut answers = Vec::new();
        loop {
            let answer = self.asked(&answers).await?;
            if answer.is_over {
                return Ok(answer);
            }
            let (asks, before) = (answer.asks, answers.len());
            let all = before + asks.len();
            let mut end = None;
            for some in asks.chunks(AT_ONCE) {
                if self.list.is_stopped.get_value() {
                    end = Some(Answer::None(NoResponse::Stopped));
                }
                self.list.tell(|told| told.progress = words::team_progress(answers.len(), all));
                let came: Vec<_> = match &end {
                    Some(end) => some.iter().map(|_| end.clone()).collect(),
                    None => {
                        together(some.iter().map(|ask| platform::ask_list(&signed.list, &signed.line, ask)))
                            .await
                    }
                };
                end = end.or_else(|| came.iter().find(|answer| answer.is_final()).cloned());
                answers.extend(came);
            }
        }
    }
}

/// Waits for all of some at once; what they give, in order.
async fn together<T: 'static>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut all: Vec<_> = all.map(|one| (Box::pin(one), None)).collect();
    let poll = std::future::poll_fn(move |context| {
        let mut is_ready = true;
        for (one, outcome) in &mut all {
            if outcome.is_none() {
                match one.as_mut().poll(context) {
                    std::task::Poll::Ready(ready) => *outcome = Some(ready),
                    std::task::Poll::Pending => is_ready = false,
                }
            }
        }
        match is_ready {
            true => {
                std::task::Poll::Ready(all.iter_mut().filter_map(|(_, outcome)| outcome.take()).collect())
            }
            false => std::task::Poll::Pending,
        }
    });
    poll.await
}
