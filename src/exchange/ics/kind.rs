//! Whether a day of a calendar file is a day off, or only there to be known.
//!
//! Most calendars of holidays mark every day as free ("transparent"), so that nobody seems busy on it; in a person's
//! own calendar the same mark tells birthdays from days away. So the mark counts only where a calendar makes a
//! difference with it, or is none of holidays.

use super::property::Property;

/// What a day of a calendar file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayKind {
    /// A day off: a public holiday, or a day on which somebody is away.
    Off,
    /// Marked as free, and no public holiday: a birthday.
    Free,
    /// A day to be remembered on which people work.
    Observance,
}

impl DayKind {
    /// Why the day is offered without a tick.
    pub fn note(self) -> Option<&'static str> {
        match self {
            Self::Off => None,
            Self::Free => Some("marked as free"),
            Self::Observance => Some("observance"),
        }
    }
}

/// What an event says of its kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    is_transparent: bool,
    /// Whether time is taken up, by what Outlook says; that is more exact.
    is_busy: Option<bool>,
    label: Option<Label>,
    is_well_known: bool,
}

/// What an event says in so many words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    Birthday,
    Holiday,
    /// By its name people work on it nearly everywhere.
    KnownObservance,
    PublicHoliday,
    Observance,
}

/// What all events of a calendar say together.
#[derive(Clone, Debug, Default)]
pub(super) struct Overview {
    /// Its name or its description is about holidays.
    is_called_holidays: bool,
    takes_time: bool,
    observances: usize,
    well_known: usize,
}

/// Beginnings of what calendars write under a public holiday.
const PUBLIC: [&str; 22] = [
    "public holiday",
    "bank holiday",
    "federal holiday",
    "national holiday",
    "regional holiday",
    "state holiday",
    "statutory holiday",
    "gesetzlicher feiertag",
    "feiertag",
    "jour férié",
    "día festivo",
    "festivo",
    "feriado",
    "festività",
    "festa nazionale",
    "feestdag",
    "święto państwowe",
    "dzień wolny",
    "státní svátek",
    "helgdag",
    "helligdag",
    "resmi tatil",
];

/// Beginnings of what they write under a day on which people work.
const OBSERVED: [&str; 12] = [
    "observance",
    "not a public holiday",
    "not a bank holiday",
    "optional holiday",
    "restricted holiday",
    "gedenktag",
    "kein feiertag",
    "célébration",
    "celebración",
    "conmemoración",
    "ricorrenza",
    "comemoração",
];

/// Days in the calendars of holidays on which people work, by beginnings of their names. What is a holiday in one country,
/// as St Patrick's day is, is none of them.
const KNOWN_OBSERVANCES: [&str; 24] = [
    "administrative professionals",
    "april fool",
    "daylight saving",
    "día de la madre",
    "earth day",
    "father's day",
    "fathers' day",
    "fathers day",
    "first day of",
    "fête des mères",
    "fête des pères",
    "groundhog day",
    "halloween",
    "mother's day",
    "mothering sunday",
    "mothers' day",
    "mothers day",
    "muttertag",
    "saint valentine's day",
    "st. valentine's day",
    "tax day",
    "valentine's day",
    "valentines day",
    "valentinstag",
];

/// Words in the names of others.
const OBSERVED_INSIDE: [&str; 5] = ["equinox", "solstice", "summer time", "working day", "（班）"];

/// Words for holidays in the names of calendars.
const HOLIDAYS: [&str; 18] = [
    "holiday",
    "feiertag",
    "ferien",
    "férié",
    "festivo",
    "feriado",
    "festivi",
    "feestdagen",
    "helligdag",
    "helgdag",
    "svátk",
    "święta",
    "sviatk",
    "праздник",
    "ünnep",
    "tatil",
    "祝日",
    "节假日",
];

/// Holidays that are kept nearly wherever they are known, in full.
const WELL_KNOWN: [&str; 45] = [
    "all saints' day",
    "allerheiligen",
    "anzac day",
    "año nuevo",
    "ascension day",
    "assumption day",
    "australia day",
    "boxing day",
    "capodanno",
    "christi himmelfahrt",
    "christmas",
    "christmas day",
    "columbus day",
    "easter monday",
    "epiphany",
    "family day",
    "fronleichnam",
    "good friday",
    "heilige drei könige",
    "independence day",
    "jour de l'an",
    "juneteenth",
    "karfreitag",
    "king's birthday",
    "labor day",
    "labour day",
    "lundi de pâques",
    "martin luther king day",
    "martin luther king jr. day",
    "memorial day",
    "national day",
    "natale",
    "navidad",
    "neujahr",
    "new year",
    "new year's day",
    "noël",
    "ostermontag",
    "pfingstmontag",
    "presidents' day",
    "republic day",
    "tag der arbeit",
    "thanksgiving",
    "thanksgiving day",
    "veterans day",
];

