//! The formats, each with what it holds and loses, and a button that has it made.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{columns, wanted};
use crate::exchange::{Format, TableColumns, Wanted};
use crate::platform::Helper;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Look, button, fold, row_button, section};
use crate::ui::reactive::{Var, memo, var};
use crate::ui::{Session, Workspace, export_as};
use crate::words;

/// What is wanted, and what has come of it.
#[derive(Clone, Copy)]
pub struct Exports {
    pub session: Session,
    pub workspace: Workspace,
    pub wanted: Var<Wanted>,
    pub columns: Var<TableColumns>,
    told: Var<Told>,
}

/// What there is to tell of the export that was asked for last.
#[derive(Clone, Debug, Default, PartialEq)]
enum Told {
    #[default]
    Nothing,
    /// It is being made.
    Making(Format),
    /// It was handed over, or why it was not; a sentence a line.
    Said(Format, String),
}

impl Exports {
    /// Nothing was asked for yet.
    pub fn new() -> Self {
        let workspace = Workspace::here();
        Self {
            session: Session::here(),
            workspace,
            wanted: var(wanted::start()),
            columns: var(columns::remembered(workspace)),
            told: var(Told::default()),
        }
    }

    fn is_making(self, format: Format) -> bool {
        self.told.with(|told| *told == Told::Making(format))
    }

    /// Has a file made, and hands it over.
    fn make(self, format: Format) {
        let (wanted, columns) = (self.wanted.get_untracked(), self.columns.get_untracked());
        self.told.set(Told::Making(format));
        spawn_local(async move {
            match export_as(self.session, self.workspace, format, wanted, &columns).await {
                Some(outcome) => self.say(format, outcome.unwrap_or_else(|problem| problem)),
                // For another format, or by the button: whoever stopped it knows.
                None => {
                    if self.told.try_with_untracked(|told| *told == Told::Making(format)) == Some(true) {
                        self.told.set(Told::Nothing);
                    }
                }
            }
        });
    }

    fn say(self, format: Format, said: String) {
        self.session.announce(said.lines().next().unwrap_or_default());
        self.told.set(Told::Said(format, said));
    }
}

/// The formats: those that many want, and behind a line of words the others.
pub fn formats(exports: Exports) -> El {
    let special = Format::SPECIAL
        .map(|(title, formats)| fold(move || title.to_owned(), move || listed(exports, formats)));
    section(
        "For which program",
        el(html::Div).class("files__kinds").child(listed(exports, Format::USUAL)).child(special),
    )
}

fn listed(exports: Exports, formats: &[Format]) -> El {
    let formats: Vec<_> = formats.iter().map(|format| row(exports, *format)).collect();
    el(html::Ul).class("files").child(formats)
}

fn row(exports: Exports, format: Format) -> El {
    let facts = format.facts();
    let is_making = move || exports.is_making(format);
    let act = if format.is_pasted() { "Copy" } else { "Download" };
    let look = if format == Format::ALL[0] { Look::Main } else { Look::Plain };
    // It stays, so that the focus does: pressed again, it begins anew.
    let make = row_button(look, act, move || format!("{act} {}", facts.name), move || exports.make(format));
    let stop = || button(Look::Quiet, "Stop", || Helper::Files.stop());
    el(html::Li)
        .class("files__format")
        .child(el(html::H3).child(facts.name))
        .child(
            el(html::Div)
                .class("files__told")
                .child(el(html::P).child(facts.holds))
                .child(el(html::P).class("files__loses").child(format!("Not in it: {}", facts.loses)))
                .child(wanted::of(format, exports))
                .child(said(exports, format)),
        )
        .child(el(html::Div).class("files__make").child(make).show(is_making, stop))
}

/// What came of it, a sentence a line.
fn said(exports: Exports, format: Format) -> El {
    let said = memo(move || {
        exports.told.with(|told| match told {
            Told::Said(of, said) if *of == format => said.clone(),
            Told::Making(of) if *of == format => words::BEING_MADE.to_owned(),
            _ => String::new(),
        })
    });
    let lines = move || {
        let lines: Vec<_> = said.get().lines().map(|line| el(html::P).child(line.to_owned())).collect();
        el(html::Div).child(lines).into_any()
    };
    el(html::Div).class("files__said").child(lines)
}
