//! The browser's entry point.

fn main() {
    followthrough::ui::start();
}
