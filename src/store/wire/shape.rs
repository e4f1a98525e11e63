//! What values look like in a file, as a JSON Schema (2020-12): the third thing that a declaration gives, beside what
//! reads and what writes.
//!
//! Only what one value says by itself is in a schema. That ids fit together is for the readers alone.

use std::collections::BTreeMap;

use super::{Value, Writer};

/// The schemas of records, each by the name of its type, and those that need them.
#[derive(Default)]
pub(crate) struct Shapes(BTreeMap<&'static str, String>);

/// The fields of one record.
pub(crate) struct FieldShapes<'a> {
    shapes: &'a mut Shapes,
    properties: String,
    required: String,
}

/// What may also stand where a field may be missing.
const OR_NULL: &str = ",{\"type\":\"null\"}]}";

impl Shapes {
    /// The schema of a whole file, with all it refers to.
    pub(crate) fn file(title: &str, describe: impl FnOnce(&mut FieldShapes<'_>)) -> String {
        let mut shapes = Self::default();
        let file = shapes.object(describe);
        let definitions: Vec<_> =
            shapes.0.iter().map(|(name, shape)| format!("{}:{shape}", quoted(name))).collect();
        let head = format!(
            "{{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":{},",
            quoted(title)
        );
        let rest = file.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
        format!("{head}{rest},\"$defs\":{{{}}}}}", definitions.join(","))
    }

    /// A record, which is described once and then referred to.
    pub(crate) fn record(
        &mut self,
        name: &'static str,
        describe: impl FnOnce(&mut FieldShapes<'_>),
    ) -> String {
        let name = name.strip_suffix("Parts").unwrap_or(name);
        if !self.0.contains_key(name) {
            self.0.insert(name, String::new());
            let shape = self.object(describe);
            self.0.insert(name, shape);
        }
        format!("{{\"$ref\":{}}}", quoted(&format!("#/$defs/{name}")))
    }

    /// An object of these fields and no others.
    pub(crate) fn object(&mut self, describe: impl FnOnce(&mut FieldShapes<'_>)) -> String {
        let mut fields = FieldShapes { shapes: self, properties: String::new(), required: String::new() };
        describe(&mut fields);
        let FieldShapes { properties, required, .. } = fields;
        format!(
            "{{\"type\":\"object\",\"properties\":{{{properties}}},\"required\":[{required}],\"additionalProperties\":false}}"
        )
    }
}

impl FieldShapes<'_> {
    /// A field of a record, which is named for the sake of its type.
    pub(crate) fn of<R, T: Value>(&mut self, _: fn(&R) -> &T, name: &str, is_usual: bool) {
        let shape = T::shape(self.shapes);
        if is_usual { self.usual(name, &shape) } else { self.field(name, &shape) }
    }

    /// A field that must be there, as a value of a type stands in a file.
    pub(crate) fn value<T: Value>(&mut self, name: &str) {
        let shape = T::shape(self.shapes);
        self.field(name, &shape);
    }

    /// A field that may be missing, as a value of a type stands in a file.
    pub(crate) fn usual_value<T: Value>(&mut self, name: &str) {
        let shape = T::shape(self.shapes);
        self.usual(name, &shape);
    }

    /// A field that must be there.
    pub(crate) fn field(&mut self, name: &str, shape: &str) {
        let name = quoted(name);
        self.required.extend([if self.required.is_empty() { "" } else { "," }, &name]);
        self.property(&name, shape);
    }

    /// A field that may be missing, or `null`.
    fn usual(&mut self, name: &str, shape: &str) {
        self.property(&quoted(name), &or_null(shape));
    }

    fn property(&mut self, name: &str, shape: &str) {
        let comma = if self.properties.is_empty() { "" } else { "," };
        self.properties.extend([comma, name, ":", shape]);
    }
}

/// One of two.
pub(crate) fn either(one: &str, other: &str) -> String {
    format!("{{\"anyOf\":[{one},{other}]}}")
}

/// That, or nothing.
pub(crate) fn or_null(shape: &str) -> String {
    if shape.ends_with(OR_NULL) { shape.to_owned() } else { format!("{{\"anyOf\":[{shape}{OR_NULL}") }
}

/// A record of which some fields are said more closely.
pub(crate) fn narrowed<const N: usize>(record: &str, fields: [(&str, String); N]) -> String {
    let record = record.strip_suffix('}').unwrap_or_default();
    let fields = fields.map(|(field, shape)| format!("{}:{shape}", quoted(field)));
    format!("{record},\"properties\":{{{}}}}}", fields.join(","))
}

/// A list of such values.
pub(crate) fn list(shape: &str) -> String {
    format!("{{\"type\":\"array\",\"items\":{shape}}}")
}

/// Any text.
pub(crate) fn text() -> String {
    "{\"type\":\"string\"}".to_owned()
}

/// A text of at most so many characters.
pub(crate) fn short_text(most: usize) -> String {
    format!("{{\"type\":\"string\",\"maxLength\":{most}}}")
}

/// A text of that form.
pub(crate) fn formed(pattern: &str) -> String {
    format!("{{\"type\":\"string\",\"pattern\":{}}}", quoted(pattern))
}

/// One of these words.
pub(crate) fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().map(quoted).collect();
    format!("{{\"enum\":[{}]}}", words.join(","))
}

/// A whole number, as far as that goes.
pub(crate) fn whole(least: u64, most: u64) -> String {
    format!("{{\"type\":\"integer\",\"minimum\":{least},\"maximum\":{most}}}")
}

/// Nothing but that number.
pub(crate) fn just(number: u64) -> String {
    format!("{{\"const\":{number}}}")
}

fn quoted(text: &str) -> String {
    let mut writer = Writer::default();
    writer.text(text);
    writer.into_text()
}
