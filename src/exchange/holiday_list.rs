//! Which sets of holidays are ready to be taken, and how one is found among them.

use super::file_name::comparable;
use super::holiday_set::{HolidayFileError, read_file};
use crate::store::Fault;
use crate::store::wire::{Fields, Found, word};

/// A country or a part of it whose holidays are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// `DE`, `DE-BY`.
    pub code: String,
    /// `Germany`, `Germany: Bavaria`.
    pub name: String,
    /// What else people call it: `Deutschland`, `Bayern`.
    pub also: Vec<String>,
}

/// How well a text is what was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// It is the code, or what the country is called for short.
    Code,
    /// The name begins with it.
    Name,
    /// Another name of it does.
    Other,
    /// A word of a name does.
    Word,
    /// It is what the country writes for the region for short: `NSW`.
    Short,
    /// It is one of the country's regions, or its code begins so.
    Region,
    /// It stands somewhere in it.
    Somewhere,
}

impl Fit {
    const BEST_FIRST: [Self; 7] =
        [Self::Code, Self::Name, Self::Other, Self::Word, Self::Short, Self::Region, Self::Somewhere];
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
    let also = match fields.optional("also")? {
        Some(names) => names.list(word)?,
        None => Vec::new(),
    };
    Ok(Listed { code: fields.word("code")?, name: fields.word("name")?, also })
}

impl Listed {
    /// The name of the file that holds its days.
    pub fn file(&self) -> String {
        format!("{}.json", self.code.split('-').next().unwrap_or_default())
    }

    /// All that fit what was typed, the best first; none while nothing was typed.
    pub fn found<'a>(listed: &'a [Self], typed: &str) -> Vec<&'a Self> {
        let sought = comparable(typed);
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
        let (code, name) = (comparable(&self.code), comparable(&self.name));
        let own = self.name.split_once(": ").map_or(name.clone(), |(_, region)| comparable(region));
        let short = self.code.split_once('-').map(|(_, short)| comparable(short));
        let also: Vec<_> = self.also.iter().map(|other| comparable(other)).collect();
        let begins = |text: &String| text.starts_with(sought);
        let fits = [
            (code == sought || also.iter().any(|other| other == sought), Fit::Code),
            (begins(&own), Fit::Name),
            (also.iter().any(begins), Fit::Other),
            (has_word(&own, sought) || also.iter().any(|other| has_word(other, sought)), Fit::Word),
            (short.is_some_and(|short| short == sought), Fit::Short),
            (begins(&name) || begins(&code), Fit::Region),
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
    fn a_country_is_found_by_its_short_name_and_in_its_own_language() {
        check("UAE", &["United Arab Emirates"]);
        check("dubai", &["United Arab Emirates"]);
        check("Deutschl", &["Germany"]);
        check("Österreich", &["Austria"]);
        check("suisse", &["Switzerland"]);
        check("日本", &["Japan"]);
        check("Росси", &["Russia"]);
        check("KOR", &["South Korea"]);
        check("macau", &["Macao"]);
        check("Ivory Coast", &["Côte d'Ivoire"]);
    }

    #[test]
    fn a_region_is_found_by_its_letters_and_in_its_own_language() {
        check("nsw", &["Australia: New South Wales"]);
        check("Bayern", &["Germany: Bavaria"]);
        check("firenze", &["Italy: Florence"]);
        check("Alsace", &["France: Alsace", "France: Moselle"]);
        check("moselle", &["France: Moselle"]);
        check("catalunya", &["Spain: Catalonia"]);
        check("TX", &["United States: Texas"]);
        check("wien", &["Austria: Vienna"]);
        // A country's own letters come before those of a region.
        check("ca", &["Canada"]);
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