impl Clues {
    /// Takes what a property of the event says.
    pub(super) fn take(&mut self, property: &Property<'_>) {
        let value = property.value;
        if property.is("TRANSP") {
            self.is_transparent = value.eq_ignore_ascii_case("TRANSPARENT");
        } else if property.is("X-MICROSOFT-CDO-BUSYSTATUS") {
            self.is_busy = match value.to_ascii_uppercase().as_str() {
                "FREE" | "WORKINGELSEWHERE" => Some(false),
                "BUSY" | "OOF" | "TENTATIVE" => Some(true),
                _ => None,
            };
        } else if property.is("CATEGORIES") {
            self.take_categories(&property.text());
        } else if property.is("DESCRIPTION") {
            self.take_description(&property.text());
        } else if property.is("SUMMARY") {
            self.take_name(&property.text());
        }
    }

    fn take_categories(&mut self, categories: &str) {
        for category in categories.split(',').map(|it| lower(it.trim())) {
            self.label(match category.as_str() {
                it if begins(it, &OBSERVED) || begins(it, &["season", "clock change"]) => {
                    Some(Label::Observance)
                }
                // `local observance`
                it if it.contains("observance") => Some(Label::Observance),
                it if begins(it, &PUBLIC) => Some(Label::PublicHoliday),
                it if it.starts_with("holiday") => Some(Label::Holiday),
                "vacation" | "out of office" | "urlaub" => Some(Label::PublicHoliday),
                it if it.starts_with("birthday") || it.starts_with("geburtstag") => Some(Label::Birthday),
                _ => None,
            });
        }
    }

    fn take_description(&mut self, description: &str) {
        let (first, rest) = description.split_once('\n').unwrap_or((description, ""));
        let first = lower(first.trim());
        // In whatever language: how such days are hidden is said under each of them.
        let can_be_hidden = rest.contains("Google") && rest.contains('>');
        self.label(if begins(&first, &OBSERVED) || can_be_hidden {
            Some(Label::Observance)
        } else {
            begins(&first, &PUBLIC).then_some(Label::PublicHoliday)
        });
    }

    fn take_name(&mut self, name: &str) {
        let name = lower(name.trim()).replace('’', "'");
        let (plain, note) = name.split_once('(').unwrap_or((&name, ""));
        let is_said = ["bank holiday", "public holiday"].iter().any(|said| plain.contains(said));
        let day = [" observed", " holiday"].iter().fold(plain.trim(), |day, more| day.trim_end_matches(more));
        self.is_well_known |= is_said || WELL_KNOWN.contains(&day);
        if begins(note.trim(), &OBSERVED) || note.starts_with("half") {
            self.label(Some(Label::Observance));
        }
        let is_inside = OBSERVED_INSIDE.iter().any(|inside| name.contains(inside));
        self.label((is_inside || begins(plain, &KNOWN_OBSERVANCES)).then_some(Label::KnownObservance));
    }

    /// Of two labels the one that takes the day off back is kept.
    fn label(&mut self, label: Option<Label>) {
        self.label = self.label.max(label);
    }

    fn takes_time(&self) -> bool {
        self.is_busy.unwrap_or(!self.is_transparent)
    }

    /// What its days are, in a calendar of which that is known.
    pub(super) fn kind(&self, calendar: &Overview) -> DayKind {
        match self.label {
            Some(Label::Observance | Label::KnownObservance) => DayKind::Observance,
            Some(Label::PublicHoliday | Label::Holiday) => DayKind::Off,
            Some(Label::Birthday) if !self.takes_time() => DayKind::Free,
            _ if self.takes_time() || self.is_well_known || calendar.is_of_holidays() => DayKind::Off,
            _ => DayKind::Free,
        }
    }
}

impl Overview {
    /// Takes what is said of the calendar itself.
    pub(super) fn take(&mut self, property: &Property<'_>) {
        if ["X-WR-CALNAME", "X-WR-CALDESC", "NAME", "DESCRIPTION"].iter().any(|name| property.is(name)) {
            let words = lower(&property.text());
            self.is_called_holidays |= HOLIDAYS.iter().any(|word| words.contains(word));
        }
    }

    /// Takes one of its events.
    pub(super) fn see(&mut self, clues: &Clues) {
        let is_observed = matches!(clues.label, Some(Label::Observance | Label::KnownObservance));
        self.takes_time |= clues.takes_time() && !is_observed;
        self.observances += usize::from(clues.label == Some(Label::Observance));
        self.well_known += usize::from(clues.is_well_known);
    }

    /// Whether all its days are free because they are holidays.
    fn is_of_holidays(&self) -> bool {
        !self.takes_time && (self.is_called_holidays || self.well_known > 1 || self.observances > 0)
    }
}

fn begins(text: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| text.starts_with(beginning))
}

/// The beginning of a text in small letters: more is not looked at.
fn lower(text: &str) -> String {
    text.chars().take(80).flat_map(char::to_lowercase).collect()
}
