//! Taking a plan in: from a file that is chosen or dropped on the page, or from a link. Previewed first, added beside what is
//! there, never over it. Of a copy of a plan that is here, what was changed in it can be taken into that plan.

mod preview;

mod returned;

mod sheet;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

pub use self::preview::import_preview;
use self::returned::Returned;
use self::sheet::{SheetCame, is_sheet};
use crate::exchange::{
    Arrived, ImportError, LinkError, MAX_BYTES, MAX_LINKED, from_link, import_copy, is_link, is_page,
    packed_in, packed_in_page,
};
use crate::platform::{self, Helper, NotUnpacked};
use crate::ui::element::{El, ev};
use crate::ui::parts::{Look, file_field};
use crate::ui::reactive::{Var, var};
use crate::ui::{Route, Session, Workspace, rest};
use crate::words;

/// What came in, read and judged, until it is added or put away.
#[derive(Clone, Copy)]
pub struct Incoming {
    session: Session,
    workspace: Workspace,
    file: Var<Option<Received>>,
    /// Rows of a spreadsheet, on their way to the page where they are read as a list.
    lines: Var<Option<String>>,
}

#[derive(Clone)]
struct Received {
    /// The file; none for a link.
    name: Option<String>,
    outcome: Result<Came, String>,
}

/// What came in.
#[derive(Clone)]
enum Came {
    /// A plan, with people where some are on it.
    Plan(Arc<Arrived>),
    /// A copy of a plan that is here.
    Returned(Returned),
    /// The spreadsheet of the open plan, or a copy of it, compared.
    Sheet(SheetCame),
    /// Another spreadsheet, as lines of cells.
    Lines(String),
}

impl Incoming {
    /// Nothing has come in.
    pub fn new(session: Session, workspace: Workspace) -> Self {
        Self { session, workspace, file: var(None), lines: var(None) }
    }

    /// Rows of a spreadsheet that somebody wants to read as a list, once.
    pub fn take_lines(self) -> Option<String> {
        let lines = self.lines.get();
        if lines.is_some() {
            self.lines.set(None);
        }
        lines
    }

    fn hand_on(self, lines: &str) {
        self.lines.set(Some(lines.to_owned()));
    }

    /// Shows something else of the same file.
    fn show(self, outcome: Result<Came, String>) {
        self.file.update(|file| {
            if let Some(file) = file {
                file.outcome = outcome;
            }
        });
    }

    /// Listens for files dropped anywhere on the page.
    pub fn listen_for_drops(self) {
        let has_files = |event: &ev::DragEvent| {
            event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
        };
        _ = window_event_listener(ev::dragover, move |event| {
            if has_files(&event) {
                event.prevent_default();
            }
        });
        _ = window_event_listener(ev::drop, move |event| {
            if has_files(&event) {
                event.prevent_default();
                let files = event.data_transfer().and_then(|data| data.files());
                if let Some(file) = files.and_then(|files| files.item(0)) {
                    rest::with(move |rest| (rest.receive)(self, file));
                }
            }
        });
    }

    /// Takes in the links that are opened, this page's own address among them. Their plan is out of the address before
    /// anything else reads it.
    pub fn listen_for_links(self) {
        _ = window_event_listener(ev::hashchange, move |_| self.look_at_address());
        self.look_at_address();
    }

    /// Takes the plan out of the address, if one is packed in it and the rest of the program is here, which reads it.
    /// Until then it stays there: a page that is loaded anew finds it again.
    pub fn look_at_address(self) {
        let route = platform::route();
        if is_link(&route)
            && let Some(rest) = untrack(rest::here)
        {
            platform::replace_route(&Route::Start.path());
            (rest.receive_link)(self, route);
        }
    }

    /// Takes in the plan that is packed in an address.
    pub fn receive_link(self, route: String) {
        spawn_local(async move {
            let outcome = self.unpacked(packed_in(&route)).await;
            self.file.set(Some(Received { name: None, outcome }));
        });
    }

    /// The plan that is packed in a link or a page, with the people on it, judged.
    async fn unpacked(self, packed: Result<Vec<String>, LinkError>) -> Result<Came, String> {
        match linked(packed).await {
            Ok(arrived) => Ok(self.judged(arrived).await),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Whether a plan that came is one that is here.
    async fn judged(self, arrived: Arrived) -> Came {
        let arrived = Arc::new(arrived);
        match Returned::find(self.workspace, &arrived).await {
            Some(returned) => Came::Returned(returned),
            None => Came::Plan(arrived),
        }
    }

    /// Says why the file that came in is not taken in.
    fn refuse(self, problem: String) {
        self.show(Err(problem));
    }

    /// Reads a file that was chosen as a spreadsheet. A plan is taken for one all the same.
    fn receive_sheet(self, file: File) {
        if file.name().to_lowercase().ends_with(".json") {
            return self.receive(file);
        }
        spawn_local(async move {
            let outcome = sheet::read(self, &file).await;
            self.file.set(Some(Received { name: Some(file.name()), outcome }));
        });
    }

    /// Reads a file and judges it. One that is too large is not even opened.
    pub fn receive(self, file: File) {
        spawn_local(async move {
            let outcome = if is_sheet(&file) {
                sheet::read(self, &file).await
            } else if file.size() > MAX_BYTES as f64 {
                Err(ImportError::TooLarge.to_string())
            } else {
                match platform::read(&file).await {
                    Some(bytes) if is_page(&bytes) => self.unpacked(packed_in_page(&bytes)).await,
                    Some(bytes) => match import_copy(&bytes) {
                        Ok(copied) => Ok(self.judged(copied.into()).await),
                        Err(error) => Err(error.to_string()),
                    },
                    None => Err(words::unreadable_file()),
                }
            };
            self.file.set(Some(Received { name: Some(file.name()), outcome }));
        });
    }
}

/// The plan that is packed in one of these readings, with the people on it.
async fn linked(packed: Result<Vec<String>, LinkError>) -> Result<Arrived, LinkError> {
    for packed in packed? {
        match platform::unpack(&packed, MAX_LINKED).await {
            Ok(bytes) => return from_link(&bytes),
            // Another reading of it may be whole.
            Err(NotUnpacked::Damaged) => {}
            Err(NotUnpacked::Unable) => return Err(LinkError::OldBrowser),
            Err(NotUnpacked::TooLarge) => return Err(LinkError::TooLarge),
        }
    }
    Err(LinkError::Damaged)
}

/// The field that takes a file.
pub fn import_field() -> El {
    let incoming: Incoming = expect_context();
    file_field(
        Look::Plain,
        "Import a plan",
        ".json,application/json,.html,.xlsx,.ods,.csv,.tsv",
        || (),
        move |file| rest::with(move |rest| (rest.receive)(incoming, file)),
    )
}

/// The field that takes a spreadsheet back.
pub fn sheet_field() -> El {
    let incoming: Incoming = expect_context();
    file_field(
        Look::Plain,
        "Choose a spreadsheet",
        ".xlsx,.ods,.csv,.tsv",
        || Helper::Files.call(),
        move |file| incoming.receive_sheet(file),
    )
}

/// The field that takes a spreadsheet as cells, whatever is in it; the file is not kept.
pub fn cells_field(session: Session, take: impl Fn(Result<String, String>) + Clone + 'static) -> El {
    file_field(
        Look::Small,
        "Or choose a spreadsheet",
        ".xlsx,.ods,.csv,.tsv",
        || Helper::Files.call(),
        move |file| {
            let take = take.clone();
            spawn_local(async move { take(sheet::cells(session, &file).await) });
        },
    )
}
