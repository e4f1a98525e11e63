//! Reference vectors of WORKDAY, NETWORKDAYS and their .INTL forms (B14): each row one call with the result
//! on which independent implementations agree.
//!
//! Runs the files in `tests/vectors`, and those of a further folder named by `FOLLOWTHROUGH_VECTORS`.
//! A file whose last column is `expected` holds results; one whose last column is `notes` holds calls that
//! must be refused. `cargo test --test vectors -- --nocapture` shows how many rows ran.

#![cfg(test)]

use std::{env, fs, path::PathBuf};

use chrono::{Datelike, Days, NaiveDate};
use followthrough::calendar::{OutOfRange, WorkCalendar, WorkWeek, WorkWeekError};

/// One call of a spreadsheet function, as text.
struct Row {
    case: String,
    function: String,
    start: String,
    days_or_end: String,
    mask: String,
    holidays: String,
    /// The expected result, or notes on the expected error.
    last: String,
}

struct File {
    name: String,
    last_column: String,
    rows: Vec<Row>,
}

impl Row {
    fn read(line: &str) -> Self {
        let cells: Result<[String; 7], _> = cells(line).try_into();
        let [case, function, start, days_or_end, mask, holidays, last] =
            cells.unwrap_or_else(|cells| panic!("seven cells, not {cells:?}"));
        Self { case, function, start, days_or_end, mask, holidays, last }
    }

    fn counts_days(&self) -> bool {
        self.function.starts_with("NETWORKDAYS")
    }

    /// What the calendar answers, as text in the manner of the files.
    fn answer(&self) -> String {
        let week = match WorkWeek::from_mask(&self.mask) {
            Ok(week) => week,
            Err(error) => return error.to_string(),
        };
        let calendar = WorkCalendar::new(week, self.holidays.split_whitespace().map(date));
        let start = date(&self.start);
        if self.counts_days() {
            let count = calendar.networkdays(start, date(&self.days_or_end));
            count.map_or_else(|error| error.to_string(), |count| count.to_string())
        } else {
            let days = self.days_or_end.parse().expect("a number of days");
            calendar.workday(start, days).map_or_else(|error| error.to_string(), |date| date.to_string())
        }
    }

    /// Some suites count nothing in a week without a working day; here such a week is refused.
    fn is_refused(&self) -> bool {
        self.mask == "1111111"
    }

    /// Some suites look only at the day of the month of the date they get.
    fn names_a_day_of_the_month(&self) -> bool {
        !self.counts_days() && self.last.len() <= 2
    }

    fn is_met(&self) -> bool {
        let answer = self.answer();
        if self.is_refused() {
            answer == WorkWeekError::NothingWorked.to_string()
        } else if self.names_a_day_of_the_month() {
            answer.parse().is_ok_and(|date: NaiveDate| date.day().to_string() == self.last)
        } else {
            answer == self.last
        }
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("a date, not {text:?}"))
}

/// The cells of a line of CSV; in quotes a comma is text and a doubled quote a quote.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cells.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(character),
        }
    }
    cells
}

fn files(last_column: &str) -> Vec<File> {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")];
    folders.extend(env::var_os("FOLLOWTHROUGH_VECTORS").map(PathBuf::from));
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| {
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        })
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let mut rows = text.lines().map(Row::read);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        File { name, last_column: rows.next().unwrap().last, rows: rows.collect() }
    };
    paths.iter().map(read).filter(|file| file.last_column == last_column).collect()
}

