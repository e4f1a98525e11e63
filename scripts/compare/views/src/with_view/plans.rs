//! All plans.

use super::parts::*;
use super::*;

pub fn plans() -> impl IntoView {
    let workspace = Workspace::here();
    let has_quarantined = move || workspace.with_contents(|all| !all.quarantined.is_empty());
    view! {
        <article class="plans">
            <h1 tabindex="-1">"All plans"</h1>
            <p>"Every plan in this browser. Starting a new one puts the current one into the archive."</p>
            <div class="start__ways">
                <Button look=Look::Main words="Start a new plan" act=move |()| logic::start_new(workspace)/>
            </div>
            <PlansOf state=State::Open id="plans-open" heading="In use" empty="No plan is in use."/>
            <PlansOf
                state=State::Archived
                id="plans-archived"
                heading="Archive"
                empty="The archive is empty."
            />
            <Show when=has_quarantined>
                <QuarantinedList/>
            </Show>
        </article>
    }
}

#[component]
fn PlansOf(state: State, id: &'static str, heading: &'static str, empty: &'static str) -> impl IntoView {
    let workspace = Workspace::here();
    let of = move || logic::plans_in(workspace, state);
    let rows = move || {
        of().into_iter().map(|(id, stored)| view! { <PlanRow id=id stored=stored/> }).collect::<Vec<_>>()
    };
    view! {
        <Group id=id heading=heading>
            {move || view! { <ul class="plan-list">{rows()}</ul> }}
            <Show when=move || of().is_empty()>
                <p class="empty">{empty}</p>
            </Show>
        </Group>
    }
}

#[component]
fn PlanRow(id: PlanId, stored: Stored) -> impl IntoView {
    let workspace = Workspace::here();
    let name = logic::name_of(&stored.plan);
    let is_archived = stored.state == State::Archived;
    let is_example = stored.plan.origin == Origin::Example;
    let about = logic::about(&stored);
    let plan: Kept = StoredValue::new((id, stored.plan));
    let tag = is_example.then(|| view! { <span class="tag">"Example"</span> });
    let open = if is_archived { "Reopen" } else { "Open" };
    let last = if is_archived {
        view! { <RemoveForGood plan=plan name=name.clone()/> }.into_any()
    } else {
        let archived = name.clone();
        view! {
            <Tool
                words="Archive"
                name=name.clone()
                act=move |()| logic::archive(workspace, plan, &archived)
            />
        }
        .into_any()
    };
    view! {
        <li class="plan-list__plan">
            <div>
                <strong>{name.clone()}</strong>
                {tag}
                <p class="plan-list__about">{about}</p>
            </div>
            <div class="plan-list__tools">
                <Tool
                    words=open
                    name=name.clone()
                    act=move |()| logic::open_plan(workspace, plan, is_archived)
                />
                <Tool words="Export" name=name act=move |()| logic::export_plan(workspace, plan)/>
                {last}
            </div>
        </li>
    }
}

#[component]
fn Tool(words: &'static str, name: String, #[prop(into)] act: Callback<()>) -> impl IntoView {
    let label = format!("{words} {name}");
    view! { <Button look=Look::Small words=words name=Signal::stored(label) act=act/> }
}

#[component]
fn RemoveForGood(plan: Kept, name: String) -> impl IntoView {
    let workspace = Workspace::here();
    let is_asking = RwSignal::new(false);
    let name = StoredValue::new(name);
    let label = Signal::derive(move || format!("Remove {}", name.get_value()));
    view! {
        <Show when=move || !is_asking.get()>
            <Button look=Look::Quiet words="Remove…" name=label act=move |()| is_asking.set(true)/>
        </Show>
        <Show when=move || is_asking.get()>
            <span class="plan-list__ask" role="alert">"Gone for good, unless you have exported it."</span>
            <Button
                look=Look::Danger
                words="Remove for good"
                act=move |()| logic::remove(workspace, plan, &name.get_value())
            />
            <Button look=Look::Small words="Keep it" act=move |()| is_asking.set(false)/>
        </Show>
    }
}

#[component]
fn QuarantinedList() -> impl IntoView {
    let workspace = Workspace::here();
    let rows = move || {
        workspace
            .with_contents(|all| all.quarantined.clone())
            .into_iter()
            .map(|aside| view! { <QuarantinedRow aside=aside/> })
            .collect::<Vec<_>>()
    };
    view! {
        <Group id="plans-quarantined" heading="Set aside">
            <p>"These could not be read. They stay exactly as they are until you remove them."</p>
            {move || view! { <ul class="plan-list">{rows()}</ul> }}
        </Group>
    }
}

#[component]
fn QuarantinedRow(aside: Quarantined) -> impl IntoView {
    let workspace = Workspace::here();
    let name = aside.key.rsplit('/').next().unwrap_or("plan").to_owned();
    let why = format!("Not readable: {}.", aside.why);
    let is_saved = RwSignal::new(false);
    let aside = StoredValue::new(aside);
    let file = format!("followthrough-set-aside-{name}.json");
    let download = move |()| {
        let is_offered = aside.with_value(|aside| platform::download(&file, &aside.text));
        is_saved.set(is_offered);
    };
    view! {
        <li class="plan-list__plan">
            <div>
                <strong>{name}</strong>
                <p class="plan-list__about">{why}</p>
            </div>
            <div class="plan-list__tools">
                <Button look=Look::Small words="Download" act=download/>
                <Show when=move || is_saved.get()>
                    <Button
                        look=Look::Danger
                        words="Remove it here"
                        act=move |()| logic::discard(workspace, aside)
                    />
                </Show>
            </div>
        </li>
    }
}
