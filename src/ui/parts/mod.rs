//! The pieces pages are made of.

mod banners;

mod button;

mod field;

mod handlers;

mod help;

mod move_buttons;

mod new_line;

mod outputs;

mod road;

mod check;

mod select;

mod sequence_table;

mod shown;

mod stage_page;

mod top_bar;

mod unique;

pub use banners::Banners;
pub use button::{Look, button, row_button};
pub use check::Check;
pub use field::{Commit, DateField, Field, FieldKind, text_commit};
pub use handlers::{Handler, press, ticked, typed};
pub use help::{Help, Question};
pub use move_buttons::MoveButtons;
pub use new_line::NewLine;
pub use outputs::{Outputs, export};
pub use road::{PlanRoad, StageRoad, state_words};
pub use select::Select;
pub use sequence_table::{Due, SequenceTable};
pub use shown::{Rows, Shown};
pub use stage_page::StagePage;
pub use top_bar::TopBar;
pub use unique::unique_id;
