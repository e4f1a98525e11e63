//! The ways a sequence may take besides the one that is expected (B5).

use leptos::prelude::*;

use crate::plan::{Audience, Plan};
use crate::schedule::Way;
use crate::ui::Session;
use crate::ui::element::{El, el, swap};
use crate::words;

/// Each other way with the dates it would have; nothing where the sequence does not part.
pub fn other_ways(audience: Audience) -> AnyView {
    let session = Session::here();
    swap(move || ways_list(&session.plan().get(), audience).into_any())
}

/// The same as it is now.
pub fn ways_list(plan: &Plan, audience: Audience) -> Option<El> {
    let ways: Vec<_> = Way::all(plan, audience).iter().filter_map(|it| way(plan, audience, it)).collect();
    if ways.is_empty() {
        return None;
    }
    let section = el("section").class("ways").name(format!("Other ways for {}s", words::lower(audience)));
    Some(section.child(el("p").class("ways__title").child("Other ways")).child(el("ul").child(ways)))
}

fn way(plan: &Plan, audience: Audience, way: &Way) -> Option<El> {
    let (turn, outcome) = way.turn?;
    let number =
        |id| plan.sequences.of(audience).steps.iter().position(|step| step.id == id).map(|at| at + 1);
    let at = number(turn)?;
    // What comes before the turn is the same on every way.
    let after =
        way.steps.iter().filter_map(|(id, day)| Some((number(*id).filter(|number| *number > at)?, day)));
    let stops: Vec<_> = after
        .map(|(number, day)| match day {
            Some(day) => format!("step {number} on {}", words::day_and_year(*day)),
            None => format!("step {number}"),
        })
        .collect();
    let stops = if stops.is_empty() { "the sequence ends".to_owned() } else { stops.join(", ") };
    let lead = el("strong").child(format!("If step {at}: {}", words::outcome(outcome)));
    Some(el("li").child(lead).child(format!(": {stops}.")))
}
