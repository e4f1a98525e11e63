//! The entry point of the worker for files: it writes plans for other programs, and reads spreadsheets that come back.
//!
//! Each message is a request with what belongs to it, and is answered with a file, the sentences about it and what is to be
//! remembered; with nothing where there was no such request (`followthrough::exchange`).

use followthrough::exchange::{self, Written};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let take = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let message: Array = message.data().unchecked_into();
        let request = message.get(0).as_string().unwrap_or_default();
        let file = Uint8Array::new(&message.get(1)).to_vec();
        // Texts and bytes can always be sent.
        _ = page.post_message(&match exchange::file_for(&request, &file) {
            Some(Written { bytes, notes, memory }) => {
                let bytes = Uint8Array::from(&*bytes);
                Array::of3(&bytes.into(), &notes.join("\n").into(), &memory.into()).into()
            }
            None => JsValue::NULL,
        });
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
}
