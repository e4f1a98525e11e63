//! The formats, each with what it holds and loses, and a button that has it made.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::wanted;
use crate::exchange::{Format, Outgoing, Request, Wanted, exported_name};
use crate::platform::{self, Cargo, Made, NoAnswer};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Look, button, row_button, section};
use crate::ui::reactive::memo;
use crate::ui::{Session, Workspace};
use crate::words;

/// What is wanted, and what has come of it.
#[derive(Clone, Copy)]
pub struct Exports {
    pub session: Session,
    pub workspace: Workspace,
    pub wanted: RwSignal<Wanted>,
    told: RwSignal<Told>,
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
        Self {
            session: Session::here(),
            workspace: Workspace::here(),
            wanted: RwSignal::new(wanted::start()),
            told: RwSignal::new(Told::default()),
        }
    }

    fn is_making(self, format: Format) -> bool {
        self.told.with(|told| *told == Told::Making(format))
    }

    /// Has a file made, and hands it over.
    fn make(self, format: Format) {
        let Some(plan) = untrack(|| self.workspace.open_plan()) else { return };
        let (whole, today) = (self.session.whole_now(), self.session.today_now());
        let wanted = self.wanted.get_untracked();
        let memory = platform::exported_before(&plan, format.facts().slug);
        let request =
            Request::Write { format, plan: plan.clone(), today, moment: platform::moment(), wanted }
                .to_text();
        let cargo = Outgoing::cargo(&whole, today, wanted, &memory);
        self.told.set(Told::Making(format));
        spawn_local(async move {
            let made = platform::made_by_worker(Cargo::Text(&cargo), &request).await;
            let name = exported_name(&whole.plan, format, today);
            let said = match made {
                Ok(Made { bytes, notes, memory }) => {
                    if platform::download_bytes(&name, &bytes, format.facts().media_type) {
                        platform::remember_export(&plan, format.facts().slug, &memory);
                        format!("{}\n{notes}", words::exported_as(&name))
                    } else {
                        words::download_refused()
                    }
                }
                Err(NoAnswer::Stopped) => {
                    // For another format, or by the button: whoever stopped it knows.
                    _ = self.told.try_update(|told| {
                        if *told == Told::Making(format) {
                            *told = Told::Nothing;
                        }
                    });
                    return;
                }
                Err(NoAnswer::NotLoaded) => words::WRITER_NOT_LOADED.to_owned(),
                Err(NoAnswer::TooLong) => words::WRITING_TOO_LONG.to_owned(),
                Err(NoAnswer::Broken | NoAnswer::Unreadable) => words::WRITER_BROKE.to_owned(),
            };
            self.session.announce(said.lines().next().unwrap_or_default());
            _ = self.told.try_set(Told::Said(format, said));
        });
    }
}

/// The formats.
pub fn formats(exports: Exports) -> El {
    let format = move |format: Format| {
        let facts = format.facts();
        let is_making = move || exports.is_making(format);
        let options = match format {
            Format::Table => Some(wanted::of_table(exports)),
            _ => None,
        };
        el(html::Li)
            .class("files__format")
            .child(el(html::H3).child(facts.name))
            .child(el(html::P).child(facts.holds))
            .child(el(html::P).class("files__loses").child(facts.loses))
            .child(options)
            .child(
                el(html::Div)
                    .class("files__make")
                    .show(
                        move || !is_making(),
                        move || {
                            let name = move || format!("Download {}", facts.name);
                            row_button(Look::Plain, "Download", name, move || exports.make(format))
                        },
                    )
                    .show(is_making, || button(Look::Quiet, "Stop", platform::stop_work))
                    .child(said(exports, format)),
            )
    };
    section("For which program", el(html::Ul).class("files").child(Format::ALL.map(format)))
}

/// What came of it, a sentence a line.
fn said(exports: Exports, format: Format) -> El {
    let said = memo(move || {
        exports.told.with(|told| match told {
            Told::Said(of, said) if *of == format => said.clone(),
            Told::Making(of) if *of == format => "Being made…".to_owned(),
            _ => String::new(),
        })
    });
    let lines = move || {
        let lines: Vec<_> = said.get().lines().map(|line| el(html::P).child(line.to_owned())).collect();
        el(html::Div).child(lines).into_any()
    };
    el(html::Div).class("files__said").child(lines)
}
