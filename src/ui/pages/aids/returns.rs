//! Return (C8).

use leptos::prelude::*;

use super::came::came_of_people;
use crate::advice::{Earnings, unknown_leads};
use crate::plan::{Amount, Edit, Lead, LeadEdit, LeadId, Line, PlanParts};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, show};
use crate::ui::parts::{
    Field, FieldKind, Look, aid_link, aid_page, amount_commit, new_line, row_button, section, text_commit,
};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Followed, Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};

/// The page.
#[inline(never)]
pub fn returns() -> El {
    let session = Session::here();
    let content = el(html::Div).class("return").child([amounts(), verdict(), leads(), to_ask()]);
    let people = el(html::Div).class("return__wide").show(move || session.has_people(), came_of_people);
    aid_page(
        Aid::Return,
        "What a campaign cost and what it brought back. The outcome of each lead decides, and often only sales knows it: ask.",
        [content, people],
    )
}

/// What was spent, and what came back besides the leads.
fn amounts() -> El {
    let session = Session::here();
    let field = |label, hint, value: fn(&PlanParts) -> Option<Amount>, edit: fn(Option<Amount>) -> Edit| {
        let shown =
            move || session.read(|plan| value(plan)).map(|amount| amount.to_string()).unwrap_or_default();
        Field::new(label, shown, amount_commit(edit)).kind(FieldKind::Number).hint(hint).build()
    };
    let fields = [
        field(
            "What was spent",
            "Advertising, printing, postage, a stand at a fair.",
            |plan| plan.campaign.spend,
            Edit::Spend,
        ),
        field(
            "What else came back",
            "Sales that belong to none of the leads below.",
            |plan| plan.campaign.revenue,
            Edit::Revenue,
        ),
    ];
    let currency =
        move || format!("All amounts are in {}. ", session.read(|plan| plan.currency.code().to_owned()));
    let change = el(html::A)
        .attr(attr::Href, Route::Workshop(Stage::FreshStart).href())
        .child("Change the currency in step 1");
    section(
        "Money out, money in",
        [
            el(html::Div).class("fields-in-a-row").child(fields),
            el(html::P).class("return__currency").child(currency).child(change),
        ],
    )
    .class("group return__amounts")
}

/// What the figures say, and what to do (C8).
fn verdict() -> El {
    let session = Session::here();
    let earnings = memo(move || session.read(|plan| Earnings::of(&plan.campaign)));
    let is_weighed = move || earnings.with(|earnings| earnings.spend.hundredths() > 0);
    let decision = memo(move || {
        session.read(|plan| {
            words::verdict(Earnings::advice(&plan.campaign), unknown_leads(&plan.campaign).count())
        })
    });
    section(
        "What it says",
        el(html::P).class("return__verdict").attr(attr::AriaLive, "polite").child(move || decision.get()),
    )
    .class("group return__result")
    .show(is_weighed, move || figures(earnings))
    .show(move || !is_weighed(), sample)
}

/// What it looks like with figures, before there are any.
fn sample() -> El {
    let amount = |hundredths| Amount::from_hundredths(hundredths).unwrap_or(Amount::MAX);
    let sample = Earnings { spend: amount(60_000), revenue: amount(150_000) };
    let lead = el(html::P).class("return__sample-lead").child("A sample, until yours is here:");
    el(html::Div).class("return__sample").child(lead).child(figures(memo(move || sample)))
}

fn figures(earnings: Memo<Earnings>) -> El {
    let session = Session::here();
    let in_currency = move |amount| platform::money(amount, session.read(|plan| plan.currency));
    let row = |name: &'static str, value: Box<dyn Fn() -> String + Send + Sync>| {
        el(html::Div).class("return__row").child(el(html::Dt).child(name)).child(el(html::Dd).child(value))
    };
    let rows = [
        row("Spent", Box::new(move || in_currency(earnings.get().spend))),
        row("Came back so far", Box::new(move || in_currency(earnings.get().revenue))),
        row(
            "Return on ad spend",
            Box::new(move || words::return_on_spend(earnings.get()).unwrap_or_default()),
        )
        .class("return__row return__row--main"),
        row("Profit or loss", Box::new(move || words::profit(earnings.get(), in_currency))),
        row("Break-even", Box::new(move || words::break_even(earnings.get(), in_currency))),
    ];
    let hundredths = move |part: fn(Earnings) -> Amount| move || Some(part(earnings.get()).to_string());
    let meter = el(html::Meter)
        .class("share__meter return__meter")
        .attr(attr::Min, "0")
        .attr(attr::Max, hundredths(|earnings| earnings.spend))
        .attr(attr::Value, hundredths(|earnings| earnings.revenue.min(earnings.spend)))
        .aria_label("How much of the spend is back");
    let explained = "Return on ad spend is what came back for each 1 that was spent: above 1 is a profit, below 1 a loss.";
    el(html::Div)
        .child(el(html::Dl).class("return__figures").child(rows))
        .child(meter)
        .child(el(html::P).class("return__explained").child(explained))
}

