//! Putting things in order of their days.

/// Puts items in order of a number each has, such as its day; those of one number stay as they were.
///
/// The standard library sorts each type with code of its own, several kilobytes of what a browser loads. Here the
/// places are sorted, for all types by the same code; what is made for each only moves the items.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> i64) {
    let mut places: Vec<(i64, usize)> =
        items.iter().enumerate().map(|(place, item)| (number(item), place)).collect();
    sort_places(&mut places);
    for at in 0..places.len() {
        let mut from = places[at].1;
        // What stood there was moved by an earlier exchange.
        while from < at {
            from = places[from].1;
        }
        items.swap(at, from);
        places[at].1 = from;
    }
}

#[inline(never)]
fn sort_places(places: &mut [(i64, usize)]) {
    places.sort_unstable();
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
            sort_by_number(&mut items, |(_, number)| *number);
            prop_assert_eq!(items, expected);
        }
    }
}
