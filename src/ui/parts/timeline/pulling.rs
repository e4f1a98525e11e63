//! An open step is pulled to another day, by the mouse or a pen: what that moves is shown before it is taken (F4). A finger
//! scrolls. Without pulling, the same is done by “Other day” beside the step.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;
use web_sys::{Element, PointerEvent};

use crate::platform;
use crate::roster::ContactId;
use crate::timeline::{DayAxis, Flow, Mark, Point};
use crate::ui::{Session, press};
use crate::words;

/// So far a press may move and still be one, in pixels.
const STILL: i32 = 4;
const CLASS: &str = "timeline__mark--pulled";

/// A step in a picture.
#[derive(Clone, Copy)]
pub struct Pullable {
    /// None of the plan's own run.
    pub whose: Option<ContactId>,
    /// The step, and where it lies.
    pub mark: Mark,
}

/// The steps of a picture, of which one may be pulled.
pub struct Pulling {
    session: Session,
    days: Box<dyn DayAxis>,
    steps: Vec<Pullable>,
    pull: RefCell<Option<Pull>>,
    /// A press that has pulled is no press when it ends.
    has_pulled: Cell<bool>,
}

struct Pull {
    element: Element,
    step: Pullable,
    from: (i32, i32),
    /// The day it has come to; none as long as it is only pressed.
    to: Option<NaiveDate>,
}

impl Pulling {
    /// None is pulled yet.
    pub fn new(session: Session, days: Box<dyn DayAxis>, steps: Vec<Pullable>) -> Self {
        Self { session, days, steps, pull: RefCell::default(), has_pulled: Cell::default() }
    }

    /// Whether the press that ends has pulled.
    pub fn has_pulled(&self) -> bool {
        self.has_pulled.get()
    }

    /// A step is pressed, by its place among all of the picture.
    pub fn press(&self, event: &PointerEvent, element: Element, at: usize) {
        self.has_pulled.set(false);
        let Some(&step) = self.steps.get(at) else { return };
        if step.mark.state.is_open() && event.button() == 0 && event.pointer_type() != "touch" {
            let from = (event.client_x(), event.client_y());
            *self.pull.borrow_mut() = Some(Pull { element, step, from, to: None });
        }
    }

    /// The pointer moves; what is told of the step that is pulled, if one is.
    pub fn pull(&self, event: &PointerEvent) -> Option<String> {
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
            _ = pull.element.class_list().add_1(CLASS);
        }
        let flow = self.days.flow();
        let by = if flow == Flow::Across { by.0 } else { by.1 };
        // The picture may be drawn smaller than it is.
        let shown = pull.element.closest("svg").ok()??.get_bounding_client_rect().width().max(1.0);
        let by = f64::from(by) * f64::from(self.days.width()) / shown;
        let mark = &pull.step.mark;
        let to = self.days.day_at(mark.along(flow) + by as i32)?;
        pull.to = Some(to);
        place(&pull.element, self.days.moved(mark.at, to));
        Some(match to > self.session.today_now() {
            true => words::step_pulled(mark.audience, mark.number, to),
            false => words::put_off_to_past(),
        })
    }

    /// All is as it was, though the pointer is still pressed.
    pub fn leave(&self) {
        _ = self.taken_back();
    }

    /// The pointer lets go: the mark is where it was, and somebody is asked about the day it was pulled to.
    pub fn let_go(&self) {
        if let Some((Pullable { whose, mark }, to)) = self.taken_back()
            && let Err(problem) = self.session.propose_put_off(whose, (mark.audience, mark.step), to)
        {
            self.session.announce(problem);
        }
    }

    fn taken_back(&self) -> Option<(Pullable, NaiveDate)> {
        let Pull { element, step, to, .. } = self.pull.take()?;
        _ = element.class_list().remove_1(CLASS);
        place(&element, step.mark.at);
        to.filter(|to| *to != step.mark.date).map(|to| (step, to))
    }
}

fn place(element: &Element, at: Point) {
    _ = element.set_attribute("transform", &super::drawing::moved_to(at));
}
