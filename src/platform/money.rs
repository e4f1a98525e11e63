//! The wording of money and the size of sheets, by the browser's own knowledge of languages.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::plan::{Amount, Currency};

/// Whether what is printed where the browser's language is spoken is printed on US Letter.
pub fn prints_on_letter() -> bool {
    let options = Intl::NumberFormat::new(&Array::new(), &Object::new()).resolved_options();
    let locale = Reflect::get(&options, &"locale".into()).ok().and_then(|locale| locale.as_string());
    locale.is_some_and(|locale| ["-US", "-CA", "-MX"].iter().any(|region| locale.ends_with(region)))
}

/// An amount as the person's language writes it, such as `$1,200` or `1.200,50 €`.
pub fn money(amount: Amount, currency: Currency) -> String {
    let value = amount.hundredths() as f64 / 100.0;
    let options = Object::new();
    let set = |key: &str, to: JsValue| Reflect::set(&options, &key.into(), &to).is_ok();
    let whole = amount.hundredths().is_multiple_of(100);
    let is_set = set("style", "currency".into())
        && set("currency", currency.code().into())
        && (!whole || set("maximumFractionDigits", 0.into()));
    if !is_set {
        return format!("{amount} {}", currency.code());
    }
    let format = Intl::NumberFormat::new(&Array::new(), &options).format();
    format
        .call1(&JsValue::UNDEFINED, &value.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| format!("{amount} {}", currency.code()))
}
