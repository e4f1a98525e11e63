//! Elements for numbers, each made once and moved when its number moves.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};
use leptos::tachys::view::Mountable;

use super::El;
use super::browser_only::browser_only;
use super::build::Built;
use super::follow::{Following, replace};
use crate::ui::reactive::Memo;

/// An element for each number, following which numbers there are. What Leptos has for this is `For`, made for keys and
/// views of any type; for numbers and elements a good deal less has to be loaded.
pub struct Rows {
    each: Memo<Vec<u32>>,
    children: Arc<dyn Fn(u32) -> El + Send + Sync>,
    /// Whose context and whose end the elements share.
    owner: Owner,
}

/// Such elements in the page.
pub struct BuiltRows {
    shown: Rc<RefCell<Shown>>,
    _effect: Following,
}

/// The rows end now, not when the effect's function is dropped: see [`BuiltView`](super::follow::BuiltView).
impl Drop for BuiltRows {
    fn drop(&mut self) {
        let rows = mem::take(&mut self.shown.borrow_mut().rows);
        drop(rows);
    }
}

struct Shown {
    rows: Vec<Row>,
    /// Stands after the last, also where there is none.
    end: Placeholder,
}

struct Row {
    number: u32,
    // Before its owner, so that an element ends before what it was made from.
    built: Built,
    _owner: Owner,
}

impl Rows {
    pub fn new(each: Memo<Vec<u32>>, children: Arc<dyn Fn(u32) -> El + Send + Sync>) -> Self {
        Self { each, children, owner: Owner::current().unwrap_or_default() }
    }

    fn row(&self, number: u32) -> Row {
        let owner = self.owner.child();
        let built = owner.with(|| (self.children)(number).build());
        Row { number, built, _owner: owner }
    }
}

impl Shown {
    /// Puts the elements in their order, and moves only those that stand elsewhere: one that is moved loses the focus.
    fn arrange(&self) {
        let Some(parent) = self.end.parent_node() else { return };
        let mut next: Node = self.end.clone().into();
        for row in self.rows.iter().rev() {
            let node: &Node = row.built.element();
            if node.next_sibling().as_ref() != Some(&next) {
                // Only before a node of another parent would it be refused.
                _ = parent.insert_before(node, Some(&next));
            }
            next = node.clone();
        }
    }
}

impl Render for Rows {
    type State = BuiltRows;

    fn build(self) -> BuiltRows {
        let shown = Rc::new(RefCell::new(Shown { rows: Vec::new(), end: Rndr::create_placeholder() }));
        let effect = Following::new({
            let shown = Rc::clone(&shown);
            move || {
                let numbers = self.each.get();
                let mut before = mem::take(&mut shown.borrow_mut().rows);
                let kept_or_made = |number| match before.iter().position(|row| row.number == number) {
                    Some(at) => before.swap_remove(at),
                    None => self.row(number),
                };
                let rows = numbers.into_iter().map(kept_or_made).collect();
                for mut gone in before {
                    gone.built.unmount();
                }
                shown.borrow_mut().rows = rows;
                shown.borrow().arrange();
            }
        });
        BuiltRows { shown, _effect: effect }
    }

    fn rebuild(self, built: &mut BuiltRows) {
        replace(built, self.build());
    }
}

impl Mountable for BuiltRows {
    fn unmount(&mut self) {
        let mut shown = self.shown.borrow_mut();
        for row in &mut shown.rows {
            row.built.unmount();
        }
        shown.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let mut shown = self.shown.borrow_mut();
        shown.end.mount(parent, marker);
        shown.arrange();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let shown = self.shown.borrow();
        match shown.rows.first() {
            Some(row) => row.built.insert_before_this(child),
            None => shown.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.shown.borrow().rows.iter().map(|row| row.built.element().clone()).collect()
    }
}

no_attrs!(Rows);
browser_only!(Rows);
