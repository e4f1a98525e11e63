//! What a deal is worth, in which money, and how many contacts there are (D2, E7): the same fields wherever they stand.

use leptos::prelude::*;

use super::{Commit, Field, FieldKind, select};
use crate::plan::{Amount, Currency, Edit};
use crate::ui::Session;
use crate::ui::element::El;
use crate::words;

/// The currencies offered; any other code in an imported plan joins the list.
const CURRENCIES: [&str; 20] = [
    "USD", "EUR", "GBP", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "INR", "JPY", "MXN", "NOK", "NZD",
    "PLN", "SEK", "SGD", "TRY", "ZAR",
];

/// Reads an amount of money in a currency; an empty field is none.
///
/// # Errors
/// A sentence that says what to write instead.
pub fn read_amount(raw: &str, currency: Currency) -> Result<Option<Amount>, String> {
    if let Some(written) = Currency::told_by(raw).filter(|written| *written != currency) {
        return Err(words::other_currency(written, currency));
    }
    match raw.trim() {
        "" => Ok(None),
        raw => Amount::read(raw, currency).map(Some).map_err(words::amount_problem),
    }
}

/// A commit for an amount of money.
pub fn amount_commit(edit: impl Fn(Option<Amount>) -> Edit + Send + Sync + 'static) -> Commit {
    let session = Session::here();
    Callback::new(move |raw: String| session.try_edit(edit(read_amount(&raw, session.plan_now().currency)?)))
}

/// The typical value of a deal.
pub fn deal_value_field() -> El {
    let session = Session::here();
    let value =
        move || session.read(|plan| plan.deal_value.map(|value| value.to_string()).unwrap_or_default());
    // The first amount of a plan tells its currency, where it has a sign.
    let commit = Callback::new(move |raw: String| {
        let plan = session.plan_now();
        let written = Currency::told_by(&raw).filter(|written| *written != plan.currency);
        let told = written.filter(|_| plan.has_no_money());
        let value = Edit::DealValue(read_amount(&raw, told.unwrap_or(plan.currency))?);
        session.commit(told.map(Edit::Currency).into_iter().chain([value]))?;
        if let Some(told) = told {
            session.announce(format!("Amounts in this plan are in {} now.", told.code()));
        }
        Ok(())
    });
    Field::new("Typical value of a deal", value, commit).kind(FieldKind::Number).build()
}

/// The new contacts of a month.
pub fn contacts_field() -> El {
    let session = Session::here();
    let value =
        move || session.read(|plan| plan.contacts_a_month.map(|count| count.to_string()).unwrap_or_default());
    let commit = Callback::new(move |raw: String| {
        let count = match raw.trim() {
            "" => None,
            raw => Some(raw.parse().map_err(|_| words::contacts_problem())?),
        };
        session.try_edit(Edit::ContactsAMonth(count))
    });
    Field::new("New contacts a month", value, commit).kind(FieldKind::Number).build()
}

/// The currency of all amounts of the plan.
pub fn currency_select() -> El {
    let session = Session::here();
    let currency = move || session.read(|plan| plan.currency.code().to_owned());
    let unlisted = Some(untrack(currency)).filter(|code| !CURRENCIES.contains(&code.as_str()));
    let currencies = move || {
        let codes = CURRENCIES.iter().map(|code| (*code).to_owned()).chain(unlisted.clone());
        codes.map(|code| (code.clone(), code)).collect()
    };
    let choose = move |code: String| {
        if let Some(currency) = Currency::parse(&code) {
            session.edit(Edit::Currency(currency));
        }
    };
    select("Currency", currency, currencies, choose)
}
