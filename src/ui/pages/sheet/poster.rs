//! One sequence on one sheet, to be read from across the room: its picture of time, and a box to tick for each step.

use chrono::NaiveDate;

use super::table::tick;
use super::{Source, printed};
use crate::plan::{Audience, Plan, Step};
use crate::schedule::{Schedule, StepFacts};
use crate::ui::element::{El, el, html};
use crate::ui::parts::timeline_on_paper;
use crate::words;

/// How large a step can be. Heights are in tenths of a millimetre, on the shorter of the usual sheets and in the width of
/// the narrower.
struct Layout {
    class: &'static str,
    /// So many letters of what is done stand in a line.
    letters: usize,
    /// A line of what is done.
    line: usize,
    /// A line below, and how many a step has.
    below: (usize, usize),
    /// What parts a step from the next.
    gap: usize,
    /// What a sheet holds.
    room: usize,
}

/// From large to small: 14 pt with all that there is to say, and in a line; two columns, and in a line as well. The last is
/// no smaller than 9 pt.
const LAYOUTS: [Layout; 5] = [
    Layout { class: "sheet poster", letters: 34, line: 62, below: (51, 1), gap: 22, room: 1850 },
    Layout {
        class: "sheet poster poster--close",
        letters: 30,
        line: 62,
        below: (51, 0),
        gap: 12,
        room: 1750,
    },
    Layout {
        class: "sheet poster poster--columns",
        letters: 36,
        line: 43,
        below: (39, 1),
        gap: 10,
        room: 3600,
    },
    Layout {
        class: "sheet poster poster--columns poster--tight",
        letters: 40,
        line: 35,
        below: (35, 1),
        gap: 8,
        room: 3600,
    },
    Layout {
        class: "sheet poster poster--columns poster--tight poster--small",
        letters: 30,
        line: 35,
        below: (35, 0),
        gap: 4,
        room: 3600,
    },
];

impl Layout {
    fn height(&self, step: &Step, facts: &StepFacts) -> usize {
        let lines = step.what.as_str().chars().count().div_ceil(self.letters).max(1);
        let has_more = facts.fork.is_some() || facts.attempts.count() > 1;
        let (below, count) = self.below;
        self.gap + self.line * lines + below * (count + usize::from(has_more))
    }
}

/// The layout with the fewest sheets, the largest of those that need no more; and how many steps each sheet holds.
fn laid_out(steps: &[Step], facts: &[StepFacts]) -> (&'static Layout, Vec<usize>) {
    let heights = |layout: &Layout| -> Vec<usize> {
        steps.iter().zip(facts).map(|(step, facts)| layout.height(step, facts)).collect()
    };
    let [.., smallest] = &LAYOUTS;
    let sheets = heights(smallest).iter().sum::<usize>().div_ceil(smallest.room).max(1);
    let fits = |layout: &&Layout| heights(layout).iter().sum::<usize>() <= layout.room * sheets;
    let layout = LAYOUTS.iter().find(fits).unwrap_or(smallest);
    let heights = heights(layout);
    // About as much on each.
    let share = heights.iter().sum::<usize>().div_ceil(sheets);
    let mut counts = vec![0; sheets];
    let mut filled = 0;
    for height in heights {
        counts[(filled / share.max(1)).min(sheets - 1)] += 1;
        filled += height;
    }
    (layout, counts)
}

/// The poster of a sequence: a sheet, or more of them where it is long; none where it has no steps.
pub fn poster(source: Source<'_>, audience: Audience) -> Vec<El> {
    let Source { plan, schedule, today, .. } = source;
    let title = words::course(audience);
    let start = match audience {
        Audience::Prospect => plan.start(Audience::Prospect),
        Audience::Customer => plan.runs.customer.start,
    };
    let (steps, facts) = (&plan.sequences.of(audience).steps, schedule.steps(audience));
    if steps.is_empty() {
        return Vec::new();
    }
    let (layout, counts) = laid_out(steps, facts);
    let name = [&plan.business, &plan.name].into_iter().find(|text| !text.is_blank());
    let blank = |name: &'static str, value: String| {
        el(html::P)
            .class("poster__blank")
            .child(el(html::Span).child(name))
            .child(el(html::Span).child(value))
    };
    let mut rows = steps.iter().zip(facts).map(|(step, facts)| row(plan, schedule, step, facts, today));
    let sheet = |(at, count): (usize, &usize)| {
        let (is_first, is_last) = (at == 0, at + 1 == counts.len());
        let number =
            (counts.len() > 1).then(|| [at + 1, counts.len()].map(|count| count.to_string()).join(" of "));
        let head = el(html::Header)
            .class("poster__head")
            .child(
                el(html::Div)
                    .child(name.map(|name| el(html::P).class("poster__whose").child(name.to_string())))
                    .child(el(html::H1).child(title))
                    .child(number.map(|number| el(html::P).class("poster__sheet").child(number))),
            )
            .child(
                el(html::Div)
                    .child(blank("For", String::new()))
                    .child(blank("Begun", start.map(words::day_and_year).unwrap_or_default())),
            );
        let bought = is_last && audience == Audience::Prospect;
        let foot = el(html::Footer)
            .class("poster__foot")
            .child(bought.then(|| blank("They bought on", String::new())))
            .child(el(html::P).child(printed(source)));
        el(html::Article)
            .class(layout.class)
            .child(head)
            .child(is_first.then(|| timeline_on_paper(plan, schedule, today, audience)))
            .child(el(html::Ol).class("poster__steps").child(rows.by_ref().take(*count).collect::<Vec<_>>()))
            .child(foot)
    };
    counts.iter().enumerate().map(sheet).collect()
}

fn row(plan: &Plan, schedule: &Schedule, step: &Step, facts: &StepFacts, today: NaiveDate) -> El {
    let days =
        if facts.attempts.count() > 1 && facts.is_open() { schedule.attempts(facts) } else { Vec::new() };
    let day = |day: NaiveDate| words::day_seen(day, today);
    let tries = days.into_iter().map(|tried| {
        let small = el(html::Span).class("sheet__tick sheet__tick--small");
        el(html::Span).class("poster__try").child(small).child(day(tried))
    });
    let tries = tries.collect::<Vec<_>>();
    let due = facts.due.map(day).unwrap_or_default();
    let latest = facts.latest.filter(|latest| facts.is_open() && facts.due.is_some_and(|due| due < *latest));
    let due = match (facts.fate.filter(|fate| fate.is_over()), latest) {
        (Some(fate), _) => [&words::fate(fate), " ", &due].concat(),
        (None, Some(latest)) => [&due, " to ", &day(latest)].concat(),
        (None, None) => due,
    };
    let about = el(html::P)
        .child(el(html::Span).class("poster__if").child(words::condition(facts)))
        .child(el(html::Span).class("poster__when").child(words::wait(plan, facts)))
        .child(tries);
    let what =
        el(html::Div).class("poster__what").child(el(html::Strong).child(step.what.to_string())).child(about);
    let due = el(html::Div)
        .class("poster__due")
        .child(el(html::Strong).child(due))
        .child(el(html::P).child(words::channel_and_who(plan, step)));
    el(html::Li)
        .class(if facts.fork.is_some() { "poster__step poster__step--aside" } else { "poster__step" })
        .child(tick(facts))
        .child(el(html::Span).class("poster__number").child(facts.number.to_string()))
        .child(what)
        .child(due)
}
