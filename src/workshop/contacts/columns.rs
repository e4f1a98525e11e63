//! What the columns of a pasted text hold: by their headings, else by what stands in them.

use super::cells::Row;
use super::{persons, starts};
use crate::plan::in_small_letters;
use crate::roster::Workspace;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The whole name.
    Name,
    /// The first name.
    FirstName,
    /// The family name.
    LastName,
    /// An e-mail address.
    Mail,
    /// A phone number.
    Phone,
    /// A postal address, or a town.
    Address,
    /// The group they belong to.
    Segment,
    /// Who looks after them (B7).
    Owner,
    /// The country whose holidays count (B13).
    Country,
    /// The day they start (B1).
    Start,
    /// The event that sets it off (B1).
    Event,
    /// Notes.
    Note,
    /// Nothing that is taken.
    LeftOut,
}

impl Column {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Mail,
        Self::Phone,
        Self::Address,
        Self::Segment,
        Self::Owner,
        Self::Country,
        Self::Start,
        Self::Event,
        Self::Note,
        Self::LeftOut,
    ];

    /// What people call it at the head of a column.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["name", "full name", "contact", "contact name", "person", "customer", "lead"],
            Self::FirstName => &["first name", "first", "given name", "forename"],
            Self::LastName => &["last name", "last", "surname", "family name"],
            Self::Mail => {
                &["e-mail", "email", "mail", "e-mail address", "email address", "mail address", "e mail"]
            }
            Self::Phone => &[
                "phone",
                "phone number",
                "phone no",
                "telephone",
                "tel",
                "tel no",
                "mobile",
                "mobile number",
                "cell",
                "number",
            ],
            Self::Address => &["address", "street", "city", "town", "place"],
            Self::Segment => &["segment", "group", "type", "industry", "trade", "region", "company"],
            Self::Owner => &["owner", "who", "responsible", "assigned to", "salesperson", "rep"],
            Self::Country => &["country", "holidays"],
            Self::Start => &["start", "date", "since", "met", "day"],
            Self::Event => &["event", "source", "came from", "how", "trigger", "where"],
            Self::Note => &["note", "notes", "comment", "comments", "remark", "remarks"],
            Self::LeftOut => &[],
        }
    }
}

/// Words that say at the head of a column when somebody turned up: `Started on`, `Date of enquiry`, `Client since`.
const TURNED_UP: [&str; 17] = [
    "add",
    "added",
    "begin",
    "begins",
    "contacted",
    "created",
    "enquired",
    "enquiry",
    "inquired",
    "inquiry",
    "joined",
    "met",
    "since",
    "signed",
    "start",
    "started",
    "starts",
];

/// Words that may stand beside them.
const BESIDE: [&str; 15] = [
    "at", "client", "contact", "customer", "date", "day", "first", "from", "lead", "member", "of", "on",
    "the", "up", "when",
];

/// What each column holds, and whether the first line says so.
pub(super) fn recognised(rows: &[Row], workspace: &Workspace) -> (Vec<Column>, bool) {
    let count = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let Some(first) = rows.first() else { return (Vec::new(), false) };
    let said: Vec<Option<Column>> = first.cells.iter().map(|cell| headed(cell)).collect();
    let (known, all) = (said.iter().flatten().count(), first.cells.iter().filter(|it| !it.trim().is_empty()));
    // A heading for most columns; a lone one must be a word that nobody is called.
    let has_heading = known > 0 && known * 2 >= all.count();
    let body = if has_heading { &rows[1..] } else { rows };
    let mut columns: Vec<Column> = Vec::with_capacity(count);
    for at in 0..count {
        let said = if has_heading { said.get(at).copied().flatten() } else { None };
        let said = said.filter(|column| !columns.contains(column));
        let cells: Vec<&str> =
            body.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim()).collect();
        let column = match (said, has_heading) {
            (Some(column), _) => column,
            // What has a heading that says nothing is left out, rather than taken for something; but an address or a number
            // tells what it is.
            (None, true) => match by_content(&cells, &columns, workspace) {
                told @ (Column::Mail | Column::Phone) => told,
                _ => Column::LeftOut,
            },
            (None, false) => by_content(&cells, &columns, workspace),
        };
        columns.push(column);
    }
    (columns, has_heading)
}

fn headed(cell: &str) -> Option<Column> {
    let folded = in_small_letters(cell.trim().trim_end_matches([':', '.']).trim());
    let is_start = || {
        let mut words = folded.split([' ', '-', '_']);
        let is_known = |word: &str| TURNED_UP.contains(&word) || BESIDE.contains(&word);
        let is_told = |word: &str| TURNED_UP.contains(&word);
        words.clone().all(is_known) && (words.any(is_told) || folded.contains("first contact"))
    };
    let found = Column::ALL.into_iter().find(|column| column.headings().contains(&folded.as_str()));
    found.or_else(|| is_start().then_some(Column::Start))
}

fn by_content(cells: &[&str], taken: &[Column], workspace: &Workspace) -> Column {
    let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    let most = |is_so: &dyn Fn(&str) -> bool| {
        let count = filled.iter().filter(|cell| is_so(cell)).count();
        count > 0 && count * 2 > filled.len()
    };
    let is_person = |cell: &str| persons::person(&workspace.plan, cell).is_some();
    let is_country = |cell: &str| persons::country(&workspace.roster, cell).is_some();
    let found = if most(&is_mail) {
        Column::Mail
    } else if most(&starts::is_like_date) {
        Column::Start
    } else if most(&is_phone) {
        Column::Phone
    } else if most(&is_country) {
        Column::Country
    } else if taken.contains(&Column::Name) && most(&is_person) {
        Column::Owner
    } else {
        let rest = [Column::Name, Column::Segment, Column::Address, Column::Note];
        rest.into_iter().find(|column| !taken.contains(column)).unwrap_or(Column::LeftOut)
    };
    if taken.contains(&found) { Column::LeftOut } else { found }
}

/// A name and the address behind it, as mail programs write them: `Ann Archer <ann@example.com>`.
pub(super) fn with_mail(cell: &str) -> Option<(String, &str)> {
    let (name, mail) = cell.trim().strip_suffix('>')?.rsplit_once('<')?;
    let name = name.trim().trim_matches('"').trim();
    // `Archer, Ann`
    let name = match name.split_once(',') {
        Some((last, first)) if !first.contains(',') => format!("{} {}", first.trim(), last.trim()),
        _ => name.to_owned(),
    };
    (is_mail(mail.trim()) && !name.contains(['<', '>'])).then(|| (name, mail.trim()))
}

pub(super) fn is_mail(cell: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
    cell.split_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host) && host.contains('.'))
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_in_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.' | ' ');
    digits >= 6 && cell.chars().all(is_in_number)
}
