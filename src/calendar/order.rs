//! Putting things in order, of their days above all.
//!
//! The standard library sorts each type with code of its own, several kilobytes of what a browser loads. Here the places
//! are sorted, for all types by the same code; what is made for each only moves the items.

use std::cmp::Ordering;

/// Puts items in order of a number each has, such as its day; those of one number stay as they were.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> i64) {
    let numbers: Vec<i64> = items.iter().map(number).collect();
    let places = sorted_places(items.len(), &|one, other| numbers[one].cmp(&numbers[other]));
    move_to(items, places);
}

/// Puts items in order as they compare; those that are alike stay as they were.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &|one, other| compare(&items[one], &items[other]));
    move_to(items, places);
}

/// Where the items of a list stand that is in order, by the places they have now.
#[inline(never)]
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

/// Moves each item to where its place stands.
fn move_to<T>(items: &mut [T], mut places: Vec<usize>) {
    for at in 0..places.len() {
        let mut from = places[at];
        // What stood there was moved by an earlier exchange.
        while from < at {
            from = places[from];
        }
        items.swap(at, from);
        places[at] = from;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn items_stand_as_a_stable_sort_puts_them(numbers in prop::collection::vec(-5..5_i64, 0..40)) {
            let mut items: Vec<_> = numbers.into_iter().enumerate().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(_, number)| *number);
            let mut compared = items.clone();
            sort_by_number(&mut items, |(_, number)| *number);
            prop_assert_eq!(&items, &expected);
            sort_by(&mut compared, |(_, one), (_, other)| one.cmp(other));
            prop_assert_eq!(compared, expected);
        }
    }
}
