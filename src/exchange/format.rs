//! The files in which a plan leaves for another program.

/// A kind of file that other programs read (B10). What writes it stands in [`write`](super::write()); button, palette and
/// the table in the docs are made from this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook whose dates are formulas (B10, B11, F3).
    Spreadsheet,
    /// Days in a calendar, or tasks to tick off (RFC 5545).
    Calendar,
    /// Cells between commas (RFC 4180).
    Table,
    /// Cells to paste.
    Cells,
    /// Lines to read.
    Text,
    /// A project template of Todoist.
    Todoist,
    /// What Asana imports.
    Asana,
    /// Tasks that HubSpot imports.
    HubSpot,
    /// A workflow that runs in n8n.
    N8n,
    /// A package of campaigns for Mautic.
    Mautic,
    /// How to enter a plan in programs that send by themselves.
    BuildSheets,
}

/// What is to be known of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatFacts {
    /// Its name in requests.
    pub slug: &'static str,
    /// What it is called on the screen.
    pub name: &'static str,
    /// How names of its files end, after the dot.
    pub ending: &'static str,
    /// What browsers and mail call it.
    pub media_type: &'static str,
    /// What is in it, and what it is good for.
    pub holds: &'static str,
    /// What of the plan is not in it, as it goes on after “Not in it:”.
    pub loses: &'static str,
    /// Whether the steps of the people can be in it.
    pub takes_people: bool,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::Spreadsheet,
        Self::Calendar,
        Self::Table,
        Self::Cells,
        Self::Text,
        Self::Todoist,
        Self::Asana,
        Self::HubSpot,
        Self::N8n,
        Self::Mautic,
        Self::BuildSheets,
    ];

    /// Those that many want.
    pub const USUAL: &'static [Self] =
        &[Self::Spreadsheet, Self::Calendar, Self::Table, Self::Cells, Self::Text];

    /// Those for programs that few have, by what the programs are for.
    pub const SPECIAL: [(&'static str, &'static [Self]); 2] = [
        ("For Todoist, Asana or HubSpot", &[Self::Todoist, Self::Asana, Self::HubSpot]),
        ("For a program that sends by itself", &[Self::N8n, Self::Mautic, Self::BuildSheets]),
    ];

    /// What is to be known of it.
    pub const fn facts(self) -> FormatFacts {
        match self {
            Self::Spreadsheet => FormatFacts {
                slug: "spreadsheet",
                name: "Spreadsheet",
                ending: "xlsx",
                media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                holds: "Both sequences, holidays and measures. Its dates go on counting: change a wait, or fill in the day a step was done, and the later dates move.",
                loses: "the counting of dates far from today, and of people with working days of their own: their rows say so. What is filled in for people is not taken back.",
                takes_people: true,
            },
            Self::Calendar => FormatFacts {
                slug: "calendar",
                name: "Calendar",
                ending: "ics",
                media_type: "text/calendar",
                holds: "Every open step as a whole day in Google Calendar, Outlook or Apple Calendar, or as a task to tick off. Sent again, it changes what is there.",
                loses: "steps that are done, have no day, or are on a path that is not expected. Its dates do not go on counting. Google Calendar shows no tasks.",
                takes_people: true,
            },
            Self::Table => FormatFacts {
                slug: "table",
                name: "Table",
                ending: "csv",
                media_type: "text/csv",
                holds: "One row a step, for any program that reads tables, with the columns it wants.",
                loses: "goals and measures. Its dates do not go on counting.",
                takes_people: true,
            },
            Self::Cells => FormatFacts {
                slug: "cells",
                name: "Cells",
                ending: "tsv",
                media_type: "text/tab-separated-values",
                holds: "The same table, to paste into a spreadsheet, a document or a mail.",
                loses: "goals and measures. Its dates do not go on counting.",
                takes_people: true,
            },
            Self::Text => FormatFacts {
                slug: "text",
                name: "Text",
                ending: "txt",
                media_type: "text/plain",
                holds: "Each step with its day, who does it and with what, to be read in a mail.",
                loses: "goals, measures and messages. No program reads it back.",
                takes_people: true,
            },
            Self::Todoist => FormatFacts {
                slug: "todoist",
                name: "Todoist",
                ending: "csv",
                media_type: "text/csv",
                holds: "Every open step as a task with its day, all there is to know in a note below it.",
                loses: "who does it, but for the note; steps that are done or on a path that is not expected. Its dates do not go on counting.",
                takes_people: true,
            },
            Self::Asana => FormatFacts {
                slug: "asana",
                name: "Asana",
                ending: "csv",
                media_type: "text/csv",
                holds: "Every open step as a task with its day and all there is to know, in a section for each sequence.",
                loses: "who does it, but for the description; steps that are done or on a path that is not expected. Its dates do not go on counting.",
                takes_people: true,
            },
            Self::HubSpot => FormatFacts {
                slug: "hubspot-tasks",
                name: "HubSpot tasks",
                ending: "csv",
                media_type: "text/csv",
                holds: "Every open step as a task with its day; those of a person go with their e-mail address.",
                loses: "who does it, but for the notes; steps that are done or on a path that is not expected. Its dates do not go on counting.",
                takes_people: true,
            },
            Self::N8n => FormatFacts {
                slug: "n8n",
                name: "n8n workflow",
                ending: "json",
                media_type: "application/json",
                holds: "Both sequences as a workflow for n8n, switched off: for each new contact it waits for every step by your working days and hands it to the node you connect. What came of a step is asked by a form.",
                loses: "people, and what is done already. Steps that are due before the one above come right after it. Days off are known for six years, this one among them.",
                takes_people: false,
            },
            Self::Mautic => FormatFacts {
                slug: "mautic",
                name: "Mautic campaigns",
                ending: "zip",
                media_type: "application/zip",
                holds: "A campaign for each sequence, for the campaign import of Mautic 7, unpublished: a step that is due gives its contact a tag, and outcomes are asked for by tags.",
                loses: "steps counted from an event or a date, last days, people, and e-mail addresses in texts. Mautic counts days of the calendar and knows no holidays. Made after what its importer reads, and not tried on a server.",
                takes_people: false,
            },
            Self::BuildSheets => FormatFacts {
                slug: "build-sheets",
                name: "Build sheets",
                ending: "html",
                media_type: "text/html",
                holds: "How to enter the plan in HubSpot, ActiveCampaign, Keap, Mailchimp or Brevo, step by step, with each date that would be another there and why. To read, and to print.",
                loses: "people, and what is done already. What those programs do was read in their help, and not tried.",
                takes_people: false,
            },
        }
    }

    /// Whether it is copied, to be pasted elsewhere, rather than handed over as a file.
    pub fn is_pasted(self) -> bool {
        matches!(self, Self::Cells | Self::Text)
    }

    /// The format of that name in requests.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.facts().slug == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_offered_once_and_found_by_its_name() {
        let special = Format::SPECIAL.into_iter().flat_map(|(_, formats)| formats);
        let offered: Vec<_> = Format::USUAL.iter().chain(special).copied().collect();
        assert_eq!(offered, Format::ALL);
        for format in Format::ALL {
            assert_eq!(Format::from_slug(format.facts().slug), Some(format));
        }
    }
}
