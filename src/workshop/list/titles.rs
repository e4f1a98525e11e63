//! Lines that say no step of their own: what a list is called, `## Prospects`, `Leads:`.

use std::ops::Range;

use super::ListSetting;
use super::line::sketch;
use super::person::is_doing;
use crate::plan::StepId;
use crate::workshop::wait::Setting;
use crate::workshop::wait::token::tokens;

/// How many of the lines come before the first step.
pub(super) fn titles(text: &str, lines: &[(usize, Range<usize>)], setting: ListSetting<'_>) -> usize {
    let is_title = |at: &usize| {
        let next = lines.get(at + 1).map(|(_, next)| bullet(text, next));
        next.is_some_and(|next| is_title(text, &lines[*at].1, next, setting))
    };
    (0..lines.len()).take_while(is_title).count()
}

/// What stands before the words of a line.
fn bullet<'a>(text: &'a str, line: &Range<usize>) -> &'a str {
    let from = text[..line.start].rfind('\n').map_or(0, |end| end + 1);
    text[from..line.start].trim()
}

/// Whether a line before one with such a bullet says only what the list is called.
fn is_title(text: &str, line: &Range<usize>, next: &str, setting: ListSetting<'_>) -> bool {
    let words = &text[line.clone()];
    let behind = words.trim_start_matches('#');
    if behind.len() < words.len() && behind.starts_with(' ') {
        return true;
    }
    let is_named = words.ends_with(':');
    // The first of several bullets may be missing.
    let is_above = !next.is_empty() && !next.contains('2') && !is_doing(&tokens(words));
    if !bullet(text, line).is_empty() || words.contains(['\t', '|']) || !is_named && !is_above {
        return false;
    }
    let ListSetting { plan, today, .. } = setting;
    let read_in = Setting { plan, step: StepId(plan.next_id()), today };
    let sketch = sketch(text, (0, line.clone()), None, &[], &mut Vec::new(), read_in);
    sketch.doubts.is_empty() && sketch.parts.is_empty()
}
