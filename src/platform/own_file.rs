//! A file that the person has chosen, and that the page may write (File System Access).

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::ask::{ask, part};

/// A file of the person's, as the browser lets the page hold it.
#[derive(Clone, Debug)]
pub struct OwnFile(JsValue);

impl OwnFile {
    /// Whether this browser lets a page write into a file that is chosen.
    pub fn can_be_chosen() -> bool {
        part(&[PICKER]).is_function()
    }

    /// Has the person choose a file, under a name that is proposed.
    ///
    /// # Errors
    /// Nothing was chosen.
    pub async fn choose(name: &str) -> Result<Self, JsValue> {
        let accept = object(&[("application/json", &Array::of1(&".json".into()))]);
        let kind = object(&[("description", &"A plan of Followthrough".into()), ("accept", &accept)]);
        let options = object(&[("suggestedName", &name.into()), ("types", &Array::of1(&kind))]);
        ask(&part(&[]), PICKER, &[&options]).await.map(Self)
    }

    /// One that was kept in a database.
    pub fn kept(value: JsValue) -> Option<Self> {
        value.is_object().then_some(Self(value))
    }

    /// What is kept of it in a database.
    pub fn value(&self) -> JsValue {
        self.0.clone()
    }

    /// Its name.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether the page may write it; `asks` has the browser ask the person, which takes a press.
    pub async fn may_be_written(&self, asks: bool) -> bool {
        let method = if asks { "requestPermission" } else { "queryPermission" };
        let answer = ask(&self.0, method, &[&object(&[("mode", &"readwrite".into())])]).await;
        answer.is_ok_and(|answer| answer == "granted")
    }

    /// What stands in it.
    ///
    /// # Errors
    /// What the browser says, such as of a file that has been moved.
    pub async fn read(&self) -> Result<String, JsValue> {
        let file: File = ask(&self.0, "getFile", &[]).await?.dyn_into()?;
        Ok(ask(&file, "text", &[]).await?.as_string().unwrap_or_default())
    }

    /// Puts a text in place of what stands there: all of it or nothing.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn write(&self, text: &str) -> Result<(), JsValue> {
        let stream = ask(&self.0, "createWritable", &[]).await?;
        ask(&stream, "write", &[&text.into()]).await?;
        ask(&stream, "close", &[]).await.map(|_| ())
    }
}

const PICKER: &str = "showSaveFilePicker";

fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object refuses nothing.
        _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
