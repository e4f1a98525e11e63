//! Cells on their way to another program, by the clipboard.

/// A table of cells, parted by tabs and line breaks, as programs paste it as cells: the first row holds the titles.
pub fn cells_as_html(cells: &str) -> String {
    let row = |(at, line): (usize, &str)| {
        let kind = if at == 0 { "th" } else { "td" };
        let cell = |cell: &str| format!("<{kind}>{}</{kind}>", escaped(cell));
        format!("<tr>{}</tr>", line.trim_end_matches('\r').split('\t').map(cell).collect::<String>())
    };
    format!("<table>{}</table>", cells.lines().enumerate().map(row).collect::<String>())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_cell_is_text() {
        let html = cells_as_html("What\tWho\r\nCall <b>& go</b>\tAnn\r\n");
        assert_eq!(
            html,
            "<table><tr><th>What</th><th>Who</th></tr><tr><td>Call &lt;b&gt;&amp; go&lt;/b&gt;</td><td>Ann</td></tr></table>"
        );
    }
}
