//! Where the method comes from.

use crate::ui::element::{El, el, html};
use crate::ui::parts::{edition, offline_sentence};

/// The page.
#[inline(never)]
pub fn about() -> El {
    let this_one = el(html::Div)
        .class("about")
        .child(el(html::H2).child("Does it work without the internet?"))
        .child(offline_sentence())
        .child(el(html::H2).child("Which edition is this?"))
        .child(el(html::P).child(["Version ", &edition(), "."].concat()));
    el(html::Article).child(el(html::Div).class("about").inner_html(CONTENT)).child(this_one)
}

/// All of it is fixed. Dates can be counted again in a spreadsheet (B11, F3); the table compares the channels (E1-E6).
const CONTENT: &str = concat!(
    r#"<h1 tabindex="-1">About this method</h1>"#,
    r#"<p class="stage__lead">Most sales are made in the follow-up, and most follow-up is made on a whim. This planner turns it into a plan: first what it is for, then what is done, then when.</p>"#,
    "<h2>The seven steps</h2>",
    "<p>The first four steps, from the fresh start to “by…”, follow a workshop for small businesses: set the old aside, describe the experience before and after the purchase, wish freely, and finish each wish with actions. That workshop ends there. Steps 5 to 7, mapping the route, preparing, and going and measuring, are our own completion, built on what practitioners write about sequences, intervals and channels.</p>",
    "<h2>Why exactly two sequences</h2>",
    "<p>Because the focus changes once: at the first purchase. Before it, follow-up gives reasons, knowledge and trust. After it, it gives service, reasons to come back, and something to recommend. You may know a sequence as a cadence or an activity series.</p>",
    "<h2>How dates are counted</h2>",
    "<p>A step waits a number of days after the step before it, or after the start. Working days are counted as the spreadsheet function WORKDAY counts them: weekends and your days off are skipped, and three working days after a Wednesday is a Monday. Calendar days, weeks and months roll to the next working day when they end on a day off. You can check every date in your own spreadsheet.</p>",
    "<h2>How often is too often?</h2>",
    "<p>The right interval depends on the product, the people and the channel. As a start: an e-mail may follow within a day or two for everyday products; a call needs one to three weeks before the next one; whoever writes to you on social media is answered within a day. All channels together make the impression, so count them together. Too much annoys, too little is forgotten, and silence is not a refusal.</p>",
    "<h2>Which channel?</h2>",
    r#"<div class="sequence-table" role="region" aria-label="Channels compared" tabindex="0">"#,
    r#"<table aria-label="Channels compared">"#,
    "<thead>",
    "<tr>",
    r#"<th scope="col">Channel</th>"#,
    r#"<th scope="col">Costs</th>"#,
    r#"<th scope="col">What it does</th>"#,
    r#"<th scope="col">Use it when</th>"#,
    "</tr>",
    "</thead>",
    "<tbody>",
    "<tr>",
    r#"<th scope="row">In person</th>"#,
    r#"<td data-label="Costs">the most time and money</td>"#,
    r#"<td data-label="What it does">shows that you are serious</td>"#,
    r#"<td data-label="Use it when">the deal is very large, or people are near</td>"#,
    "</tr>",
    "<tr>",
    r#"<th scope="row">Phone</th>"#,
    r#"<td data-label="Costs">much time, some money</td>"#,
    r#"<td data-label="What it does">a real person, answers at once</td>"#,
    r#"<td data-label="Use it when">they are too far away to meet</td>"#,
    "</tr>",
    "<tr>",
    r#"<th scope="row">Letter</th>"#,
    r#"<td data-label="Costs">some time, more money than e-mail</td>"#,
    r#"<td data-label="What it does">rare, so it stands out</td>"#,
    r#"<td data-label="Use it when">you need attention</td>"#,
    "</tr>",
    "<tr>",
    r#"<th scope="row">E-mail</th>"#,
    r#"<td data-label="Costs">little time, next to no money</td>"#,
    r#"<td data-label="What it does">ordinary, in a crowded place</td>"#,
    r#"<td data-label="Use it when">by default, and for small deals</td>"#,
    "</tr>",
    "<tr>",
    r#"<th scope="row">Social chat</th>"#,
    r#"<td data-label="Costs">much time, no money</td>"#,
    r#"<td data-label="What it does">a real person; it works</td>"#,
    r#"<td data-label="Use it when">that is where your contacts are</td>"#,
    "</tr>",
    "<tr>",
    r#"<th scope="row">Answering comments</th>"#,
    r#"<td data-label="Costs">seconds each</td>"#,
    r#"<td data-label="What it does">shows that you care</td>"#,
    r#"<td data-label="Use it when">always</td>"#,
    "</tr>",
    "</tbody>",
    "</table>",
    "</div>",
    "<h2>What happens to my data?</h2>",
    "<p>Nothing leaves this browser by itself. There is no account, and nothing you write is sent anywhere; only where your team keeps a list on the server this page came from can you have steps sent there, after you have seen what leaves. What the planner itself needs comes from the place this page came from: most of it soon after your first visit, so that it then opens without the internet. A browser can clear what it keeps, for example when you clear its history, so export your plan as a file now and then. The file is readable text, and can be imported again in any browser.</p>",
);
