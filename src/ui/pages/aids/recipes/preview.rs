//! A recipe's steps as a dated table.

use crate::advice::Preview;
use crate::schedule::{Place, StepFacts};
use crate::ui::element::{El, attr, data, el, html};
use crate::words;

/// The table: what, when, on which day, and why.
pub fn preview_table(title: &str, preview: &Preview) -> El {
    let name = format!("Preview of “{title}”");
    let column = |words| el(html::Th).attr(attr::Role, "columnheader").attr(attr::Scope, "col").child(words);
    let head = el(html::Tr).attr(attr::Role, "row").child(["Step", "What", "When", "Due", "Why"].map(column));
    let rows = preview.steps.iter().filter_map(|(facts, why)| row(preview, facts, why));
    let body = el(html::Tbody).attr(attr::Role, "rowgroup").child(rows.collect::<Vec<_>>());
    // The roles are said outright: on a phone the rows are laid out as blocks, which would take them away.
    let table = el(html::Table)
        .attr(attr::Role, "table")
        .aria_label(name.clone())
        .child(el(html::Caption).child(name))
        .child(el(html::Thead).attr(attr::Role, "rowgroup").child(head))
        .child(body);
    el(html::Div)
        .class("sequence-table recipe__preview")
        .attr(attr::Role, "region")
        .attr(attr::Tabindex, "0")
        .aria_label("Steps of the recipe with their dates")
        .child(table)
}

fn row(preview: &Preview, facts: &StepFacts, why: &str) -> Option<El> {
    let plan = &preview.plan;
    let step = plan.step(facts.step)?;
    let told = words::row(plan, step, facts);
    let cell = |label: &'static str| el(html::Td).attr(attr::Role, "cell").attr(data::Label, label);
    let number =
        el(html::Th).class("sequence-table__number").attr(attr::Role, "rowheader").attr(attr::Scope, "row");
    let how = [step.channel.map(words::channel), step.who.map(words::role)];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let what = cell("What")
        .class("sequence-table__what")
        .child(step.what.as_str())
        .child(el(html::Span).class("recipe__how").child(how))
        .child(el(html::Span).class("sequence-table__condition").child(told.conditions))
        .child(
            el(html::Details)
                .class("recipe__message")
                .child(
                    el(html::Summary)
                        .aria_label(format!("Message or notes: {}", step.what))
                        .child("Message or notes"),
                )
                .child(el(html::P).child(step.notes.as_str())),
        );
    let due = facts
        .due
        .map(|due| el(html::Time).attr(attr::Datetime, words::iso(due)).child(words::day_and_year(due)));
    let remark = (!told.remark.is_empty()).then(|| el(html::Span).class("notice").child(told.remark));
    let row = el(html::Tr).attr(attr::Role, "row");
    let row = if facts.place == Place::OffPath { row.class("sequence-table__row--aside") } else { row };
    Some(
        row.child(number.child(told.number.to_string()))
            .child(what)
            .child(cell("When").child(told.when))
            .child(cell("Due").child(due).child(remark))
            .child(cell("Why").child(why)),
    )
}
