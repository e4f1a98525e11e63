//! The plan handed over as a file for another program.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{Session, Workspace, known};
use crate::exchange::{
    FileRequest, Format, Outgoing, Sent, TableColumns, Wanted, cells_as_html, exported_name,
};
use crate::plan::Plan;
use crate::platform::{self, Cargo, Helper, Made, NoAnswer};
use crate::words;

/// Has the open plan made into a file of a format, and hands it over. What is to be said of it, a sentence a line; none
/// where it was stopped, by somebody or for another.
pub async fn export_as(
    session: Session,
    workspace: Workspace,
    format: Format,
    wanted: Wanted,
    columns: &TableColumns,
) -> Option<Result<String, String>> {
    let id = untrack(|| workspace.open_plan())?;
    let (whole, today) = (session.whole_now(), session.today_now());
    let slug = format.facts().slug;
    let memory = platform::exported_before(&id, slug);
    let kept = known::known_of(&id).await;
    let cargo = match Outgoing::cargo(&whole, today, wanted, columns, &memory) {
        Ok(cargo) => cargo,
        Err(problem) => return Some(Err(problem.to_string())),
    };
    let moment = platform::moment();
    let request = FileRequest::Write { format, plan: id.clone(), today, moment, wanted }.to_text();
    Some(match Helper::Files.make(Cargo::Text(&cargo), &request).await {
        // There is nothing to hand over, and the notes say why.
        Ok(made) if made.bytes.length() == 0 => {
            platform::remember_export(&id, slug, &made.memory);
            Ok(made.notes)
        }
        Ok(made) => {
            let handed = handed_over(format, &whole.plan, today, &made).await;
            if handed.is_ok() {
                platform::remember_export(&id, slug, &made.memory);
                if format == Format::Spreadsheet {
                    known::keep(id, Sent::compact(&whole.plan, today, &kept));
                }
            }
            handed.map(|said| format!("{said}\n{}", made.notes))
        }
        Err(NoAnswer::Stopped) => return None,
        Err(NoAnswer::NotLoaded) => Err(words::WRITER_NOT_LOADED.to_owned()),
        Err(NoAnswer::TooLong) => Err(words::WRITING_TOO_LONG.to_owned()),
        Err(NoAnswer::Broken | NoAnswer::Unreadable) => Err(words::WRITER_BROKE.to_owned()),
    })
}

/// Copies what was made, or offers it as a file; what is said of it.
async fn handed_over(
    format: Format,
    plan: &Arc<Plan>,
    today: NaiveDate,
    made: &Made,
) -> Result<String, String> {
    if format.is_pasted() {
        let text = String::from_utf8_lossy(&made.bytes.to_vec()).into_owned();
        let cells = (format == Format::Cells).then(|| cells_as_html(&text));
        if platform::copy_with(&text, cells.as_deref()).await {
            return Ok(words::COPIED.to_owned());
        }
    }
    let name = exported_name(plan, format, today);
    match platform::download_bytes(&name, &made.bytes, format.facts().media_type) {
        true => Ok(words::exported_as(&name)),
        false => Err(words::download_refused()),
    }
}
