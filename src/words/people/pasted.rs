//! People as they were pasted: what was understood of each line, and what was not.

use super::known_as;
use crate::roster::Workspace;
use crate::words::day_and_year;
use crate::workshop::{Column, DateOrder, Pasted, Twin, Unclear};

/// What a column holds, as it is offered.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Name => "Name",
        Column::FirstName => "First name",
        Column::LastName => "Family name",
        Column::Mail => "E-mail",
        Column::Phone => "Phone",
        Column::Address => "Address",
        Column::Segment => "Group",
        Column::Owner => "Looked after by",
        Column::Country => "Country",
        Column::Start => "Start",
        Column::Event => "What began it",
        Column::Note => "Notes",
        Column::LeftOut => "Leave out",
    }
}

/// The order of day and month in dates, as it is asked.
pub fn date_order(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => "The day comes first: 31/12/2026",
        DateOrder::MonthFirst => "The month comes first: 12/31/2026",
    }
}

/// What could not be read of a line, and what to do.
pub fn unclear(unclear: &Unclear) -> String {
    match unclear {
        Unclear::NoName => "There is no name. Write one, or leave this line out.".to_owned(),
        Unclear::TooLong(what) => match what {
            Column::Note => "The notes are too long. Shorten them.".to_owned(),
            what => format!("What stands under “{}” is too long. Shorten it.", column(*what)),
        },
        Unclear::WhichDate(dates) => {
            let dates: Vec<_> = dates.iter().map(|date| day_and_year(*date)).collect();
            format!("This could be {}. Say whether the day or the month comes first.", dates.join(" or "))
        }
        Unclear::NoDate(text) => {
            format!("“{}” is no date. Write it like 31 Dec 2026, or leave it empty.", shortened(text))
        }
        Unclear::UnknownOwner(text) => format!(
            "Nobody in the plan is called “{}”. Choose somebody who is, or add them to the plan first.",
            shortened(text)
        ),
        Unclear::UnknownCountry(text) => format!(
            "The holidays of “{}” are not here. Add that country first, or leave it empty.",
            shortened(text)
        ),
    }
}

/// Who looks like the same person as the one of a line.
pub fn twin(workspace: &Workspace, twin: &Twin, people: &[Pasted]) -> String {
    match *twin {
        Twin::Known { contact, is_enrolled } => {
            let who = known_as(workspace, contact).unwrap_or_else(|| "somebody".to_owned());
            match is_enrolled {
                true => format!("Looks like {who}, who is on this sequence already."),
                false => format!("Looks like {who}, who is in your list already."),
            }
        }
        Twin::Above(at) => match people.get(at).map(|known| known.contact.name.as_str().trim()) {
            Some(name) if !name.is_empty() => format!("Looks like {name} in a line above."),
            _ => "Looks like somebody in a line above.".to_owned(),
        },
    }
}

/// So much of a cell as a sentence bears.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{ContactId, NewContact};
    use crate::words::people::tests::{ada, date, line, workspace};

    #[test]
    fn each_column_has_words_of_its_own() {
        let mut words: Vec<_> = Column::ALL.into_iter().map(column).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Column::ALL.len());
    }

    #[test]
    fn what_is_unclear_says_what_to_do() {
        let cases = [
            (Unclear::NoName, "There is no name. Write one, or leave this line out."),
            (Unclear::TooLong(Column::Mail), "What stands under “E-mail” is too long. Shorten it."),
            (Unclear::TooLong(Column::Note), "The notes are too long. Shorten them."),
            (
                Unclear::WhichDate(vec![date("2026-03-05"), date("2026-05-03")]),
                "This could be Thu 5 Mar 2026 or Sun 3 May 2026. Say whether the day or the month comes first.",
            ),
            (
                Unclear::NoDate("soon".to_owned()),
                "“soon” is no date. Write it like 31 Dec 2026, or leave it empty.",
            ),
            (
                Unclear::UnknownOwner("Bob".to_owned()),
                "Nobody in the plan is called “Bob”. Choose somebody who is, or add them to the plan first.",
            ),
            (
                Unclear::UnknownCountry("é".repeat(50)),
                &format!(
                    "The holidays of “{}…” are not here. Add that country first, or leave it empty.",
                    "é".repeat(40)
                ),
            ),
        ];
        for (found, said) in cases {
            assert_eq!(unclear(&found), said);
        }
    }

    #[test]
    fn a_twin_is_told_by_name() {
        let contact = NewContact { name: line("Bo Lund"), ..NewContact::default() };
        let people = [Pasted { place: 0..0, contact, doubts: Vec::new(), twin: None }];
        let known = |contact, is_enrolled| Twin::Known { contact, is_enrolled };
        let cases = [
            (known(ada(), true), "Looks like Ada Murphy, who is on this sequence already."),
            (known(ada(), false), "Looks like Ada Murphy, who is in your list already."),
            (known(ContactId(99), false), "Looks like somebody, who is in your list already."),
            (Twin::Above(0), "Looks like Bo Lund in a line above."),
            (Twin::Above(7), "Looks like somebody in a line above."),
        ];
        for (found, said) in cases {
            assert_eq!(twin(&workspace(), &found, &people), said);
        }
        assert!(date_order(DateOrder::DayFirst).contains("31/12/2026"));
        assert!(date_order(DateOrder::MonthFirst).contains("12/31/2026"));
    }
}
