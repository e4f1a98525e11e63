//! Step 3: the wishes along the way (A13-A21).

mod arrange;

mod collect;

use crate::advice::{Balance, balance};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{help, question, section, stage_page};
use crate::workshop::Stage;
use arrange::arrange;
use collect::collect;

/// The page.
#[inline(never)]
pub fn goals() -> El {
    let [sort, order] = arrange();
    let content = [
        collect(),
        sort,
        order,
        check(),
        help(
            "What makes a good goal here?",
            "<p>A wish without numbers: “trust”, not “12 reviews by May”. It becomes concrete in the next step, and measurable there too. Wishing comes first because a feasible list is a short one.</p>",
        ),
        help(
            "How did another business do it?",
            "<p>For its prospects: show what makes us worth it; be seen as the first choice; learn which kind of person, and which product, somebody is interested in; bring them back to our site; pass the hottest leads to a salesperson.</p><p>For its customers: a larger first order; a free gift as a thank-you; a postcard in the mail with a discount code; reviews and kind words; knowing whether people are satisfied; recommendations; people who order again, and more often. The postcard is real: things can be mailed too, by you or by somebody you pay for it.</p>",
        ),
        question(
            "Do these goals reflect what your business needs, and what your contacts need? When both are true, go on.",
        ),
    ];
    stage_page(
        Stage::Goals,
        "What do you wish for along the way? Be generous: a long, ambitious, unordered list. How to get there, and whether it can be done at all, is not today's question.",
        content,
    )
}

/// Are enough goals about the contact and a good experience (A17)?
fn check() -> El {
    let session = Session::here();
    let share = move || session.read(|plan| plan.contact_goals());
    let meter = el(html::Meter)
        .class("share__meter")
        .attr(attr::Min, "0")
        .attr(attr::Max, move || Some(share().1.max(1).to_string()))
        .attr(attr::Value, move || Some(share().0.to_string()))
        .aria_label("Goals that serve the contact’s experience");
    let count = move || {
        let (serving, all) = share();
        format!("{serving} of {all} goals serve the contact’s experience.")
    };
    let share = el(html::P).class("share").child(meter).child(el(html::Span).child(count));
    let advice = el(html::P)
        .attr(attr::AriaLive, "polite")
        .child(move || session.read(|plan| balance_words(balance(plan)).to_owned()));
    section("4. Check against your destination", [share, advice])
}

fn balance_words(balance: Balance) -> &'static str {
    match balance {
        Balance::NoGoals => "Once you have picked goals, this shows how many of them serve your contacts.",
        Balance::None => {
            "None of them is about the contact yet. Look at your destination again: what would make it come true for the other side?"
        }
        Balance::Few => {
            "That is few. Look at your destination again: is one missing that people would thank you for?"
        }
        Balance::Balanced => "A good balance: following this plan, people get something out of it too.",
        Balance::All => {
            "All of them are about the contact. What does your business need in return? Add one goal for it."
        }
    }
}
