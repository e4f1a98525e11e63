//! A spreadsheet comes back: what is different in it from the plan, cell by cell, before any of it is taken (F3).
//!
//! It is compiled into the program for files only. A sheet that is none of this plan's is handed over as lines to be read as a new
//! list of steps.

mod addresses;

mod cells;

mod columns;

mod compare;

mod days;

mod copy;

mod fields;

mod likeness;

mod sheets;

use std::sync::Arc;

use chrono::NaiveDate;

use self::compare::Comparison;
use self::copy::Changes;
use super::json::{self, Copied};
use super::unnamed::{named_again, unnamed};
use super::{Arrived, Written, import_copy};
use crate::plan::Plan;
use crate::store::{KnownText, Stamp, TakenNumbers};
use crate::words;

pub use cells::SheetError;

/// How the answer begins: what is told of the sheet.
const COMPARED: &str = "compared";
const OTHER: &str = "other";
const REFUSED: &str = "refused";

/// What stands before a sentence that is about no cell, and before the place of what does not go without more.
const NOTE: char = '!';
const UNFIT: char = '?';

/// What stands before a number in a copy and the one under which the same is taken.
const RENUMBERED: char = '#';

/// What a spreadsheet that came back says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackAnswer {
    /// It cannot be read, and why.
    Refused(String),
    /// It is of this plan, and says what differs.
    Differences {
        /// What differs, in order.
        differences: Vec<Difference>,
        /// What is to be known besides, in sentences: what was passed over.
        notes: Vec<String>,
        /// The places of what was wanted and cannot be taken without something that was left.
        unfit: Vec<usize>,
        /// Numbers in the copy, and those under which the same is in the plan that has what was wanted.
        renumbered: Vec<(u32, u32)>,
        /// The plan with what was wanted of it, as a file.
        plan: String,
    },
    /// It is of another plan, or of none of ours: its rows as lines of cells.
    Other(String),
}

/// Who changed something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Only whoever had the copy.
    #[default]
    Copy,
    /// Both, or it does not go with what the owner changed.
    Both,
    /// Nobody can say.
    Unknown,
}

/// One thing that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The part of the plan it belongs to; empty where all stand in one list.
    pub group: String,
    /// Who changed it.
    pub side: Side,
    /// Where: `Prospect sequence, step 3`.
    pub place: String,
    /// What of it: `Done on`.
    pub what: String,
    /// What the plan says; empty where it says nothing.
    pub before: String,
    /// What the sheet says; empty where it says nothing.
    pub after: String,
}

/// Compares a spreadsheet, or a copy of a plan, with a plan as it is on a day. What stands at the places in `left` is not taken.
pub fn compare(file: &[u8], plan: &Plan, today: NaiveDate, left: &[usize]) -> BackAnswer {
    compare_from(file, plan, &[], today, left)
}

/// The same, given the texts of the versions that are known of the plan: where what came is made from one of them, only what
/// was changed since is a difference.
pub fn compare_from(
    file: &[u8],
    plan: &Plan,
    known: &[String],
    today: NaiveDate,
    left: &[usize],
) -> BackAnswer {
    if file.first() == Some(&b'{') {
        let arrived = match import_copy(file) {
            Ok(copied) => Arrived::from(copied),
            Err(error) => return BackAnswer::Refused(error.to_string()),
        };
        let base = Base::among(&arrived.descent, known);
        let notes = base.is_none().then(|| words::COPY_WITHOUT_BASE.to_owned());
        let came = Arc::unwrap_or_clone(arrived.whole.plan);
        let theirs = base.as_ref().and_then(|base| base.named(&came)).unwrap_or_else(|| came.clone());
        let base = base.map(|base| base.plan);
        let taken = known.iter().filter_map(|text| TakenNumbers::read(text));
        let taken = taken.filter(|taken| arrived.descent.contains(&taken.copy));
        let noted: Vec<_> = taken.flat_map(|taken| taken.numbers).collect();
        let changes = Changes::of(base, plan, theirs, &noted, today);
        return changes.answer(notes.into_iter().collect(), &came, today, left);
    }
    let sheets = match cells::read(file) {
        Ok(sheets) => sheets,
        Err(error) => return BackAnswer::Refused(error.to_string()),
    };
    let base = sheets::stamp(&sheets).and_then(|stamp| Base::among(&[stamp], known));
    if let Some(Base { plan: base, .. }) = base
        && let Some(comparison) = Comparison::of(&sheets, &base, today)
    {
        let theirs = comparison.taken(&base, &[]);
        let changes = Changes::of(Some(base), plan, theirs.clone(), &[], today);
        return changes.answer(comparison.notes, &theirs, today, left);
    }
    match Comparison::of(&sheets, plan, today) {
        Some(comparison) => {
            let taken = comparison.taken(plan, left);
            // What the sheet leaves blank may have come into the plan since it was written.
            let told = comparison.differences.into_iter().map(|(difference, _)| Difference {
                side: if difference.after.is_empty() { Side::Unknown } else { Side::Copy },
                ..difference
            });
            BackAnswer::Differences {
                plan: json::compact(&taken, today, &[]),
                notes: comparison.notes,
                unfit: Vec::new(),
                renumbered: Vec::new(),
                differences: told.collect(),
            }
        }
        None => match cells::as_lines(&sheets) {
            Some(lines) => BackAnswer::Other(lines),
            None => BackAnswer::Refused(SheetError::Blank.to_string()),
        },
    }
}

