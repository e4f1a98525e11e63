//! The workshop: seven stages from a blank page to two dated sequences, what is still missing in each, and the
//! way back through every change.
//!
//! A *stage* is one page of the workshop, an *aid* a page beside it; a *step* is an entry of a sequence.

mod aid;

mod arrange;

mod contacts;

mod example;

mod example_people;

mod finding_place;

mod history;

mod list;

mod missing;

mod progress;

mod search;

mod stage;

mod wait;

pub use aid::Aid;
pub use arrange::{Shift, changed, neighbour, placed, removed, shifted};
pub use contacts::{Column, ContactList, ContactSetting, DateOrder, Lot, Pasted, Taking, Twin, Unclear};
pub use example::example;
pub use example_people::example_people;
pub use finding_place::{finding_stage, not_found};
pub use history::{Editable, FieldId, History, Intent};
pub use list::{
    CountedFrom, Doubt, DoubtKind, Entry, List, ListSetting, Part, PartKind, Replacement, as_lines,
    is_separated, laid_out, offer,
};
pub use missing::Missing;
pub use progress::{Progress, StageState};
pub use search::{MOST_FOUND, found};
pub use stage::Stage;
pub use wait::{Draft, Hint, Kind, Problem, Reading, Setting, is_plain_name, read_stretch, read_wait};
