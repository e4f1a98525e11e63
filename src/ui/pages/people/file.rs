//! The people as a file of their own: handed out, and taken in again.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::exchange::{MAX_ROSTER_BYTES, RosterFile, export_roster, import_roster, roster_file_name};
use crate::platform;
use crate::roster::Workspace;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, file_field};
use crate::ui::reactive::{Var, var};
use crate::words;

/// A file that came in, read, or why it was not.
type Came = Var<Option<Result<Arc<RosterFile>, String>>>;

/// The ways out and in, and what came in until it is taken or left.
pub fn people_file() -> El {
    let session = Session::here();
    let came: Came = var(None);
    let import = file_field(
        Look::Plain,
        "Import people",
        ".json,application/json",
        || (),
        move |file| receive(file, came),
    );
    let export = move || button(Look::Plain, "Export people", move || export(session));
    let shown = move || match came.get() {
        Some(Ok(file)) => asked(session, file, came).into_any(),
        Some(Err(problem)) => el(html::P).class("field__message").child(problem).into_any(),
        None => ().into_any(),
    };
    el(html::Div)
        .class("roster__file")
        .child(el(html::P).child(
            "The plan’s own file has nobody’s name in it. This one holds the people, for a copy or another browser.",
        ))
        .child(
            el(html::Div)
                .class("dialog__ways")
                .show(move || session.has_people(), export)
                .child(import),
        )
        .child(el(html::Div).attr(attr::AriaLive, "polite").child(shown))
}

fn export(session: Session) {
    let (whole, today) = (session.whole_now(), session.today_now());
    let said = match export_roster(&whole.roster, &whole.plan, today) {
        Ok(text) => {
            let name = roster_file_name(&whole.plan, today);
            match platform::download(&name, &text) {
                true => format!("Exported as {name}"),
                false => words::download_refused(),
            }
        }
        Err(why) => why.to_string(),
    };
    session.announce(said);
}

/// Reads a file. One that is too large is not even opened.
fn receive(file: File, came: Came) {
    spawn_local(async move {
        let bytes = match file.size() > MAX_ROSTER_BYTES as f64 {
            true => None,
            false => platform::read(&file).await,
        };
        let read = match bytes {
            Some(bytes) => import_roster(&bytes).map(Arc::new).map_err(|why| why.to_string()),
            None => Err(words::unreadable_file()),
        };
        // The page may be another one by now.
        came.set(Some(read));
    });
}

/// Who is in the file, and whether to take them in place of those who are here.
fn asked(session: Session, file: Arc<RosterFile>, came: Came) -> El {
    let whole = session.whole_now();
    let said = words::people_in_file(file.roster.count(), &file.plan, file.exported_on, &whole);
    let workspace = crate::ui::Workspace::here();
    let take = move || {
        workspace.put_people_by();
        let roster = Arc::new(file.roster.following(&session.whole_now().roster));
        let taken = words::people_count(roster.count());
        session.adopt(Workspace { plan: session.plan_now(), roster });
        session.announce(format!("{taken} taken in. Undo brings back who was here."));
        came.set(None);
    };
    let ways = el(html::Div)
        .class("dialog__ways")
        .child(button(Look::Main, "Take these people", take))
        .child(button(Look::Plain, "Leave them", move || came.set(None)));
    el(html::Div)
        .child(said.into_iter().map(|words| el(html::P).child(words)).collect::<Vec<_>>())
        .child(ways)
}
