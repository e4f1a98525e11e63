//! What cases are made of: whole inputs of each kind, small ones, and words that readers listen to.

use std::fs;
use std::path::Path;

use followthrough::exchange::{
    Format, Outgoing, TableColumns, Wanted, answer, export_json, import_json, write,
};
use followthrough::plan::Plan;
use followthrough::roster::Workspace;
use followthrough::schedule::Schedule;
use followthrough::store::PlanId;
use followthrough::store::{Record, Revision, TabId, VersionVector};

use crate::fixtures::{date, full_plan};

/// What a reader is fed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Stored,
    Record,
    File,
    Calendar,
    Wait,
    List,
    Holidays,
    Answer,
    People,
    RosterFile,
    Link,
    Sheet,
    Team,
}

const STORED: [&str; 8] = [
    include_str!("../fixtures/plan-v1.json"),
    include_str!("../fixtures/plan-v2.json"),
    include_str!("../fixtures/plan-v3.json"),
    include_str!("../fixtures/plan-v4.json"),
    include_str!("../fixtures/plan-v4-archived.json"),
    SMALL_V1,
    SMALL_V3,
    SMALL_V4,
];

pub const PEOPLE: &str = include_str!("../fixtures/people-v1.json");

const CONTACTS: &str = include_str!("../fixtures/contacts-v1.json");

const SMALL_PEOPLE: &str = r#"{"format":"followthrough-people","version":1,"chunks":[{"number":0,"contacts":2}],"roster":{"lastContact":3,"lastVersion":1,"availabilities":[{"person":2,"absences":[{"first":"2026-10-05","last":"2026-10-06","cover":{"person":3}}]}],"countries":[{"code":"AT","name":"Austria","through":2027,"days":[{"date":"2026-10-26"}]}],"versions":[{"id":1,"audience":"prospect","steps":[{"id":4,"what":"Call","delay":{"count":0,"unit":"working-days","from":"start"},"readiness":"ready"}],"gone":[4]}]}}"#;

const SMALL_CONTACTS: &str = r#"{"format":"followthrough-contacts","version":1,"chunk":0,"contacts":[{"id":1,"name":"Ann","country":"AT","enrolments":[{"audience":"prospect","start":"2026-10-01","facts":[{"step":40,"on":"2026-10-02","fate":"tried","times":1}],"end":{"on":"2026-10-09","exit":"bought","amount":"12"}}]},{"id":3,"name":"","touchpoints":[{"id":1,"on":"2026-10-02","way":"answered","answered":"2026-10-03"}],"optedOut":"2026-10-04"}]}"#;

const SMALL_V1: &str = r#"{"format":"followthrough","version":1,"state":"open","stamp":{"revision":3,"tab":"a"},"plan":{"origin":"own","name":"Small","business":"","currency":"USD","reasons":[],"statements":{"prospect":"","customer":""},"goals":[{"id":1,"text":"Trust","benefit":"contact","actions":[{"id":2,"text":"a card"}]}],"sequences":{"prospect":{"steps":[{"id":3,"what":"Call","delay":{"count":0,"unit":"working-days","from":"start"},"readiness":"ready","action":2},{"id":4,"what":"Write","delay":{"count":2,"unit":"weeks","from":"previous-step"},"readiness":"to-prepare"}]},"customer":{"steps":[]}},"runs":{"prospect":{"start":"2026-11-23"},"customer":{}},"workWeek":"0000011","holidays":[],"people":[]}}"#;

const SMALL_V3: &str = r#"{"format":"followthrough","version":3,"state":"open","stamp":{"revision":9,"tab":"b"},"after":{"revision":8,"tab":"a"},"plan":{"origin":"own","name":"Small","business":"","currency":"EUR","reasons":["age"],"statements":{"prospect":"Home.","customer":""},"goals":[],"sequences":{"prospect":{"steps":[{"id":3,"what":"Call","delay":{"count":10,"unit":"working-days","from":{"event":7},"way":"before"},"window":{"slack":4,"weekdays":"1010111","eves":"avoided"},"attempts":{"count":3,"gap":2},"readiness":"ready"},{"id":4,"what":"Write","delay":{"count":2,"unit":"months","from":{"step":3}},"onlyAfter":{"step":3,"outcome":"reached"},"readiness":"to-prepare"}]},"customer":{"steps":[]}},"runs":{"prospect":{"start":"2026-11-23","marks":[{"step":3,"on":"2026-11-24","fate":"tried","times":1}]},"customer":{}},"workWeek":"1000001","holidays":[{"date":"2026-12-25","name":"Christmas"}],"events":[{"id":7,"name":"Fair","date":"2027-02-28"}],"people":[],"leftAlone":[{"finding":"no-tool 3","print":7}]}}"#;

