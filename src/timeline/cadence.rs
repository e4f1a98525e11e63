//! A chart of stacks over time: how many contacts there are in each stretch of it.

/// How much room a chart has, in its own units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The width it may take.
    pub width: i32,
    /// The height of its stacks.
    pub height: i32,
    /// The width a label needs.
    pub label: i32,
}

/// A chart of stacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackChart {
    /// The picture's width.
    pub width: i32,
    /// The picture's height.
    pub height: i32,
    /// Where the stacks stand.
    pub base: i32,
    /// The stacks, in order.
    pub stacks: Vec<Stack>,
    /// The lines that help to count, from the lowest: their number and their height in the picture.
    pub levels: Vec<(usize, i32)>,
    /// Where the most that is allowed ends, where there is such a limit.
    pub limit: Option<i32>,
}

/// A stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// Its left edge.
    pub x: i32,
    /// Its width.
    pub width: i32,
    /// Its top edge.
    pub top: i32,
    /// Its blocks, from the lowest: the upper edge and the height.
    pub blocks: Vec<(i32, i32)>,
    /// Whether its label fits beside those of its neighbours.
    pub label: Label,
}

/// Whether there is room for a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// There is.
    Shown,
    /// There is not.
    LeftOut,
}

/// Left of the stacks, for the numbers of the levels.
const LEFT: i32 = 24;
/// Above the stacks, for their marks.
const ABOVE: i32 = 26;
/// Below the stacks, for their labels.
const BELOW: i32 = 38;
/// The widest a stack and its place are.
const WIDEST: i32 = 64;
/// The tallest one contact is.
const TALLEST: i32 = 24;
/// The least distance between two lines that help to count.
const LEVEL_APART: i32 = 22;

impl StackChart {
    /// A chart of stacks, each given as the sizes of its blocks from the lowest.
    pub fn of(stacks: &[Vec<usize>], limit: Option<usize>, room: Room) -> Self {
        let count = whole(stacks.len()).max(1);
        let place = ((room.width - LEFT) / count).clamp(4, WIDEST);
        let gap = (place / 6).max(1);
        let most = stacks.iter().map(|blocks| blocks.iter().sum()).max().unwrap_or(0);
        let most = most.max(limit.map_or(0, |limit| limit + 1)).max(1);
        let plot = room.height.min(TALLEST.saturating_mul(whole(most)));
        let base = ABOVE + plot;
        let height_of = |contacts: usize| {
            let share = i64::from(plot) * contacts as i64 / most as i64;
            base - i32::try_from(share).unwrap_or(plot)
        };
        let labelled = label_step(place, room.label, stacks.len());
        let stack = |(at, blocks): (usize, &Vec<usize>)| {
            let mut below = 0;
            let blocks = blocks.iter().map(|size| {
                let lower = height_of(below);
                below += size;
                (height_of(below), lower - height_of(below))
            });
            let blocks: Vec<_> = blocks.collect();
            let label = if at % labelled == 0 { Label::Shown } else { Label::LeftOut };
            let top = blocks.last().map_or(base, |(top, _)| *top);
            Stack { x: LEFT + whole(at) * place + gap / 2, width: place - gap, top, blocks, label }
        };
        let step = level_step(most, plot);
        Self {
            width: LEFT + count * place,
            height: base + BELOW,
            base,
            stacks: stacks.iter().enumerate().map(stack).collect(),
            levels: (0..=most).step_by(step).map(|level| (level, height_of(level))).collect(),
            limit: limit.map(height_of),
        }
    }
}

/// A count as a distance; no picture has more than fit.
fn whole(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Every how many stacks have a label: from coarse to fine while labels fit.
fn label_step(place: i32, label: i32, stacks: usize) -> usize {
    let mut step = stacks.max(1).next_power_of_two();
    while step > 1 && whole(step / 2).saturating_mul(place) >= label {
        step /= 2;
    }
    step
}

/// How many contacts lie between two lines that help to count: from coarse to fine while they are apart.
fn level_step(most: usize, plot: i32) -> usize {
    let steps = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];
    let fits = |step: &&usize| whole(**step).saturating_mul(plot) / whole(most) >= LEVEL_APART;
    steps.iter().take_while(fits).last().copied().unwrap_or(most.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 900, height: 200, label: 50 };

    #[test]
    fn blocks_stand_on_each_other_and_a_stack_is_as_high_as_its_contacts() {
        let chart = StackChart::of(&[vec![1, 2], vec![], vec![5]], Some(3), ROOM);
        assert_eq!(chart.base, ABOVE + 120);
        assert_eq!(chart.stacks[0].blocks, [(122, 24), (74, 48)]);
        assert_eq!((chart.stacks[0].top, chart.stacks[1].top, chart.stacks[2].top), (74, 146, 26));
        assert_eq!(chart.limit, Some(74));
        assert_eq!(chart.levels.iter().map(|level| level.0).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn everything_lies_inside_the_picture() {
        for count in 0..60 {
            for size in [0, 1, 3, 40, 1000] {
                for width in [320, 900] {
                    let chart = StackChart::of(&vec![vec![size, 1]; count], Some(3), Room { width, ..ROOM });
                    let inside = |stack: &Stack| {
                        stack.x >= LEFT && stack.x + stack.width <= chart.width && stack.top >= ABOVE
                    };
                    assert!(chart.stacks.iter().all(inside), "{count} stacks of {size} in {width}");
                    assert!(chart.width <= width.max(LEFT + 4 * whole(count)));
                    assert!(chart.levels.iter().all(|(_, y)| (ABOVE..=chart.base).contains(y)));
                    assert!((1..=40).contains(&chart.levels.len()), "{:?}", chart.levels);
                }
            }
        }
    }

    #[test]
    fn labels_are_shown_as_finely_as_they_fit() {
        let shown = |count: usize| {
            let chart = StackChart::of(&vec![vec![1]; count], None, ROOM);
            chart.stacks.iter().filter(|stack| stack.label == Label::Shown).count()
        };
        assert_eq!([shown(5), shown(17), shown(18), shown(40)], [5, 17, 9, 10]);
        for count in 1..60 {
            let chart = StackChart::of(&vec![vec![1]; count], None, ROOM);
            let places: Vec<_> =
                chart.stacks.iter().filter(|stack| stack.label == Label::Shown).map(|it| it.x).collect();
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= ROOM.label), "{count}");
        }
    }

    #[test]
    fn an_empty_chart_has_no_stacks_and_shows_the_limit() {
        let chart = StackChart::of(&[], Some(3), ROOM);
        assert_eq!(chart.stacks, []);
        assert_eq!(chart.limit.map(|y| y < chart.base), Some(true));
    }
}
