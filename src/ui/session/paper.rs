//! What is printed.

use crate::plan::Responsible;

/// Something to be had on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What the plan is about, on one sheet.
    Brief,
    /// The sequences as tables, with boxes to tick (B9).
    Sequences,
    /// In them: why each date is that one (F2).
    Reasons,
    /// In them: lines for real dates (F9).
    Lines,
    /// For each day on which a step may be done, when the next one is due (B6).
    DoneOn,
    /// From goals to dates (F1).
    Traceability,
    /// How often one contact hears from the plan (F5).
    Cadence,
    /// Each sequence as a poster.
    Posters,
    /// A calendar for the wall, a sheet a month (B9).
    Months,
    /// A year of it on a sheet.
    Year,
    /// A card a step, with what to say (B3).
    Cards,
    /// A sheet for each who does steps (B7).
    Handouts,
    /// What is to be done for whom in the week that comes.
    Agenda,
    /// Labels for letters (E3).
    Labels,
    /// All of it in larger type.
    Large,
}

impl Piece {
    /// What is printed, in the order it is offered.
    pub const ALL: [Self; 14] = [
        Self::Brief,
        Self::Sequences,
        Self::Reasons,
        Self::Lines,
        Self::DoneOn,
        Self::Traceability,
        Self::Cadence,
        Self::Posters,
        Self::Months,
        Self::Year,
        Self::Cards,
        Self::Handouts,
        Self::Agenda,
        Self::Labels,
    ];
}

/// The sheets there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8½ × 11 in.
    Letter,
}

/// What is wanted on paper, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    wanted: u16,
    /// On what.
    pub size: PaperSize,
    /// Whose handout, and whose list; everybody's if nobody is named.
    pub whose: Option<Responsible>,
}

impl Default for Paper {
    /// The sequences: the plan as it is carried about.
    fn default() -> Self {
        Self { wanted: 1 << Piece::Sequences as u16, size: PaperSize::A4, whose: None }
    }
}

impl Paper {
    /// Nothing but the list of what is to be done, for everybody or for one.
    pub fn agenda(whose: Option<Responsible>) -> Self {
        Self { wanted: 1 << Piece::Agenda as u16, whose, ..Self::default() }
    }

    /// Whether it is wanted.
    pub fn has(self, piece: Piece) -> bool {
        self.wanted & (1 << piece as u16) != 0
    }

    /// Says whether it is wanted.
    pub fn want(&mut self, piece: Piece, is_wanted: bool) {
        let bit = 1 << piece as u16;
        self.wanted = if is_wanted { self.wanted | bit } else { self.wanted & !bit };
    }

    /// How large type is, in hundredths of the usual size.
    pub fn percent(self) -> usize {
        if self.has(Piece::Large) { 120 } else { 100 }
    }
}
