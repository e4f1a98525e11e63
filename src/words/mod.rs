//! The wording of everything the layers inside say as data. One place, plain words.

mod channels;

mod copies;

mod dates;

mod days_off;

mod files;

mod findings;

mod earnings;

mod grid;

mod problems;

mod recipes;

mod refusals;

mod cadence;

mod changes;

mod keeping;

mod leaving;

mod lengths;

mod list;

mod paper;

mod people;

mod row;

mod steps;

mod team;

mod traceability;

mod timing;

mod waiting;

mod waits;

mod why;

mod yearly;

pub use cadence::{
    cadence_summary, cadence_title, held_longest, held_shortest, period, period_days, period_label,
    period_mark, scale, silence, strain, touchpoints_of, uncounted,
};
pub use changes::changes;
pub use channels::{
    ProfileNumber, channel_reason, contacts_problem, distance, fit, manner, read_percent, share, trade,
    work_time,
};
pub use copies::{
    COPY_IS_SAME, COPY_IS_TAKEN, COPY_IS_UNCHANGED, COPY_NOT_COMPARED, COPY_OF_BINNED, COPY_WITHOUT_BASE,
    IN_ANOTHER_ORDER, PEOPLE_IN_COPY_NOT_TAKEN, REMOVED_BY_OWNER, as_in_copy, both_changed, copy_is_of,
    copy_mine_stays, copy_of, goal_with_actions, goes_with_more, have_already, keep_yours, moved_to,
    step_of_copy, take_into, take_theirs,
};
pub use dates::{WEEK, day, day_and_year, day_of, iso, month, weekday};
pub use days_off::{
    CALENDAR_TOO_LARGE, NAMELESS_DAY, NO_DAY_TICKED, READER_BROKE, READER_NOT_LOADED, READING_TOO_LONG,
    closure_days, closure_name, coming_days_off, days_beyond_room, days_ticked, days_worked,
    download_refused, not_fetched, set, unreadable_file, worked_in_exchange, working_days,
};
pub use earnings::{break_even, brought, profit, return_on_spend, verdict};
pub use files::{
    BEING_MADE, BOX_NOT_EMPTY, CHANGED_MEANWHILE, CONTACTS_SHEET, COPIED, EVENTS_SHEET, GONE, HOLIDAYS_SHEET,
    LINK_NOT_COPIED, LOOK_AGAIN, MEASURES_SHEET, NOTHING_TICKED, ONCE, PEOPLE_NOT_TAKEN, PLANNER_NOT_FETCHED,
    SHEET_IS_TAKEN, SHEET_READER_BROKE, SHEET_READER_NOT_LOADED, SHEET_TOO_LARGE, THE_LINK,
    TOO_LONG_FOR_CELL, VERSION_LABEL, WEEK_LABEL, WORKED, WRITER_BROKE, WRITER_NOT_LOADED, WRITING_TOO_LONG,
    cell_not_taken, column_read_as, columns_ignored, differences_in, differences_taken, exported_as,
    goes_with_it, link_copied, no_day, no_year, not_taken, not_understood, nothing_different, nothing_taken,
    plan_exported_as, rows_without_day, sheet_name, sheet_not_known, sheet_passed_over, still_to_come,
    table_column, table_column_called, table_column_moved, table_column_name, two_days,
};
pub use findings::{finding, finding_fix, finding_group, finding_reason, suggestions};
pub use grid::{acted_on, dates_moved, only_if, row_in_line, step_pulled, step_would_move, table};
pub use keeping::{
    FORGETS_IN_A_WEEK, PEOPLE_OF_THEN_GONE, VERSIONS_HOLD, copy_asks, copy_changed, copy_due, copy_failed,
    copy_follows, differences, gone_on, in_bin, in_file, last_copied, people_since, plan_about, put_by_at,
    safety, size, withheld,
};
pub use leaving::{
    NO_LONGER_PLANNED, NO_STEPS, NO_STEPS_IN_IT, NOBODY_ON_A_SEQUENCE, NONE_OF_THEIRS, NONE_OPEN,
    NONE_OPEN_WITH_DAY, NOT_ON_A_SEQUENCE, NOTHING_CHANGED, after_the_try_before, called_off, nameless_step,
    nth_time, off_path_left_out, to_decide, unchanged_left_out, undated_left_out, without_event_date,
    without_own_date,
};
pub use lengths::{days, later, workdays};
pub use list::{
    USUAL_WAITS, channel_typed, list_doubt, list_doubted, list_span, list_too_long, name_of_day,
    outcome_typed, short_day, who_typed,
};
pub use paper::{
    address_lines, and_more, course, day_in_column, measure, month_and_year, sheet_title, sheets,
};
pub use people::{
    AWAY_BACKWARD, NO_HOURS_SET, WEEKS_TOLD, absence, absence_removed, absence_taken, acted, attempt,
    by_earlier_steps, clear_days, column, countries, country_chosen, country_taken, cover, date_order, exit,
    exit_noted, exits, full_day, group, held, hours_problem, hours_typed, lateness, left_open, lot, message,
    message_for, more_in_time, moved, name_of, not_acted, not_come_yet, nth_try, over, past_steps,
    past_summed_up, people_count, people_found, people_in_file, people_spared, people_taken,
    people_under_way, person_added, person_started, preview, preview_of_one, rate, reach, reopened,
    room_for_new, roster_problem, sequence, standing, starts_spread, state, step_in_results, step_marked,
    step_open_again, steps_in_line, steps_while_away, sureness, take_people, touchpoint, twin, unclear,
    under_way, undo_changes, waiting_today, waits, way, week_changed, week_load, week_over, weeks_ahead,
    weeks_summed_up, whom, whose_week, work, would_move, would_move_to,
};
pub use problems::{
    amount_problem, attempts_problem, date_problem, delay_problem, latest_problem, missing, notice,
    other_currency, statement_note, stays_open, step_above_problem, text_problem, unreadable_here,
    where_plans_are,
};
pub use recipes::{
    FETCHING_RECIPES, RECIPES_BROKE, RECIPES_NOT_LOADED, added_after, counted_from, steps_between, steps_over,
};
pub use refusals::{closure_problem, edit_problem, no_day_worked};
pub use row::{
    Row, basis_name, condition, conditions, critical_path, other_path, remark, row, strip, tries, wait,
};
pub use steps::{
    audience, channel, comes_out, count, fate, late, lower, outcome, plan_name, reason, responsible, role,
    trigger_example, unit, unit_cell, with,
};
pub use team::{
    TEAM_BAD_FILE, TEAM_BROKE, TEAM_FORGOTTEN, TEAM_NOT_LOADED, TEAM_WANTS_NAME, UNDO_TAKES_IT_BACK,
    team_again, team_asked, team_called_off, team_changed, team_deleted, team_done, team_foreign,
    team_leaves, team_looked, team_moved, team_new, team_off_there, team_open_again, team_progress,
    team_refused, team_reopened, team_sent, team_ticked,
};
pub use timing::counted;
pub use traceability::{by_action, happens_on, no_goals, orphan, orphans, step_name};
pub use waiting::{channel_and_who, day_seen, step_in_time, when_due};
pub use waits::{
    days_settled, event_added, mark_ahead, put_off, put_off_to_past, wait_hint, wait_problem, wait_reading,
};
pub use why::{either, why, why_by};
pub use yearly::{every_year, moving, one_person_every_year, yearly_closure, yearly_name};
