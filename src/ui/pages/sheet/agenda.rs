//! What is to be done, for whom, on paper: what is late, today and the week that comes, with boxes to tick (B9).

use chrono::NaiveDate;

use super::head;
use super::list::{Row, list};
use crate::agenda::{Agenda, Forecasts, Item};
use crate::plan::Responsible;
use crate::roster::Workspace;
use crate::ui::element::{El, el, html};
use crate::words;

/// How many days of what comes next are printed.
const DAYS: u64 = 7;

const COLUMNS: [&str; 5] = ["What", "For whom", "How", "Who", "When"];

/// The list of everybody, or of what one does.
pub fn agenda(forecasts: &Forecasts, whose: Option<Responsible>) -> El {
    let (whole, today) = (forecasts.workspace(), forecasts.today());
    let agenda = Agenda::ahead(forecasts, DAYS);
    let who = whose.map(|who| words::responsible(&whole.plan, who));
    let facts = std::iter::once(words::plan_name(&whole.plan)).chain(who).collect();
    let part = |title: &str, items: &[Item]| {
        let items = items.iter().filter(|item| whose.is_none() || item.who == whose);
        list(title.to_owned(), COLUMNS, items.map(|item| row(whole, item, today)).collect())
    };
    el(html::Article)
        .class("sheet")
        .child(head(&words::full_day(today), facts))
        .child(part("Late", &agenda.late))
        .child(part("Today", &agenda.due))
        .child(part("Next", &agenda.next))
}

fn row(whole: &Workspace, item: &Item, today: NaiveDate) -> Row {
    let contact = whole.roster.contact(item.contact);
    let name = contact.map(|contact| contact.name.to_string()).unwrap_or_default();
    let reach = contact.map(|contact| words::reach(contact, item.channel)).unwrap_or_default();
    let channel = item.channel.map_or("", words::channel);
    let who = item.who.map(|who| words::responsible(&whole.plan, who)).unwrap_or_default();
    let how = [channel.to_owned(), reach].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    ([words::work(whole, item), name, how.join(", "), who, words::standing(item, today)], None)
}
