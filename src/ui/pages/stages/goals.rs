//! Step 3: the wishes along the way (A13-A21).

mod arrange;

mod collect;

use leptos::prelude::*;

use crate::advice::{Balance, balance};
use crate::ui::Session;
use crate::ui::parts::{Help, Question, StagePage};
use crate::workshop::Stage;
use arrange::Arrange;
use collect::Collect;

/// The page.
#[component]
pub fn Goals() -> impl IntoView {
    view! {
        <StagePage
            stage=Stage::Goals
            lead="What do you wish for along the way? Be generous: a long, ambitious, unordered list. How to get there, and whether it can be done at all, is not today's question."
        >
            <Collect />
            <Arrange />
            <Check />
            <Help question="What makes a good goal here?">
                <p>
                    "A wish without numbers: “trust”, not “12 reviews by May”. It becomes concrete in the next step, and measurable there too. Wishing comes first because a feasible list is a short one."
                </p>
            </Help>
            <Help question="How did another business do it?">
                <p>
                    "For its prospects: show what makes us worth it; be seen as the first choice; learn which kind of person, and which product, somebody is interested in; bring them back to our site; pass the hottest leads to a salesperson."
                </p>
                <p>
                    "For its customers: a larger first order; a free gift as a thank-you; a postcard in the mail with a discount code; reviews and kind words; knowing whether people are satisfied; recommendations; people who order again, and more often. The postcard is real: things can be mailed too, by you or by somebody you pay for it."
                </p>
            </Help>
            <Question>
                <p>
                    "Do these goals reflect what your business needs, and what your contacts need? When both are true, go on."
                </p>
            </Question>
        </StagePage>
    }
}

/// Are enough goals about the contact and a good experience (A17)?
#[component]
fn Check() -> impl IntoView {
    let session = Session::here();
    let share = session.slice(|plan| plan.contact_goals());
    let words = move || match session.plan().with(|plan| balance(plan)) {
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
    };
    view! {
        <section class="group" aria-labelledby="goals-check">
            <h2 id="goals-check">"4. Check against your destination"</h2>
            <p class="share">
                <meter
                    class="share__meter"
                    min="0"
                    max=move || share.get().1.max(1)
                    prop:value=move || share.get().0 as f64
                    aria-label="Goals that serve the contact’s experience"
                ></meter>
                <span>{move || {
                    let (serving, all) = share.get();
                    format!("{serving} of {all} goals serve the contact’s experience.")
                }}</span>
            </p>
            <p aria-live="polite">{move || words()}</p>
        </section>
    }
}
