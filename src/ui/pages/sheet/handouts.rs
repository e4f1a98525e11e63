//! A sheet for each who does steps, with theirs alone: what, when, with what, and what to say (B3, B7, B8, B9).

use super::list::list;
use super::{Source, about, head};
use crate::calendar::sort_by_number;
use crate::plan::{Audience, Responsible, Step};
use crate::schedule::StepFacts;
use crate::ui::element::{El, el, html};
use crate::words;

const COLUMNS: [&str; 5] = ["What", "For", "With", "Comes", "Day"];

/// The sheets of all, or of the one who is chosen.
pub fn handouts(source: Source<'_>) -> Vec<El> {
    // A machine reads no paper.
    let is_wanted = |who: Responsible| match source.paper.whose {
        Some(whose) => whose == who,
        None => who != Responsible::Automation,
    };
    let mut everybody: Vec<Responsible> = Vec::new();
    for who in source.plan.steps().filter_map(|step| step.who).filter(|who| is_wanted(*who)) {
        if !everybody.contains(&who) {
            everybody.push(who);
        }
    }
    everybody.into_iter().filter_map(|who| handout(source, who)).collect()
}

fn handout(source: Source<'_>, who: Responsible) -> Option<El> {
    let plan = source.plan;
    let mut steps: Vec<(Audience, &Step, &StepFacts)> = source
        .schedule
        .all()
        .filter_map(|(audience, facts)| Some((audience, plan.step(facts.step)?, facts)))
        .filter(|(_, step, facts)| step.who == Some(who) && facts.is_open())
        .collect();
    sort_by_number(&mut steps, |(_, _, facts)| facts.due.map_or(i64::MAX, |due| due.to_epoch_days().into()));
    let row = |(audience, step, facts): (Audience, &Step, &StepFacts)| {
        let row = words::row(plan, step, facts);
        let day = [row.due, row.remark].into_iter().filter(|words| !words.is_empty());
        let whom = format!("{}, step {}", words::audience(audience), row.number);
        let noted = [row.conditions, step.notes.as_str().trim().to_owned()];
        let noted = noted.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n");
        let noted = Some(noted).filter(|words| !words.is_empty());
        ([row.what, whom, row.with, row.when, day.collect::<Vec<_>>().join(" – ")], noted)
    };
    let rows: Vec<_> = steps.into_iter().map(row).collect();
    let name = words::responsible(plan, who);
    let facts = std::iter::once(source.title.to_owned()).chain(about(source)).collect();
    let list = list(words::count(rows.len(), "step"), COLUMNS, rows)?;
    Some(el(html::Article).class("sheet").child(head(&name, facts)).child(list))
}
