//! The pieces pages are made of: functions that make elements.

mod action_options;

mod aid_page;

mod asking;

mod banners;

mod button;

mod check;

mod choice;

mod country;

mod deal_fields;

mod exits;

mod facts_table;

mod field;

mod file_field;

mod findings;

mod fold;

mod grid;

mod help;

mod keeping_focus;

mod marking;

mod move_buttons;

mod line_field;

mod new_line;

mod proposed_day;

mod offline;

mod outputs;

mod cadence;

mod outcome;
mod outcome_choice;

mod place_link;

mod proposal;

mod road;

mod select;

mod sentence_field;

mod sequence_table;

mod stage_page;
mod stage_words;
mod step_number;
mod strip;

mod timeline;

mod top_bar;

mod unique;
mod unsorted_goals;

mod wait_editor;

mod ways;

mod who;

pub use action_options::action_options;
pub use aid_page::{aid_link, aid_page};
pub use asking::{Asking, asking};
pub use banners::{banners, file_banner};
pub use button::{Look, button, row_button};
pub use cadence::{cadence_chart, cadence_facts, cadence_on_paper};
pub use check::check;
pub use country::country_select;
pub use deal_fields::{amount_commit, contacts_field, currency_select, deal_value_field, read_amount};
pub use exits::exit_buttons;
pub use facts_table::{facts_row, facts_table};
pub use field::{Commit, Field, FieldKind, date_field, text_commit};
pub use file_field::file_field;
pub use findings::{
    Findings, dismiss_all, dismissed, findings_about, findings_list, settle, stage_suggestions,
};
pub use fold::fold;
pub use grid::sequence_grid;
pub use help::{help, question};
pub use keeping_focus::{keeping_focus, returning};
pub use line_field::{Leaving, line_field};
pub use marking::{mark_step, marking};
pub use move_buttons::move_buttons;
pub use new_line::new_line;
pub use offline::{edition, offline_sentence};
pub use outcome_choice::{outcome_options, outcome_select};
pub use outputs::{export, outputs};
pub use place_link::place_link;
pub use proposal::proposal;
pub use proposed_day::proposed_day;
pub use select::{Options, select, word_options};
pub use sequence_table::{due, is_long, sequence_table};
pub use stage_page::{beside, section, stage_page};
pub use stage_words::{stage_words, suggestions_at};
pub use step_number::step_number;
pub use strip::step_strip;
pub use timeline::{
    Pullable, Pulling, mark_at, place_of, sign_keys, timeline, timeline_of, timeline_on_paper, timeline_sign,
};
pub use top_bar::top_bar;
pub use unique::{unique_field, unique_id};
pub use unsorted_goals::unsorted_goals;
pub use wait_editor::{event_options, number_of, step_above};
pub use ways::{other_ways, ways_list};
pub use who::{who_from, who_options, who_value};
