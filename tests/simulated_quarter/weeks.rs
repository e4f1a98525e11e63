//! Some weeks with people, by chance.

use chrono::NaiveDate;
use followthrough::roster::Workspace;

use crate::chance::Chance;
use crate::events::{first_day, happening, newcomers};
use crate::setting::firm;

/// Some people to whom some things happened.
pub fn some_weeks(seed: u64) -> (Workspace, NaiveDate) {
    let mut chance = Chance::new(seed | 1);
    let mut today = first_day();
    let mut workspace = firm().edited(newcomers(&mut chance, 25, today)).unwrap();
    for _ in 0..40 {
        if let Ok(after) = workspace.edited(happening(&mut chance, &workspace, today)) {
            workspace = after;
        }
        if chance.percent(40) {
            today = today.succ_opt().unwrap();
        }
    }
    (workspace, today)
}
