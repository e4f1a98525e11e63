//! The wording of money, by the browser's own knowledge of languages.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::plan::{Amount, Currency};

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
