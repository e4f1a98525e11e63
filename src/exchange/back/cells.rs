//! The cells of a spreadsheet file, as texts: XLSX, ODS, or cells between commas, semicolons or tabs.

use std::io::{Cursor, Read};
use std::{error, fmt};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xlsx, XlsxError, open_workbook_from_rs};
use chrono::{Days, NaiveDate};

use super::addresses::Addresses;
use crate::exchange::MAX_BYTES;
use crate::exchange::ics::letters;
use crate::words;

/// What all parts of a file may come to when unpacked, in bytes, and how many there may be.
const MAX_UNPACKED: u64 = 48 * 1024 * 1024;
const MAX_PARTS: usize = 400;

/// The most rows and columns of a sheet that are looked at.
const MAX_ROWS: u32 = 20_000;
const MAX_COLUMNS: u32 = 200;

/// The most cells of all sheets that are looked at.
const MAX_CELLS: usize = 400_000;

/// The most signs between cells that are read, in a line and in all.
const MAX_SEPARATORS_OF_LINE: usize = 16_384;
const MAX_SEPARATORS: usize = 2_000_000;

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// Its rows from the first on; days as `2026-11-23`.
    pub rows: Vec<Vec<String>>,
}

/// Why a file is not read as a spreadsheet. Its words say what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// There is nothing in the file.
    Empty,
    /// There is nothing in its cells.
    Blank,
    /// It has more bytes than are read, packed or unpacked.
    TooLarge,
    /// It is locked with a password.
    Locked,
    /// It is a spreadsheet of the kind before 2007.
    Old,
    /// It begins like a spreadsheet and cannot be read to its end.
    Damaged,
    /// It is something else.
    NotCells,
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "This file is empty. Choose the spreadsheet that was downloaded here.",
            Self::Blank => "Nothing is written in this spreadsheet. Choose the one that was downloaded here.",
            Self::TooLarge => {
                "There is more in this file than can be read here. Take sheets out of it that are not of the plan, then try again."
            }
            Self::Locked => {
                "This spreadsheet is locked with a password. Save it without one, then choose it again."
            }
            Self::Old => {
                "This is a spreadsheet of an old kind. Save it as “Excel workbook (.xlsx)” or as “.ods”, then choose it again."
            }
            Self::Damaged => {
                "This spreadsheet is damaged or was cut short. Save it once more, then choose it again."
            }
            Self::NotCells => {
                "This is no spreadsheet that can be read here. Choose a file that ends in .xlsx, .ods, .csv or .tsv; other programs can save as one of these."
            }
        })
    }
}

impl error::Error for SheetError {}

/// Reads all sheets.
///
/// # Errors
/// [`SheetError`].
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    const PACKED: &[u8] = b"PK\x03\x04";
    // Excel keeps what is locked, and what is old, in a file of this kind.
    const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetError::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        let is_locked = bytes.windows(name.len()).any(|part| part == name);
        return Err(if is_locked { SheetError::Locked } else { SheetError::Old });
    }
    if !bytes.starts_with(PACKED) {
        return separated(bytes).map(|sheet| vec![sheet]);
    }
    let names = unpacks_within_bounds(bytes)?;
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("xl/workbook.xml") {
        xlsx(bytes)
    } else if has("content.xml") {
        ods(bytes)
    } else {
        Err(SheetError::NotCells)
    }
}

