//! What a changed copy of a plan changed since the version both came from: each change by itself, to be told, and taken or left.
//!
//! Only the program for files knows this; between tabs [`super::merge`] takes all or nothing.

use std::cmp::Ordering;

use super::json::{Field, Node};
use super::merge::keyed;
use super::{Found, Word, plan_text, v4};
use crate::calendar::sort_by;
use crate::plan::{Channel, Plan};

/// The version both came from, the owner's, and the copy's.
pub(crate) struct Versions {
    /// What both came from.
    pub base: Plan,
    /// The owner's.
    pub mine: Plan,
    /// The copy's; what both called by one number has another in it.
    pub theirs: Plan,
    /// What has another number in it than the copy said: that, and this one.
    pub renumbered: Vec<(u32, u32)>,
}

/// How something is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// It says something else.
    Value,
    /// It is new.
    New,
    /// It is gone.
    Removed,
    /// It stands in the other sequence.
    Moved,
    /// The things in it stand in another order.
    Order,
}

/// A change of the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// Where: names of fields, and what tells the entries of a list apart.
    pub path: Vec<String>,
    /// How.
    pub what: What,
    /// The owner changed the same, and otherwise.
    pub is_of_both: bool,
    /// Something stood there in what both came from.
    pub was_there: bool,
    /// What stood there, stands there with the owner, and in the copy, where that is one text or number.
    pub texts: [String; 3],
}

impl Versions {
    /// Two versions made from one; `None` where what both added cannot be told apart by number. `noted` are numbers in the
    /// copy, and those under which the same was taken before.
    pub(crate) fn new(base: Plan, mine: Plan, theirs: Plan, noted: &[(u32, u32)]) -> Option<Self> {
        let twice = mine.numbered_twice(&theirs, &base);
        // What the owner took over already is no second time new.
        let alike = theirs.alike_in(&mine, &base, noted);
        let mut renumbered = Vec::new();
        let theirs = match twice.is_empty() && alike.iter().all(|(there, here)| there == here) {
            true => theirs,
            false => {
                let next = base.next_id().max(mine.next_id()).max(theirs.next_id());
                let number = |id: u32| {
                    let known = alike.iter().find(|(there, _)| *there == id).map(|(_, here)| *here);
                    let place = || twice.iter().position(|other| *other == id);
                    let new = || Some(next.saturating_add(u32::try_from(place()?).ok()?));
                    known.or_else(new).unwrap_or(id)
                };
                let all = theirs.ids().map(|id| (id, number(id)));
                renumbered.extend(all.filter(|(there, here)| there != here));
                theirs.renumbered_as(number).checked().ok()?
            }
        };
        Some(Self { base, mine, theirs, renumbered })
    }

    /// Whether a plan has what stands under a number.
    pub(crate) fn has(plan: &Plan, number: u32) -> bool {
        plan.ids().any(|id| id == number)
    }

    /// What the copy changed.
    pub(crate) fn changes(&self) -> Vec<Change> {
        self.walked(&[]).map(|(changes, _)| changes).unwrap_or_default()
    }

    /// How much only the owner changed.
    pub(crate) fn mine_only(&self) -> usize {
        let turned = Self {
            base: self.base.clone(),
            mine: self.theirs.clone(),
            theirs: self.mine.clone(),
            renumbered: Vec::new(),
        };
        turned.changes().iter().filter(|change| !change.is_of_both).count()
    }

    /// The owner's version with the changes at these places, and the places of those that do not go without others.
    pub(crate) fn taken(&self, wanted: &[usize]) -> (Plan, Vec<usize>) {
        let mut taken = (self.mine.clone(), Vec::new());
        let mut waiting: Vec<usize> = wanted.to_vec();
        loop {
            let (before, still) = (taken.1.len(), std::mem::take(&mut waiting));
            self.take(&still, &mut taken, &mut waiting);
            if waiting.is_empty() || taken.1.len() == before {
                return (taken.0, waiting);
            }
        }
    }

    /// Takes these with those taken so far: all, or else each half by itself.
    fn take(&self, more: &[usize], taken: &mut (Plan, Vec<usize>), left: &mut Vec<usize>) {
        if more.is_empty() {
            return;
        }
        let all: Vec<usize> = taken.1.iter().chain(more).copied().collect();
        match self.walked(&all).and_then(|(_, plan)| plan) {
            Some(plan) => *taken = (plan, all),
            None if more.len() == 1 => left.extend(more),
            None => {
                let (first, second) = more.split_at(more.len() / 2);
                self.take(first, taken, left);
                self.take(second, taken, left);
            }
        }
    }

    /// All changes, and the plan with those that are wanted, if it is one.
    fn walked(&self, wanted: &[usize]) -> Option<(Vec<Change>, Option<Plan>)> {
        let texts = [&self.base, &self.mine, &self.theirs].map(|plan| plan_text(plan));
        let [base, mine, theirs] = texts.each_ref().map(|text| Node::parse(text));
        let (base, mine, theirs) = (base.ok()?, mine.ok()?, theirs.ok()?);
        let mut walk = Walk { changes: Vec::new(), wanted };
        let sides = [&base, &mine, &theirs].map(|side| side.get("plan"));
        let plan = walk.merged(&[], sides)?;
        let plan = (!wanted.is_empty()).then(|| v4::read_plan(Found::top(&plan), &[]).ok()).flatten();
        Some((walk.changes, plan))
    }
}

