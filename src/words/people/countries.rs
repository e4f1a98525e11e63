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

/// Whose holidays count for somebody from now on: those of a country, or those of the business alone.
pub fn country_chosen(name: &str, country: Option<&str>) -> String {
    match country {
        Some(country) => format!("The holidays of {country} count for {name} now. Undo takes it back."),
        None => format!("Only the holidays of the business count for {name} now. Undo takes it back."),
    }
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

    #[test]
    fn a_country_that_is_chosen_and_one_that_is_taken_away_are_told_apart() {
        assert_eq!(
            country_chosen("Ann", Some("Austria")),
            "The holidays of Austria count for Ann now. Undo takes it back."
        );
        assert_eq!(
            country_chosen("Ann", None),
            "Only the holidays of the business count for Ann now. Undo takes it back."
        );
    }
}