/// The leads by name, with what they brought.
fn leads() -> El {
    let session = Session::here();
    let ids = session.numbers(|plan| plan.campaign.leads.iter().map(|lead| lead.id.0).collect());
    let lead = "Leave the amount empty while nobody knows what came of a lead, and write 0 once it is clear that they did not buy.";
    section("The leads", el(html::P).child(lead))
        .class("group return__leads")
        .child(
            el(html::Ol)
                .class("leads")
                .aria_label("Leads")
                .for_each(ids, move |number| lead_row(LeadId(number), ids)),
        )
        .child(el(html::Div).class("leads__new").child(new_line("Add a lead", "Add lead", Edit::AddLead)))
}

fn lead_row(id: LeadId, ids: Memo<Vec<u32>>) -> El {
    let session = Session::here();
    let lead = Followed::new(move || {
        session.read(|plan| plan.campaign.leads.iter().find(|lead| lead.id == id).cloned())
    });
    let name = move || lead.read(lead_name).unwrap_or_default();
    let typed_name = move || lead.read(|lead| lead.name.to_string()).unwrap_or_default();
    let brought = move || lead.read(|lead| lead.brought).flatten();
    let shown = move || brought().map(|amount| amount.to_string()).unwrap_or_default();
    let outcome = move || {
        let currency = session.read(|plan| plan.currency);
        words::brought(brought(), |amount| platform::money(amount, currency))
    };
    let remove = move || {
        let at = ids.with_untracked(|ids| ids.iter().position(|other| *other == id.0).unwrap_or(0));
        let words = format!("Removed: {}. Undo brings it back.", untrack(name));
        session.edit_and_say(Edit::Lead(id, LeadEdit::Remove), words);
        let next = ids.with_untracked(|ids| ids.get(at).or(ids.last()).copied());
        let place = next.map_or(".leads__new input".to_owned(), |next| format!("#lead-{next} button"));
        request_animation_frame(move || platform::focus(&place));
    };
    let name_commit = text_commit(move |text: Line| Edit::Lead(id, LeadEdit::Name(text)));
    let brought_commit = amount_commit(move |amount| Edit::Lead(id, LeadEdit::Brought(amount)));
    let fields = el(html::Div)
        .class("leads__fields")
        .attr(attr::Role, "group")
        .aria_label(name)
        .child(Field::new("Lead", typed_name, name_commit).build())
        .child(Field::new("Brought", shown, brought_commit).kind(FieldKind::Number).build())
        .child(el(html::P).class("leads__outcome").child(outcome))
        .child(row_button(Look::Quiet, "Remove", move || format!("Remove {}", name()), remove));
    el(html::Li).class("leads__lead").attr(attr::Id, format!("lead-{}", id.0)).child(fields)
}

fn lead_name(lead: &Lead) -> String {
    match lead.name.as_str().trim() {
        "" => "A lead without a name".to_owned(),
        name => name.to_owned(),
    }
}

/// Those of whom only sales knows what came of them (C1, C8).
fn to_ask() -> El {
    let session = Session::here();
    let unknown = session.numbers(|plan| unknown_leads(&plan.campaign).map(|lead| lead.id.0).collect());
    let item = move |number: u32| {
        let name = move || {
            session.read(|plan| {
                let lead = plan.campaign.leads.iter().find(|lead| lead.id.0 == number);
                lead.map(lead_name).unwrap_or_default()
            })
        };
        let go = move || platform::focus(&format!("#lead-{number} .field--number input"));
        el(html::Li).child(
            el(html::Button)
                .attr(attr::Type, "button")
                .class("link")
                .child(name)
                .on(ev::click, move |_| go()),
        )
    };
    let list = move || {
        el(html::Div)
            .child(
                el(html::P)
                    .child("Go through these names when marketing asks sales: the next day, after three days, and on. ")
                    .child(aid_link(Aid::Recipes, "See the recipes for that sequence"))
                    .child("."),
            )
            .child(el(html::Ul).class("leads__unknown").aria_label("Leads to ask sales about").for_each(unknown, item))
    };
    let none = || {
        el(html::P)
            .class("empty")
            .child("Nobody to ask about: leads whose outcome is not known yet are listed here for the sequence in which marketing asks sales. ")
            .child(aid_link(Aid::Recipes, "See the recipes"))
            .child(".")
    };
    section(
        "Ask sales about these leads",
        [show(move || !unknown.with(Vec::is_empty), list), show(move || unknown.with(Vec::is_empty), none)],
    )
    .class("group return__ask")
}
