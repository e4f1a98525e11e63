//! What is at stake with a contact (D2, E7).

use leptos::prelude::*;

use crate::advice::{self, USUAL_HOUR_COST};
use crate::plan::{Amount, Distance, Edit, Plan, Stakes};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{
    Field, FieldKind, amount_commit, contacts_field, currency_select, deal_value_field, section, select,
};
use crate::words;

/// The fields, and what they come to.
pub fn at_stake() -> El {
    let session = Session::here();
    let worth = [deal_value_field(), currency_select(), chance()];
    let effort = [contacts_field(), hour_cost(), distance()];
    let said = move || session.read(said);
    section("What is at stake", el(html::Div).class("fields-in-a-row").child(worth))
        .child(el(html::Div).class("fields-in-a-row").child(effort))
        .child(el(html::P).class("channels__said").attr(attr::Role, "status").child(said))
}

fn said(plan: &Plan) -> String {
    let hour = match plan.stakes.hour_cost {
        Some(_) => String::new(),
        None => {
            format!(" An hour is counted as {} until you say what it costs.", money(plan, USUAL_HOUR_COST))
        }
    };
    let stake = match (advice::at_stake(plan), plan.stakes.chance) {
        (None, None) if plan.deal_value.is_some() => {
            "How many of 100 contacts buy? Write that down too, and every channel is weighed.".to_owned()
        }
        (None, _) => "Write what a deal is worth, and every channel is weighed against it.".to_owned(),
        (Some(stake), _) => format!("With each contact {} is at stake on average.", money(plan, stake)),
    };
    format!("{stake}{hour}")
}

/// Hundredths as money of the plan; the most an amount holds where it would be more.
pub fn money(plan: &Plan, hundredths: u64) -> String {
    platform::money(Amount::capped(hundredths), plan.currency)
}

/// One part of what is at stake is changed, the others stay.
fn changed(session: Session, change: impl FnOnce(Stakes) -> Stakes) -> Edit {
    Edit::Stakes(change(session.plan_now().stakes))
}

fn chance() -> El {
    let session = Session::here();
    let value =
        move || session.read(|plan| plan.stakes.chance.map(|it| it.get().to_string()).unwrap_or_default());
    let commit = Callback::new(move |raw: String| {
        let chance = match raw.trim() {
            "" => None,
            raw => Some(words::read_percent(raw)?),
        };
        session.try_edit(changed(session, |stakes| Stakes { chance, ..stakes }))
    });
    Field::new("Of 100 contacts buy", value, commit).kind(FieldKind::Number).build()
}

fn hour_cost() -> El {
    let session = Session::here();
    let value =
        move || session.read(|plan| plan.stakes.hour_cost.map(|cost| cost.to_string()).unwrap_or_default());
    let edit = move |hour_cost| changed(session, |stakes| Stakes { hour_cost, ..stakes });
    Field::new("What an hour of work costs", value, amount_commit(edit)).kind(FieldKind::Number).build()
}

fn distance() -> El {
    let session = Session::here();
    let value =
        move || session.read(|plan| plan.stakes.distance.map(words::distance).unwrap_or_default().to_owned());
    let options = || {
        let known = Distance::BOTH.map(words::distance).map(str::to_owned);
        let known = known.map(|words| (words.clone(), words));
        [(String::new(), "Choose…".to_owned())].into_iter().chain(known).collect()
    };
    let choose = move |value: String| {
        let distance = Distance::BOTH.into_iter().find(|it| words::distance(*it) == value);
        session.edit(changed(session, |stakes| Stakes { distance, ..stakes }));
    };
    select("Where your contacts are", value, options, choose)
}