const SMALL_V4: &str = r#"{"format":"followthrough","version":4,"state":"archived","revision":{"number":2,"tab":"b"},"after":{"number":1,"tab":"a"},"plan":{"origin":"example","name":"Small","business":"","dealValue":"1200.50","currency":"EUR","reasons":[],"statements":{"prospect":"","customer":""},"goals":[],"sequences":{"prospect":{"steps":[]},"customer":{"trigger":"Bought","steps":[{"id":1,"what":"Thank","delay":{"count":1,"unit":"calendar-days","from":{"date":"2027-03-28"},"direction":"before"},"window":{"latest":{"count":3,"unit":"weeks"}},"who":{"person":2},"readiness":"ready"}]}},"runs":{"prospect":{},"customer":{"start":"2026-12-31"}},"workWeek":"0000011","holidays":[],"closures":[{"first":"2027-01-01","last":"2027-01-03","who":2}],"yearlyClosures":[{"name":"Eve","day":{"kind":"easter","easter":"western","days":2,"direction":"before"},"days":1,"observed":"lost"},{"day":{"kind":"nth","nth":5,"weekday":"monday","month":2},"days":2,"observed":"next-workday"}],"people":[{"id":2,"name":"Ann"}]}}"#;

/// A list with two of our tasks, one of them ticked off: named, and told.
const TEAM: [&str; 2] = [
    "<?xml version='1.0' encoding='utf-8'?>\n<multistatus xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><response><href>/dav/ann/tasks/</href><propstat><prop><getetag>\"a\"</getetag><resourcetype><C:calendar /><collection /></resourcetype><C:supported-calendar-component-set><C:comp name=\"VTODO\" /></C:supported-calendar-component-set></prop><status>HTTP/1.1 200 OK</status></propstat></response><response><href>/dav/ann/tasks/followthrough-a-task-s1.ics</href><propstat><prop><getetag>W/\"b\"</getetag><resourcetype /></prop><status>HTTP/1.1 200 OK</status></propstat></response><response><href>/dav/ann/tasks/followthrough-a-task-s2.ics</href><propstat><prop><getetag>\"c&amp;\"</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>",
    "<multistatus xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><response><href>/dav/ann/tasks/followthrough-a-task-s1.ics</href><propstat><prop><getetag>\"b\"</getetag><C:calendar-data>BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTODO\nUID:a-s1@tasks.followthrough\nDTSTAMP:20261122T093000Z\nCOMPLETED:20261128T131309Z\nDUE;VALUE=DATE:20261203\nSEQUENCE:2\nSTATUS:COMPLETED\nSUMMARY:Call\nDESCRIPTION:Why\\, and\n  how\nX-FOLLOWTHROUGH-SAID:1a2b3c4d.1a2b3c4d.3.20261203\nBEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM\nEND:VTODO\nEND:VCALENDAR\n</C:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response><response><href>/dav/ann/tasks/followthrough-a-task-s2.ics</href><propstat><prop><getetag>\"c\"</getetag><C:calendar-data><![CDATA[BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a-s2@tasks.followthrough\nDUE:20261203T090000Z\nSTATUS:NEEDS-ACTION\nSUMMARY:Write\nEND:VTODO\nEND:VCALENDAR]]></C:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>",
];

const CALENDARS: [&str; 2] = [
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270103\r\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;COUNT=5\r\nEXDATE;VALUE=DATE:20280101\r\nSUMMARY:New Year\r\n holiday\r\nCLASS:PUBLIC\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270601T000000\nDURATION:P1W\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR,2MO;UNTIL=20291231;WKST=SU\nSUMMARY;LANGUAGE=de:Stra\u{df}enfest\nTRANSP:OPAQUE\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nRECURRENCE-ID;VALUE=DATE:20270601\nDTSTART;VALUE=DATE:20270602\nEND:VEVENT\nEND:VCALENDAR\n",
];

