//! An open step is pulled to another day, by the mouse or a pen: what that moves is shown before it is taken (F4). A finger
//! scrolls. Without pulling, the same is done by “Other day” beside the step.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;
use web_sys::{Element, PointerEvent};

use crate::platform;
use crate::timeline::{Flow, Mark, MarkState, Point, Timeline};
use crate::ui::press;

/// So far a press may move and still be one, in pixels.
const STILL: i32 = 4;
const CLASS: &str = "timeline__mark--pulled";

/// The mark that is pulled in a picture, if one is.
pub struct Pulling {
    timeline: Timeline,
    pull: RefCell<Option<Pull>>,
    /// A press that has pulled is no press when it ends.
    has_pulled: Cell<bool>,
}

struct Pull {
    mark: Element,
    at: usize,
    from: (i32, i32),
    /// The day it has come to; none as long as it is only pressed.
    to: Option<NaiveDate>,
}

impl Pulling {
    /// None is pulled yet.
    pub fn new(timeline: &Timeline) -> Self {
        Self { timeline: timeline.clone(), pull: RefCell::default(), has_pulled: Cell::default() }
    }

    /// Whether the press that ends has pulled.
    pub fn has_pulled(&self) -> bool {
        self.has_pulled.get()
    }

    /// A mark is pressed.
    pub fn press(&self, event: &PointerEvent, mark: Element, at: usize) {
        self.has_pulled.set(false);
        let state = self.timeline.marks[at].state;
        let is_open = matches!(state, MarkState::Late | MarkState::Next | MarkState::Expected);
        if is_open && event.button() == 0 && event.pointer_type() != "touch" {
            let from = (event.client_x(), event.client_y());
            *self.pull.borrow_mut() = Some(Pull { mark, at, from, to: None });
        }
    }

    /// The pointer moves; the mark and the day to which it was pulled, if it was.
    pub fn pull(&self, event: &PointerEvent) -> Option<(&Mark, NaiveDate)> {
        let mut held = self.pull.borrow_mut();
        let Some(pull) = held.as_mut().filter(|_| event.buttons() != 0) else {
            // It was let go where the picture did not hear of it.
            *held = None;
            return None;
        };
        let by = (event.client_x() - pull.from.0, event.client_y() - pull.from.1);
        if pull.to.is_none() {
            if by.0.abs().max(by.1.abs()) <= STILL {
                return None;
            }
            self.has_pulled.set(true);
            press::becomes_pull();
            platform::hold_pointer(event);
            _ = pull.mark.class_list().add_1(CLASS);
        }
        let mark = &self.timeline.marks[pull.at];
        let by = if self.timeline.flow == Flow::Across { by.0 } else { by.1 };
        // The picture may be drawn smaller than it is.
        let shown = pull.mark.closest("svg").ok()??.get_bounding_client_rect().width().max(1.0);
        let by = f64::from(by) * f64::from(self.timeline.width) / shown;
        let to = self.timeline.day_at(mark.along(self.timeline.flow) + by as i32)?;
        pull.to = Some(to);
        place(&pull.mark, self.timeline.pulled(mark, to));
        Some((mark, to))
    }

    /// All is as it was, though the pointer is still pressed.
    pub fn leave(&self) {
        _ = self.let_go();
    }

    /// The pointer lets go: the mark is where it was, and the day is told to which it was pulled.
    pub fn let_go(&self) -> Option<(&Mark, NaiveDate)> {
        let Pull { mark: element, at, to, .. } = self.pull.take()?;
        let mark = &self.timeline.marks[at];
        _ = element.class_list().remove_1(CLASS);
        place(&element, mark.at);
        to.filter(|to| *to != mark.date).map(|to| (mark, to))
    }
}

fn place(mark: &Element, at: Point) {
    _ = mark.set_attribute("transform", &super::drawing::moved_to(at));
}
