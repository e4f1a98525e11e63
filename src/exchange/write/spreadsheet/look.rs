//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// How dates are shown: `Wed 9 Sep 2026`, in the language of whoever looks.
const DATE: &str = "ddd d mmm yyyy";

/// The same where the first days of 1900 only stand for nothing.
const DATE_OR_NOTHING: &str = "[<367]\"\";ddd d mmm yyyy";

/// The looks of cells. What is meant to be changed has a pale ground of its own.
#[derive(Debug)]
pub struct Look {
    pub title: Format,
    pub hint: Format,
    pub heading: Format,
    pub text: Format,
    /// A text on one line.
    pub line: Format,
    pub number: Format,
    pub date: Format,
    /// A date that is counted, and the most important of a row.
    pub due: Format,
    /// A date that is not counted.
    pub still: Format,
    pub text_input: Format,
    pub number_input: Format,
    /// Digits that are no number.
    pub digits_input: Format,
    pub date_input: Format,
    pub inner: Format,
    pub inner_date: Format,
    /// Of a row that is late, over, or not on the way.
    pub late: Format,
    pub over: Format,
    pub aside: Format,
}

impl Look {
    pub fn new() -> Self {
        let line = Color::RGB(0x00D9_D4C7);
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(line);
        let input = cell.clone().set_background_color(Color::RGB(0x00FF_F8DC));
        let inner = cell.clone().set_font_color(Color::RGB(0x0077_7777));
        let date = |format: &Format| format.clone().set_num_format(DATE).set_align(FormatAlign::Left);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            hint: Format::new().set_font_color(Color::RGB(0x0077_7777)),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00E9_E4D8))
                .set_border_bottom(FormatBorder::Thin),
            text: cell.clone().set_text_wrap(),
            line: cell.clone(),
            number: cell.clone().set_align(FormatAlign::Center),
            date: date(&cell),
            due: date(&cell).set_bold(),
            still: date(&cell).set_italic().set_background_color(Color::RGB(0x00E6_E6E6)),
            text_input: input.clone().set_text_wrap(),
            number_input: input.clone().set_align(FormatAlign::Center),
            digits_input: input.clone().set_num_format("@"),
            date_input: date(&input),
            inner_date: inner.clone().set_num_format(DATE_OR_NOTHING).set_align(FormatAlign::Left),
            inner,
            late: Format::new().set_font_color(Color::RGB(0x00B0_0020)).set_bold(),
            over: Format::new().set_font_color(Color::RGB(0x0066_7766)),
            aside: Format::new().set_font_color(Color::RGB(0x0099_9999)).set_italic(),
        }
    }
}
