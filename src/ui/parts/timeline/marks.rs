//! The marks of a picture of time: each tells of its step, leads to its place and can be pulled.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::Leading;
use super::pulling::Pulling;
use crate::platform;
use crate::ui::element::{El, ev};
use crate::ui::parts::place_link::go_to_place;
use crate::ui::reactive::Var;

/// The marks of a picture, when something happens at them.
pub struct Marks {
    pub to: Leading,
    /// What is told of the one that is pointed at.
    pub told: Var<String>,
    /// Where each leads to on its page.
    pub places: Vec<String>,
    pub pulling: Pulling,
}

impl Marks {
    /// Hears what happens in the picture.
    pub fn heard_in(self: Rc<Self>, view: El) -> El {
        let all = || {
            let marks = self.clone();
            move |event: &Event| marks.hear(event)
        };
        let (point, click, keys, focus) = (all(), all(), all(), all());
        let (press, pull, let_go, cancel, drag) = (all(), all(), all(), all(), all());
        view.on(ev::pointerover, move |event| point(&event))
            .on(ev::click, move |event| click(&event))
            .on(ev::keydown, move |event| keys(&event))
            .on(ev::focusin, move |event| focus(&event))
            .on(ev::pointerdown, move |event| press(&event))
            .on(ev::pointermove, move |event| pull(&event))
            .on(ev::pointerup, move |event| let_go(&event))
            .on(ev::pointercancel, move |event| cancel(&event))
            .on(ev::dragstart, move |event| drag(&event))
    }

    fn hear(&self, event: &Event) {
        let mark = mark_at(event);
        match (event.type_().as_str(), mark) {
            ("pointerdown", Some((mark, at))) => self.pulling.press(event.unchecked_ref(), mark, at),
            ("pointermove", _) => {
                self.pulling.pull(event.unchecked_ref()).into_iter().for_each(|told| self.told.set(told));
            }
            ("pointerup", _) => self.pulling.let_go(),
            ("pointercancel", _) => self.pulling.leave(),
            // The browser would pull the link.
            ("dragstart", _) => event.prevent_default(),
            ("click", _) if self.pulling.has_pulled() => event.prevent_default(),
            ("click", Some((_, at))) => {
                go_to_place(self.to.arrival, event.unchecked_ref(), self.to.route, &self.places[at]);
            }
            ("keydown", Some((mark, at))) => self.go_on(event.unchecked_ref(), &mark, at),
            ("focusin", Some((mark, _))) => {
                self.tell(&mark);
                rove(&mark);
            }
            ("pointerover", Some((mark, _))) => self.tell(&mark),
            ("pointerover", None) => self.told.set(String::new()),
            _ => {}
        }
    }

    fn tell(&self, mark: &Element) {
        self.told.set(mark.get_attribute("aria-label").unwrap_or_default());
    }

    /// The arrow keys go from mark to mark.
    fn go_on(&self, event: &KeyboardEvent, mark: &Element, at: usize) {
        let last = self.places.len() - 1;
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (at + 1).min(last),
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "Escape" => return self.pulling.leave(),
            _ => return,
        };
        event.prevent_default();
        let next = mark.parent_element().and_then(|it| nth(&it, next));
        next.into_iter().for_each(platform::focus_on);
    }
}

/// The mark at which something happens, and its place among the others.
pub fn mark_at(event: &Event) -> Option<(Element, usize)> {
    let mark = event.target()?.unchecked_into::<Element>().closest("[data-at]").ok()??;
    let at = mark.get_attribute("data-at")?.parse().ok()?;
    Some((mark, at))
}

fn nth(picture: &Element, at: usize) -> Option<Element> {
    picture.query_selector(&format!("[data-at=\"{at}\"]")).ok().flatten()
}

/// The Tab key comes back to this mark.
fn rove(mark: &Element) {
    let before = mark.parent_element().and_then(|it| it.query_selector("[tabindex=\"0\"]").ok().flatten());
    for (element, tab) in before.iter().map(|it| (it, "-1")).chain([(mark, "0")]) {
        // Only a name that is none would be refused.
        _ = element.set_attribute("tabindex", tab);
    }
}
