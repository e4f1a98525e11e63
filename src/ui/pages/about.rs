//! Where the method comes from.

use leptos::prelude::*;

/// The page.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <article class="about">
            <h1 tabindex="-1">"About this method"</h1>
            <p class="stage__lead">
                "Most sales are made in the follow-up, and most follow-up is made on a whim. This planner turns it into a plan: first what it is for, then what is done, then when."
            </p>
            <h2>"The seven steps"</h2>
            <p>
                "The first four steps, from the fresh start to “by…”, follow a workshop for small businesses: set the old aside, describe the experience before and after the purchase, wish freely, and finish each wish with actions. That workshop ends there. Steps 5 to 7, mapping the route, preparing, and going and measuring, are our own completion, built on what practitioners write about sequences, intervals and channels."
            </p>
            <h2>"Why exactly two sequences"</h2>
            <p>
                "Because the focus changes once: at the first purchase. Before it, follow-up gives reasons, knowledge and trust. After it, it gives service, reasons to come back, and something to recommend. You may know a sequence as a cadence or an activity series."
            </p>
            <h2>"How dates are counted"</h2>
            <p>
                "A step waits a number of days after the step before it, or after the start. Working days are counted as the spreadsheet function WORKDAY counts them: weekends and your days off are skipped, and three working days after a Wednesday is a Monday. Calendar days, weeks and months roll to the next working day when they end on a day off. You can check every date in your own spreadsheet."
            </p>
            <h2>"How often is too often?"</h2>
            <p>
                "The right interval depends on the product, the people and the channel. As a start: an e-mail may follow within a day or two for everyday products; a call needs one to three weeks before the next one; whoever writes to you on social media is answered within a day. All channels together make the impression, so count them together. Too much annoys, too little is forgotten, and silence is not a refusal."
            </p>
            <h2>"Which channel?"</h2>
            <div class="sequence-table" role="region" aria-label="Channels compared" tabindex="0">
                <table aria-label="Channels compared">
                    <thead>
                        <tr>
                            <th scope="col">"Channel"</th>
                            <th scope="col">"Costs"</th>
                            <th scope="col">"What it does"</th>
                            <th scope="col">"Use it when"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {CHANNELS
                            .map(|[name, cost, effect, when]| {
                                view! {
                                    <tr>
                                        <th scope="row">{name}</th>
                                        <td data-label="Costs">{cost}</td>
                                        <td data-label="What it does">{effect}</td>
                                        <td data-label="Use it when">{when}</td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
            <h2>"What happens to my data?"</h2>
            <p>
                "Nothing leaves this browser. There is no account and no server; the page makes no requests once it is loaded. A browser can clear what it keeps, for example when you clear its history, so export your plan as a file now and then. The file is readable text, and can be imported again in any browser."
            </p>
        </article>
    }
}

/// The channels compared (E1-E6).
const CHANNELS: [[&str; 4]; 6] = [
    ["In person", "the most time and money", "shows that you are serious", "the deal is very large, or people are near"],
    ["Phone", "much time, some money", "a real person, answers at once", "they are too far away to meet"],
    ["Letter", "some time, more money than e-mail", "rare, so it stands out", "you need attention"],
    ["E-mail", "little time, next to no money", "ordinary, in a crowded place", "by default, and for small deals"],
    ["Social chat", "much time, no money", "a real person; it works", "that is where your contacts are"],
    ["Answering comments", "seconds each", "shows that you care", "always"],
];
