//! What is to be done, for whom, on paper: what is late, today and the week that comes, with boxes to tick (B9).

use chrono::NaiveDate;

use crate::agenda::{Agenda, Forecasts, Item};
use crate::plan::Responsible;
use crate::roster::Workspace;
use crate::ui::element::{El, attr, el, html};
use crate::words;

/// How many days of what comes next are printed.
const DAYS: u64 = 7;

const COLUMNS: [&str; 6] = ["", "What", "For whom", "How", "Who", "When"];

/// The list of everybody, or of what one does.
pub fn agenda(forecasts: &Forecasts, whose: Option<Responsible>) -> El {
    let (whole, today) = (forecasts.workspace(), forecasts.today());
    let agenda = Agenda::ahead(forecasts, DAYS);
    let who = whose.map(|who| format!(" · {}", words::responsible(&whole.plan, who))).unwrap_or_default();
    let name = words::plan_name(&whole.plan);
    let part = |title: &'static str, items: &[Item]| {
        let items = items.iter().filter(|item| whose.is_none() || item.who == whose);
        let rows: Vec<_> = items.map(|item| row(whole, item, today)).collect();
        (!rows.is_empty()).then(|| {
            el(html::Section)
                .child(el(html::H2).child(title))
                .child(el(html::Table).class("sheet__agenda").aria_label(title).child(head()).child(rows))
        })
    };
    el(html::Article)
        .class("sheet")
        .child(
            el(html::Header)
                .child(el(html::H1).child(words::full_day(today)))
                .child(el(html::P).class("sheet__facts").child(format!("{name}{who}"))),
        )
        .child(part("Late", &agenda.late))
        .child(part("Today", &agenda.due))
        .child(part("Next", &agenda.next))
}

fn head() -> El {
    let column = |words: &'static str| el(html::Th).attr(attr::Scope, "col").child(words);
    el(html::Thead).child(el(html::Tr).child(COLUMNS.map(column)))
}

fn row(whole: &Workspace, item: &Item, today: NaiveDate) -> El {
    let contact = whole.roster.contact(item.contact);
    let name = contact.map(|contact| contact.name.to_string()).unwrap_or_default();
    let reach = contact.map(|contact| words::reach(contact, item.channel)).unwrap_or_default();
    let channel = item.channel.map_or("", words::channel);
    let who = item.who.map(|who| words::responsible(&whole.plan, who)).unwrap_or_default();
    let cells = [
        words::work(whole, item),
        name,
        [channel.to_owned(), reach].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", "),
        who,
        words::standing(item, today),
    ];
    let tick = el(html::Td).child(el(html::Span).class("sheet__tick"));
    el(html::Tr).child(tick).child(cells.map(|cell| el(html::Td).child(cell)))
}
