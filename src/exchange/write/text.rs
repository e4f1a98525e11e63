//! The plan as plain text, to be read in a mail (B10): what it is called, then a numbered list of each sequence, or of each
//! person on one. The numbers are those of the steps, so that "after step 2" is found (B2).

use crate::exchange::{Rows, StepRow, Written};
use crate::plan::Plan;
use crate::words;

/// All steps as lines.
pub fn write(rows: &Rows<'_>) -> Written {
    let plan = rows.plan();
    let mut text = format!("{}\n{}\n", words::plan_name(plan), words::day_and_year(rows.outgoing.today));
    let mut section = None;
    for row in &rows.rows {
        let heading = row.heading();
        if section.as_ref() != Some(&heading) {
            text.extend(["\n", &heading, "\n"]);
            section = Some(heading);
        }
        add(&mut text, plan, row);
    }
    Written { bytes: text.into_bytes(), ..Written::default() }
}

/// `3. Mon 7 Sep 2026: Call them`, and under it when it comes, who does it and with what.
fn add(text: &mut String, plan: &Plan, row: &StepRow<'_>) {
    let told = row.words(plan);
    let what = row.what();
    let dated = told.dated();
    let what = if dated.is_empty() { what } else { format!("{dated}: {what}") };
    text.push_str(&format!("\n{:>2}. {what}\n", told.number));
    let under = [
        [told.when.as_str(), &told.conditions].map(str::trim),
        [told.who.as_str(), &told.with].map(str::trim),
    ];
    for parts in under {
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            text.extend(["    ", &parts.join(" · "), "\n"]);
        }
    }
}