/// Unpacks each part once, without keeping it, and counts: what a packed file says of its sizes may be a lie. No cell may be
/// said to stand where no sheet has one. Gives the names of the parts.
fn unpacks_within_bounds(bytes: &[u8]) -> Result<Vec<String>, SheetError> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    if parts.len() > MAX_PARTS {
        return Err(SheetError::TooLarge);
    }
    let mut left = MAX_UNPACKED;
    let mut names = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => SheetError::Locked,
            _ => SheetError::Damaged,
        })?;
        let name = part.name().map_err(|_| SheetError::Damaged)?.into_owned();
        let mut addresses = name.starts_with("xl/").then(Addresses::default);
        names.push(name);
        loop {
            let count = part.read(&mut buffer).map_err(|_| SheetError::Damaged)?;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or(SheetError::TooLarge)?;
            if let Some(addresses) = &mut addresses
                && !buffer.iter().take(count).all(|byte| addresses.allow(*byte))
            {
                return Err(SheetError::Damaged);
            }
        }
    }
    Ok(names)
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetError::Locked,
        _ => SheetError::Damaged,
    })?;
    let mut sheets = Vec::new();
    let mut left = MAX_CELLS;
    for name in book.sheet_names() {
        let mut sheet = Sheet { name: name.clone(), rows: Vec::new() };
        // A sheet that holds a chart has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = cells.next_cell().map_err(|_| SheetError::Damaged)? {
            let text = match cell.get_value() {
                DataRef::DateTime(day) => date(day),
                DataRef::SharedString(text) => (*text).to_owned(),
                other => text(&Data::from(other.clone())),
            };
            sheet.put(cell.get_position(), text, &mut left)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let mut book: Ods<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    let mut sheets = Vec::new();
    let mut left = MAX_CELLS;
    for (name, cells) in book.worksheets() {
        let mut sheet = Sheet { name, rows: Vec::new() };
        let (top, start) = cells.start().unwrap_or_default();
        for (row, column, value) in cells.used_cells() {
            let place = |first: u32, at: usize| first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            sheet.put((place(top, row), place(start, column)), text(value), &mut left)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

impl Sheet {
    /// Puts a text where it belongs. Cells far out, which nobody fills in, are passed over.
    fn put(&mut self, (row, column): (u32, u32), text: String, left: &mut usize) -> Result<(), SheetError> {
        if text.is_empty() || row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Ok(());
        }
        *left = left.checked_sub(1).ok_or(SheetError::TooLarge)?;
        let (row, column) = (row as usize, column as usize);
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        Ok(())
    }
}

fn text(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(is_so) => is_so.to_string(),
        Data::DateTime(day) => date(day),
        // Without the time of the day.
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
    }
}

/// A day by its number; what is none, such as a length of time, as the number it is.
fn date(day: &ExcelDateTime) -> String {
    let number = day.as_f64();
    let whole = number.floor();
    if !day.is_datetime() || !(1.0..2_958_466.0).contains(&whole) {
        return number.to_string();
    }
    // It is in range. The 29th of February 1900, which never was, has a number too.
    let number = whole as u64;
    let since = if number < 60 { number + 1 } else { number };
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    first.checked_add_days(Days::new(since)).map(words::iso).unwrap_or_default()
}

/// Cells between commas, semicolons or tabs, whichever the first line has most of.
fn separated(bytes: &[u8]) -> Result<Sheet, SheetError> {
    let (text, _) = letters(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')) {
        return Err(SheetError::NotCells);
    }
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.chars().filter(|letter| *letter == separator).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|separator| count(*separator));
    let Some(separator) = separator.filter(|separator| count(*separator) > 0) else {
        return Err(SheetError::NotCells);
    };
    // No spreadsheet has so many columns; and many blank cells take room as well, until they are passed over.
    let of_line = |line: &str| line.bytes().filter(|byte| *byte == separator as u8).count();
    let separators = text.lines().map(of_line).try_fold(0, |all, of_line| {
        (of_line <= MAX_SEPARATORS_OF_LINE).then_some(all + of_line).filter(|all| *all <= MAX_SEPARATORS)
    });
    if separators.is_none() {
        return Err(SheetError::TooLarge);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator as u8)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut left = MAX_CELLS;
    for (row, cells) in (0..MAX_ROWS).zip(reader.records()) {
        let cells = cells.map_err(|_| SheetError::Damaged)?;
        for (column, cell) in (0..).zip(&cells) {
            // What our own tables put before a text that begins like a formula.
            let cell = cell.strip_prefix('\t').unwrap_or(cell);
            sheet.put((row, column), cell.to_owned(), &mut left)?;
        }
    }
    Ok(sheet)
}

/// The rows of the first sheet with something in it, as lines of cells parted by tabs.
pub fn as_lines(sheets: &[Sheet]) -> Option<String> {
    let sheet = sheets.iter().find(|sheet| !sheet.rows.is_empty())?;
    let line = |row: &Vec<String>| {
        row.iter().map(|cell| cell.replace(['\t', '\r', '\n'], " ")).collect::<Vec<_>>().join("\t")
    };
    let lines: Vec<_> = sheet.rows.iter().map(line).filter(|line| !line.trim().is_empty()).collect();
    Some(lines.join("\n"))
}
