//! Every way in is given what would break it: nothing, very much, what unpacks to far more, what names itself over and over,
//! broken letters, wrong kinds of values, nesting without end. It answers with a sentence, soon and in bounds.

#![cfg(test)]

mod fixtures;

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use fixtures::{date, full_plan, outgoing};
use followthrough::exchange::{
    BackAnswer, Format, LINK, answer, calendar_answer, compare, export_json, from_link, holiday_list,
    holiday_set, import_json, import_roster, packed_in, packed_in_page, steps_answer, write,
};
use followthrough::schedule::Schedule;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const TODAY: &str = "2026-12-10";

/// What an answer may take; without optimisation the same work takes ten times as long.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// And how much memory, the file itself not counted.
const MOST_BYTES: u64 = 64 << 20;

/// A way in: what it says of bytes, an empty text where it takes them.
type Reader = (&'static str, fn(&[u8]) -> String);

/// Those that nothing here is whole enough for.
const REFUSING: [&str; 3] = ["plan", "people", "inside of a link"];

const READERS: [Reader; 9] = [
    ("plan", |bytes| import_json(bytes).map_or_else(|error| error.to_string(), |_| String::new())),
    ("people", |bytes| import_roster(bytes).map_or_else(|error| error.to_string(), |_| String::new())),
    ("spreadsheet", |bytes| match compare(bytes, &full_plan(), date(TODAY), &[]) {
        BackAnswer::Refused(reason) => reason,
        _ => String::new(),
    }),
    ("calendar", |bytes| match calendar_answer(&answer("calendar 2026 2029", bytes)) {
        Some(found) => found.err().unwrap_or_default(),
        None => panic!("no answer"),
    }),
    ("inside of a link", |bytes| from_link(bytes).map_or_else(|error| error.to_string(), |_| String::new())),
    ("address of a link", |bytes| {
        let route = format!("{LINK}{}", String::from_utf8_lossy(bytes));
        packed_in(&route).map_or_else(|error| error.to_string(), |_| String::new())
    }),
    ("planner in one file", |bytes| {
        packed_in_page(bytes).map_or_else(|error| error.to_string(), |_| String::new())
    }),
    ("set of holidays", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        _ = holiday_list(&text);
        holiday_set(&text, "DE", 2026).map_or_else(|error| error.to_string(), |_| String::new())
    }),
    ("recipe", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        // It is asked for by the page and answered by its own program: what is none is nothing.
        assert!(answer(&text, bytes).is_empty() || steps_answer(&text).is_none());
        String::new()
    }),
];

fn packed(parts: &[(&str, &[u8], usize)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, piece, times) in parts {
        zip.start_file(*name, options).unwrap();
        (0..*times).for_each(|_| zip.write_all(piece).unwrap());
    }
    zip.finish().unwrap().into_inner()
}

/// One entity that stands for many of the one before.
fn laughs() -> String {
    let mut text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">".to_owned();
    for level in 1..30 {
        let before = format!("&e{};", level - 1).repeat(10);
        write!(text, "<!ENTITY e{level} \"{before}\">").unwrap();
    }
    text + "]><a>&e29;</a>"
}

const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

fn workbook(sheet: &[u8], times: usize) -> Vec<u8> {
    packed(&[
        ("xl/_rels/workbook.xml.rels", RELS.as_bytes(), 1),
        ("xl/workbook.xml", BOOK.as_bytes(), 1),
        ("xl/worksheets/sheet1.xml", sheet, times),
    ])
}

fn ods(content: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", 1),
        ("content.xml", content.as_bytes(), 1),
    ])
}

fn ods_table(rows: &str) -> Vec<u8> {
    ods(&format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    ))
}

