//! The parts that the pages share.

use super::*;

pub(super) fn button(look: Look, words: impl Into<String>, act: impl Fn() + 'static) -> El {
    el(html::Button)
        .attr(attr::Type, "button")
        .class(look.classes())
        .child(words.into())
        .on(ev::click, move |_| act())
}

pub(super) fn row_button(
    look: Look,
    words: impl Into<String>,
    name: impl Fn() -> String + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> El {
    button(look, words, act).aria_label(name)
}

pub(super) fn check(
    words: impl Into<String>,
    is_ticked: impl Fn() -> bool + Send + Sync + 'static,
    take: impl Fn(bool) + 'static,
) -> El {
    let input = el(html::Input)
        .attr(attr::Type, "checkbox")
        .prop(prop::Checked, is_ticked)
        .on(ev::change, move |event| take(event_target_checked(&event)));
    el(html::Label).class("check").child(input).child(el(html::Span).child(words.into()))
}

pub(super) fn group(id: &'static str, heading: &'static str) -> El {
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, id)
        .child(el(html::H2).attr(attr::Id, id).child(heading))
}

pub(super) fn select(
    label: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    options: Options,
    choose: impl Fn(String) + 'static,
) -> El {
    let id = unique_id("select");
    let option = |(value, words): (String, String)| el(html::Option_).attr(attr::Value, value).child(words);
    let list = el(html::Select)
        .class("field__input field__input--select")
        .attr(attr::Id, id.clone())
        .child(options.into_iter().map(option).collect::<Vec<_>>())
        .prop(prop::Value, value)
        .on(ev::change, move |event| choose(event_target_value(&event)));
    el(html::Div)
        .class("field")
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child(list)
}

pub(super) fn field(
    label: &'static str,
    hint: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    commit: Commit,
) -> El {
    let id = unique_id("field");
    let value: Live<String> = Arc::new(value);
    let typing = Typing::new(value, commit);
    let [problem, is_wrong, wrong, shown, on_input, on_blur] = std::array::from_fn(|_| typing.clone());
    let hinted = el(html::P).class("field__hint").attr(attr::Id, format!("{id}-hint")).child(hint);
    let message = el(html::P)
        .class("field__message")
        .attr(attr::Id, format!("{id}-problem"))
        .child(move || problem.problem().unwrap_or_default());
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Type, "text")
        .attr(attr::Autocomplete, "off")
        .attr(attr::AriaDescribedby, format!("{id}-hint {id}-problem"))
        .attr(attr::Id, id.clone())
        .attr(attr::AriaInvalid, move || wrong.problem().map(|_| "true".to_owned()))
        .prop(prop::Value, move || shown.shown())
        .on(ev::input, move |event| on_input.typed(event_target_value(&event)))
        .on(ev::blur, move |_| on_blur.left());
    el(html::Div)
        .class("field")
        .class(("field--invalid", move || is_wrong.problem().is_some()))
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child((!hint.is_empty()).then_some(hinted))
        .child(el(html::Div).class("field__row").child(input))
        .child(message)
}
