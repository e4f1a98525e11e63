//! What leaves for another program, and what it becomes.

use std::fmt::Write as _;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Format, RosterFileError, TableColumns, export_json, export_roster, import_json, import_roster};
use crate::plan::{PersonId, Responsible};
use crate::roster::{ContactId, Workspace};
use crate::schedule::Schedule;
use crate::store::PlanId;

/// A plan and its people as they are when they leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The plan's name in this browser: with it what is exported twice is known again.
    pub id: PlanId,
    /// The plan; the people as well where they are wanted.
    pub workspace: Workspace,
    /// The day it is where the person is.
    pub today: NaiveDate,
    /// This moment in UTC.
    pub moment: NaiveDateTime,
    /// What is wanted of it.
    pub wanted: Wanted,
    /// The columns of a table.
    pub columns: TableColumns,
    /// What the same format remembered of the export before ([`Written::memory`]); empty for the first.
    pub memory: String,
}

/// What is wanted of a plan that leaves. Formats pass over what they have no use for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The steps of every contact rather than those of the two sequences alone.
    pub people: bool,
    /// Only those of one contact.
    pub contact: Option<ContactId>,
    /// Only what one person does (B7).
    pub who: Option<Responsible>,
    /// Tasks to tick off rather than days in the calendar.
    pub tasks: bool,
    /// The hour of the day at which one wants to be reminded, 0 to 23.
    pub alarm: Option<u8>,
    /// Only what is not as it was at the export before.
    pub changes: bool,
    /// The mark at the beginning by which old spreadsheets know the letters.
    pub mark: bool,
}

/// A file for another program; nothing in it where there is nothing to hand over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is to be known of it, in sentences: what was left out.
    pub notes: Vec<String>,
    /// What the format wants to know at the next export of this plan.
    pub memory: String,
}

impl Written {
    /// No file, and why.
    pub(super) fn nothing(why: &str) -> Self {
        Self { notes: vec![why.to_owned()], ..Self::default() }
    }
}

/// Parts those texts that travel together: none of them can hold it.
const PART: char = '\0';

impl Outgoing {
    /// How its request begins, apart from what belongs to it: the format, the day, the moment, the plan's name and
    /// what is wanted.
    pub(super) fn head(
        format: Format,
        id: &PlanId,
        today: NaiveDate,
        moment: &str,
        wanted: Wanted,
    ) -> String {
        format!("{} {today} {moment} {id}{}", format.facts().slug, wanted.to_text())
    }

    /// What belongs to a request: the plan, the people where they are wanted, the columns of a table, and what is
    /// remembered.
    ///
    /// # Errors
    /// [`RosterFileError`] where these are more people than travel at once.
    pub fn cargo(
        workspace: &Workspace,
        today: NaiveDate,
        wanted: Wanted,
        columns: &TableColumns,
        memory: &str,
    ) -> Result<String, RosterFileError> {
        let plan = export_json(&workspace.plan, &Schedule::on(&workspace.plan, today), today);
        let has_people = wanted.people || wanted.contact.is_some();
        let people = match has_people {
            true => export_roster(&workspace.roster, &workspace.plan, today)?,
            false => String::new(),
        };
        let columns = columns.to_text();
        Ok(format!("{plan}{PART}{people}{PART}{columns}{PART}{memory}"))
    }

    /// Reads both; `None` for anything else.
    pub(super) fn read(head: &[&str], cargo: &[u8]) -> Option<(Format, Self)> {
        let [format, today, moment, id, wanted @ ..] = head else { return None };
        let mut parts = str::from_utf8(cargo).ok()?.splitn(4, PART);
        let mut workspace = Workspace::new(import_json(parts.next()?.as_bytes()).ok()?);
        let people = parts.next()?;
        if !people.is_empty() {
            workspace.roster = import_roster(people.as_bytes()).ok()?.roster.into();
        }
        let outgoing = Self {
            id: PlanId::parse(id)?,
            workspace,
            today: NaiveDate::from_str(today).ok()?,
            moment: NaiveDateTime::parse_from_str(moment, "%Y-%m-%dT%H:%M:%S%.fZ").ok()?,
            wanted: Wanted::from_words(wanted)?,
            columns: TableColumns::from_text(parts.next()?)?,
            memory: parts.next()?.to_owned(),
        };
        Some((Format::from_slug(format)?, outgoing))
    }
}

impl Wanted {
    /// Which steps are wanted, and as what, whatever else is: an export is compared with those before it that wanted the same.
    pub(super) fn scope(self) -> String {
        let people = self.people || self.contact.is_some();
        Self { people, alarm: None, changes: false, mark: false, ..self }.to_text()
    }

    fn to_text(self) -> String {
        let mut text = String::new();
        let flags =
            [(self.people, "people"), (self.tasks, "tasks"), (self.changes, "changes"), (self.mark, "mark")];
        for (_, name) in flags.into_iter().filter(|(is_set, _)| *is_set) {
            // Writing to a text cannot fail.
            _ = write!(text, " {name}");
        }
        if let Some(ContactId(id)) = self.contact {
            _ = write!(text, " contact={id}");
        }
        if let Some(hour) = self.alarm {
            _ = write!(text, " alarm={hour}");
        }
        match self.who {
            Some(Responsible::Person(PersonId(id))) => _ = write!(text, " person={id}"),
            Some(role) => _ = write!(text, " role={}", role.slug()),
            None => {}
        }
        text
    }

    fn from_words(words: &[&str]) -> Option<Self> {
        let mut wanted = Self::default();
        for word in words {
            match word.split_once('=') {
                None => match *word {
                    "people" => wanted.people = true,
                    "tasks" => wanted.tasks = true,
                    "changes" => wanted.changes = true,
                    "mark" => wanted.mark = true,
                    _ => return None,
                },
                Some(("contact", id)) => wanted.contact = Some(ContactId(id.parse().ok()?)),
                Some(("alarm", hour)) => wanted.alarm = Some(hour.parse().ok().filter(|hour| *hour < 24)?),
                Some(("person", id)) => wanted.who = Some(Responsible::Person(PersonId(id.parse().ok()?))),
                Some(("role", slug)) => {
                    wanted.who = Some(Responsible::ROLES.into_iter().find(|role| role.slug() == slug)?);
                }
                Some(_) => return None,
            }
        }
        Some(wanted)
    }
}
