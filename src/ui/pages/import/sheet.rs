//! A spreadsheet or a copy that came back: what differs, to be ticked and taken as one change (F3).

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::preview::{close, title};
use super::{Came, Incoming};
use crate::exchange::{
    Arrived, BackAnswer, Difference, FileRequest, MAX_BYTES, Sent, Side, back_answer, back_cargo, import_json,
};
use crate::plan::{Limit, Plan};
use crate::platform::{self, Cargo, Helper, NoAnswer};
use crate::store::{Occasion, Stamp, TakenNumbers};
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, check, unique_id};
use crate::ui::reactive::{Var, var};
use crate::ui::{Route, Session, known};
use crate::words;

/// How names of spreadsheets end.
const ENDINGS: [&str; 6] = [".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".xls"];

/// What a spreadsheet or a copy says, compared with a plan.
#[derive(Clone)]
pub struct SheetCame {
    differences: Arc<[Difference]>,
    notes: Arc<[String]>,
    /// The plan it was compared with.
    with: Arc<Plan>,
    bytes: Arc<[u8]>,
    /// By what it is known, where it is a copy of the plan.
    copy: Option<Stamp>,
    /// The places of those that are not wanted.
    left: Var<Vec<usize>>,
}

/// Whether a file is a spreadsheet, by its name.
pub fn is_sheet(file: &File) -> bool {
    let name = file.name().to_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Reads a spreadsheet and compares it with the open plan, or with an empty one.
pub async fn read(incoming: Incoming, file: &File) -> Result<Came, String> {
    compared(incoming, bytes_of(file).await?.into(), None).await
}

/// Compares a copy with the open plan.
pub async fn copy(incoming: Incoming, arrived: &Arrived) -> Result<Came, String> {
    let sent = arrived.sent(incoming.session.today_now());
    let mut came = compared(incoming, sent.text.into_bytes().into(), Some(sent.stamp)).await?;
    if let Came::Sheet(came) = &mut came
        && arrived.whole.roster.count() > 0
    {
        let people = words::PEOPLE_IN_COPY_NOT_TAKEN.to_owned();
        came.notes = came.notes.iter().cloned().chain([people]).collect();
    }
    Ok(came)
}

/// What is in a file. One that is too large is not even opened.
async fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    if file.size() > MAX_BYTES as f64 {
        return Err(words::SHEET_TOO_LARGE.to_owned());
    }
    platform::read(file).await.ok_or_else(words::unreadable_file)
}

/// The first sheet of a spreadsheet as lines of cells, whatever is in it.
pub async fn cells(session: Session, file: &File) -> Result<String, String> {
    let bytes = bytes_of(file).await?;
    // Nothing in it is of a plan that is blank.
    match asked(session, &Plan::blank(), &[], &bytes, Vec::new()).await? {
        BackAnswer::Other(lines) => Ok(lines),
        BackAnswer::Refused(reason) => Err(reason),
        BackAnswer::Differences { .. } => Err(words::SHEET_READER_BROKE.to_owned()),
    }
}

async fn compared(incoming: Incoming, bytes: Arc<[u8]>, copy: Option<Stamp>) -> Result<Came, String> {
    let session = incoming.session;
    let known = known_here(incoming).await;
    let with = session.plan_now();
    Ok(match asked(session, &with, &known, &bytes, Vec::new()).await? {
        BackAnswer::Refused(reason) => return Err(reason),
        BackAnswer::Other(lines) => Came::Lines(lines),
        BackAnswer::Differences { differences, notes, .. } => {
            let is_asked = |(at, it): (usize, &Difference)| (it.side != Side::Copy).then_some(at);
            let left = differences.iter().enumerate().filter_map(is_asked).collect();
            Came::Sheet(SheetCame {
                differences: differences.into(),
                notes: notes.into(),
                with,
                bytes,
                copy,
                left: var(left),
            })
        }
    })
}

/// The versions known of the open plan.
async fn known_here(incoming: Incoming) -> Vec<String> {
    match incoming.workspace.open_plan() {
        Some(id) => known::known_of(&id).await,
        None => Vec::new(),
    }
}

async fn asked(
    session: Session,
    plan: &Plan,
    known: &[String],
    bytes: &[u8],
    left: Vec<usize>,
) -> Result<BackAnswer, String> {
    let today = session.today_now();
    let cargo = back_cargo(plan, known, today, bytes);
    let request = FileRequest::Back { today, left }.to_text();
    let made = Helper::Files.make(Cargo::Bytes(&cargo), &request).await.map_err(|why| {
        match why {
            NoAnswer::NotLoaded => words::SHEET_READER_NOT_LOADED,
            NoAnswer::TooLong => words::SHEET_TOO_LARGE,
            NoAnswer::Stopped | NoAnswer::Broken | NoAnswer::Unreadable => words::SHEET_READER_BROKE,
        }
        .to_owned()
    })?;
    let file = String::from_utf8_lossy(&made.bytes.to_vec()).into_owned();
    back_answer(&made.notes, file).ok_or_else(|| words::SHEET_READER_BROKE.to_owned())
}

/// What differs, and the ways to take it or leave it.
pub fn differences(came: SheetCame, file: String) -> Vec<El> {
    let incoming: Incoming = expect_context();
    let notes: Vec<_> = came.notes.iter().map(|note| el(html::P).child(note.clone())).collect();
    let notes = el(html::Div).class("back__notes").child(notes);
    if came.differences.is_empty() {
        let is_for_people = came.notes.iter().any(|note| note == words::PEOPLE_NOT_TAKEN);
        return vec![
            title(if is_for_people { words::nothing_taken(&file) } else { words::nothing_different(&file) }),
            el(html::P).child("Whatever can be taken of it, the plan says already."),
            notes,
            el(html::Div).class("dialog__ways").child(button(Look::Main, "Close", close)),
        ];
    }
    let left = came.left;
    let mut lists: Vec<El> = Vec::new();
    let all: Vec<_> = came.differences.iter().enumerate().collect();
    for group in all.chunk_by(|(_, one), (_, next)| one.group == next.group) {
        let name = group.first().map(|(_, it)| it.group.clone()).unwrap_or_default();
        if !name.is_empty() {
            lists.push(el(html::H3).child(name));
        }
        let rows: Vec<_> = group.iter().map(|(at, difference)| row(left, *at, difference)).collect();
        lists.push(el(html::Ul).class("back").child(rows));
    }
    let count = came.differences.len();
    let is_told = if came.copy.is_some() { words::COPY_IS_TAKEN } else { words::SHEET_IS_TAKEN };
    let take = move || {
        let came = came.clone();
        spawn_local(async move { take(incoming, came).await });
    };
    vec![
        title(words::differences_in(count, &file)),
        el(html::Div).child(lists),
        notes,
        el(html::P).child(is_told),
        el(html::Div)
            .class("dialog__ways")
            .child(button(Look::Main, "Take what is ticked", take))
            .child(button(Look::Plain, "Cancel", close)),
    ]
}

/// One thing that differs: to be ticked, or to be chosen where both changed it.
fn row(left: Var<Vec<usize>>, at: usize, difference: &Difference) -> El {
    let Difference { side, place, what, before, after, .. } = difference.clone();
    let is_wanted = move || left.with(|left| !left.contains(&at));
    let want = move |is_wanted: bool| {
        left.update(|left| {
            left.retain(|other| *other != at);
            if !is_wanted {
                left.push(at);
            }
        });
    };
    let [before, after] =
        [before, after].map(|words| if words.is_empty() { "nothing".to_owned() } else { words });
    let name = format!("{place}: {what}");
    if side != Side::Both {
        let said = |words: String, class: &'static str| el(html::Span).class(class).child(words);
        return el(html::Li).child(check(name, is_wanted, want)).child(
            el(html::P)
                .class("back__change")
                .child(said(before, "back__before"))
                .child(" → ")
                .child(said(after, "back__after")),
        );
    }
    let group = unique_id("both");
    let choice = |words: String, takes: bool| {
        let input = el(html::Input)
            .attr(attr::Type, "radio")
            .attr(attr::Name, group.clone())
            .prop(prop::Checked, move || is_wanted() == takes)
            .on(ev::change, move |_| want(takes));
        el(html::Label).class("check").child(input).child(el(html::Span).child(words))
    };
    let (own, other) = (words::keep_yours(&before), words::take_theirs(&after));
    el(html::Li).child(
        el(html::Fieldset)
            .class("back__both")
            .child(el(html::Legend).child(words::both_changed(&name)))
            .child(choice(own, false))
            .child(choice(other, true)),
    )
}

/// Takes what is ticked; where the plan has changed meanwhile, shows anew what differs.
async fn take(incoming: Incoming, came: SheetCame) {
    let session = incoming.session;
    let left = came.left.get_untracked();
    let count = came.differences.len() - left.len();
    if count == 0 {
        return session.announce(words::NOTHING_TICKED);
    }
    if !Arc::ptr_eq(&came.with, &session.plan_now()) {
        let again = compared(incoming, came.bytes.clone(), came.copy).await;
        session.announce(words::LOOK_AGAIN);
        return incoming.show(again);
    }
    let known = known_here(incoming).await;
    let taken = match asked(session, &came.with, &known, &came.bytes, left).await {
        Ok(BackAnswer::Differences { unfit, .. }) if !unfit.is_empty() => {
            let unfit = unfit.iter().filter_map(|at| came.differences.get(*at));
            let names: Vec<_> = unfit.map(|it| format!("“{}: {}”", it.place, it.what)).collect();
            return session.announce(words::goes_with_more(&names));
        }
        Ok(BackAnswer::Differences { plan, renumbered, .. }) => {
            import_json(plan.as_bytes()).map(|plan| (plan, renumbered)).map_err(|it| it.to_string())
        }
        Ok(_) => Err(words::SHEET_READER_BROKE.to_owned()),
        Err(problem) => Err(problem),
    };
    match taken {
        Ok((plan, numbers)) => {
            let id = incoming.workspace.open_plan();
            if let Some(id) = &id {
                incoming.workspace.put_by(id, Occasion::Import);
            }
            close();
            let numbers = came.copy.map(|copy| TakenNumbers { copy, numbers });
            let taken = move || {
                let Some(taken) = &numbers else { return };
                if let Some(id) = id.clone().filter(|_| !taken.numbers.is_empty()) {
                    let (stamp, known) = (taken.stamp(), taken.write());
                    known::keep(id, Sent { text: String::new(), stamp, known });
                }
                platform::go_to(&Route::Home.path());
            };
            let whole = session.whole_now().with_plan(plan);
            if let Err(problem) =
                session.propose_whole(whole, words::differences_taken(count), Arc::new(taken))
            {
                session.announce(problem);
            }
        }
        Err(problem) => incoming.refuse(problem),
    }
}

/// A spreadsheet that is of another plan, or of none.
pub fn lines(lines: String, file: &str) -> Vec<El> {
    let count = lines.lines().count();
    // A sequence holds no more steps.
    let most = Limit::Steps.max();
    let lines = lines.lines().take(most).collect::<Vec<_>>().join("\n");
    let left = (count > most)
        .then(|| el(html::P).child(format!("Only its first {most} rows are read, of {count}.")));
    let incoming: Incoming = expect_context();
    let read = move || {
        close();
        incoming.hand_on(&lines);
        platform::go_to(&Route::Start.path());
    };
    vec![
        title(format!("“{file}” is not of the open plan")),
        el(html::P).child(
            "Its rows can be read as a new list of steps. You see what is understood of each, and make it a plan of its own when it is right.",
        ),
        el(html::Div).child(left).child(el(html::P).child("Nothing was changed.")),
        el(html::Div)
            .class("dialog__ways")
            .child(button(Look::Main, "Read it as a list", read))
            .child(button(Look::Plain, "Cancel", close)),
    ]
}