#[test]
fn every_row_gives_the_expected_date_or_count() {
    let mut own = 0;
    for File { name, rows, .. } in files("expected") {
        let wrong: Vec<String> = rows
            .iter()
            .filter(|row| !row.is_met())
            .map(|row| {
                let Row { case, function, start, days_or_end, mask, holidays, .. } = row;
                let call = format!("{function}({start}, {days_or_end}, {mask:?}, {{{holidays}}})");
                format!("{case}: {call} gives {}, expected {}", row.answer(), row.last)
            })
            .collect();
        println!("{name}: {} of {} rows", rows.len() - wrong.len(), rows.len());
        let weeks = rows.iter().filter(|row| row.is_refused()).count();
        let days = rows.iter().filter(|row| row.names_a_day_of_the_month()).count();
        if weeks + days > 0 {
            println!(
                "  {weeks} by refusing a week without a working day, {days} by the day of the month alone"
            );
        }
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
        match name.as_str() {
            "workday_intl.csv" | "networkdays_intl.csv" => {
                assert_eq!(rows.len(), 2_000, "{name}");
                own += rows.len();
            }
            "peers.csv" => assert_eq!(rows.len(), 347),
            _ => {}
        }
    }
    assert!(own >= 4_000, "{own} of 4,000 rows");
}

/// What a call that must fail asks of the calendar, judged by the row alone.
enum Refusal {
    /// A mask without a working day.
    Mask,
    /// A weekend code, which the notes name since the mask column cannot. One that is no `u8` the type refuses.
    Code(i64),
    /// An end given as a spreadsheet's serial number, of a date after the year 9999.
    End(u64),
    /// The recorded arguments are legal dates, days and masks, or are missing: what the suite objects to is
    /// the number or the type of the arguments, and such a call does not compile.
    NotExpressible,
}

impl Refusal {
    fn asked_by(row: &Row) -> Self {
        let code = ["weekend code ", "weekend="].iter().find_map(|before| {
            let (_, after) = row.last.split_once(before)?;
            after.split_whitespace().next()?.parse().ok()
        });
        match (code, row.days_or_end.parse()) {
            _ if row.mask == "1111111" => Self::Mask,
            (Some(code), _) => Self::Code(code),
            (None, Ok(serial)) if row.counts_days() => Self::End(serial),
            _ => Self::NotExpressible,
        }
    }
}

#[test]
fn calls_that_must_fail_are_refused_with_the_right_error() {
    for File { name, rows, .. } in files("notes") {
        let (mut masks, mut codes, mut wide_codes, mut ends, mut not_expressible) = (0, 0, 0, 0, 0);
        for row in &rows {
            let case = &row.case;
            match Refusal::asked_by(row) {
                Refusal::Mask => {
                    masks += 1;
                    assert_eq!(WorkWeek::from_mask(&row.mask), Err(WorkWeekError::NothingWorked), "{case}");
                }
                Refusal::Code(code) => match u8::try_from(code) {
                    Ok(code) => {
                        codes += 1;
                        assert_eq!(
                            WorkWeek::from_code(code),
                            Err(WorkWeekError::UnknownCode(code)),
                            "{case}"
                        );
                    }
                    Err(_) => wide_codes += 1,
                },
                Refusal::End(serial) => {
                    ends += 1;
                    let end = date("1899-12-30") + Days::new(serial);
                    let count = WorkCalendar::default().networkdays(date(&row.start), end);
                    assert_eq!(count, Err(OutOfRange::Given(end)), "{case}");
                }
                Refusal::NotExpressible => not_expressible += 1,
            }
        }
        println!(
            "{name}: {} rows refused ({masks} masks, {codes} codes, {ends} dates), {} not expressible \
             ({wide_codes} codes that are no u8, {not_expressible} wrong in number or type of arguments)",
            masks + codes + ends,
            wide_codes + not_expressible,
        );
        assert_eq!(masks + codes + ends + wide_codes + not_expressible, rows.len(), "{name}");
        if name == "peers_errors.csv" {
            assert_eq!([masks, codes, wide_codes, ends, rows.len()], [4, 4, 4, 1, 89]);
        }
    }
}

#[test]
fn quotes_in_a_file_are_read() {
    assert_eq!(cells(r#"a,"b, ""c""",,d"#), ["a", r#"b, "c""#, "", "d"]);
}