/// What stands somewhere in the base, with the owner, and in the copy; none where there is nothing.
type Sides<'n, 'a> = [Option<&'n Node<'a>>; 3];

/// The way through the three versions at once.
struct Walk<'w> {
    changes: Vec<Change>,
    /// The places of those that are taken.
    wanted: &'w [usize],
}

/// Fields of a step that are told and taken together.
const TOGETHER: [[&str; 2]; 2] = [["delay", "window"], ["channel", "tools"]];

impl Walk<'_> {
    fn merged<'a>(&mut self, path: &[String], sides: Sides<'_, 'a>) -> Option<Node<'a>> {
        let [base, mine, theirs] = sides;
        if path == ["origin"] {
            // Whose plan it is goes along with anything that is taken.
            let is_taken = base == mine && !self.wanted.is_empty();
            return if is_taken { theirs } else { mine }.cloned();
        }
        // What is known of steps goes with them.
        let follows_steps = path.first().is_some_and(|name| name == "runs");
        if !follows_steps && (base == theirs || mine == theirs) {
            return mine.cloned();
        }
        if is_parted(path) && sides.iter().flatten().all(|side| matches!(side, Node::Object(_))) {
            return self.object(path, sides);
        }
        let lists = sides.map(|side| match side {
            None => Some(Vec::new()),
            Some(Node::List(entries)) => keyed(entries),
            Some(_) => None,
        });
        match lists {
            [Some(base), Some(mine), Some(theirs)] if sides.iter().any(Option::is_some) => {
                self.list(path, [base, mine, theirs])
            }
            _ => self.value(path, What::Value, sides),
        }
    }

    fn object<'a>(&mut self, path: &[String], sides: Sides<'_, 'a>) -> Option<Node<'a>> {
        let [base, mine, theirs] = sides;
        let mut fields: Vec<Field<'a>> = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        let names = [mine, theirs, base].into_iter().flatten().flat_map(|side| match side {
            Node::Object(fields) => &**fields,
            _ => &[],
        });
        for name in names.map(|field| &*field.name) {
            if seen.contains(&name) {
                continue;
            }
            let is_step = is_entry_of(path, "steps");
            let together = TOGETHER.iter().find(|names| is_step && names.contains(&name));
            let parts: Vec<&str> = together.map_or(vec![name], |names| names.to_vec());
            seen.extend(&parts);
            let of = |side: Option<&Node<'a>>| -> Vec<Option<Node<'a>>> {
                parts.iter().map(|part| side.and_then(|side| side.get(part)).cloned()).collect()
            };
            let mut way = path.to_vec();
            way.extend(parts.first().map(|part| (*part).to_owned()));
            let merged = if let [only] = *parts {
                vec![self.merged(&way, sides.map(|side| side.and_then(|side| side.get(only))))]
            } else {
                let (was, own, other) = (of(base), of(mine), of(theirs));
                let is_theirs = was != other && own != other;
                let is_taken = is_theirs && self.change(&way, What::Value, was != own, [None; 3]);
                if is_taken { other } else { own }
            };
            let known: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            let named = known.into_iter().zip(merged);
            fields.extend(named.filter_map(|(name, node)| Some(Field::new(name, node?))));
        }
        Some(Node::Object(fields))
    }

    /// Lists of what is told apart by a number or a name of its own.
    fn list<'a>(&mut self, path: &[String], lists: [Vec<(&Node<'a>, &Node<'a>)>; 3]) -> Option<Node<'a>> {
        let [base, mine, theirs] = &lists;
        let has =
            |list: &[(&Node<'a>, &Node<'a>)], key: &Node<'a>| list.iter().any(|(known, _)| *known == key);
        let common = |list: &[(&Node<'a>, &Node<'a>)]| -> Vec<Node<'a>> {
            let everywhere = |key: &Node<'a>| has(base, key) && has(mine, key) && has(theirs, key);
            list.iter().filter(|(key, _)| everywhere(key)).map(|(key, _)| (*key).clone()).collect()
        };
        let (was, own, other) = (common(base), common(mine), common(theirs));
        let is_sorted = is_sorted(path);
        let is_reordered = !is_sorted && was != other && own != other;
        let (leading, rest) = match is_reordered && self.change(path, What::Order, was != own, [None; 3]) {
            true => (theirs, mine),
            false => (mine, theirs),
        };
        let mut order: Vec<&Node<'a>> = leading.iter().map(|(key, _)| *key).collect();
        for (at, (key, _)) in rest.iter().enumerate().filter(|(_, (key, _))| !has(leading, key)) {
            let before = rest.iter().take(at).rev();
            let place = before.filter_map(|(key, _)| order.iter().position(|known| known == key)).next();
            order.insert(place.map_or(0, |place| place + 1), key);
        }
        if is_sorted {
            sort_by(&mut order, |one, other| in_order(path, one, other));
        }
        let mut entries = Vec::new();
        for key in order {
            let way: Vec<String> = path.iter().cloned().chain([plain(Some(key))]).collect();
            let sides = lists
                .each_ref()
                .map(|list| list.iter().find(|(known, _)| *known == key).map(|(_, entry)| *entry));
            entries.extend(self.entry(&way, sides));
        }
        (!entries.is_empty() || mine.iter().chain(theirs).next().is_some()).then_some(Node::List(entries))
    }

    fn entry<'a>(&mut self, path: &[String], sides: Sides<'_, 'a>) -> Option<Node<'a>> {
        let [base, mine, theirs] = sides;
        if let Some(step) = self.step_that_comes_or_goes(path)
            && (mine != base || theirs != base)
        {
            // It goes with its step.
            if let Some(change) = self.changes.get_mut(step) {
                change.is_of_both |= mine != base;
            }
            return if self.wanted.contains(&step) { theirs } else { mine }.cloned();
        }
        if base == theirs || mine == theirs {
            return mine.cloned();
        }
        match (mine, theirs) {
            (Some(_), Some(_)) => self.merged_entry(path, sides),
            (None, _) => self.value(path, What::New, sides),
            (_, None) => self.value(path, What::Removed, sides),
        }
    }

    fn merged_entry<'a>(&mut self, path: &[String], sides: Sides<'_, 'a>) -> Option<Node<'a>> {
        match is_parted(path) {
            true => self.merged(path, sides),
            false => self.value(path, What::Value, sides),
        }
    }

    /// What is taken whole.
    fn value<'a>(&mut self, path: &[String], what: What, sides: Sides<'_, 'a>) -> Option<Node<'a>> {
        let [base, mine, theirs] = sides;
        if base == theirs || mine == theirs {
            return mine.cloned();
        }
        let is_taken = self.change(path, what, base != mine, sides);
        if is_taken { theirs } else { mine }.cloned()
    }

    /// Notes a change. Whether it is taken.
    fn change(&mut self, path: &[String], what: What, is_of_both: bool, sides: Sides<'_, '_>) -> bool {
        let comes_or_goes = matches!(what, What::New | What::Removed);
        let is_other_half = |known: &Change| {
            comes_or_goes
                && matches!(known.what, What::New | What::Removed)
                && is_entry_of(path, "steps")
                && is_entry_of(&known.path, "steps")
                && known.path.last() == path.last()
        };
        let at = match self.changes.iter().position(is_other_half) {
            Some(at) => {
                if let Some(known) = self.changes.get_mut(at) {
                    known.what = What::Moved;
                    known.is_of_both |= is_of_both;
                }
                at
            }
            None => {
                let (was_there, texts) = (sides[0].is_some(), sides.map(plain));
                self.changes.push(Change { path: path.to_vec(), what, is_of_both, was_there, texts });
                self.changes.len() - 1
            }
        };
        self.wanted.contains(&at)
    }

    /// The change by which the step comes or goes of which something is known at a place in a run.
    fn step_that_comes_or_goes(&self, path: &[String]) -> Option<usize> {
        let [runs, _, _, step] = path else { return None };
        let is_it = |change: &Change| {
            !matches!(change.what, What::Value | What::Order)
                && is_entry_of(&change.path, "steps")
                && change.path.last() == Some(step)
        };
        (runs == "runs").then(|| self.changes.iter().position(is_it)).flatten()
    }
}

