//! The worker's entry point: it does for the page what would hold it up, or be too much to load at the start.
//!
//! Each message is a request with a file, which may be empty, and is answered with a text (`followthrough::exchange`).

use followthrough::exchange;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let take = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let message: Array = message.data().unchecked_into();
        let request = message.get(0).as_string().unwrap_or_default();
        let file = Uint8Array::new(&message.get(1)).to_vec();
        // A text can always be sent.
        _ = page.post_message(&exchange::answer(&request, &file).into());
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
}