/// What is thrown at every way in, by name.
fn inputs() -> Vec<(String, Vec<u8>)> {
    const MEGA: usize = 1 << 20;
    let plan = full_plan();
    let whole = export_json(&plan, &Schedule::on(&plan, date(TODAY)), date(TODAY));
    let sheet = write(Format::Spreadsheet, &outgoing(&plan, TODAY)).bytes;
    let deep = |open: &str, close: &str| open.repeat(200_000) + &close.repeat(200_000);
    let row =
        |cells: &str| format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
    let far_ods = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>"#;
    let mut all: Vec<(String, Vec<u8>)> = [
        ("nothing", Vec::new()),
        ("white space", b" \r\n\t ".to_vec()),
        ("50 MB of noughts", vec![0; 50 * MEGA]),
        ("4 MB of commas", vec![b','; 4 * MEGA]),
        ("4 MB of lines", b"a;b\n".repeat(MEGA)),
        ("4 MB of brackets", vec![b'['; 4 * MEGA]),
        ("4 MB of days off", b"BEGIN:VEVENT\n".repeat(4 * MEGA / 13)),
        ("4 MB of quotes", b"\"\"".repeat(2 * MEGA)),
        ("broken letters", vec![0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, b'{', 0xf5]),
        ("half a letter", [whole.as_bytes(), &[0xe2, 0x82]].concat()),
        (
            "a surrogate by number",
            br#"{"format":"followthrough","version":4,"plan":{"name":"\ud800"}}"#.to_vec(),
        ),
        ("lists in lists", deep("[", "]").into_bytes()),
        ("objects in objects", deep("{\"plan\":", "}").into_bytes()),
        ("tags in tags", deep("<a>", "</a>").into_bytes()),
        ("an event in an event", deep("BEGIN:VEVENT\r\n", "END:VEVENT\r\n").into_bytes()),
        ("laughs", laughs().into_bytes()),
        ("a list", b"[]".to_vec()),
        ("a number", b"1e999999".to_vec()),
        ("nothing by name", b"null".to_vec()),
        (
            "a page",
            b"<!doctype html><html><template id=\"one-plan\" data-plan=\"\"></template></html>".to_vec(),
        ),
        ("a page cut short", b"<!doctype html><html><template id=\"one-plan\" data-plan=\"abc".to_vec()),
        ("a bomb of noughts", packed(&[("xl/workbook.xml", &[0; MEGA], 64)])),
        ("a bomb in a sheet", workbook(&[b' '; MEGA], 64)),
        ("a bomb in a table", packed(&[("content.xml", &[b' '; MEGA], 64)])),
        ("very many parts", {
            let names: Vec<_> = (0..5_000).map(|at| format!("xl/{at}.xml")).collect();
            packed(&names.iter().map(|name| (name.as_str(), &b"a"[..], 1)).collect::<Vec<_>>())
        }),
        ("laughs in a workbook", workbook(laughs().as_bytes(), 1)),
        (
            "laughs in the list of sheets",
            packed(&[
                ("xl/_rels/workbook.xml.rels", RELS.as_bytes(), 1),
                ("xl/workbook.xml", laughs().as_bytes(), 1),
            ]),
        ),
        ("laughs in a table", ods(&laughs())),
        ("tags in tags of a workbook", workbook(deep("<a>", "</a>").as_bytes(), 1)),
        ("tags in tags of a table", ods(&deep("<a>", "</a>"))),
        ("cells that repeat without end", ods_table(far_ods)),
        ("rows that repeat without end", ods_table(&far_ods.repeat(200))),
        ("a cell far out", workbook(row(r#"<c r="XFD1048576" t="str"><v>a</v></c>"#).as_bytes(), 1)),
        ("a cell beyond", workbook(row(r#"<c r="ZZZZZZZZZZ99999999999"><v>1</v></c>"#).as_bytes(), 1)),
        ("a text that is not there", workbook(row(r#"<c r="A1" t="s"><v>4294967295</v></c>"#).as_bytes(), 1)),
        (
            "a number that is none",
            workbook(row(r#"<c r="A1"><v>1e999</v></c><c r="B1" t="b"><v>x</v></c>"#).as_bytes(), 1),
        ),
        ("very many cells", workbook(row(&r#"<c><v>1</v></c>"#.repeat(1_000_000)).as_bytes(), 1)),
        ("a workbook cut short", sheet[..sheet.len() / 2].to_vec()),
        ("a workbook without its end", sheet[..sheet.len() - 30].to_vec()),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into();
    // Every kind of value in the place of every other, in what is otherwise a plan.
    for (from, to) in [
        ("\"version\": 4", "\"version\": \"4\""),
        ("\"version\": 4", "\"version\": -1"),
        ("\"version\": 4", "\"version\": 1e400"),
        ("\"goals\": [", "\"goals\": [[[]],"),
        ("\"name\": \"", "\"name\": [], \"business\": \""),
        ("\"id\": 1,", "\"id\": 4294967296,"),
        ("\"id\": 1,", "\"id\": null,"),
    ] {
        if let Some(at) = whole.find(from) {
            let changed = [&whole[..at], to, &whole[at + from.len()..]].concat();
            all.push((format!("{from} as {to}"), changed.into_bytes()));
        }
    }
    all
}

/// What is wrong with what a way in does with an input.
fn fault(read: fn(&[u8]) -> String, input: &[u8], refuses: bool) -> Option<String> {
    let began = Instant::now();
    let mut outcome = Ok(String::new());
    let asked = allocation_counter::measure(|| {
        outcome = catch_unwind(AssertUnwindSafe(|| read(input)));
    });
    let took = began.elapsed();
    let said = match outcome {
        Ok(said) => said,
        Err(_) => return Some("it panics".to_owned()),
    };
    if !said.is_empty() && (!said.ends_with('.') || said.contains(char::is_control) || said.len() > 1_000) {
        return Some(format!("it says {said:?}"));
    }
    if refuses && said.is_empty() {
        return Some("it is taken".to_owned());
    }
    if took > LONGEST {
        return Some(format!("it took {took:.1?}"));
    }
    (asked.bytes_max > MOST_BYTES).then(|| format!("it took {} MiB", asked.bytes_max >> 20))
}

#[test]
fn every_way_in_answers_soon_in_bounds_and_in_a_sentence() {
    let inputs = inputs();
    let mut faults = Vec::new();
    for (reader, read) in READERS {
        for (name, input) in &inputs {
            if let Some(fault) = fault(read, input, REFUSING.contains(&reader)) {
                faults.push(format!("{reader}, {name}: {fault}"));
            }
        }
    }
    println!("{} inputs, {} ways in", inputs.len(), READERS.len());
    assert!(faults.is_empty(), "{faults:#?}");
}
