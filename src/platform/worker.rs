//! The workers beside the page: what is seldom wanted, and fetched when it is wanted for the first time.
//!
//! Each does one thing at a time: whatever comes next ends what is being done. It stays for the next time, unless it was
//! ended in the middle of something.

use std::cell::Cell;

use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    AbortSignal, Element, File, MessageEvent, RequestCache, RequestInit, Response, Worker, window,
};

/// Why the worker has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// Something else came first, or nobody wants it any more: nothing is to be said.
    Stopped,
    /// The browser cannot read the file.
    Unreadable,
    /// The worker did not come: it is asked for again the next time.
    NotLoaded,
    /// It broke.
    Broken,
    /// It was at it for longer than anybody should wait.
    TooLong,
}

/// In milliseconds: how long each of the worker's parts may be on its way, and how long it may take to begin.
const LONGEST_LOAD: u16 = 60_000;

/// In milliseconds: how long it may be at one thing.
const LONGEST_WORK: u16 = 30_000;

/// The workers: each is fetched when it is wanted for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// It makes recipes and reads calendars.
    Worker,
    /// It writes and reads files of other programs.
    Files,
}

/// How it stands with a worker.
struct State {
    /// Counts what was asked for, so that each can see whether something else has been since.
    turn: Cell<u32>,
    busy: Cell<Option<Worker>>,
    idle: Cell<Option<Worker>>,
    /// Fulfilled when the worker is there, or is known not to come.
    coming: Cell<Option<Promise>>,
    /// Whether the browser's own copies of the worker's parts are not to be trusted.
    has_failed: Cell<bool>,
}

thread_local! {
    static STATES: [State; 2] = const { [State::new(), State::new()] };
}

impl State {
    const fn new() -> Self {
        Self {
            turn: Cell::new(0),
            busy: Cell::new(None),
            idle: Cell::new(None),
            coming: Cell::new(None),
            has_failed: Cell::new(false),
        }
    }
}

impl Helper {
    fn with<T>(self, look: impl FnOnce(&State) -> T) -> T {
        STATES.with(|[worker, files]| match self {
            Self::Worker => look(worker),
            Self::Files => look(files),
        })
    }