const WAITS: [&str; 34] = [
    "3 days",
    "within a fortnight",
    "10 days before the renewal",
    "2 weeks after step 1, on a Monday",
    "between 3 and 5 working days",
    "the day after tomorrow",
    "on 1 Sep 2027",
    "01.09.2027",
    "2027-02-30",
    "at the latest 3 months after the start",
    "same day",
    "half a year",
    "1.5 weeks",
    "-3 days",
    "every week",
    "3 days after step 2's last try",
    "before “Spring fair”: 10 days",
    "next tuesday",
    "mon/wed, not before a holiday",
    "in a month, best on a Friday",
    "a week and two days",
    "up to 4 weeks",
    "straight away",
    "10am",
    "twenty-two days",
    "the first of May",
    "day of the renewal",
    "5d",
    "2w",
    "1 calendar month",
    "no later than 3 days",
    "999 months",
    "1000 days",
    "3 days after the holiday party",
];

const LISTS: [&str; 8] = [
    "call next day\ne-mail with prices in 3 days, Ben\nletter after two weeks\nif no answer: call again a week later",
    "1. Call – by phone, Ann Miller\n2. [ ] Send offer (within 2 days)\n• Visit; on 1 March",
    "Step\tWhat\tWhen\tWho\n1\tCall\tnext day\tBen\n2\tWrite\t3 days after step 1\tAnn",
    "call · letter · e-mail in 3 dyas",
    "“call, in 3 days”\nsend ‹in 2 weeks› a card, me\nif they reply: visit",
    "\"a, b\"\tphone\t\"3 days\"\n\n\n-\n*",
    "letter 10 days before the Spring fair\nif they say no: nothing, the assistant",
    "Donnerstag anrufen\nпозвонить\nاتصل\n打电话 3 days",
];

/// Words that readers listen to, to be put anywhere.
pub const WORDS: &[&str] = &[
    "after",
    "before",
    "within",
    "between",
    "and",
    "to",
    "or",
    "the",
    "a",
    "in",
    "on",
    "from",
    "next",
    "last",
    "step",
    "start",
    "days",
    "day",
    "weeks",
    "months",
    "working",
    "calendar",
    "year",
    "tomorrow",
    "today",
    "renewal",
    "Spring fair",
    "monday",
    "fri",
    "not",
    "best",
    "holiday",
    "if",
    "no answer",
    "they reply",
    "by phone",
    "e-mail",
    "letter",
    "Ben",
    "Ann Miller",
    "me",
    "assistant",
    "1",
    "2",
    "0",
    "-1",
    "1.5",
    "999",
    "1000",
    "4294967296",
    "99999999999999999999",
    "half",
    "twenty",
    "½",
    "①",
    "٣",
    "。",
    "“",
    "”",
    "‹",
    "›",
    "\"",
    "'",
    ",",
    ";",
    ":",
    ".",
    "·",
    "–",
    "\t",
    "\n",
    "\r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "\u{1}",
    "e\u{301}",
    "👩‍🍳",
    "İ",
    "ß",
    "ﬁ",
    "29 February",
    "31 Feb",
    "2027-02-29",
    "1.2.2027",
    "24. 12.",
    "10am",
    "last try of",
    "{",
    "}",
    "[",
    "]",
    "null",
    "true",
    "\\u0000",
    "\\ud800",
    "1e999",
    "2400-01-01",
    "1799-12-31",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "RRULE:",
    "FREQ=DAILY",
    "FREQ=YEARLY",
    "BYDAY=MO",
    "BYMONTHDAY=-1",
    "BYSETPOS=1",
    "BYYEARDAY=366",
    "BYWEEKNO=53",
    "COUNT=9999",
    "INTERVAL=0",
    "UNTIL=99991231",
    "RDATE:",
    "EXDATE:",
    "DTSTART:",
    "DURATION:P9999999999W",
    "TZID=",
    "20270101",
    "20270101T000000Z",
];

/// Texts that stand where others stood, in a tree.
pub const HOSTILE: &[&str] = &[
    "",
    " ",
    "\0",
    "\u{7}",
    "\u{202e}gnp",
    "<script>",
    "=1+1",
    "2026-02-30",
    "9999-12-31",
    "-0",
    "1e5",
    "previous-step",
    "start",
    "before",
    "sideways",
    "0000000",
    "1111111",
    "USD",
    "usd",
    "values-0000000G",
    "facts-00000007",
    "open",
    "ready",
    "no-tool 3",
    "no-tool 99999999999",
    "\u{1f950}",
    "İstanbul",
];

