//! How to enter a plan in programs that send by themselves, step by step (B10): what to choose there for each wait (B4),
//! and every date that would be another than ours (B11-B15), with the reason. To be read, and to be printed.
//!
//! **Invariant:** a page of its own without any script, in which what a person typed is text.

mod meaning;

mod tools;

use std::fmt::Write as _;

pub(super) use meaning::calendar_days;
use meaning::{Entered, entered};
use tools::{TOOLS, Tool};

use crate::exchange::{Rows, StepRow, Written};
use crate::plan::{Audience, Plan};
use crate::schedule::Schedule;
use crate::words;

/// How the page looks, on a screen and on paper.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1f1c}\
    h1,h2,h3{line-height:1.2}section{break-before:page;margin-top:3rem}table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid #889;padding:.4rem .5rem;text-align:left;vertical-align:top}tr{break-inside:avoid}\
    td.other{font-weight:bold}td:nth-child(4),td:nth-child(5){white-space:nowrap}small{color:#444}\
    @media print{body{margin:0;max-width:none;font-size:10pt}a{color:inherit;text-decoration:none}}";

/// Both sequences for each program.
pub fn write(rows: &Rows<'_>) -> Written {
    let name = words::plan_name(rows.plan());
    let mut page = Page(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Build sheets: {}</title>\n\
        <style>{STYLE}</style>\n</head>\n<body>\n",
        escaped(&name)
    ));
    page.line("h1", &format!("Build sheets: {name}"));
    page.line("p", &format!("How to enter this plan in {}.", TOOLS.map(|tool| tool.name).join(", ")));
    page.line(
        "p",
        "Each sheet says what to choose for every wait, and which dates will then be others than in the plan. It counts on \
        the path that is expected, for somebody who starts on the day that is named. A date in bold is another than ours.",
    );
    page.line(
        "p",
        &format!(
            "What the programs do was read in copies of their help pages, on {}; it was tried in none of them. \
            Programs change: look at your first contact before you rely on a date.",
            tools::READ_ON
        ),
    );
    let started = started(rows);
    let schedule = Schedule::of(&started);
    for tool in &TOOLS {
        sheet(&mut page, rows, &started, &schedule, tool);
    }
    page.0.push_str("</body>\n</html>\n");
    Written { bytes: page.0.into_bytes(), ..Written::default() }
}

/// The plan as somebody goes through it who starts on its start, or else today: nothing is done yet.
fn started(rows: &Rows<'_>) -> Plan {
    let mut parts = rows.plan().clone().into_parts();
    for audience in Audience::BOTH {
        let run = parts.runs.of_mut(audience);
        (run.marks, run.postponed) = (Vec::new(), Vec::new());
        run.start.get_or_insert(rows.outgoing.today);
    }
    parts.checked().unwrap_or_else(|_| rows.plan().clone())
}

fn sheet(page: &mut Page, rows: &Rows<'_>, started: &Plan, schedule: &Schedule, tool: &Tool) {
    page.open("section");
    page.line("h2", tool.name);
    page.line("p", tool.meaning);
    page.open("ol");
    tool.how.iter().for_each(|step| page.line("li", step));
    page.close("ol");
    page.line("p", tool.unsure);
    for audience in Audience::BOTH {
        let rows: Vec<_> = rows.rows.iter().filter(|row| row.audience == audience).collect();
        let Some(start) = started.start(audience).filter(|_| !rows.is_empty()) else { continue };
        let sequence = words::sequence(audience);
        page.line("h3", &format!("{sequence}, for a start on {}", words::day_and_year(start)));
        let trigger = &started.sequences.of(audience).trigger;
        if !trigger.is_blank() {
            page.line("p", &format!("It begins when: {trigger}"));
        }
        let entered = entered(started, schedule, audience, tool);
        let others = entered.iter().filter(|entered| entered.is_another()).count();
        page.line("p", &summary(others, entered.len()));
        table(page, started, &rows, &entered);
    }
    page.line("small", &format!("From: {}", tool.sources.join("; ")));
    page.close("section");
}

fn summary(others: usize, all: usize) -> String {
    match others {
        0 => "All dates are those of the plan.".to_owned(),
        1 => format!("1 of {} will have another date.", words::count(all, "step")),
        _ => format!("{others} of {} will have other dates.", words::count(all, "step")),
    }
}

fn table(page: &mut Page, plan: &Plan, rows: &[&StepRow<'_>], entered: &[Entered]) {
    page.open("table");
    page.0.push_str("<thead><tr><th>Step</th><th>The plan says</th><th>Enter there</th><th>Our date</th>");
    page.0.push_str("<th>Their date</th><th>Why it differs</th></tr></thead>\n<tbody>\n");
    for (row, entered) in rows.iter().zip(entered) {
        let told = row.words(plan);
        let who = [told.who.as_str(), told.with.as_str()].map(str::trim);
        let who: Vec<_> = who.into_iter().filter(|part| !part.is_empty()).collect();
        let step = format!("{}. {}", told.number, row.what());
        let says = [told.when.as_str(), told.conditions.as_str()];
        let says: Vec<_> = says.into_iter().filter(|part| !part.is_empty()).collect();
        let date = |date: Option<_>| date.map_or_else(|| "none".to_owned(), words::day_and_year);
        page.0.push_str("<tr>");
        page.cell("td", &[&step, &who.join(" · ")]);
        page.cell("td", &[&says.join(" · ")]);
        page.cell("td", &[&entered.choose]);
        page.cell("td", &[&date(entered.ours)]);
        page.cell(if entered.is_another() { "td class=\"other\"" } else { "td" }, &[&date(entered.theirs)]);
        page.cell("td", &[&entered.why]);
        page.0.push_str("</tr>\n");
    }
    page.0.push_str("</tbody>\n");
    page.close("table");
}

/// A page that grows.
struct Page(String);

impl Page {
    fn open(&mut self, tag: &str) {
        // Writing to a text cannot fail.
        _ = writeln!(self.0, "<{tag}>");
    }

    fn close(&mut self, tag: &str) {
        _ = writeln!(self.0, "</{tag}>");
    }

    fn line(&mut self, tag: &str, text: &str) {
        _ = writeln!(self.0, "<{tag}>{}</{tag}>", escaped(text));
    }

    /// A cell with a line for each text.
    fn cell(&mut self, tag: &str, lines: &[&str]) {
        let lines: Vec<_> = lines.iter().filter(|line| !line.is_empty()).map(|line| escaped(line)).collect();
        _ = write!(self.0, "<{tag}>{}</td>", lines.join("<br>"));
    }
}

/// Text as it stands in a page.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
