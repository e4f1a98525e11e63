//! The countries that people live in, in words.

use crate::plan::HolidaySet;

/// Which there are: `Holidays of other countries: Austria, France`.
pub fn countries(names: Vec<String>) -> String {
    let all = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    format!("Holidays of other countries: {all}")
}

/// That one can be chosen by now.
pub fn country_taken(set: &HolidaySet) -> String {
    format!("{} can be chosen for whoever lives there now. Undo takes it back.", set.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_named_and_none_is_said() {
        assert_eq!(countries(Vec::new()), "Holidays of other countries: none");
        let both = ["Austria", "France"].map(str::to_owned).to_vec();
        assert_eq!(countries(both), "Holidays of other countries: Austria, France");
    }
}
