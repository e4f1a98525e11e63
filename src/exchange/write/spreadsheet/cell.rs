//! Cells: where they are, and what they can hold.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet};

use crate::calendar::DayNumber;

/// The longest text of a cell, as spreadsheets count it.
const LONGEST_TEXT: usize = 32_767;

/// What lies between our numbers of days and those of a spreadsheet, whose day 1 is 1 January 1900.
const DAY_ZERO: i32 = 25_569;

/// The first year whose days spreadsheets agree on: some of them believe that 1900 had a 29 February.
pub const FIRST_YEAR: i32 = 1901;

/// The number that a spreadsheet has for a day; none where it has none.
pub fn serial(day: DayNumber) -> Option<i32> {
    day.date().filter(|date| date.year() >= FIRST_YEAR).map(|_| day.0 + DAY_ZERO)
}

/// `C`.
pub fn column_name(column: u16) -> String {
    let letter = |at: u16| char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match column {
        0..26 => letter(column).to_string(),
        _ => format!("{}{}", column_name(column / 26 - 1), letter(column)),
    }
}

/// `C5`. Rows are counted from 0, as they are written.
pub fn address(row: u32, column: u16) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// `$C$5`.
pub fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", column_name(column), row + 1)
}

/// `$C$5:$C$9`.
pub fn range(first: (u32, u16), last: (u32, u16)) -> String {
    format!("{}:{}", fixed(first.0, first.1), fixed(last.0, last.1))
}

/// As much of a text as a cell can hold.
fn fitting(text: &str) -> &str {
    let mut length = 0;
    let is_over = |(_, letter): &(usize, char)| {
        length += letter.len_utf16();
        length > LONGEST_TEXT
    };
    text.char_indices().find(is_over).map_or(text, |(end, _)| &text[..end])
}

/// Whether a text could be taken for a formula once somebody edits it.
fn begins_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// Writes a text, which stays one; nothing where it is empty.
pub fn put_text(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str, format: &Format) {
    // It fits, and every cell lies on the sheet.
    _ = match fitting(text) {
        "" => sheet.write_blank(row, column, format),
        text if begins_like_a_formula(text) => {
            sheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())
        }
        text => sheet.write_string_with_format(row, column, text, format),
    };
}

/// Writes a number.
pub fn put_number(sheet: &mut Worksheet, (row, column): (u32, u16), number: i32, format: &Format) {
    _ = sheet.write_number_with_format(row, column, number, format);
}

/// Writes a day as a date, or in words where spreadsheets have no number for it; a blank cell where there is none.
pub fn put_day(sheet: &mut Worksheet, at: (u32, u16), day: Option<NaiveDate>, format: &Format) {
    let Some(date) = day else { return put_text(sheet, at, "", format) };
    match serial(DayNumber::of(date)) {
        Some(number) => put_number(sheet, at, number, format),
        None => put_text(sheet, at, &crate::words::iso(date), format),
    }
}

/// Writes a formula with what comes of it.
pub fn put_formula(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    result: &str,
    format: &Format,
) {
    let formula = Formula::new(formula).set_result(result);
    _ = sheet.write_formula_with_format(row, column, formula, format);
}

/// What a formula that finds a day comes to, as it is kept: empty where there is none.
pub fn day_result(day: Option<DayNumber>) -> String {
    day.and_then(serial).map(|number| number.to_string()).unwrap_or_default()
}

/// A day as the library takes it in limits.
pub fn limit(year: u16, month: u8, day: u8) -> ExcelDateTime {
    ExcelDateTime::from_ymd(year, month, day).unwrap_or_default()
}
