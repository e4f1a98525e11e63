//! A recipe's steps as a dated table.

use crate::advice::{Preview, Recipe};
use crate::schedule::{Place, StepFacts};
use crate::ui::element::{El, el};
use crate::words;

/// The table: what, when, on which day, and why.
pub fn preview_table(recipe: Recipe, preview: &Preview) -> El {
    let name = format!("Preview of “{}”", recipe.title());
    let column = |words| el("th").fixed("role", "columnheader").fixed("scope", "col").child(words);
    let head = el("tr").fixed("role", "row").child(["Step", "What", "When", "Due", "Why"].map(column));
    let rows = preview.steps.iter().filter_map(|(facts, why)| row(preview, facts, why));
    let body = el("tbody").fixed("role", "rowgroup").child(rows.collect::<Vec<_>>());
    // The roles are said outright: on a phone the rows are laid out as blocks, which would take them away.
    let table = el("table")
        .fixed("role", "table")
        .name(name.clone())
        .child(el("caption").child(name))
        .child(el("thead").fixed("role", "rowgroup").child(head))
        .child(body);
    el("div")
        .class("sequence-table recipe__preview")
        .fixed("role", "region")
        .fixed("tabindex", "0")
        .name("Steps of the recipe with their dates")
        .child(table)
}

fn row(preview: &Preview, facts: &StepFacts, why: &'static str) -> Option<El> {
    let plan = &preview.plan;
    let step = plan.step(facts.step)?;
    let told = words::row(plan, step, facts);
    let cell = |label: &'static str| el("td").fixed("role", "cell").attr("data-label", label);
    let number = el("th").class("sequence-table__number").fixed("role", "rowheader").fixed("scope", "row");
    let how = [step.channel.map(words::channel), step.who.map(words::role)];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let what = cell("What")
        .class("sequence-table__what")
        .child(step.what.as_str())
        .child(el("span").class("recipe__how").child(how))
        .child(el("span").class("sequence-table__condition").child(told.conditions))
        .child(
            el("details")
                .class("recipe__message")
                .child(
                    el("summary").name(format!("Message or notes: {}", step.what)).child("Message or notes"),
                )
                .child(el("p").child(step.notes.as_str())),
        );
    let due =
        facts.due.map(|due| el("time").attr("datetime", words::iso(due)).child(words::day_and_year(due)));
    let remark = (!told.remark.is_empty()).then(|| el("span").class("notice").child(told.remark));
    let row = el("tr").fixed("role", "row");
    let row = if facts.place == Place::OffPath { row.class("sequence-table__row--aside") } else { row };
    Some(
        row.child(number.child(told.number.to_string()))
            .child(what)
            .child(cell("When").child(told.when))
            .child(cell("Due").child(due).child(remark))
            .child(cell("Why").child(why)),
    )
}
