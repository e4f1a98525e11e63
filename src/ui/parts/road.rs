//! The app's one picture: the road from here to the destination.

use leptos::prelude::*;

use crate::plan::Audience;
use crate::timeline::Road;
use crate::ui::{Route, Session, words};
use crate::workshop::{Stage, StageState};

/// The seven stages as stops on a road, each a link.
#[component]
pub fn StageRoad(
    /// The stage one is at.
    here: Stage,
) -> impl IntoView {
    let session = Session::here();
    let progress = session.progress();
    let road = Road::winding(7, 7, 100.0, 56.0, 9.0);
    let view_box = format!("0 0 {} {}", road.width, road.height);
    let stop = move |stage: Stage| {
        let state = move || progress.with(|progress| progress.state(stage));
        let is_here = stage == here;
        view! {
            <li
                class="stage-road__stop"
                class:stage-road__stop--low=stage.number() % 2 == 1
                class:stage-road__stop--complete=move || state() == StageState::Complete
                class:stage-road__stop--here=is_here
            >
                <a href=Route::Workshop(stage).href() aria-current=is_here.then_some("step")>
                    <span class="stage-road__mark" aria-hidden="true">{stage.number()}</span>
                    <span class="stage-road__name">{stage.title()}</span>
                    <span class="visually-hidden">{move || state_words(state())}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="stage-road" aria-label="The seven steps">
            <svg class="stage-road__line" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                <path d=road.path />
            </svg>
            <ol>{Stage::ALL.map(stop).collect_view()}</ol>
        </nav>
    }
}

/// A stage's state in words.
pub fn state_words(state: StageState) -> String {
    match state {
        StageState::NotStarted => "Not started".to_owned(),
        StageState::Missing(1) => "1 thing to add".to_owned(),
        StageState::Missing(count) => format!("{count} things to add"),
        StageState::Complete => "Complete".to_owned(),
    }
}

/// Both dated sequences as stops on one road, from the first contact to the destination.
#[component]
pub fn PlanRoad() -> impl IntoView {
    let session = Session::here();
    let stops = Memo::new(move |_| {
        session.schedule().with(|schedule| {
            let of = |audience| schedule.steps(audience).iter().map(move |dated| (audience, *dated));
            Audience::BOTH.into_iter().flat_map(of).collect::<Vec<_>>()
        })
    });
    let summary = move || {
        let count = |audience| stops.with(|stops| stops.iter().filter(|(a, _)| *a == audience).count());
        format!(
            "The road of this plan: {} steps for prospects, then {} for customers. The tables below hold every date.",
            count(Audience::Prospect),
            count(Audience::Customer)
        )
    };
    let picture = move |per_row: usize| {
        stops.with(|stops| {
            let road = Road::winding(stops.len(), per_row, 92.0, 92.0, 7.0);
            let view_box = format!("0 0 {} {}", road.width, road.height);
            let marks = stops.iter().zip(&road.stops).map(|((audience, dated), place)| {
                let due = dated.due.map(words::day).unwrap_or_else(|| "–".to_owned());
                let class = match audience {
                    Audience::Prospect => "plan-road__stop plan-road__stop--prospect",
                    Audience::Customer => "plan-road__stop plan-road__stop--customer",
                };
                let at = format!("translate({:.1} {:.1})", place.x, place.y);
                view! {
                    <g class=class transform=at>
                        {match audience {
                            Audience::Prospect => view! { <circle r="15" /> }.into_any(),
                            Audience::Customer => {
                                view! { <rect x="-14" y="-14" width="28" height="28" rx="7" /> }.into_any()
                            }
                        }}
                        <text class="plan-road__number" y="5">{dated.number}</text>
                        <text class="plan-road__date" y="33">{due}</text>
                    </g>
                }
            });
            view! {
                <svg viewBox=view_box aria-hidden="true">
                    <path class="plan-road__edge" d=road.path.clone() />
                    <path class="plan-road__line" d=road.path.clone() />
                    {marks.collect_view()}
                </svg>
            }
        })
    };
    view! {
        <figure class="plan-road" role="img" aria-label=move || summary()>
            <div class="plan-road__wide">{move || picture(9)}</div>
            <div class="plan-road__narrow">{move || picture(4)}</div>
            <div class="plan-road__legend" aria-hidden="true">
                <span class="plan-road__key plan-road__key--prospect">"Prospect"</span>
                <span class="plan-road__key plan-road__key--customer">"Customer, from the first purchase on"</span>
            </div>
        </figure>
    }
}
