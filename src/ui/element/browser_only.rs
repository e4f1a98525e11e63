//! What a view must be able to do on a server, for views that only a browser shows.

/// Makes a view of a type that is never rendered as HTML, nor taken over from HTML that a server has rendered.
macro_rules! browser_only {
    ($view:ty) => {
        impl leptos::prelude::RenderHtml for $view {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                _buf: &mut String,
                _position: &mut leptos::tachys::view::Position,
                _escape: bool,
                _mark_branches: bool,
                _extra: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
            ) {
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                _cursor: &leptos::tachys::hydration::Cursor,
                _position: &leptos::tachys::view::PositionState,
            ) -> Self::State {
                leptos::prelude::Render::build(self)
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

pub(super) use browser_only;
