//! Which sets of holidays are ready to be taken, and how one is found among them.

use super::file_name::plain;
use super::holiday_set::{HolidayFileError, read_file};
use crate::store::Fault;
use crate::store::wire::{Fields, Found};

/// A country or a part of it whose holidays are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// `DE`, `DE-BY`.
    pub code: String,
    /// `Germany`, `Germany: Bavaria`.
    pub name: String,
}

/// What people call some countries besides the name in the list, in plain letters.
const ALSO_CALLED: [(&str, &str); 9] = [
    ("america", "US"),
    ("britain", "GB"),
    ("burma", "MM"),
    ("czech-republic", "CZ"),
    ("great-britain", "GB"),
    ("holland", "NL"),
    ("ivory-coast", "CI"),
    ("uk", "GB"),
    ("usa", "US"),
];

/// How well a text is what was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// It is the code, or what the country is called for short.
    Code,
    /// The name begins with it.
    Name,
    /// A word of the name does.
    Word,
    /// It is one of the country's regions, or its code begins so.
    Region,
    /// It stands somewhere in it.
    Somewhere,
}

impl Fit {
    const BEST_FIRST: [Self; 5] = [Self::Code, Self::Name, Self::Word, Self::Region, Self::Somewhere];
}

/// Reads the list of all sets, countries in order of their names, each before its regions.
///
/// # Errors
/// [`HolidayFileError`] where the text is no such list.
pub fn holiday_list(text: &str) -> Result<Vec<Listed>, HolidayFileError> {
    let countries = read_file(text, |file| {
        for known in ["source", "from", "through"] {
            file.field(known)?;
        }
        file.field("countries")?.list(country)
    })?;
    Ok(countries.concat())
}

fn country(found: Found<'_>) -> Result<Vec<Listed>, Box<Fault>> {
    found.object(|country| {
        let all = named(country)?;
        let regions = country.field("regions")?.list(|found| found.object(named))?;
        let of_country = |region: Listed| Listed { name: format!("{}: {}", all.name, region.name), ..region };
        let regions: Vec<_> = regions.into_iter().map(of_country).collect();
        Ok([vec![all], regions].concat())
    })
}

fn named(fields: &mut Fields<'_>) -> Result<Listed, Box<Fault>> {
    Ok(Listed { code: fields.word("code")?, name: fields.word("name")? })
}

impl Listed {
    /// The name of the file that holds its days.
    pub fn file(&self) -> String {
        format!("{}.json", self.code.split('-').next().unwrap_or_default())
    }

    /// All that fit what was typed, the best first; none while nothing was typed.
    pub fn found<'a>(listed: &'a [Self], typed: &str) -> Vec<&'a Self> {
        let sought = plain(typed);
        if sought.is_empty() {
            return Vec::new();
        }
        let fits: Vec<_> = listed.iter().map(|it| it.fit(&sought)).collect();
        let mut found = Vec::new();
        for fit in Fit::BEST_FIRST {
            let so = |(it, its): (&'a Self, &Option<Fit>)| (*its == Some(fit)).then_some(it);
            found.extend(listed.iter().zip(&fits).filter_map(so));
        }
        found
    }

    fn fit(&self, sought: &str) -> Option<Fit> {
        let (code, name) = (plain(&self.code), plain(&self.name));
        let own = self.name.split_once(": ").map_or(name.clone(), |(_, region)| plain(region));
        let mut others = ALSO_CALLED.iter().filter(|(_, code)| *code == self.code).map(|(other, _)| *other);
        let fits = [
            (code == sought || others.clone().any(|other| other == sought), Fit::Code),
            (own.starts_with(sought) || others.any(|other| other.starts_with(sought)), Fit::Name),
            (has_word(&own, sought), Fit::Word),
            (name.starts_with(sought) || code.starts_with(sought), Fit::Region),
            (is_within(sought, &name), Fit::Somewhere),
        ];
        fits.into_iter().find_map(|(is_so, fit)| is_so.then_some(fit))
    }
}

/// Whether a later word of a name begins so; words are joined by hyphens.
fn has_word(name: &str, sought: &str) -> bool {
    let follows = |pair: &[u8]| pair[0] == b'-' && &pair[1..] == sought.as_bytes();
    name.as_bytes().windows(sought.len() + 1).any(follows)
}

fn is_within(sought: &str, name: &str) -> bool {
    name.as_bytes().windows(sought.len()).any(|part| part == sought.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let listed = holiday_list(include_str!("../../assets/holidays/index.json")).unwrap();
        let found: Vec<_> = Listed::found(&listed, typed).into_iter().map(|it| it.name.as_str()).collect();
        assert_eq!(&found[..expected.len().min(found.len())], expected, "{typed}: {found:?}");
    }

    #[test]
    fn a_country_is_found_by_its_name_before_its_regions() {
        check("germany", &["Germany", "Germany: Augsburg (city)", "Germany: Baden-Württemberg"]);
        check(" United S", &["United States", "United States Minor Outlying Islands"]);
        check("guinea", &["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]);
    }

    #[test]
    fn a_region_is_found_by_its_own_name() {
        check("bavaria", &["Germany: Bavaria"]);
        check("Württem", &["Germany: Baden-Württemberg"]);
        check("England", &["United Kingdom: England"]);
        check("germany: bav", &["Germany: Bavaria"]);
    }

    #[test]
    fn a_code_finds_its_own_first() {
        check("de", &["Germany", "Denmark"]);
        check("DE-BY", &["Germany: Bavaria"]);
        check("us", &["United States"]);
    }

    #[test]
    fn accents_and_other_names_do_not_hide_a_country() {
        check("cote d'iv", &["Côte d'Ivoire"]);
        check("aland", &["Åland Islands"]);
        check("USA", &["United States"]);
        check("uk", &["United Kingdom", "Ukraine"]);
        check("holland", &["Netherlands"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        check("", &[]);
        check("  ", &[]);
        check("nowhere land", &[]);
        let listed = holiday_list(include_str!("../../assets/holidays/index.json")).unwrap();
        assert_eq!(Listed::found(&listed, "nowhere land"), Vec::<&Listed>::new());
        assert_eq!(Listed::found(&listed, " - "), Vec::<&Listed>::new());
    }
}
