//! The last line of defence: after a panic nothing is written any more, and the page says what happened.

use std::any::Any;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

use web_sys::{CustomEvent, CustomEventInit, window};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// What made this program: its version and its compiler.
const BUILD: &str =
    concat!("Followthrough ", env!("CARGO_PKG_VERSION"), ", compiled by ", env!("FOLLOWTHROUGH_COMPILER"));

/// On a panic, stops every further write and tells the page, which then offers what is stored and the words of a report.
pub fn report_panics() {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        // A page that refuses this still opens; a report then names the program's file instead.
        _ = root.set_attribute("data-build", BUILD);
    }
    std::panic::set_hook(Box::new(|info| {
        STOPPED.store(true, Ordering::Relaxed);
        web_sys::console::error_1(&info.to_string().into());
        let event = CustomEventInit::new();
        event.set_detail(&report(info).into());
        if let (Some(window), Ok(event)) =
            (window(), CustomEvent::new_with_event_init_dict("followthrough:panic", &event))
        {
            _ = window.dispatch_event(&event);
        }
    }));
}

/// From now on nothing is written, in either place.
pub(super) fn stop_writing() {
    STOPPED.store(true, Ordering::Relaxed);
}

/// Whether nothing is to be written any more: after a panic, or where all of it is deleted.
pub fn has_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    format!("What: {}\nWhere: {place}", without_data(info.payload()))
}

/// The words of a panic without anything that somebody has typed. Fixed words are whole; of words made for the
/// occasion only what stands before the first quotation.
fn without_data(payload: &(dyn Any + Send)) -> &str {
    if let Some(fixed) = payload.downcast_ref::<&'static str>() {
        return fixed;
    }
    let made = payload.downcast_ref::<String>().map_or("", String::as_str);
    made.split(['"', '\'', '`', '“', '‘']).next().unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::panic::{catch_unwind, resume_unwind};

    use super::*;

    /// What a report says of a panic.
    fn reported(act: fn()) -> String {
        let Err(payload) = catch_unwind(act) else { resume_unwind(Box::new("there was no panic")) };
        without_data(payload.as_ref()).to_owned()
    }

    #[test]
    fn fixed_words_of_a_panic_are_reported_whole() {
        assert_eq!(
            reported(|| _ = black_box(None::<u8>).unwrap()),
            "called `Option::unwrap()` on a `None` value"
        );
    }

    #[test]
    fn numbers_in_a_panic_are_reported() {
        assert_eq!(
            reported(|| _ = black_box(&[1, 2, 3][..])[black_box(7)]),
            "index out of bounds: the len is 3 but the index is 7"
        );
    }

    #[test]
    fn what_somebody_has_typed_is_not_reported() {
        let cut = reported(|| _ = &black_box("Kettle & Chain “é”")[..black_box(17)]);
        assert!(!cut.is_empty());
        assert!(!cut.contains("Kettle") && !cut.contains('é'), "{cut}");
        assert!(!reported(|| _ = black_box(Err::<u8, _>("Kettle")).unwrap()).contains("Kettle"));
    }
}
