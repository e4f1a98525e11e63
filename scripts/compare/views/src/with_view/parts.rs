//! The parts that the pages share.

use super::*;

#[component]
pub(super) fn Button(
    look: Look,
    #[prop(into)] words: String,
    #[prop(optional, into)] name: Option<Signal<String>>,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class=look.classes() aria-label=move || name.map(|name| name.get()) on:click=move |_| act.run(())>
            {words}
        </button>
    }
}

#[component]
pub(super) fn Check(
    #[prop(into)] words: String,
    #[prop(into)] is_ticked: Signal<bool>,
    #[prop(into)] take: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || is_ticked.get()
                on:change=move |event| take.run(event_target_checked(&event))
            />
            <span>{words}</span>
        </label>
    }
}

#[component]
pub(super) fn Group(id: &'static str, heading: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="group" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {children()}
        </section>
    }
}

#[component]
pub(super) fn Select(
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    options: Options,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let id = unique_id("select");
    let options = options
        .into_iter()
        .map(|(value, words)| view! { <option value=value>{words}</option> })
        .collect::<Vec<_>>();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select
                class="field__input field__input--select"
                id=id
                prop:value=move || value.get()
                on:change=move |event| choose.run(event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
}

#[component]
pub(super) fn Field(
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Signal<String>,
    commit: Commit,
) -> impl IntoView {
    let id = unique_id("field");
    let typing = Typing::new(Arc::new(move || value.get()), commit);
    let [problem, is_wrong, wrong, shown, on_input, on_blur] = std::array::from_fn(|_| typing.clone());
    let hint_id = format!("{id}-hint");
    let hinted = (!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> });
    view! {
        <div class="field" class:field--invalid=move || is_wrong.problem().is_some()>
            <label class="field__label" for=id.clone()>{label}</label>
            {hinted}
            <div class="field__row">
                <input
                    class="field__input"
                    type="text"
                    autocomplete="off"
                    aria-describedby=format!("{id}-hint {id}-problem")
                    id=id.clone()
                    aria-invalid=move || wrong.problem().map(|_| "true")
                    prop:value=move || shown.shown()
                    on:input=move |event| on_input.typed(event_target_value(&event))
                    on:blur=move |_| on_blur.left()
                />
            </div>
            <p class="field__message" id=format!("{id}-problem")>
                {move || problem.problem().unwrap_or_default()}
            </p>
        </div>
    }
}
