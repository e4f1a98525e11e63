//! Step 1: set the old aside, begin from the top (A1-A7, D2, E7, B1).

#[cfg(test)]
mod tests;

use crate::plan::{Audience, Edit, PlanParts, Reason};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{
    Field, beside, check, contacts_field, currency_select, deal_value_field, help, question, section,
    stage_page, text_commit,
};
use crate::words;
use crate::workshop::Stage;

/// The page.
pub fn fresh_start() -> El {
    let content = [
        beside([business(), triggers()], [reasons(), worth()]),
        help(
            "I do not know how to do this. Where do I start?",
            "<p>Here, with what you know anyway. Seven short steps lead from this page to two lists of dates. Nothing has to be perfect or complete to go on, and you can come back to every page.</p>",
        ),
        question(
            "Have you set your old follow-up aside, in your head as well? It stays where it is; only do not copy from it.",
        ),
    ];
    stage_page(
        Stage::FreshStart,
        "Put what you have aside and begin with a blank page. Mending an old follow-up gains a little; building it anew from what you know today gains a lot.",
        content,
    )
}

/// Some text of the plan, followed.
fn text(part: fn(&PlanParts) -> String) -> impl Fn() -> String + Send + Sync + 'static {
    let session = Session::here();
    move || session.read(|plan| part(plan))
}

/// Who follows up, and on what.
fn business() -> El {
    let fields = [
        Field::new(
            "Name of your business",
            text(|plan| plan.business.to_string()),
            text_commit(Edit::Business),
        ),
        Field::new("Name of this plan", text(|plan| plan.name.to_string()), text_commit(Edit::Name))
            .hint("So that you find it again, such as “Spring follow-up”."),
        Field::new("What you sell", text(|plan| plan.offer.to_string()), text_commit(Edit::Offer)),
    ];
    section("You and your business", fields.map(Field::build)).child(numbers())
}

/// Deal value, currency and contacts: they decide how personal follow-up can be (D2, E7).
fn numbers() -> [El; 2] {
    [
        el(html::Div).class("fields-in-a-row").child([
            deal_value_field(),
            currency_select(),
            contacts_field(),
        ]),
        help(
            "Why do you ask for these?",
            "<p>What is at stake decides how much time and money a step may cost: for a very large deal even a flight pays, for a small one an e-mail is plenty. And a few contacts can be met personally, while many need help from a system.</p>",
        ),
    ]
}

/// What sets each sequence off.
fn triggers() -> El {
    let lead = el(html::P).child(
        "Interest is highest right when somebody new turns up. Follow-up starts there: once for prospects, and once more at the first purchase.",
    );
    section("What sets follow-up off", lead).child(Audience::BOTH.map(trigger))
}

fn trigger(audience: Audience) -> El {
    let session = Session::here();
    let value = session.slice(move |plan| plan.sequences.of(audience).trigger.to_string());
    Field::new(
        format!("What starts the {} sequence", words::lower(audience)),
        move || value.get(),
        text_commit(move |text| Edit::Trigger(audience, text)),
    )
    .hint(words::trigger_example(audience))
    .build()
}

/// Why follow-up is started over (A3).
fn reasons() -> El {
    let session = Session::here();
    let reason = move |reason: Reason| {
        let applies = move || session.read(|plan| plan.reasons.contains(reason));
        check(words::reason(reason), applies, move |applies| session.edit(Edit::Reason(reason, applies)))
    };
    el(html::Fieldset)
        .class("group")
        .child(el(html::Legend).child("Why now? Tick what is true"))
        .child(Reason::ALL.map(reason))
}

/// The hours invested over the contacts served (A5), with the plan's own contacts where they are known.
fn worth() -> El {
    let session = Session::here();
    let figure = move || {
        let example = "Ten hours spent on a plan that meets 40 contacts a month are a minute and a quarter for each in the first year.";
        let contacts = session.read(|plan| plan.contacts_a_month);
        let worth = contacts.and_then(hours_worth).unwrap_or_else(|| example.to_owned());
        format!("You build a follow-up once and it serves every new contact from then on. {worth}")
    };
    let answer = el(html::Div).class("help__answer").child(el(html::P).child(figure)).child(el(html::P).child(
        "It brings people back, builds a relationship, turns interest into sales and customers into regulars, and saves time. You may know it as a cadence or an activity series: it is the same thing.",
    ));
    el(html::Details)
        .class("help")
        .child(el(html::Summary).class("help__question").child("Is it worth the hours?"))
        .child(answer)
}

/// Ten hours shared among the contacts of a year, to the nearest second (A5). Without contacts there is no share.
fn hours_worth(a_month: u32) -> Option<String> {
    const SECONDS_A_MONTH: u32 = 10 * 60 * 60 / 12;
    let seconds = (SECONDS_A_MONTH + a_month / 2).checked_div(a_month)?;
    let some = |count: u32, unit: &str| match count {
        0 => None,
        1 => Some(format!("1 {unit}")),
        count => Some(format!("{count} {unit}s")),
    };
    let time = match (some(seconds / 60, "minute"), some(seconds % 60, "second")) {
        (Some(minutes), Some(seconds)) => format!("{minutes} {seconds}"),
        (Some(time), None) | (None, Some(time)) => time,
        (None, None) => "less than a second".to_owned(),
    };
    let contacts = some(a_month, "new contact")?;
    Some(format!(
        "Ten hours spent on this plan, with your {contacts} a month, are {time} for each in the first year."
    ))
}
