//! What tables of steps have in common: headings, drop-downs, colours, paper.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, Workbook, Worksheet,
};

use super::cell::{self, put_text};
use super::columns::{Column, Place};
use super::look::Look;
use crate::plan::{Outcome, Unit};
use crate::words;

/// A table of steps with its headings, on a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    pub place: Place,
    /// The row of its headings; the steps follow.
    pub heading: u32,
    /// How many steps it has.
    pub steps: u32,
}

impl Table {
    /// The first row with a step.
    pub fn first(self) -> u32 {
        self.heading + 1
    }

    /// The last one.
    pub fn last(self) -> u32 {
        self.heading + self.steps.max(1)
    }

    /// Headings, widths, drop-downs, colours, filter and paper.
    pub fn furnish(self, sheet: &mut Worksheet, look: &Look) {
        for column in Column::ALL {
            let at = self.place.of(column);
            put_text(sheet, (self.heading, at), column.heading().title, &look.heading);
            _ = sheet.set_column_width(at, column.heading().width);
        }
        let headings = Column::ALL.map(|column| (column.heading().title, column.heading().width));
        fit_row(sheet, self.heading, headings);
        let inner = [Column::FIRST_INNER, Column::LAST].map(|column| self.place.of(column));
        _ = sheet.group_columns_collapsed(inner[0], inner[1]);
        _ = sheet.autofilter(self.heading, 0, self.last(), self.place.of(Column::Path));
        _ = sheet.set_freeze_panes(self.first(), self.place.of(Column::Due));
        self.limit(sheet);
        self.colour(sheet, look);
        let printed = self.place.of(Column::LAST_PRINTED);
        _ = sheet.set_print_area(0, 0, self.last(), printed);
        _ = sheet.set_repeat_rows(self.heading, self.heading);
        paper(sheet);
    }

    /// Drop-downs and limits for what can be filled in.
    fn limit(self, sheet: &mut Worksheet) {
        let mut limit = |column: Column, rule: DataValidation| {
            let at = self.place.of(column);
            _ = sheet.add_data_validation(self.first(), at, self.last(), at, &rule);
        };
        let list = |names: &[&str]| {
            DataValidation::new().allow_list_strings(names).unwrap_or_else(|_| DataValidation::new())
        };
        let units = Unit::ALL.map(words::unit_cell);
        limit(Column::State, list(&["open", "done", "skipped"]));
        limit(Column::Unit, list(&units));
        limit(Column::AtMostUnit, list(&units));
        limit(Column::Outcome, list(&Outcome::ALL.map(words::outcome)));
        for column in [Column::DoneOn, Column::PutOff, Column::LastTried] {
            limit(column, a_day());
        }
        let number =
            |least, most| DataValidation::new().allow_whole_number(DataValidationRule::Between(least, most));
        limit(Column::Wait, number(-999, 999));
        limit(Column::AtMost, number(-999, 999));
        limit(Column::Tries, number(1, 9));
        limit(Column::Gap, number(1, 999));
        limit(Column::Tried, number(1, 99));
    }

    /// What is over is grey, what is not on the way as well, what is late is red.
    fn colour(self, sheet: &mut Worksheet, look: &Look) {
        let cell = |column: Column| format!("${}", cell::address(self.first(), self.place.of(column)));
        let [done, due, late, path] =
            [Column::DoneOn, Column::Due, Column::LateSince, Column::Path].map(cell);
        let today = super::DAY_IT_IS;
        let rules = [
            (format!("{done}<>\"\""), &look.over),
            (format!("{path}<>\"\""), &look.aside),
            (format!("AND({done}=\"\",OR(ISNUMBER({late}),AND(ISNUMBER({due}),{due}<{today})))"), &look.late),
        ];
        let right = self.place.of(Column::LAST_PRINTED);
        for (rule, format) in rules {
            let rule = ConditionalFormatFormula::new()
                .set_rule(Formula::new(rule))
                .set_format(format)
                .set_stop_if_true(true);
            _ = sheet.add_conditional_format(self.first(), 0, self.last(), right, &rule);
        }
    }
}

/// A sheet, on which what has no result is kept as an empty text.
pub fn new_sheet<'a>(book: &'a mut Workbook, name: &str) -> &'a mut Worksheet {
    let sheet = book.add_worksheet();
    _ = sheet.set_name(name);
    sheet.set_formula_result_default("")
}

/// Makes a row as high as its texts need, each in a column of so many letters: not every reader does so by itself.
pub fn fit_row<'a>(sheet: &mut Worksheet, row: u32, texts: impl IntoIterator<Item = (&'a str, u8)>) {
    const LINE: usize = 15;
    const MOST_LINES: usize = 12;
    let lines = |(text, width): (&str, u8)| {
        // Words are not cut, so a line holds less than it has room for.
        let room = (usize::from(width) * 7 / 8).max(1);
        text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum::<usize>()
    };
    let lines = texts.into_iter().map(lines).max().unwrap_or(1).min(MOST_LINES);
    if lines > 1 {
        _ = sheet.set_row_height(row, u16::try_from(lines * LINE).unwrap_or_default());
    }
}

/// Only days are let in.
pub fn a_day() -> DataValidation {
    let days = DataValidationRule::Between(cell::limit(1901, 1, 1), cell::limit(2399, 12, 31));
    let rule = DataValidation::new().allow_date(days);
    let said = rule.set_error_title("A date, please").and_then(|rule| {
        rule.set_error_message("Write a date between 1901 and 2399, or leave the cell empty.")
    });
    said.unwrap_or_else(|_| DataValidation::new())
}

/// Printed across, one page wide, with a number on each. The paper is left to the printer: it fits A4 as well as Letter.
pub fn paper(sheet: &mut Worksheet) {
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P / &N");
}
