//! What of a plan stands on one sheet, and how large: everything as large as it fits, else so many of its steps and goals.

use super::cards::lines_of;
use crate::plan::{Action, Audience, Goal, PerAudience, PlanParts, Step};
use crate::words::measure;

/// The sizes of type there are, from large to small: letters in a line of half the sheet's width, and the height of a line in tenths of
/// a millimetre. The last is no smaller than 8 pt.
const SIZES: [(usize, usize); 4] = [(55, 50), (61, 46), (68, 41), (76, 35)];

/// The height of the shorter of the usual sheets between its margins, less the title, in tenths of a millimetre.
const ROOM: usize = 2_290;
/// The room around a heading.
const AROUND: usize = 52;
/// The fewest steps of a sequence, and goals, that are told.
const FEWEST: usize = 3;

/// How a plan stands on one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The size of type, from 0, the largest.
    pub size: usize,
    /// How large type of any size is, in hundredths of the usual.
    pub percent: usize,
    /// How many goals are told.
    pub goals: usize,
    /// How many steps of each sequence are told.
    pub steps: PerAudience<usize>,
}

impl Brief {
    /// The largest that fits. Type larger than usual gives way before anything is left out.
    pub fn of(plan: &PlanParts, percent: usize) -> Self {
        let steps = PerAudience::from_fn(|audience| plan.sequences.of(audience).steps.len());
        let all = Self { size: 0, percent, goals: plan.goals.len(), steps };
        let percents = [percent, 100].into_iter().filter(|it| *it <= percent);
        let mut sizes = percents.flat_map(|percent| (0..SIZES.len()).map(move |size| (percent, size)));
        let fits = |(percent, size)| Some(Self { size, percent, ..all.clone() }).filter(|it| it.fits(plan));
        if let Some(fitting) = sizes.find_map(fits) {
            return fitting;
        }
        let mut brief = Self { size: SIZES.len() - 1, percent: percent.min(100), ..all };
        while !brief.fits(plan) {
            let longest = if brief.steps.prospect >= brief.steps.customer {
                &mut brief.steps.prospect
            } else {
                &mut brief.steps.customer
            };
            if *longest > FEWEST {
                *longest -= 1;
            } else if brief.goals > FEWEST {
                brief.goals -= 1;
            } else {
                break;
            }
        }
        brief
    }

    fn fits(&self, plan: &PlanParts) -> bool {
        self.height(plan) <= ROOM
    }

    fn height(&self, plan: &PlanParts) -> usize {
        let (letters, line) = SIZES[self.size];
        let (letters, line) = (letters * 100 / self.percent, line * self.percent / 100);
        let heading = AROUND + line * 3 / 2;
        let told = |text: &str| lines_of(text, letters) * line;
        let statements = Audience::BOTH.map(|audience| told(plan.statements.of(audience).as_str()));
        let statement = statements.iter().max().copied().filter(|height| *height > 0);
        let goal = |goal: &Goal| {
            let action = |action: &Action| {
                // What it begins with, and how far it is set in.
                let measure = measure(&action.measure).map_or(0, |words| told(&format!("so wide {words}")));
                told(&format!("by wide {}", action.text)) + measure
            };
            told(goal.text.as_str()) + goal.actions.iter().map(action).sum::<usize>() + line / 4
        };
        let goals: Vec<_> = plan.goals.iter().take(self.goals).map(goal).collect();
        // Two columns, of which one is longer by what is not parted.
        let columns = |heights: &[usize]| {
            (heights.iter().sum::<usize>() + heights.iter().max().copied().unwrap_or(0)) / 2
        };
        let sequence = |audience: Audience| {
            let sequence = plan.sequences.of(audience);
            let told = *self.steps.of(audience);
            let steps = sequence.steps.iter().take(told);
            // Its number stands before it, its day behind it.
            let step = |step: &Step| lines_of(step.what.as_str(), letters.saturating_sub(16)).max(1) * line;
            let steps: Vec<_> = steps.map(step).collect();
            // What sets it off, and that there are more.
            let beside = usize::from(!sequence.trigger.is_blank()) + usize::from(told < sequence.steps.len());
            if steps.is_empty() { 0 } else { heading + line * beside + columns(&steps) }
        };
        statement.map_or(0, |height| heading + line + height)
            + if goals.is_empty() { 0 } else { heading + line + columns(&goals) }
            + Audience::BOTH.map(sequence).iter().sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Plan};

    fn plan(steps: usize) -> Plan {
        let add = Edit::AddStep { audience: Audience::Prospect, before: None };
        (0..steps).fold(Plan::blank(), |plan, _| plan.edited(add.clone()).unwrap())
    }

    #[test]
    fn few_steps_stand_there_large_and_more_of_them_smaller() {
        let size = |steps| Brief::of(&plan(steps), 100).size;
        assert_eq!(size(3), 0);
        assert!(size(100) > 0);
        let brief = Brief::of(&plan(100), 100);
        assert_eq!(brief.steps.prospect, 100, "all are told");
    }

    #[test]
    fn of_more_than_fit_so_many_are_told_as_do() {
        let brief = Brief::of(&plan(400), 100);
        assert_eq!(brief.size, SIZES.len() - 1);
        assert!((90..140).contains(&brief.steps.prospect), "{}", brief.steps.prospect);
    }

    #[test]
    fn larger_type_gives_way_before_anything_is_left_out() {
        let larger = |steps| Brief::of(&plan(steps), 120);
        assert_eq!((larger(3).percent, larger(3).size), (120, 0));
        assert_eq!((larger(120).percent, larger(120).steps.prospect), (100, 120));
        assert_eq!(larger(400), Brief::of(&plan(400), 100));
    }
}
