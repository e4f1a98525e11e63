//! Labels with the addresses of those to whom letters go (B8, E3), for the sheets that are sold: on A4 three by eight of 70 by 37 mm,
//! on Letter three by ten of 2⅝ by 1 inch.

use crate::agenda::{Forecasts, letters};
use crate::roster::Contact;
use crate::ui::PaperSize;
use crate::ui::element::{El, el, html};
use crate::words;

/// The sheets of labels.
pub fn labels(forecasts: &Forecasts, size: PaperSize) -> Vec<El> {
    let on_a_sheet = match size {
        PaperSize::A4 => 24,
        PaperSize::Letter => 30,
    };
    let roster = &forecasts.workspace().roster;
    let contacts: Vec<_> =
        letters(forecasts).into_iter().filter_map(|(contact, _)| roster.contact(contact)).collect();
    let sheet = |contacts: &[&std::sync::Arc<Contact>]| {
        let labels = contacts.iter().map(|contact| label(contact));
        el(html::Article)
            .class("sheet labels")
            .child(el(html::Div).class("labels__sheet").child(labels.collect::<Vec<_>>()))
    };
    contacts.chunks(on_a_sheet).map(sheet).collect()
}

fn label(contact: &Contact) -> El {
    el(html::Div)
        .class("labels__label")
        .child(el(html::Strong).child(contact.name.to_string()))
        .child(el(html::P).child(words::address_lines(&contact.reach.address)))
}
