//! The list that a team shares, on the page's own origin: the host's file that names it, and the requests to it.
//!
//! **Invariant:** nothing else than that list is asked, nowhere else than on this origin, and never sent on elsewhere. User name
//! and password are arguments of each request and stand nowhere else.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, DomException, RequestCache, RequestInit, Response, Storage, Url, window};

use super::ask::{ask, base64, part, read_stream};
use crate::exchange::{Answer, Ask, MAX_ANSWER, Method, NoResponse};

/// The host's file.
const FILE: &str = "team.json";

/// Where it is kept for a visit without a connection.
const KEPT: &str = "followthrough-team";

/// In milliseconds: how long a request may take.
const LONGEST: u32 = 20_000;

/// What the host's file says, or said last where there is no connection; none where there is no such file.
pub async fn team_file() -> Option<String> {
    let storage = part(&["localStorage"]).dyn_into::<Storage>().ok();
    let kept = || storage.as_ref().and_then(|storage| storage.get_item(KEPT).ok().flatten());
    if part(&["navigator", "onLine"]).is_falsy() {
        return kept();
    }
    let text = match fetched().await {
        // What keeps the app on the device has no connection either.
        Ok(Some(text)) if text.is_empty() => return kept(),
        Ok(text) => text,
        Err(_) => return kept(),
    };
    if let Some(storage) = &storage {
        // Where nothing can be kept, it is asked for at each visit.
        _ = match &text {
            Some(text) => storage.set_item(KEPT, text),
            None => storage.remove_item(KEPT),
        };
    }
    text
}

async fn fetched() -> Result<Option<String>, JsValue> {
    let options = options("GET")?;
    options.set_cache(RequestCache::NoCache);
    let response = response(FILE, &options).await?;
    if !response.ok() {
        return Ok(None);
    }
    Ok(body(&response).await?.ok())
}

/// What signs requests of somebody.
pub fn signed(user: &str, password: &str) -> String {
    let spelled = base64([user, ":", password].concat().as_bytes());
    ["Basic ", &spelled.unwrap_or_default()].concat()
}

/// Asks the list at a path of this origin, or an entry on it.
pub async fn ask_list(list: &str, signed: &str, wanted: &Ask) -> Answer {
    match asked(list, signed, wanted).await {
        Ok(answer) => answer,
        Err(why) => {
            let is_late = why.dyn_into::<DomException>().is_ok_and(|why| why.name() == "TimeoutError");
            Answer::None(if is_late { NoResponse::TooLong } else { NoResponse::NoConnection })
        }
    }
}

async fn asked(list: &str, signed: &str, wanted: &Ask) -> Result<Answer, JsValue> {
    let headers = Object::new();
    let set = |name: &str, value: &str| Reflect::set(&headers, &name.into(), &value.into());
    set("authorization", signed)?;
    if let Some(media_type) = wanted.method.media_type() {
        set("content-type", media_type)?;
    }
    match (&wanted.state, wanted.method.writes()) {
        (Some(state), true) => set("if-match", state)?,
        (None, true) => set("if-none-match", "*")?,
        (_, false) => set("depth", "1")?,
    };
    let options = options(wanted.method.verb())?;
    options.set_headers(&headers);
    if wanted.method != Method::Delete {
        options.set_body(&wanted.body.as_str().into());
    }
    let response = response(&[list, &wanted.name].concat(), &options).await?;
    let status = response.status();
    let headers = Reflect::get(&response, &"headers".into())?;
    let etag = ask(&headers, "get", &[&"etag".into()]).await?.as_string().unwrap_or_default();
    // Nothing is to be known of what comes with anything else.
    let body = if status == 207 { body(&response).await? } else { Ok(String::new()) };
    Ok(match body {
        Ok(body) => Answer::Response { status, etag, body },
        Err(TooLarge) => Answer::None(NoResponse::TooLarge),
    })
}

fn options(method: &str) -> Result<RequestInit, JsValue> {
    let options = RequestInit::new();
    for (name, value) in [("redirect", "error"), ("credentials", "omit")] {
        Reflect::set(&options, &name.into(), &value.into())?;
    }
    options.set_method(method);
    options.set_cache(RequestCache::NoStore);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(LONGEST)));
    Ok(options)
}

/// What comes from a path of this origin.
async fn response(path: &str, options: &RequestInit) -> Result<Response, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let location = window.location();
    let address = Url::new_with_base(path, &location.href()?)?;
    if address.origin() != location.origin()? {
        return Err(JsValue::NULL);
    }
    let comes = window.fetch_with_str_and_init(&address.href(), options);
    Ok(JsFuture::from(comes).await?.unchecked_into())
}

/// More came than is read.
struct TooLarge;

/// What comes with an answer, as text, as far as it may reach.
async fn body(response: &Response) -> Result<Result<String, TooLarge>, JsValue> {
    let stream = Reflect::get(response, &"body".into())?;
    if stream.is_null() {
        return Ok(Ok(String::new()));
    }
    let read = read_stream(&stream, MAX_ANSWER).await?;
    Ok(read.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).ok_or(TooLarge))
}
