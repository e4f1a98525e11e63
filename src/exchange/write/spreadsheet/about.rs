//! What is told of the plan besides its steps: what it is for, how success is measured, and how the file is used
//! (A11, A13, A22, A23, F3).

use rust_xlsxwriter::Workbook;

use super::ABOUT_SHEET;
use super::cell::{put_day, put_text};
use super::look::Look;
use super::table::{a_day, fit_row, new_sheet, paper};
use crate::exchange::Rows;
use crate::plan::{Audience, PlanParts};
use crate::store::Stamp;
use crate::words::{self, HOLIDAYS_SHEET, MEASURES_SHEET};

/// The titles and widths of the columns of measures.
const MEASURES: [(&str, u8); 8] = [
    ("Sequence", 12),
    ("Goal", 34),
    ("Action", 34),
    ("What is measured", 24),
    ("To reach", 18),
    ("By", 17),
    ("Result", 18),
    ("Done by step", 12),
];

/// The sheet of goals, actions and measures; none where there are no goals.
pub fn measures(book: &mut Workbook, look: &Look, plan: &PlanParts) {
    if plan.goals.is_empty() {
        return;
    }
    let sheet = new_sheet(book, MEASURES_SHEET);
    for ((title, width), column) in MEASURES.into_iter().zip(0..) {
        put_text(sheet, (0, column), title, &look.heading);
        _ = sheet.set_column_width(column, width);
    }
    let mut row = 0;
    for goal in &plan.goals {
        let actions = goal.actions.iter().map(Some).chain(goal.actions.is_empty().then_some(None));
        for action in actions {
            row += 1;
            put_text(sheet, (row, 0), goal.audience.map(words::sequence).unwrap_or_default(), &look.text);
            put_text(sheet, (row, 1), goal.text.as_str(), &look.text);
            let Some(action) = action else { continue };
            let measure = &action.measure;
            let texts = [&goal.text, &action.text, &measure.metric, &measure.target];
            let widths = MEASURES[1..].iter().map(|(_, width)| *width);
            fit_row(sheet, row, texts.iter().map(|text| text.as_str()).zip(widths));
            put_text(sheet, (row, 2), action.text.as_str(), &look.text);
            put_text(sheet, (row, 3), measure.metric.as_str(), &look.text);
            put_text(sheet, (row, 4), measure.target.as_str(), &look.text);
            put_day(sheet, (row, 5), measure.by, &look.date_input);
            put_text(sheet, (row, 6), measure.result.as_str(), &look.text_input);
            let numbers = plan.steps().filter(|step| step.action == Some(action.id));
            let numbers = numbers.filter_map(|step| Some(plan.step_number(step.id)?.1.to_string()));
            put_text(sheet, (row, 7), &numbers.collect::<Vec<_>>().join(", "), &look.text);
        }
    }
    _ = sheet.autofilter(0, 0, row, 7);
    _ = sheet.add_data_validation(1, 5, row, 5, &a_day());
    _ = sheet.set_freeze_panes(1, 0);
    _ = sheet.set_repeat_rows(0, 0);
    paper(sheet);
}

/// How the file is used.
const HOW: [&str; 10] = [
    "Fill in “Done on” when a step is done: the steps that are counted from it move. For one that is left out, choose “skipped” and fill in the day as well.",
    "Cells with a pale ground are meant to be changed: a wait and its unit, the longest wait, the weekdays (“Tue, Thu”), a day it is put off to, the start. A wait below nought counts back.",
    "Where the sequence parts, choose under “What came of it” how a step ended: the steps on the way follow.",
    "After tries in vain fill in how many there were and the day of the last one.",
    "Working days are counted as WORKDAY.INTL does. Of calendar days, weeks and months the end is left for the next working day, and back to the one before where one counts back.",
    "Once something is filled in, an open step whose day is over is due on the day it is; “Late since” says since when. That day is today; write a date over it to see how things stand then.",
    "A date in italics on grey does not go on counting: its remark says why. Only the day it is done moves what follows.",
    "“Planned” and “Remark” are as they were when this file was written. The order of the steps, what they are counted from and what leads to them are fixed.",
    "Days off are listed for some years only, and those of every year do not move when others are added.",
    "Filter the tables as you like, but do not sort them: their formulas name each other's rows.",
];

/// The sheet that says what this is.
pub fn about(book: &mut Workbook, look: &Look, rows: &Rows<'_>) {
    const WIDTH: u8 = 100;
    let plan: &PlanParts = rows.plan();
    let sheet = new_sheet(book, ABOUT_SHEET);
    put_text(sheet, (0, 0), &words::plan_name(plan), &look.title);
    let written = words::day_and_year(rows.outgoing.today);
    let mut told = vec![
        ("What this is", format!("A plan for follow-up, written by Followthrough on {written}.")),
        ("Business", plan.business.to_string()),
        ("What is sold", plan.offer.to_string()),
    ];
    for audience in Audience::BOTH {
        let sequence = plan.sequences.of(audience);
        told.push((words::sequence(audience), plan.statements.of(audience).to_string()));
        told.push(("Begins when", sequence.trigger.to_string()));
    }
    told.retain(|(_, text)| !text.trim().is_empty());
    if let Some(review) = plan.review {
        told.push(("Looked at anew on", words::day_and_year(review)));
    }
    let days =
        format!("The working week, the days off and the day it is stand on the sheet “{HOLIDAYS_SHEET}”.");
    told.push(("How to use it", days));
    told.extend(HOW.map(|text| ("", text.to_owned())));
    // By it the file is known again when it comes back.
    told.push((words::VERSION_LABEL, Stamp::of(plan).to_string()));
    for ((label, text), row) in told.iter().zip(2..) {
        let format = if label.is_empty() { &look.text } else { &look.heading };
        put_text(sheet, (row, 0), label, format);
        put_text(sheet, (row, 1), text, &look.text);
        fit_row(sheet, row, [(text.as_str(), WIDTH)]);
    }
    _ = sheet.set_column_width(0, 20);
    _ = sheet.set_column_width(1, WIDTH);
    paper(sheet);
}
