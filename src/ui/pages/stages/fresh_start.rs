//! Step 1: set the old aside, begin from the top (A1-A7, D2, E7, B1).

use leptos::prelude::*;

use crate::plan::{Amount, Audience, Currency, Edit, PlanParts, Reason};
use crate::ui::parts::{Check, Commit, Field, FieldKind, Help, Question, Select, StagePage, text_commit};
use crate::ui::{Session, words};
use crate::workshop::Stage;

/// The currencies offered; any other code in an imported plan joins the list.
const CURRENCIES: [&str; 20] = [
    "USD", "EUR", "GBP", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "INR", "JPY", "MXN", "NOK", "NZD", "PLN",
    "SEK", "SGD", "TRY", "ZAR",
];

/// The page.
#[component]
pub fn FreshStart() -> impl IntoView {
    let session = Session::here();
    let text = move |part: fn(&PlanParts) -> String| session.slice(part);
    view! {
        <StagePage
            stage=Stage::FreshStart
            lead="Put what you have aside and begin with a blank page. Mending an old follow-up gains a little; building it anew from what you know today gains a lot."
        >
            <section class="group" aria-labelledby="about-business">
                <h2 id="about-business">"You and your business"</h2>
                <Field
                    label="Name of your business"
                    value=text(|plan| plan.business.to_string())
                    commit=text_commit(Edit::Business)
                />
                <Field
                    label="Name of this plan"
                    hint="So that you find it again, such as “Spring follow-up”."
                    value=text(|plan| plan.name.to_string())
                    commit=text_commit(Edit::Name)
                />
                <Field
                    label="What you sell"
                    value=text(|plan| plan.offer.to_string())
                    commit=text_commit(Edit::Offer)
                />
                <Numbers />
            </section>
            <section class="group" aria-labelledby="about-triggers">
                <h2 id="about-triggers">"What sets follow-up off"</h2>
                <p>
                    "Interest is highest right when somebody new turns up. Follow-up starts there: once for prospects, and once more at the first purchase."
                </p>
                {Audience::BOTH.map(|audience| view! { <Trigger audience /> }).collect_view()}
            </section>
            <Reasons />
            <Help question="Is it worth the hours?">
                <p>
                    "You build a follow-up once and it serves every new contact from then on. Ten hours spent on a plan that meets 40 contacts a month are a minute and a quarter for each in the first year."
                </p>
                <p>
                    "It brings people back, builds a relationship, turns interest into sales and customers into regulars, and saves time. You may know it as a cadence or an activity series: it is the same thing."
                </p>
            </Help>
            <Help question="I do not know how to do this. Where do I start?">
                <p>
                    "Here, with what you know anyway. Seven short steps lead from this page to two lists of dates. Nothing has to be perfect or complete to go on, and you can come back to every page."
                </p>
            </Help>
            <Question>
                <p>
                    "Have you set your old follow-up aside, in your head as well? It stays where it is; only do not copy from it."
                </p>
            </Question>
        </StagePage>
    }
}

/// Deal value, currency and contacts: they decide how personal follow-up can be (D2, E7).
#[component]
fn Numbers() -> impl IntoView {
    let session = Session::here();
    let amount: Commit = Callback::new(move |raw: String| {
        let value = match raw.trim() {
            "" => None,
            raw => Some(Amount::parse(raw).map_err(words::amount_problem)?),
        };
        session.try_edit(Edit::DealValue(value))
    });
    let contacts: Commit = Callback::new(move |raw: String| {
        let count = match raw.trim() {
            "" => None,
            raw => Some(raw.parse().map_err(|_| "Write a whole number, such as 40.".to_owned())?),
        };
        session.try_edit(Edit::ContactsAMonth(count))
    });
    let deal_value = session.slice(|plan| plan.deal_value.map(|value| value.to_string()).unwrap_or_default());
    let per_month = session.slice(|plan| plan.contacts_a_month.map(|n| n.to_string()).unwrap_or_default());
    let currency = session.slice(|plan| plan.currency.code().to_owned());
    let currencies = Signal::derive(move || {
        let chosen = currency.get();
        let unlisted = (!CURRENCIES.contains(&chosen.as_str())).then_some(chosen);
        let codes = CURRENCIES.iter().map(|code| (*code).to_owned()).chain(unlisted);
        codes.map(|code| (code.clone(), code)).collect()
    });
    let choose = Callback::new(move |code: String| {
        if let Some(currency) = Currency::parse(&code) {
            session.edit(Edit::Currency(currency));
        }
    });
    view! {
        <div class="fields-in-a-row">
            <Field
                label="Typical value of a deal"
                kind=FieldKind::Number
                value=deal_value
                commit=amount
            />
            <Select label="Currency" value=currency options=currencies choose=choose />
            <Field label="New contacts a month" kind=FieldKind::Number value=per_month commit=contacts />
        </div>
        <Help question="Why do you ask for these?">
            <p>
                "What is at stake decides how much time and money a step may cost: for a very large deal even a flight pays, for a small one an e-mail is plenty. And a few contacts can be met personally, while many need help from a system."
            </p>
        </Help>
    }
}

#[component]
fn Trigger(audience: Audience) -> impl IntoView {
    let session = Session::here();
    view! {
        <Field
            label=format!("What starts the {} sequence", words::lower(audience))
            hint=words::trigger_example(audience)
            value=session.slice(move |plan| plan.sequences.of(audience).trigger.to_string())
            commit=text_commit(move |text| Edit::Trigger(audience, text))
        />
    }
}

/// Why follow-up is started over (A3).
#[component]
fn Reasons() -> impl IntoView {
    let session = Session::here();
    let reason = move |reason: Reason| {
        let applies = session.slice(move |plan| plan.reasons.contains(&reason));
        let take = move |applies| session.edit(Edit::Reason(reason, applies));
        view! { <Check words=words::reason(reason) is_ticked=applies take /> }
    };
    view! {
        <fieldset class="group">
            <legend>"Why now? Tick what is true"</legend>
            {Reason::ALL.map(reason).collect_view()}
        </fieldset>
    }
}