/// Whether a way leads to an entry of a list of that name.
fn is_entry_of(path: &[String], list: &str) -> bool {
    matches!(path, [.., name, _] if name == list)
}

/// Whether what stands there is told and taken part by part.
fn is_parted(path: &[String]) -> bool {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    matches!(
        *path,
        [] | ["statements" | "sequences" | "runs" | "campaign" | "stakes"]
            | ["sequences" | "runs", _]
            | ["goals" | "events" | "people" | "channels", _]
            | ["campaign", "leads", _]
            | ["goals", _, "actions", _]
            | ["goals", _, "actions", _, "measure"]
            | ["sequences", _, "steps", _]
    )
}

/// Whether the entries of a list stand in an order of their own.
fn is_sorted(path: &[String]) -> bool {
    const SORTED: [&str; 7] =
        ["holidays", "worked", "closures", "marks", "postponed", "channels", "leftAlone"];
    path.last().is_some_and(|name| SORTED.contains(&name.as_str()))
}

fn in_order(path: &[String], one: &Node<'_>, other: &Node<'_>) -> Ordering {
    match (one, other) {
        (Node::Number(one), Node::Number(other)) => one.cmp(other),
        (Node::Text(one), Node::Text(other)) if path == ["channels"] => {
            Channel::from_word(one).ok().cmp(&Channel::from_word(other).ok())
        }
        (Node::Text(one), Node::Text(other)) => one.cmp(other),
        _ => Ordering::Equal,
    }
}

/// A text or a number as a text; nothing of anything else.
fn plain(node: Option<&Node<'_>>) -> String {
    match node {
        Some(Node::Text(text)) => text.to_string(),
        Some(Node::Number(Some(number))) => number.to_string(),
        _ => String::new(),
    }
}
