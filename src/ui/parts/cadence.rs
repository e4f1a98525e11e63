//! The cadence on one contact, drawn and told (C6, E9, F5).

mod drawing;

use crate::calendar::sort_by_number;
use std::sync::Arc;

use super::{facts_row, facts_table, fold, place_link};
use crate::advice::{Band, Cadence, Period, Scale};
use crate::plan::{Plan, StepId};
use crate::ui::Route;
use crate::ui::element::{El, attr, el, html};
use crate::words;
use crate::workshop::Stage;
use drawing::{legend, stacks};

/// As many stretches of time as a wide picture and the table hold.
const MANY: usize = 26;
/// As many as fit on a phone.
const FEW: usize = 8;
/// As many sentences as are read at a glance; more open on request.
const TOLD: usize = 6;
/// As many as a sheet bears.
const TOLD_ON_PAPER: usize = 20;

/// The picture: stacks over time. What it shows is said by its name, its sentences and its tables as well.
pub fn cadence_chart(cadence: &Cadence) -> El {
    el(html::Figure)
        .class("cadence")
        .attr(attr::Role, "img")
        .aria_label(format!(
            "{}: {}",
            words::cadence_title(cadence.audience),
            words::cadence_summary(cadence)
        ))
        .child(el(html::Div).class("cadence__wide").child(stacks(cadence, MANY, 900)))
        .child(el(html::Div).class("cadence__narrow").child(stacks(cadence, FEW, 340)))
        .child(legend(cadence))
}

/// What is too much and what is forgotten, each sentence with the way to its step; then the same as tables.
pub fn cadence_facts(plan: &Plan, cadence: &Cadence) -> Vec<El> {
    let item = |step: StepId, words: String| {
        el(html::Li)
            .child(
                place_link(Route::Workshop(Stage::Route), format!("#step-{} [data-cell=what]", step.0))
                    .child(words::step_name(plan, step)),
            )
            .child(format!(". {words}"))
    };
    let mut told: Vec<_> = sentences(cadence).map(|(step, words)| item(step, words)).collect();
    let more = told.split_off(told.len().min(TOLD));
    let verdict = el(html::P).class("cadence__verdict").child(words::cadence_summary(cadence));
    let told = (!told.is_empty()).then(|| el(html::Ul).class("cadence__told").child(told));
    let shared = Arc::new(cadence.clone());
    let title = words::cadence_title(cadence.audience);
    let tables = {
        let cadence = shared.clone();
        move || {
            let (scale, periods) = cadence.periods(MANY);
            el(html::Div).child(periods_table(title, scale, &periods)).child(bands_table(title, &cadence))
        }
    };
    let more = (!more.is_empty()).then(|| {
        el(html::Details)
            .class("fold")
            .child(el(html::Summary).child(format!("{} more like these", more.len())))
            .child(el(html::Ul).class("cadence__told").child(more))
    });
    [Some(verdict), told, more, Some(fold(|| "The same as tables".to_owned(), tables))]
        .into_iter()
        .flatten()
        .collect()
}

/// Each thing to consider, in order of time.
fn sentences(cadence: &Cadence) -> impl Iterator<Item = (StepId, String)> {
    let strains =
        cadence.strains.iter().map(|it| (it.touchpoint.date, it.touchpoint.step, words::strain(it)));
    let silences = cadence.silences.iter().map(|it| (it.until.date, it.until.step, words::silence(it)));
    let mut all: Vec<_> = strains.chain(silences).collect();
    sort_by_number(&mut all, |(date, ..)| date.to_epoch_days().into());
    all.into_iter().map(|(_, step, words)| (step, words))
}

fn plain(words: impl Into<String>) -> El {
    el(html::Span).child(words.into())
}

fn periods_table(title: &str, scale: Scale, periods: &[Period]) -> El {
    let titles = ["When", "Days", "Touchpoints", "By", "To consider"];
    let row = |period: &Period| {
        let cells = vec![
            plain(words::period_days(period)),
            plain(period.total().to_string()),
            plain(words::touchpoints_of(period)),
            plain(words::period_mark(period)),
        ];
        facts_row(&titles, plain(words::period(scale, period)), cells)
    };
    facts_table(format!("{title}: touchpoints in order of time"), &titles, periods.iter().map(row).collect())
}

fn bands_table(title: &str, cadence: &Cadence) -> El {
    let titles = ["Channel", "Used", "Days at least between two", "Days at most until the next of any kind"];
    let row = |band: &Band| {
        let forgets = cadence.silences.iter().any(|silence| silence.after.channel == band.channel);
        let cells = vec![
            plain(words::count(band.count, "time")),
            plain(words::held_shortest(band.shortest)),
            plain(words::held_longest(band.longest, forgets)),
        ];
        facts_row(&titles, plain(words::channel(band.channel)), cells)
    };
    facts_table(
        format!("{title}: each channel within its limits"),
        &titles,
        cadence.bands.iter().map(row).collect(),
    )
}

/// The picture and the sentences on paper; nothing where no contact has a date.
pub fn cadence_on_paper(plan: &Plan, felt: &[Cadence]) -> Option<El> {
    let one = |cadence: &Cadence| {
        let item = |(step, words): (StepId, String)| {
            el(html::Li).child(format!("{}. {words}", words::step_name(plan, step)))
        };
        let mut told: Vec<_> = sentences(cadence).map(item).collect();
        let more = told.len().saturating_sub(TOLD_ON_PAPER);
        if more > 0 {
            told.truncate(TOLD_ON_PAPER);
            told.push(el(html::Li).child(format!("And {more} more like these.")));
        }
        let picture = el(html::Div).class("cadence").child(stacks(cadence, MANY, 900)).child(legend(cadence));
        el(html::Section)
            .child(el(html::H3).child(words::cadence_title(cadence.audience)))
            .child(el(html::P).child(words::cadence_summary(cadence)))
            .child(picture)
            .child((!told.is_empty()).then(|| el(html::Ul).child(told)))
    };
    (!felt.is_empty()).then(|| {
        el(html::Section)
            .class("sheet__cadence")
            .child(el(html::H2).child("Cadence: how often one contact hears from you"))
            .child(felt.iter().map(one).collect::<Vec<_>>())
    })
}
