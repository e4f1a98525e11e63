//! The pages and their parts: signals, and nothing that decides.

pub mod desk;

mod pages;

mod parts;

mod route;

mod saving;

mod session;

mod words;

use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

pub use desk::{Desk, Ports};
pub use route::Route;
pub use session::Session;

use crate::plan::Plan;
use crate::platform::{self, BrowserStorage, TabMemory};
use crate::store::{MemoryStorage, Storage};
use crate::workshop::Stage;
use pages::Incoming;

/// Mounts the app in the page, in place of the shell that was painted first.
pub fn start() {
    platform::report_panics();
    let Some(place) = document().get_element_by_id("app") else { return };
    place.set_inner_html("");
    mount_to(place.unchecked_into::<HtmlElement>(), App).forget();
}

/// What the desk needs, from this browser.
fn ports() -> Ports {
    let lasting: Result<Box<dyn Storage>, _> = BrowserStorage::probe().map(|storage| Box::new(storage) as _);
    let is_lasting = lasting.is_ok();
    Ports {
        storage: lasting.unwrap_or_else(|_| Box::new(MemoryStorage::default())),
        is_lasting,
        random_bits: platform::random_bits,
        today: platform::today,
        remember: TabMemory::set_current,
    }
}

#[component]
fn App() -> impl IntoView {
    let session = Session::new(Plan::blank());
    let desk = Desk::new(session, ports());
    desk.reopen_last(TabMemory::current());
    provide_context(session);
    provide_context(desk);
    let incoming = Incoming::new();
    provide_context(incoming);

    incoming.listen_for_drops();
    saving::keep_saved(session, desk);
    pages::print_sheet_on_demand(session, desk);
    listen_for_undo(session);
    let route = current_route(session);
    let announcement = session.announcement();

    view! {
        <a class="skip-link" href="#main" on:click=move |event| {
            event.prevent_default();
            platform::focus("main h1");
        }>
            "Skip to the content"
        </a>
        <parts::TopBar route=route.into() />
        <parts::Banners />
        <main id="main">{move || page(route.get(), desk)}</main>
        <p class="announcement" aria-live="polite">{announcement}</p>
        <pages::ImportPreview />
        <div id="sheet"></div>
    }
}

/// The page an address leads to.
fn page(route: Route, desk: Desk) -> AnyView {
    // Another plan on the desk is another page, even at the same address.
    let is_open = desk.open_id().get().is_some();
    if route.needs_plan() && !is_open {
        return view! { <pages::NotFound lacks_plan=true /> }.into_any();
    }
    match route {
        Route::Start => view! { <pages::Start /> }.into_any(),
        Route::Home => view! { <pages::Home /> }.into_any(),
        Route::Plans => view! { <pages::Plans /> }.into_any(),
        Route::About => view! { <pages::About /> }.into_any(),
        Route::Unknown => view! { <pages::NotFound /> }.into_any(),
        Route::Workshop(Stage::FreshStart) => view! { <pages::FreshStart /> }.into_any(),
        Route::Workshop(Stage::Destination) => view! { <pages::Destination /> }.into_any(),
        Route::Workshop(Stage::Goals) => view! { <pages::Goals /> }.into_any(),
        Route::Workshop(Stage::By) => view! { <pages::By /> }.into_any(),
        Route::Workshop(Stage::Route) => view! { <pages::MapRoute /> }.into_any(),
        Route::Workshop(Stage::Prepare) => view! { <pages::Prepare /> }.into_any(),
        Route::Workshop(Stage::Go) => view! { <pages::Go /> }.into_any(),
    }
}

/// Follows the address. On another page the title changes and the focus goes to its heading.
fn current_route(session: Session) -> Memo<Route> {
    let path = RwSignal::new(platform::route());
    _ = window_event_listener(ev::hashchange, move |_| path.set(platform::route()));
    let route = Memo::new(move |_| path.with(|path| Route::parse(path)));
    Effect::new(move |first: Option<()>| {
        platform::set_title(&route.get().title());
        session.pause();
        if first.is_some() {
            request_animation_frame(|| {
                platform::scroll_to_top();
                platform::focus("main h1");
            });
        }
    });
    route
}

/// Ctrl/Cmd+Z and Shift+Ctrl/Cmd+Z, or Ctrl+Y, anywhere on the page.
fn listen_for_undo(session: Session) {
    _ = window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => session.undo(),
            ("z", true) | ("y", false) => session.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}
