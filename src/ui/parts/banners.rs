//! Banners: what a person must know as long as it is so.

use leptos::prelude::*;

use super::button::{Look, button};
use super::offline::renewal_banner;
use crate::exchange::import_json;
use crate::plan::{Edit, Origin, Plan};
use crate::platform::Offline;
use crate::roster;
use crate::schedule::{Differences, Schedule};
use crate::store::{State, StorageError, Unreadable};
use crate::ui::element::{El, attr, el, html};
use crate::ui::reactive::memo;
use crate::ui::rest;
use crate::ui::workspace::{Trouble, Workspace};
use crate::ui::{Availability, FileState, FollowingFile, Route, Session};
use crate::words;

/// All banners that hold now.
pub fn banners() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let availability = Availability::here();
    let trouble = memo(move || workspace.trouble());
    el(html::Div)
        .class("banners")
        .child(move || match trouble.get() {
            Some(Trouble::Storage(error)) => storage_banner(error).into_any(),
            Some(Trouble::ChangedElsewhere) => other_tab_banner().into_any(),
            Some(Trouble::RemovedElsewhere) => removed_banner().into_any(),
            Some(Trouble::Unreadable(why)) => unreadable_banner(&why).into_any(),
            None => ().into_any(),
        })
        .show(
            move || workspace.has_plan() && session.read(|plan| plan.origin == Origin::Example),
            example_banner,
        )
        .show(move || availability.now() == Offline::Renewed, renewal_banner)
        .show(move || workspace.is_archived(), archived_banner)
        .child(move || rest::here().and_then(|rest| (rest.file_banner)()).into_any())
        .show(move || trouble.get().is_none() && workspace.is_copy_due(), copy_banner)
}

/// A banner that stays until what it says is over.
fn alert(words: impl Into<String>, ways: Vec<El>) -> El {
    el(html::Section)
        .class("banner banner--bad")
        .attr(attr::Role, "alert")
        .child(el(html::P).child(words.into()))
        .child(el(html::Div).class("banner__ways").child(ways))
}

fn storage_banner(error: StorageError) -> El {
    let workspace = Workspace::here();
    let words = match error {
        StorageError::Blocked => {
            "This browser does not let the page keep anything. You can work on, but closing the tab loses the plan. Export the plan to keep it."
        }
        StorageError::Full => {
            "The browser’s storage for this page is full, so your last changes are not saved. Export the plan to keep it."
        }
        StorageError::NotKept => {
            "The browser’s storage does not keep what is written, so your last changes are not saved. Export the plan to keep it."
        }
        StorageError::Failed => "The browser could not save your last changes. Export the plan to keep it.",
    };
    let download = download("Download the plan").hidden(move || !workspace.has_plan());
    let mut ways = vec![download];
    if error != StorageError::Blocked {
        ways.push(button(Look::Small, "Try again", move || workspace.try_again()));
        ways.push(el(html::A).attr(attr::Href, Route::Plans.href()).child("Make room among your plans"));
    }
    alert(words, ways)
}

/// Hands the open plan over as a file.
fn download(words: &'static str) -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    button(Look::Small, words, move || rest::with(move |rest| (rest.export)(session, workspace)))
}

fn other_tab_banner() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let take = move || {
        if let Err(problem) = workspace.take_other_version() {
            session.announce(problem);
        }
    };
    alert(
        "This plan was also changed in another tab. Nothing is overwritten: choose which version to go on with here.",
        vec![
            button(Look::Small, "Keep mine as a copy", move || workspace.keep_as_copy()),
            button(Look::Small, "Open the other version", take),
        ],
    )
}

fn removed_banner() -> El {
    let workspace = Workspace::here();
    alert(
        "This plan was removed in another tab. What you see is only here now, apart from what the bin still has.",
        vec![button(Look::Small, "Keep it as a copy", move || workspace.keep_as_copy())],
    )
}