    /// The id of the element that names its parts.
    fn id(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Files => "files",
        }
    }

    fn turn(self) -> u32 {
        self.with(|state| state.turn.get())
    }

    /// Ends what it is doing.
    pub fn stop(self) {
        self.with(|state| {
            state.turn.set(state.turn.get().wrapping_add(1));
            if let Some(worker) = state.busy.take() {
                worker.terminate();
            }
        });
    }

    /// Whether it is at something, or on its way to it.
    pub fn is_busy(self) -> bool {
        self.with(|state| {
            let coming = state.coming.take();
            let is_coming = coming.is_some();
            state.coming.set(coming);
            is_coming || holds(&state.busy)
        })
    }

    /// Fetches it unless it is here or on its way: it is going to be wanted.
    pub fn call(self) {
        if !self.with(|state| holds(&state.busy)) {
            _ = self.come();
        }
    }

    /// Has it do something, with what belongs to it, in place of what it was doing. It answers with a text.
    ///
    /// # Errors
    /// [`NoAnswer`].
    pub async fn work_on(self, cargo: Cargo<'_>, request: &str) -> Result<String, NoAnswer> {
        self.asked(cargo, request).await?.as_string().ok_or(NoAnswer::Broken)
    }

    /// Has it make a file, in place of what it was doing.
    ///
    /// # Errors
    /// [`NoAnswer`].
    pub async fn make(self, cargo: Cargo<'_>, request: &str) -> Result<Made, NoAnswer> {
        let answer: Array = self.asked(cargo, request).await?.dyn_into().map_err(|_| NoAnswer::Broken)?;
        let text = |at| answer.get(at).as_string().ok_or(NoAnswer::Broken);
        let bytes = answer.get(0).dyn_into().map_err(|_| NoAnswer::Broken)?;
        Ok(Made { bytes, notes: text(1)?, memory: text(2)? })
    }

    async fn asked(self, cargo: Cargo<'_>, request: &str) -> Result<JsValue, NoAnswer> {
        self.stop();
        let turn = self.turn();
        let answer = self.answered(cargo, request, turn).await;
        if self.turn() == turn { answer } else { Err(NoAnswer::Stopped) }
    }

    async fn answered(self, cargo: Cargo<'_>, request: &str, turn: u32) -> Result<JsValue, NoAnswer> {
        let bytes = match cargo {
            Cargo::File(file) => {
                JsFuture::from(file.array_buffer()).await.map_err(|_| NoAnswer::Unreadable)?
            }
            Cargo::Text(text) => Uint8Array::from(text.as_bytes()).buffer().into(),
            Cargo::Bytes(bytes) => Uint8Array::from(bytes).buffer().into(),
            Cargo::None => ArrayBuffer::new(0).into(),
        };
        _ = JsFuture::from(self.come()).await;
        if self.turn() != turn {
            return Err(NoAnswer::Stopped);
        }
        let worker = self.with(|state| state.idle.take()).ok_or(NoAnswer::NotLoaded)?;
        self.with(|state| state.busy.set(Some(worker.clone())));
        let message = Array::of2(&request.into(), &bytes);
        let answer = told(&worker, &message, &bytes, LONGEST_WORK).await;
        if self.turn() != turn {
            return Err(NoAnswer::Stopped);
        }
        self.with(|state| state.busy.take());
        match answer {
            Ok(answer) => {
                self.with(|state| state.idle.set(Some(worker)));
                Ok(answer)
            }
            Err(why) => {
                worker.terminate();
                Err(if why.is_undefined() { NoAnswer::TooLong } else { NoAnswer::Broken })
            }
        }
    }

    /// Fulfilled when it is idle, or is known not to come.
    fn come(self) -> Promise {
        if self.with(|state| holds(&state.idle)) {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        let coming = self.with(|state| state.coming.take()).unwrap_or_else(|| {
            future_to_promise(async move {
                let started = self.start().await;
                self.with(|state| {
                    state.coming.take();
                    state.has_failed.set(started.is_err());
                    state.idle.set(started.ok());
                });
                Ok(JsValue::UNDEFINED)
            })
        });
        self.with(|state| state.coming.set(Some(coming.clone())));
        coming
    }

    /// Fetches its script and program, as the page names them, and starts them. Both are let through only as they were
    /// built.
    async fn start(self) -> Result<Worker, JsValue> {
        let document = window().and_then(|window| window.document());
        let named =
            document.and_then(|document| document.get_element_by_id(self.id())).ok_or(JsValue::NULL)?;
        let is_anew = self.with(|state| state.has_failed.get());
        let (script, script_comes) = fetched(&named, "data-script", "data-script-integrity", is_anew)?;
        let (_, program_comes) = fetched(&named, "data-program", "data-program-integrity", is_anew)?;
        let both = JsFuture::from(Promise::all(&Array::of2(&script_comes, &program_comes))).await?;
        let both: Array = both.unchecked_into();
        let [script_came, program_came] = [0, 1].map(|at| both.get(at).unchecked_into::<Response>());
        if !script_came.ok() || !program_came.ok() {
            return Err(JsValue::NULL);
        }
        let program = JsFuture::from(program_came.array_buffer()?).await?;
        let worker = Worker::new(&script)?;
        match told(&worker, &program, &program, LONGEST_LOAD).await {
            Ok(_) => Ok(worker),
            Err(why) => {
                worker.terminate();
                Err(why)
            }
        }
    }
}

/// What belongs to a request.
#[derive(Clone, Copy, Debug)]
pub enum Cargo<'a> {
    /// Nothing.
    None,
    /// A file of the person's.
    File(&'a File),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// A file that the worker made.
#[derive(Debug)]
pub struct Made {
    /// What is in it.
    pub bytes: Uint8Array,
    /// What is to be known of it, a sentence a line.
    pub notes: String,
    /// What is to be remembered for the next time.
    pub memory: String,
}

fn holds(place: &Cell<Option<Worker>>) -> bool {
    let worker = place.take();
    let is_there = worker.is_some();
    place.set(worker);
    is_there
}

/// The address that an attribute names, and what comes from there.
fn fetched(
    named: &Element,
    address: &str,
    integrity: &str,
    is_anew: bool,
) -> Result<(String, Promise), JsValue> {
    let address = named.get_attribute(address).ok_or(JsValue::NULL)?;
    let options = RequestInit::new();
    // A page built for trying things out names no digests.
    options.set_integrity(&named.get_attribute(integrity).unwrap_or_default());
    options.set_signal(Some(&AbortSignal::timeout_with_u32(LONGEST_LOAD.into())));
    if is_anew {
        options.set_cache(RequestCache::Reload);
    }
    let comes = window().ok_or(JsValue::NULL)?.fetch_with_str_and_init(&address, &options);
    Ok((address, comes))
}

/// Tells the worker something, handing over what belongs to it, and waits for the answer: what the worker says, the
/// error that ended it, or nothing once it has taken too long.
async fn told(worker: &Worker, message: &JsValue, with: &JsValue, longest: u16) -> Result<JsValue, JsValue> {
    worker.post_message_with_transfer(message, &Array::of1(with))?;
    let answer = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
        if let Some(window) = window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, longest.into());
        }
    });
    let message: MessageEvent = JsFuture::from(answer).await?.unchecked_into();
    Ok(message.data())
}
