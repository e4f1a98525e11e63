//! The plan for somebody else: as a link, or in one file with the planner.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::formats::Exports;
use crate::exchange::{InLink, LINK, LinkError, MAX_LINK, in_link, one_file_name};
use crate::platform;
use crate::ui::element::{El, attr, el, html, prop};
use crate::ui::parts::{Look, button, check, section, unique_id};
use crate::ui::reactive::{Var, memo, var};
use crate::ui::{Session, Workspace, known};
use crate::words;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
enum Made {
    #[default]
    Nothing,
    /// The link, and whether the clipboard has it.
    Link(String, bool),
    /// A file was handed over, by its name.
    File(String),
    Failed(String),
}

/// What is wanted, and what came of it.
#[derive(Clone, Copy)]
struct Sending {
    session: Session,
    workspace: Workspace,
    wanted: Var<InLink>,
    made: Var<Made>,
    /// Something is being made.
    is_busy: StoredValue<bool>,
}

/// The one file with the whole planner, as it lies beside the page, and the place in it where a plan goes.
const ONE_FILE: &str = "followthrough.html";
const PLACE: &str = "data-plan=\"\"";

impl Sending {
    /// The plan, packed; what of it may come back changed is kept.
    async fn packed(self) -> Result<String, String> {
        let (whole, today) = (self.session.whole_now(), self.session.today_now());
        let wanted = self.wanted.get_untracked();
        let id = self.workspace.open_plan();
        let kept = match &id {
            Some(id) => known::known_of(id).await,
            None => Vec::new(),
        };
        let sent = in_link(&whole, wanted, today, &kept);
        let packed = match &sent {
            Ok(sent) => match platform::pack(&sent.text).await {
                Some(packed) if LINK.len() + packed.len() <= MAX_LINK => Ok(packed),
                Some(_) => Err(LinkError::TooLong),
                None => Err(LinkError::OldBrowser),
            },
            Err(error) => Err(error.clone()),
        };
        if let (Some(id), Ok(sent), Ok(_)) = (id, sent, &packed) {
            known::keep(id, sent);
        }
        packed.map_err(|error| error.to_string())
    }

    async fn link(self) -> Result<Made, String> {
        let link = format!("{}#{LINK}{}", platform::address(), self.packed().await?);
        let is_copied = platform::copy(&link).await;
        Ok(Made::Link(link, is_copied))
    }

    async fn file(self) -> Result<Made, String> {
        let packed = self.packed().await?;
        let page = platform::fetch_text(ONE_FILE).await.map_err(|_| words::PLANNER_NOT_FETCHED.to_owned())?;
        let page = page.replacen(PLACE, &format!("data-plan=\"{packed}\""), 1);
        let name = one_file_name(&self.session.plan_now(), self.session.today_now());
        if platform::download_page(&name, &page) {
            Ok(Made::File(name))
        } else {
            Err(words::download_refused())
        }
    }

    /// Has something made, unless something is.
    fn make(self, making: impl Future<Output = Result<Made, String>> + 'static) {
        if self.is_busy.get_value() {
            return;
        }
        self.is_busy.set_value(true);
        spawn_local(async move {
            self.show(making.await);
            _ = self.is_busy.try_set_value(false);
        });
    }

    fn show(self, outcome: Result<Made, String>) {
        let outcome = outcome.unwrap_or_else(Made::Failed);
        self.session.announce(told(&outcome));
        self.made.set(outcome);
    }
}

/// The section.
pub fn link(exports: Exports) -> El {
    // A page on this device has no address for others, and cannot read itself.
    if platform::is_one_file() {
        return section("For somebody else", el(html::P).child(
            "This page is a file on your device: hand the file on as it is, and your plan with “Export JSON”. Links are made by the planner on its site.",
        ));
    }
    let session = exports.session;
    let sending = Sending {
        session,
        workspace: Workspace::here(),
        wanted: var(InLink::default()),
        made: var(Made::default()),
        is_busy: StoredValue::new(false),
    };
    let Sending { wanted, made, .. } = sending;
    let has_names = move || session.read(|plan| !plan.people.is_empty());
    let names = move || {
        check(
            "With the names of those who do the steps",
            move || wanted.with(|it| it.names),
            move |is_wanted| wanted.update(|it| it.names = is_wanted),
        )
    };
    let people = move || {
        check(
            "With the people you follow up, and all you know of them",
            move || wanted.with(|it| it.people),
            move |is_wanted| wanted.update(|it| it.people = is_wanted),
        )
    };
    let copy = move || sending.make(sending.link());
    let download = move || sending.make(sending.file());
    let is_made = memo(move || made.with(|made| matches!(made, Made::Link(..))));
    let said = move || made.with(told);
    let content = el(html::Div)
        .class("files__link")
        .child(el(html::P).child(
            "Whoever opens it sees what is in the plan first, and adds it beside their own plans or leaves it. What you change later is not in it. Changed there and sent back, as a link or with “Export JSON”, it is compared with what you sent, and you choose what to take. In a link the whole plan stands in the link itself, and no server keeps it; the file holds the planner too, and opens with a double click, without the internet. Names that stand in your texts stay there.",
        ))
        .show(has_names, names)
        .show(move || session.has_people(), people)
        .child(
            el(html::Div)
                .class("files__make")
                .child(button(Look::Plain, "Copy the link", copy))
                .child(button(Look::Plain, "Download planner and plan as one file", download)),
        )
        .child(el(html::P).class("files__said").child(said))
        .show(move || is_made.get(), move || shown(made));
    section("For somebody else", content)
}

/// The link in a field, to be copied by hand.
fn shown(made: Var<Made>) -> El {
    let id = unique_id("link");
    let link = move || {
        made.with(|made| match made {
            Made::Link(link, _) => link.clone(),
            Made::Nothing | Made::File(_) | Made::Failed(_) => String::new(),
        })
    };
    let field = el(html::Input)
        .class("field__input")
        .attr(attr::Type, "text")
        .attr(attr::Id, id.clone())
        .attr(attr::Readonly, true)
        .prop(prop::Value, link);
    let label = el(html::Label).class("field__label").attr(attr::For, id).child("The link");
    el(html::Div).class("field").child(label).child(field)
}

fn told(made: &Made) -> String {
    match made {
        Made::Nothing => String::new(),
        Made::Link(link, true) => words::link_copied(link.len()),
        Made::Link(..) => words::LINK_NOT_COPIED.to_owned(),
        Made::File(name) => words::exported_as(name),
        Made::Failed(why) => why.clone(),
    }
}
