//! Build sheets.

use followthrough::exchange::Format;

use super::fixtures::edits::HOSTILE;
use super::fixtures::{date, full_plan};
use super::turns::{Chance, much_parted};
use super::{example_plan, parted, saying, text};

/// The rows of the tables of build sheets, as text.
fn sheet_rows(page: &str) -> Vec<Vec<String>> {
    let rows = page.split("<tr><td>").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let cells = |row: &str| {
        let cells = row.trim_end_matches("</td>").split("</td>");
        cells.map(|cell| cell.rsplit_once("td>").map_or(cell, |(_, cell)| cell).to_owned()).collect()
    };
    rows.map(cells).collect()
}

#[test]
fn build_sheets_name_five_programs_with_the_steps_of_both_sequences_in_each() {
    let plan = example_plan();
    let page = text(Format::BuildSheets, &plan);
    for name in ["HubSpot", "ActiveCampaign", "Keap", "Mailchimp", "Brevo"] {
        assert!(page.contains(&format!("<h2>{name}</h2>")), "{name}");
    }
    assert_eq!(sheet_rows(&page).len(), 5 * plan.steps().count());
    assert!(!page.contains("<script") && page.contains("default-src 'none'"));
}

#[test]
fn a_date_that_would_be_another_has_a_reason_and_no_other_has_one() {
    let mut chance = Chance(3);
    let mut plans = vec![example_plan(), full_plan(), parted()];
    plans.extend((0..50).map(|_| much_parted(&mut chance)));
    for plan in plans {
        let page = text(Format::BuildSheets, &plan);
        for cells in sheet_rows(&page) {
            let [_, _, _, ours, theirs, why] = &cells[..] else { panic!("{cells:?}") };
            let theirs = theirs.trim_start_matches("<td class=\"other\">");
            assert_eq!(ours == theirs, why.is_empty(), "{cells:?}");
        }
    }
}

#[test]
fn working_days_are_others_elsewhere_as_their_programs_count() {
    // A start on Thursday, 26 November: two working days later it is Monday, three after that Thursday.
    let mut parts = parted().into_parts();
    parts.runs.prospect.start = Some(date("2026-11-26"));
    let page = text(Format::BuildSheets, &parts.checked().unwrap());
    let [hubspot, active, keap] = [0, 3, 6].map(|at| sheet_rows(&page)[at].clone());
    assert_eq!(hubspot[2..4], ["2 days, then only on Monday to Friday", "Mon 30 Nov 2026"]);
    assert_eq!(hubspot[5], "");
    assert_eq!(active[2], "2 days");
    assert!(active[4].ends_with("Sat 28 Nov 2026"), "{active:?}");
    assert_eq!(active[5], "Sat 28 Nov 2026 is not worked, and it does not wait for a day that is.");
    assert_eq!(keap[2], "2 Week Day(s), then only on Monday to Friday");
    assert_eq!(keap[5], "");
}

#[test]
fn what_a_person_typed_is_text_in_build_sheets() {
    let page =
        text(Format::BuildSheets, &saying(HOSTILE.iter().copied().chain(["<img src=x onerror=y>", "&amp;"])));
    let plain = text(Format::BuildSheets, &saying(HOSTILE.iter().map(|_| "x").chain(["x", "x"])));
    let tags = |page: &str| page.matches('<').count();
    assert_eq!(tags(&page), tags(&plain));
    assert!(page.contains("&lt;img src=x onerror=y&gt;") && page.contains("&amp;amp;"));
}
