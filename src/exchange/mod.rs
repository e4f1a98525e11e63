//! Plans as files: what goes out to other programs and to people, and what comes back in.
//!
//! Everything here is text in, text out: the moment of an export is an argument, and handing a file to the
//! person or taking one from them is done outside. One module a kind of file.
//!
//! **Invariant:** the same plan, exported on the same day, gives the same bytes.

mod entry;

mod back;

mod cells;

mod file_name;

mod file_work;

mod format;

mod holiday_list;

mod holiday_set;

mod ics;

mod import;

mod indent;

mod json;

mod link;

mod offload;

mod outgoing;

mod recipe_cards;

mod roster_file;

mod rows;

mod sent;

mod table_columns;

mod team;

mod unnamed;

mod write;

pub use back::{BackAnswer, Difference, Side, back_answer, compare, compare_from};
pub use cells::cells_as_html;
pub use entry::{Entries, Entry, Turn};
pub use file_name::{exported_name, file_name, one_file_name, roster_file_name};
pub use file_work::{FileRequest, back_cargo, file_for, team_cargo};
pub use format::{Format, FormatFacts};
pub use holiday_list::{Listed, holiday_list};
pub use holiday_set::{HolidayFileError, ReadySet, holiday_set};
pub use ics::{CalendarDays, DayKind, Encoding, FoundDay, IcsError, LeftOut, Omission, read_holidays};
pub use import::{ImportError, MAX_BYTES, import_copy, import_json};
pub use json::{Copied, export_copy, export_json, plan_schema};
pub use link::{
    InLink, LINK, LinkError, MAX_LINK, MAX_LINKED, from_link, in_link, is_link, is_page, packed_in,
    packed_in_page,
};
pub use offload::{CalendarAnswer, Request, answer, calendar_answer};
pub use outgoing::{Outgoing, Wanted, Written};
pub use recipe_cards::{RecipeCard, RecipeQuestion, cards_answer, steps_answer};
pub use roster_file::{
    MAX_ROSTER_BYTES, RosterFile, RosterFileError, export_roster, import_roster, roster_schema,
    without_contact,
};
pub use rows::{Rows, StepRow};
pub use sent::{Arrived, Original, Sent};
pub use table_columns::{ChosenColumn, TableColumn, TableColumnError, TableColumns};
pub use team::{
    Answer, Ask, BadTeamFile, Leaving, MAX_ANSWER, Method, NoResponse, TeamAnswer, TeamProblem, Tick,
    collection, round, team_answer, ticks_taken,
};
pub use write::{as_cells, write};
