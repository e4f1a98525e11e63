//! How cards lie on sheets: four on one, two where there is much to say, none cut and no room left between them.

/// How much of a sheet a card takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSize {
    /// A quarter, beside another.
    Quarter,
    /// A half, as wide as the sheet.
    Half,
    /// All of it.
    Whole,
}

/// How a text runs on cards of each size: so many letters in a line, so many lines.
const ROOMS: [(CardSize, usize, usize); 2] = [(CardSize::Quarter, 44, 12), (CardSize::Half, 62, 19)];

impl CardSize {
    /// The smallest card that holds a text, where type is so many hundredths of the usual size.
    pub fn holding(text: &str, percent: usize) -> Self {
        let fits = |(_, letters, lines): &&(Self, usize, usize)| {
            lines_of(text, letters * 100 / percent) <= lines * 100 / percent
        };
        ROOMS.iter().find(fits).map_or(Self::Whole, |(size, ..)| *size)
    }
}

/// How many lines a text takes where so many letters stand in one.
pub fn lines_of(text: &str, letters: usize) -> usize {
    let lines = text.trim().lines().map(|line| line.chars().count().div_ceil(letters.max(1)).max(1));
    lines.sum()
}

/// Which cards lie on each sheet, by their places in the list. Rows are filled in order; a quarter that lacks a neighbour takes the next
/// one there is, so that only the last sheet can have room left. Cards of a whole sheet come first.
pub fn laid_on_sheets(sizes: &[CardSize]) -> Vec<Vec<usize>> {
    let of = |wanted: CardSize| (0..sizes.len()).filter(move |at| sizes[*at] == wanted);
    let mut quarters = of(CardSize::Quarter).peekable();
    let mut halves = of(CardSize::Half).peekable();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    loop {
        let is_half = match (quarters.peek(), halves.peek()) {
            (Some(quarter), Some(half)) => half < quarter,
            (quarter, None) if quarter.is_none() => break,
            (quarter, _) => quarter.is_none(),
        };
        let row =
            if is_half { halves.by_ref().take(1).collect() } else { quarters.by_ref().take(2).collect() };
        rows.push(row);
    }
    // A quarter by itself comes last.
    if let Some(alone) = rows.iter().position(|row| row.len() == 1 && sizes[row[0]] == CardSize::Quarter) {
        let alone = rows.remove(alone);
        rows.push(alone);
    }
    let sheets = rows.chunks(2).map(<[_]>::concat);
    of(CardSize::Whole).map(|at| vec![at]).chain(sheets).collect()
}

#[cfg(test)]
mod tests {
    use super::CardSize::{Half, Quarter, Whole};
    use super::*;

    #[test]
    fn four_cards_lie_on_a_sheet() {
        assert_eq!(laid_on_sheets(&[Quarter; 5]), [vec![0, 1, 2, 3], vec![4]]);
        assert_eq!(laid_on_sheets(&[]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn a_long_card_takes_a_row_and_leaves_none_half_empty() {
        assert_eq!(laid_on_sheets(&[Quarter, Half, Quarter, Quarter, Half]), [vec![0, 2, 1], vec![4, 3]]);
        assert_eq!(laid_on_sheets(&[Half, Half, Half]), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn a_card_of_a_whole_sheet_parts_no_other() {
        assert_eq!(laid_on_sheets(&[Quarter, Whole, Quarter]), [vec![1], vec![0, 2]]);
    }

    #[test]
    fn a_card_is_as_large_as_what_is_said_on_it() {
        let words = |count: usize| "word ".repeat(count);
        let sizes = |percent| [5, 100, 200, 700].map(|count| CardSize::holding(&words(count), percent));
        assert_eq!(sizes(100), [Quarter, Quarter, Half, Whole]);
        assert_eq!(sizes(125), [Quarter, Half, Whole, Whole]);
        assert_eq!(CardSize::holding(&"short\n".repeat(15), 100), Half);
    }
}
