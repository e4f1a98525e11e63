//! Records: values that are read, written and described by one declaration.

use std::sync::Arc;

use super::shape::{Shapes, list, or_null};
use super::{Fields, Found, Writer};
use crate::store::Fault;

/// A value that stands in a file.
pub(crate) trait Value: Sized {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>>;

    fn write(&self, w: &mut Writer);

    /// What such values look like, as a schema.
    fn shape(shapes: &mut Shapes) -> String;
}

/// Says of each field of a struct its name in files, in the order they are written. The reader, the writer and the
/// schema are made of it; a field of the struct that is not named here does not compile.
///
/// `or usual` behind a name: the field is not written where it is as usual, and may be missing.
macro_rules! record {
    ($type:ty { $($field:ident $name:literal $(or $usual:ident)?),* $(,)? }) => {
        impl Value for $type {
            fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
                found.object(|fields| Ok(Self { $($field: record!(@read fields $name $(or $usual)?)),* }))
            }

            record!(@writer $($field $name $(or $usual)?),*);

            record!(@shape $type { $($field $name $(or $usual)?),* });
        }
    };
    // Filled in one by one: one half-read record is dropped with less code than its many fields.
    ($type:ty = $blank:expr; { $($field:ident $name:literal $(or $usual:ident)?),* $(,)? }) => {
        impl Value for $type {
            fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
                found.object(|fields| {
                    let mut record: Self = $blank;
                    $(record.$field = record!(@read fields $name $(or $usual)?);)*
                    Ok(record)
                })
            }

            record!(@writer $($field $name $(or $usual)?),*);

            record!(@shape $type { $($field $name $(or $usual)?),* });
        }
    };
    (@writer $($field:ident $name:literal $(or $usual:ident)?),*) => {
        fn write(&self, w: &mut Writer) {
            let Self { $($field),* } = self;
            w.object(|w| { $(record!(@write w $field $name $(or $usual)?);)* });
        }
    };
    (@shape $type:ty { $($field:ident $name:literal $(or $usual:ident)?),* }) => {
        fn shape(shapes: &mut $crate::store::wire::shape::Shapes) -> String {
            shapes.record(stringify!($type), |fields| {
                $(fields.of(|record: &Self| &record.$field, $name, record!(@is_usual $($usual)?));)*
            })
        }
    };
    (@is_usual) => { false };
    (@is_usual usual) => { true };
    (@read $fields:ident $name:literal) => { $fields.required($name)? };
    (@read $fields:ident $name:literal or usual) => { $fields.usual($name)? };
    (@write $w:ident $field:ident $name:literal) => { $w.field($name, $field) };
    (@write $w:ident $field:ident $name:literal or usual) => { $w.unless_usual($name, $field) };
}

pub(crate) use record;

// Not inlined: a record has many fields, of few types.
impl Fields<'_> {
    /// A field that must be there.
    #[inline(never)]
    pub(crate) fn required<T: Value>(&mut self, name: &'static str) -> Result<T, Box<Fault>> {
        T::read(self.field(name)?)
    }

    /// A field that is as usual where it is missing, or `null`.
    #[inline(never)]
    pub(crate) fn usual<T: Value + Default>(&mut self, name: &'static str) -> Result<T, Box<Fault>> {
        self.optional(name)?.map_or_else(|| Ok(T::default()), T::read)
    }
}

impl Writer {
    #[inline(never)]
    pub(crate) fn field<T: Value>(&mut self, name: &str, value: &T) {
        value.write(self.name(name));
    }

    /// A field, unless it is as usual.
    #[inline(never)]
    pub(crate) fn unless_usual<T: Value + Default + PartialEq>(&mut self, name: &str, value: &T) {
        if *value != T::default() {
            value.write(self.name(name));
        }
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        found.list(T::read)
    }

    fn write(&self, w: &mut Writer) {
        w.list(self, |w, entry| entry.write(w));
    }

    fn shape(shapes: &mut Shapes) -> String {
        list(&T::shape(shapes))
    }
}

impl<T: Value> Value for Option<T> {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        if found.is_null() { Ok(None) } else { T::read(found).map(Some) }
    }

    fn shape(shapes: &mut Shapes) -> String {
        or_null(&T::shape(shapes))
    }

    fn write(&self, w: &mut Writer) {
        match self {
            Some(value) => value.write(w),
            None => w.null(),
        }
    }
}

impl<T: Value> Value for Arc<T> {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        T::read(found).map(Self::new)
    }

    fn write(&self, w: &mut Writer) {
        (**self).write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        T::shape(shapes)
    }
}

impl<T: Value> Value for Arc<[T]> {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        found.list(T::read).map(Into::into)
    }

    fn write(&self, w: &mut Writer) {
        w.list(self.iter(), |w, entry| entry.write(w));
    }

    fn shape(shapes: &mut Shapes) -> String {
        list(&T::shape(shapes))
    }
}
