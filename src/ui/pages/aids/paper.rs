//! The plan on paper: the pieces to be ticked, seen on sheets in their true proportions before they are printed (B9).
//!
//! What is seen are the sheets as they are printed, by the same function and the same styles: side by side they stand in the columns of
//! one box, which the browser fills as it fills pages.

use leptos::prelude::*;

use crate::agenda::letters;
use crate::platform;
use crate::ui::element::{El, attr, el, html};
use crate::ui::pages::sheets;
use crate::ui::parts::{
    Look, Options, aid_page, button, check, section, select, who_from, who_options, who_value,
};
use crate::ui::reactive::{Var, effect, memo, var};
use crate::ui::{PaperSize, Piece, Session};
use crate::words;
use crate::workshop::Aid;

/// What the box is found by whose columns are sheets.
const COLUMNS: &str = ".preview__columns";

/// What stands between two columns, in the width of one: the margins of the sheets, and the desk they lie on.
const GAP: f64 = 36.0 / 182.0;

/// Where a sheet is chosen.
const LETTER: &str = "letter";

/// The page.
#[inline(never)]
pub fn on_paper() -> El {
    let session = Session::here();
    effect(move || session.printed().set(Some(session.paper().get())));
    on_cleanup(move || session.printed().set(None));
    let count = var(0);
    let choice = el(html::Div)
        .class("paper__choice")
        .child(section("What to print", pieces(session)))
        .child(section("How", manner(session)));
    let print = el(html::P)
        .class("paper__print")
        .child(button(Look::Main, "Print", platform::print))
        .child(el(html::Span).attr(attr::Role, "status").child(move || words::sheets(count.get())));
    let seen = el(html::Div).class("paper__seen").child(print).child(preview(session, count));
    aid_page(
        Aid::Paper,
        "Tick what you want on paper. Each sheet is shown as it will be printed.",
        el(html::Div).class("paper").child(choice).child(seen),
    )
}

fn name(piece: Piece) -> &'static str {
    match piece {
        Piece::Brief => "Brief, the plan on one sheet",
        Piece::Sequences => "Sequences, with boxes to tick",
        Piece::Reasons => "Why each date",
        Piece::Lines => "Blank lines for real dates",
        Piece::DoneOn => "Done on this day, next one due on that",
        Piece::Traceability => "From goals to dates",
        Piece::Cadence => "Cadence",
        Piece::Posters => "Posters",
        Piece::Months => "Wall calendar, a sheet a month",
        Piece::Year => "Wall calendar, a year on a sheet",
        Piece::Cards => "Call cards, with what to say",
        Piece::Handouts => "Handouts, a sheet for each person",
        Piece::Agenda => "Today’s list",
        Piece::Labels => "Address labels",
        Piece::Large => "Larger type",
    }
}

/// The pieces of which the plan has something.
fn pieces(session: Session) -> El {
    let has_steps = memo(move || session.read(|plan| plan.steps().next().is_some()));
    let has_letters = memo(move || session.has_people() && !letters(&session.forecasts()).is_empty());
    let has = move |piece: Piece| match piece {
        Piece::Brief | Piece::Traceability | Piece::Large => true,
        Piece::Reasons | Piece::Lines => session.paper().get().has(Piece::Sequences),
        Piece::Agenda => session.has_people(),
        Piece::Labels => has_letters.get(),
        _ => has_steps.get(),
    };
    let piece = |piece: Piece| {
        let class = match piece {
            Piece::Reasons | Piece::Lines => "paper__piece paper__piece--within",
            _ => "paper__piece",
        };
        el(html::Div).class(class).show(move || has(piece), move || tick(session, piece))
    };
    el(html::Div).child(Piece::ALL.map(piece))
}

fn tick(session: Session, piece: Piece) -> El {
    let paper = session.paper();
    check(
        name(piece),
        move || paper.get().has(piece),
        move |is_wanted| paper.update(|paper| paper.want(piece, is_wanted)),
    )
}

/// On what, how large, for whom.
fn manner(session: Session) -> El {
    let paper = session.paper();
    let size = select(
        "Sheets",
        move || if paper.get().size == PaperSize::Letter { LETTER } else { "" }.to_owned(),
        || -> Options { vec![(String::new(), "A4".to_owned()), (LETTER.to_owned(), "US Letter".to_owned())] },
        move |value| {
            let size = if value == LETTER { PaperSize::Letter } else { PaperSize::A4 };
            paper.update(|paper| paper.size = size);
        },
    );
    let whose = move || {
        select(
            "Whose handout and list",
            move || paper.get().whose.map(who_value).unwrap_or_default(),
            move || {
                let everybody = (String::new(), "Everybody’s".to_owned());
                std::iter::once(everybody).chain(session.read(|plan| who_options(plan))).collect()
            },
            move |value| paper.update(|paper| paper.whose = who_from(&value)),
        )
    };
    let is_of_somebody = memo(move || paper.get().has(Piece::Handouts) || paper.get().has(Piece::Agenda));
    el(html::Div).child(tick(session, Piece::Large)).child(size).show(move || is_of_somebody.get(), whose)
}

/// The sheets side by side. They are told by their number and by what was ticked; read out they would be the plan once more.
fn preview(session: Session, count: Var<usize>) -> El {
    let paper = session.paper();
    let sheets = move || {
        let made = sheets(session, paper.get(), session.today());
        request_animation_frame(move || {
            let (all, one) = platform::width_of(COLUMNS).unwrap_or_default();
            // The page may have gone meanwhile.
            count.set(sheets_in(all, one));
        });
        el(html::Div).class("preview__columns").child(made).into_any()
    };
    let pages = move || {
        let count = count.get();
        let page = |page: usize| el(html::Div).child(format!("Page {page} of {count}"));
        el(html::Div).class("preview__pages").child((1..=count).map(page).collect::<Vec<_>>()).into_any()
    };
    let desk = el(html::Div).class("preview__desk").attr(attr::Inert, true).child(pages).child(sheets);
    el(html::Div)
        .class("preview")
        .class(("preview--letter", move || paper.get().size == PaperSize::Letter))
        .attr(attr::Role, "group")
        .attr(attr::Tabindex, "0")
        .aria_label("The sheets before they are printed")
        .child(desk)
}

/// How many columns there are in so wide a box, where one is so wide.
fn sheets_in(all: i32, one: i32) -> usize {
    let one = f64::from(one.max(1));
    ((f64::from(all) / one + GAP) / (1.0 + GAP)).round().max(1.0) as usize
}
