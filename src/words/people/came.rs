//! What came of the people in words: shares, from how many, and how sure one can be of them.

use super::step_of;
use crate::agenda::Rate;
use crate::plan::{Audience, StepId};
use crate::roster::{VersionId, Workspace};
use crate::words::audience;

/// How far the ends of what is likely may be apart, in hundredths, before few are called few.
const SURE: u32 = 20;

fn ends(rate: Rate) -> Option<(u32, u32)> {
    let hundredths =
        |share: f64| (0..=100).rev().find(|it| f64::from(*it) <= share * 100.0 + 0.5).unwrap_or(0);
    rate.interval().map(|(low, high)| (hundredths(low), hundredths(high)))
}

/// `4 of 12`, and within what the share is likely to be: `4 of 12 (14 to 61 %)`. Just the count of nobody.
pub fn rate(rate: Rate) -> String {
    match ends(rate) {
        Some((low, high)) => format!("{} of {} ({low} to {high} %)", rate.came, rate.of),
        None => "nobody yet".to_owned(),
    }
}

/// How sure one can be of a share, in a sentence: `4 of 12 prospects bought. With so few, …`.
pub fn sureness(whose: Audience, what: &str, rate: Rate) -> Option<String> {
    let (low, high) = ends(rate)?;
    let who = format!("{}s", super::super::lower(whose));
    let counted = match rate.of {
        1 => format!("{} of 1 {} {what}.", rate.came, super::super::lower(whose)),
        of => format!("{} of {of} {who} {what}.", rate.came),
    };
    Some(match high - low > SURE {
        true => format!(
            "{counted} With so few, it may as well be anything from {low} to {high} in a hundred in the long run."
        ),
        false => format!("{counted} In the long run, expect {low} to {high} in a hundred."),
    })
}

/// A step among others: `Prospect step 2: “Ring them”`; one that has left the plan says so.
pub fn step_in_results(
    workspace: &Workspace,
    whose: Audience,
    step: StepId,
    version: Option<VersionId>,
) -> String {
    let gone = version.and_then(|version| {
        let steps = &workspace.roster.version(version)?.steps;
        steps.iter().find(|known| known.id == step).map(|step| step.what.as_str().trim().to_owned())
    });
    if version.is_some() {
        let what = gone.filter(|what| !what.is_empty()).unwrap_or_else(|| "a step".to_owned());
        return format!("{}, no longer in the plan: {what}", audience(whose));
    }
    let steps = &workspace.plan.sequences.of(whose).steps;
    match steps.iter().position(|known| known.id == step) {
        Some(at) if steps[at].what.is_blank() => format!("{} step {}", audience(whose), at + 1),
        Some(at) => format!("{} step {}: {}", audience(whose), at + 1, steps[at].what.as_str().trim()),
        None => format!("{}, {}", audience(whose), step_of(workspace, None, step)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::people::tests::workspace;

    #[test]
    fn a_share_is_told_from_how_many_and_how_sure() {
        assert_eq!(rate(Rate { came: 4, of: 12 }), "4 of 12 (14 to 61 %)");
        assert_eq!(rate(Rate::default()), "nobody yet");
        assert_eq!(
            sureness(Audience::Prospect, "bought", Rate { came: 4, of: 12 }).unwrap(),
            "4 of 12 prospects bought. With so few, it may as well be anything from 14 to 61 in a hundred in the long run."
        );
        assert_eq!(
            sureness(Audience::Customer, "replied", Rate { came: 300, of: 1000 }).unwrap(),
            "300 of 1000 customers replied. In the long run, expect 27 to 33 in a hundred."
        );
        assert_eq!(sureness(Audience::Prospect, "bought", Rate::default()), None);
    }

    #[test]
    fn a_step_is_named_by_its_place_and_words() {
        let workspace = workspace();
        let mut steps = workspace.plan.steps();
        let (one, two) = (steps.next().unwrap().id, steps.next().unwrap().id);
        assert_eq!(
            step_in_results(&workspace, Audience::Prospect, one, None),
            "Prospect step 1: Write to them"
        );
        assert_eq!(step_in_results(&workspace, Audience::Prospect, two, None), "Prospect step 2");
    }
}