fn unreadable_banner(why: &Unreadable) -> El {
    let workspace = Workspace::here();
    alert(
        words::unreadable_here(why),
        vec![
            button(Look::Small, "Keep mine as a copy", move || workspace.keep_as_copy()),
            el(html::A).attr(attr::Href, Route::Plans.href()).child("See it among all plans"),
        ],
    )
}

/// The open plan is in the archive, put there here or in another tab.
fn archived_banner() -> El {
    let workspace = Workspace::here();
    let reopen = move || {
        let name = words::plan_name(&workspace.plan_now());
        if let Some(id) = workspace.open_plan()
            && let Err(error) = workspace.move_to(&id, &name, State::Open)
        {
            workspace.announce(error.to_string());
        }
    };
    notice(
        "Archived",
        "This plan is in the archive.",
        vec![button(Look::Small, "Put it back in use", reopen)],
    )
}

/// It is time for a copy of one's own.
fn copy_banner() -> El {
    let workspace = Workspace::here();
    let last = workspace.open_plan().and_then(|id| untrack(|| workspace.copies()).last(&id));
    let ways =
        vec![download("Download a copy"), button(Look::Small, "In a week", move || workspace.put_copy_off())];
    notice("A copy of your own", words::copy_due(last), ways)
}

/// The file of one's own needs a word.
pub fn file_banner() -> Option<El> {
    let (workspace, file) = (Workspace::here(), FollowingFile::here());
    let name = file.name();
    let stop = || button(Look::Small, "Keep no copy there", move || file.let_go());
    let (words, ways) = match file.state() {
        FileState::None | FileState::Follows => return None,
        FileState::Asks => (
            words::copy_asks(&name),
            vec![button(Look::Small, "Go on", move || file.ask_again(workspace)), stop()],
        ),
        FileState::Changed(text) => {
            let overwrite = button(Look::Small, "Overwrite the file", move || file.overwrite(workspace));
            match import_json(text.as_bytes()) {
                Ok(theirs) => {
                    let (mine, today) = (workspace.plan_now(), workspace.today());
                    let dates = |plan: &Plan| Schedule::on(plan, today);
                    let since = Differences::between((&mine, &dates(&mine)), (&theirs, &dates(&theirs)));
                    let import = move || match workspace.import(roster::Workspace::new(theirs.clone())) {
                        Ok(()) => workspace.announce("Imported. It stands beside your other plans."),
                        Err(problem) => workspace.announce(problem),
                    };
                    let take = button(Look::Small, "Import it as a plan", import);
                    (words::copy_changed(&name, &words::in_file(&since)), vec![take, overwrite, stop()])
                }
                Err(_) => (words::copy_changed(&name, "It is no plan now."), vec![overwrite, stop()]),
            }
        }
        FileState::Failed => {
            let again = button(Look::Small, "Choose another file", move || file.choose(workspace));
            (words::copy_failed(&name), vec![again, stop()])
        }
    };
    Some(notice("The copy in a file", words, ways))
}

/// A banner about something that is as it should be.
fn notice(name: &'static str, words: impl Into<String>, ways: Vec<El>) -> El {
    el(html::Section)
        .class("banner")
        .aria_label(name)
        .child(el(html::P).child(words.into()))
        .child(el(html::Div).class("banner__ways").child(ways))
}

fn example_banner() -> El {
    let session = Session::here();
    let adopt = move || session.edit_and_say(Edit::Adopt, "This is your own plan now");
    let ways = el(html::Div)
        .class("banner__ways")
        .child(el(html::A).attr(attr::Href, Route::Start.href()).child("Start your own"))
        .child(button(Look::Small, "Make it mine", adopt));
    el(html::Section)
        .class("banner")
        .aria_label("Example")
        .child(el(html::P).inner_html("<strong>This is an example.</strong> Look around and change what you like; your own plans are not touched."))
        .child(ways)
}
