//! What is said of opening the app without the internet, and of a newer version.

use super::button::{Look, button};
use crate::platform::{self, Offline};
use crate::ui::Availability;
use crate::ui::Workspace;
use crate::ui::element::{El, attr, el, html};
use crate::ui::reactive::{effect, memo, var};

/// Which version this is, and which build of it.
pub fn edition() -> String {
    let build = platform::version();
    let version = env!("CARGO_PKG_VERSION");
    if build.is_empty() { version.to_owned() } else { [version, " (", &build, ")"].concat() }
}

/// Whether the app opens without the internet on this device.
pub fn offline_sentence() -> El {
    let availability = Availability::here();
    el(html::P).child(move || match availability.now() {
        Offline::Coming => {
            "The planner is being kept on this device, so that it also opens without the internet.".to_owned()
        }
        Offline::Kept => works_in(""),
        Offline::Renewed => works_in(" A newer version is there too: press Reload above to open it."),
        Offline::Failed => {
            "Not all of the planner has come to this device yet, so it opens only with the internet. It is tried again by itself."
                .to_owned()
        }
        Offline::Refused => {
            "The planner opens only with the internet here, because this browser does not keep pages like this one. Private windows, and addresses that do not begin with https, are the usual reasons. Your plans are not affected."
                .to_owned()
        }
    })
}

fn works_in(and: &str) -> String {
    ["Works without the internet on this device, version ", &edition(), ".", and].concat()
}

/// A newer version is there. It opens when somebody says so, and only once all that they did is kept.
pub fn renewal_banner() -> El {
    let workspace = Workspace::here();
    let is_asked = var(false);
    let is_kept = memo(move || !workspace.has_plan() || workspace.is_all_kept());
    effect(move || {
        if is_asked.get() && is_kept.get() {
            platform::open_new_version();
        }
    });
    let words = move || {
        if is_asked.get() && !is_kept.get() {
            "The new version opens once your last changes are saved."
        } else {
            "A new version is there. Nothing changes until you press Reload."
        }
        .to_owned()
    };
    let ask = move || {
        platform::take_draft();
        workspace.save_now();
        is_asked.set(true);
    };
    el(html::Section)
        .class("banner")
        .attr(attr::Role, "status")
        .aria_label("New version")
        .child(el(html::P).child(words))
        .child(el(html::Div).class("banner__ways").child(button(Look::Small, "Reload", ask)))
}
