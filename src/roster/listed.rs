//! The people of a roster as a list: by name, those that are looked for.

use super::{Contact, ContactId, Roster};
use crate::calendar::sort_by;
use crate::plan::in_plain_letters;

/// Whom a list holds, by whether something is under way for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Whom {
    /// Everybody.
    #[default]
    All,
    /// Those who are on a sequence.
    OnSequence,
    /// Those who are on none.
    OnNone,
}

impl Whom {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::All, Self::OnSequence, Self::OnNone];

    fn has(self, contact: &Contact) -> bool {
        match self {
            Self::All => true,
            Self::OnSequence => contact.is_under_way(),
            Self::OnNone => !contact.is_under_way(),
        }
    }
}

/// Those of whom each word that is sought stands in the name, the address, the group or the notes; by name.
pub fn listed(roster: &Roster, sought: &str, whom: Whom) -> Vec<ContactId> {
    let sought = in_plain_letters(sought);
    let words: Vec<&str> = sought.split_whitespace().collect();
    let is_found = |contact: &Contact| {
        let parts = [&contact.name, &contact.reach.mail, &contact.segment].map(|line| line.as_str());
        let text = in_plain_letters(&[&parts.join("\n"), "\n", contact.note.as_str()].concat());
        words.iter().all(|word| text.contains(word))
    };
    let found =
        roster.contacts().filter(|contact| whom.has(contact) && (words.is_empty() || is_found(contact)));
    let mut found: Vec<_> =
        found.map(|contact| (in_plain_letters(contact.name.as_str().trim()), contact.id)).collect();
    sort_by(&mut found, Ord::cmp);
    found.into_iter().map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Audience, Line, Prose};
    use crate::roster::{NewContact, Reach, RosterEdit};

    fn roster() -> Roster {
        let line = |text: &str| Line::parse(text).unwrap();
        let day = "2026-11-30".parse().unwrap();
        let zoe = NewContact {
            name: line("zoe beck"),
            reach: Reach { mail: line("ZB@example.com"), ..Reach::default() },
            start: Some((Audience::Prospect, Line::default(), day)),
            ..NewContact::default()
        };
        let ada = NewContact {
            name: line("Ada Lund"),
            segment: line("Bakery"),
            note: Prose::parse("met at the fair").unwrap(),
            ..NewContact::default()
        };
        let lucja = NewContact { name: line("Łucja Şahin"), ..NewContact::default() };
        Roster::default().edited(RosterEdit::Add(vec![zoe, ada, lucja])).unwrap()
    }

    #[track_caller]
    fn check(sought: &str, whom: Whom, found: &[u32]) {
        let found: Vec<_> = found.iter().copied().map(ContactId).collect();
        assert_eq!(listed(&roster(), sought, whom), found, "{sought}");
    }

    #[test]
    fn people_are_found_by_what_is_known_of_them() {
        check("", Whom::All, &[2, 3, 1]);
        check("", Whom::OnSequence, &[1]);
        check("", Whom::OnNone, &[2, 3]);
        check("sahin lucja", Whom::All, &[3]);
        check("Şah", Whom::All, &[3]);
        check("zb@EXAMPLE", Whom::All, &[1]);
        check("fair bakery", Whom::All, &[2]);
        check("fair beck", Whom::All, &[]);
        check("ada", Whom::OnSequence, &[]);
    }
}
