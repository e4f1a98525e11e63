//! The pages and their parts: signals, and nothing that decides.

mod arrival;

mod availability;

mod exporting;

mod finder;

pub mod workspace;

pub mod element;

mod keeping_day;

mod keys;

mod known;

mod messages;

mod own_file;

mod pages;

mod palette;

mod parts;

mod press;

mod reactive;

mod rest;

mod reviewing;

mod route;

mod saving;

mod session;

mod team_list;

mod versions;

mod visits;

use std::cell::Cell;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

pub use arrival::Arrival;
pub use availability::Availability;
pub use exporting::export_as;
pub use finder::Finder;
pub use own_file::{FileState, FollowingFile};
pub use route::{FirstPage, Route};
pub use session::{Followed, FollowedStep, Paper, PaperSize, Piece, Session, Standing};
pub use team_list::{ListPlace, TeamList};
pub use workspace::{Ports, Workspace};

use crate::plan::Plan;
use crate::platform::{self, TabMemory, WELCOME_SETTLED};
use element::{El, attr, el, ev, html};
use pages::Incoming;
use rest::Coming;
use saving::Found;

/// Opens what was last open, and then mounts the app in the page, in place of the shell that was painted first. The
/// browser has a turn between the two, in which it can answer whoever is there.
pub fn start() {
    platform::report_panics();
    let Some(place) = document().get_element_by_id("app") else { return };
    press::hold_still_while_pressed();
    spawn_local(async move {
        let places = saving::find_places().await;
        let root = Owner::new();
        let opened = root.with(|| open(places));
        let mount = move || {
            // Whoever has begun already goes on in the app, without losing a key.
            if platform::leave_welcome() {
                pages::start_new(opened.workspace);
            }
            mount_to(place.unchecked_into::<HtmlElement>(), move || app(opened)).forget();
            platform::go_on_from_welcome();
            // What was opened stays for as long as the page does.
            std::mem::forget(root);
        };
        let mount = Cell::new(Some(mount));
        _ = window_event_listener_untyped(WELCOME_SETTLED, move |_| {
            mount.take().into_iter().for_each(|it| it())
        });
        let ready = || set_timeout(platform::settle_welcome, Duration::ZERO);
        if Route::parse(&platform::route()).needs_rest() {
            rest::once_known(ready);
            set_timeout(ready, LONGEST_SHELL);
        } else {
            ready();
        }
    });
}

/// After this the app is there without the page that is on its way, and says so.
const LONGEST_SHELL: Duration = Duration::from_secs(1);

/// What all views work with.
#[derive(Clone, Copy)]
struct Opened {
    session: Session,
    workspace: Workspace,
    arrival: Arrival,
    incoming: Incoming,
}

/// Opens the plan that was last open, and begins to keep what becomes of it.
fn open(found: Found) -> Opened {
    let session = Session::new(Plan::blank(), platform::today);
    if platform::prints_on_letter() {
        session.paper().update(|paper| paper.size = PaperSize::Letter);
    }
    let ports = Ports {
        places: found.places,
        blocked: found.blocked,
        random_bits: platform::random_bits,
        remember: TabMemory::set_current,
        carry: saving::carry,
        put_by: versions::put_by,
        forget_contact: versions::forget_contact,
        forget: versions::forget,
        catch_up: saving::catch_up,
        give_up_refused: platform::give_up_refused,
    };
    let workspace = Workspace::new(session, ports);
    workspace.reopen_last(TabMemory::current());
    saving::keep_saved(session, workspace);
    // What was found in one place alone goes into the other now, and not with the next change.
    saving::carry(workspace);
    keeping_day::keep_day(session);
    let incoming = Incoming::new(session, workspace);
    incoming.listen_for_drops();
    incoming.listen_for_links();
    Opened { session, workspace, arrival: Arrival::default(), incoming }
}

fn app(opened: Opened) -> impl IntoView {
    let Opened { session, workspace, arrival, incoming } = opened;
    provide_context(session);
    provide_context(workspace);
    provide_context(arrival);
    provide_context(incoming);
    provide_context(Availability::follow());
    // It takes nothing from the first page, which is made by then.
    set_timeout(rest::fetch_ahead, Duration::ZERO);
    let finder = Finder::default();
    provide_context(finder);
    let owner = Owner::current().unwrap_or_default();
    rest::begin(session, move |rest| owner.with(|| (rest.begin)(session, workspace, incoming)));
    let (message, leave) = messages::message(session);
    let route = visits::current_route(session, arrival, leave);
    let skip = el(html::A).class("skip-link").attr(attr::Href, "#main").child("Skip to the content").on(
        ev::click,
        |event| {
            event.prevent_default();
            platform::focus("main h1");
        },
    );
    // Another plan on the workspace is another page, even at the same address.
    let open_id = workspace.open_id();
    let page = move || page(route.get(), open_id.with(Option::is_some)).into_any();
    keys::listen(workspace, finder);
    let dialogs = move || rest::here().map(|rest| (rest.dialogs)(finder)).into_any();
    vec![
        skip,
        parts::top_bar(route),
        parts::banners(),
        el(html::Main).attr(attr::Id, "main").child(page),
        message,
        el(html::Div).child(dialogs),
        el(html::Div).attr(attr::Id, "sheet"),
    ]
}

/// The page an address leads to.
fn page(route: Route, is_plan_open: bool) -> El {
    if route.needs_plan() && !is_plan_open {
        return pages::no_plan();
    }
    if let Some(page) = route.first_page() {
        return pages::first_page(page);
    }
    match rest::coming() {
        Coming::Here(rest) => (rest.page)(route),
        Coming::OnItsWay => pages::on_its_way(),
        Coming::Missing => pages::missing(),
    }
}