pub const NUMBERS: &[u64] = &[
    0,
    1,
    2,
    7,
    12,
    13,
    31,
    32,
    100,
    255,
    256,
    999,
    1000,
    65_535,
    65_536,
    999_999_999,
    1_000_000_000,
    1_000_000_001,
    4_294_967_295,
    4_294_967_296,
    u64::MAX,
];

fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|its| its == ending));
    files.sort();
    assert!(!files.is_empty(), "{} holds no such files", folder.display());
    files.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

fn bytes(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn records() -> Vec<Vec<u8>> {
    let revision = |number, tab| Revision { number, tab: TabId::parse(tab).unwrap() };
    let mut lineage = VersionVector::new(revision(7, "tab-b"));
    lineage.advance(revision(9, "a"));
    let texts = STORED.into_iter().map(|text| Some(text.to_owned())).chain([None]);
    texts.map(|text| Record { lineage: lineage.clone(), text }.write().into_bytes()).collect()
}

fn exported() -> Vec<Vec<u8>> {
    let on = date("2026-11-22");
    let mut files: Vec<Vec<u8>> = [full_plan(), Plan::blank()]
        .iter()
        .map(|plan| export_json(plan, &Schedule::of(plan), on).into_bytes())
        .collect();
    files.extend(bytes(&[
        include_str!("../fixtures/export-v1.json"),
        include_str!("../fixtures/export-v3.json"),
    ]));
    files.extend(bytes(&STORED));
    files
}

/// The whole inputs of a kind. The first ones are small: most cases are made of those.
pub fn of(kind: Kind) -> Vec<Vec<u8>> {
    let mut corpus = match kind {
        Kind::Stored => bytes(&STORED),
        Kind::Record => records(),
        Kind::File => exported(),
        Kind::Calendar => {
            let mut all = bytes(&CALENDARS);
            all.extend(files("tests/cases/calendars", "ics"));
            all.extend(files("tests/calendars/files", "ics").into_iter().filter(|file| file.len() < 6_000));
            all
        }
        Kind::Wait => bytes(&WAITS),
        Kind::List => bytes(&LISTS),
        Kind::Holidays => {
            let small = |file: &Vec<u8>| file.len() < 4_000;
            files("assets/holidays", "json").into_iter().filter(small).take(30).collect()
        }
        Kind::Answer => {
            let file = CALENDARS[0].as_bytes();
            let requests =
                ["calendar 2026 2028", "recipes 2026-11-23", "recipe first-meeting 0 0 0 12 opening"];
            let answers = requests.map(|request| answer(request, file).into_bytes());
            let mut all = bytes(&requests);
            all.extend(answers.into_iter().filter(|answer| answer.len() < 20_000));
            all
        }
        Kind::People => bytes(&[PEOPLE, CONTACTS, SMALL_PEOPLE, SMALL_CONTACTS]),
        Kind::RosterFile => bytes(&[include_str!("../fixtures/roster-v1.json")]),
        Kind::Link => {
            let mut all = bytes(&[include_str!("../fixtures/export-v4.json")]);
            all.push(
                [
                    include_str!("../fixtures/export-v4.json"),
                    "\0",
                    include_str!("../fixtures/roster-v1.json"),
                ]
                .concat()
                .into_bytes(),
            );
            all
        }
        Kind::Sheet => sheets(),
        Kind::Team => bytes(&TEAM),
    };
    corpus.sort_by_key(Vec::len);
    corpus
}

/// What a server says that names the entries of the list.
pub fn listed() -> &'static str {
    TEAM[0]
}

/// The plan whose spreadsheets come back.
pub fn plan_of_sheets() -> Plan {
    import_json(include_bytes!("../fixtures/export-v4.json")).unwrap()
}

/// Its files, and some of others.
fn sheets() -> Vec<Vec<u8>> {
    let today = date("2026-11-27");
    let outgoing = Outgoing {
        id: PlanId::parse("a").unwrap(),
        workspace: Workspace::new(plan_of_sheets()),
        today,
        moment: today.and_hms_opt(9, 0, 0).unwrap(),
        wanted: Wanted::default(),
        columns: TableColumns::default(),
        memory: String::new(),
    };
    let mut all: Vec<_> = [Format::Spreadsheet, Format::Table, Format::Cells]
        .map(|format| write(format, &outgoing).bytes)
        .into();
    all.extend(bytes(&[
        "Task;When;Owner\nCall;2 days;Ann\n",
        "Step,What,Who,Done on\n1,Call,Ann,2026-11-24\n",
    ]));
    all
}