/// What a copy was made from.
struct Base {
    plan: Plan,
    /// It left without the names.
    is_unnamed: bool,
}

impl Base {
    /// The newest of the versions of a descent that is known.
    fn among(descent: &[Stamp], known: &[String]) -> Option<Self> {
        let of = |stamp: &Stamp| {
            let known = known.iter().filter_map(|text| KnownText::read(text));
            let mut known = known.filter(|known| known.descent.first() == Some(stamp));
            let Copied { plan, .. } = known.find_map(|known| import_copy(known.file.as_bytes()).ok())?;
            let is_unnamed = Stamp::of(&plan) != *stamp && Stamp::of(&unnamed(&plan)) == *stamp;
            Some(Self { plan, is_unnamed })
        };
        descent.iter().find_map(of)
    }

    /// The copy with the names it left without; none where it has them.
    fn named(&self, copy: &Plan) -> Option<Plan> {
        if self.is_unnamed { named_again(copy, &self.plan) } else { None }
    }
}

impl BackAnswer {
    /// The answer as it travels: the plan as the file, the rest as lines.
    pub(super) fn written(self) -> Written {
        let one_line = |text: &str| text.replace(['\t', '\r', '\n'], " ");
        match self {
            Self::Refused(reason) => {
                Written { notes: vec![REFUSED.to_owned(), one_line(&reason)], ..Written::default() }
            }
            Self::Other(lines) => {
                Written { bytes: lines.into_bytes(), notes: vec![OTHER.to_owned()], ..Written::default() }
            }
            Self::Differences { differences, notes, unfit, renumbered, plan } => {
                let cells = differences.iter().map(|it| {
                    let side = it.side.slug().to_owned();
                    let parts = [&side, &it.group, &it.place, &it.what, &it.before, &it.after];
                    parts.map(|part| one_line(part)).join("\t")
                });
                let notes = notes.iter().map(|note| format!("{NOTE}{}", one_line(note)));
                let unfit = unfit.iter().map(|at| format!("{UNFIT}{at}"));
                let renumbered = renumbered.iter().map(|(there, here)| format!("{RENUMBERED}{there}-{here}"));
                let lines = std::iter::once(COMPARED.to_owned()).chain(cells).chain(notes).chain(unfit);
                let lines = lines.chain(renumbered);
                Written { bytes: plan.into_bytes(), notes: lines.collect(), ..Written::default() }
            }
        }
    }
}

/// Reads what the worker says of a spreadsheet that came back: the lines, and what came as the file. `None` where it is no
/// such answer.
pub fn back_answer(lines: &str, file: String) -> Option<BackAnswer> {
    let mut lines = lines.split('\n');
    match lines.next()? {
        REFUSED => return Some(BackAnswer::Refused(lines.next()?.to_owned())),
        OTHER => return Some(BackAnswer::Other(file)),
        COMPARED => {}
        _ => return None,
    }
    let (mut differences, mut notes, mut unfit) = (Vec::new(), Vec::new(), Vec::new());
    let mut renumbered = Vec::new();
    for line in lines {
        if let Some(note) = line.strip_prefix(NOTE) {
            notes.push(note.to_owned());
        } else if let Some(at) = line.strip_prefix(UNFIT) {
            unfit.push(at.parse().ok()?);
        } else if let Some(pair) = line.strip_prefix(RENUMBERED) {
            let (there, here) = pair.split_once('-')?;
            renumbered.push((there.parse().ok()?, here.parse().ok()?));
        } else {
            let mut parts = line.split('\t').map(str::to_owned);
            let [side, group, place, what, before, after] = std::array::from_fn(|_| parts.next());
            let side = Side::from_slug(&side?)?;
            let (group, place, what, before, after) = (group?, place?, what?, before?, after?);
            differences.push(Difference { group, side, place, what, before, after });
        }
    }
    Some(BackAnswer::Differences { differences, notes, unfit, renumbered, plan: file })
}

impl Side {
    fn slug(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Both => "both",
            Self::Unknown => "unknown",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        [Self::Copy, Self::Both, Self::Unknown].into_iter().find(|side| side.slug() == slug)
    }
}
