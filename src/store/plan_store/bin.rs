//! What was removed, until its time is over.

use chrono::NaiveDate;

use super::{PlanStore, State};
use crate::calendar::iso_date;
use crate::store::{PlanId, Storage};

/// The key of the day on which the bin was last looked through; [`BELIEVED`] stands behind it where it was.
const BIN_DAY: &str = "followthrough-bin-day";

const BELIEVED: &str = " believed";

/// In days: a clock that has gone on by more since then may be wrong.
const SURE: i64 = 30;

impl<S: Storage> PlanStore<S> {
    /// Removes for good what has been in the bin for its time, by the day it is. After a long while it waits for another
    /// day, as a clock that is years ahead must cost nobody a plan. What the storage refuses to remove stays for the next
    /// time. Gives back what is gone.
    pub fn empty_bin(&self, today: NaiveDate) -> Vec<PlanId> {
        let before = self.storage.read(BIN_DAY).ok().flatten().unwrap_or_default();
        let (day, was_believed) =
            before.strip_suffix(BELIEVED).map_or((before.as_str(), false), |day| (day, true));
        let is_believed = match iso_date(day) {
            Some(day) if day == today => was_believed,
            Some(day) => (1..=SURE).contains(&(today - day).num_days()),
            None => false,
        };
        let now = format!("{today}{}", if is_believed { BELIEVED } else { "" });
        // A place too full for that needs the room: its day is believed.
        let is_noted = now == before || self.storage.write(BIN_DAY, &now).is_ok();
        if is_noted && !is_believed {
            return Vec::new();
        }
        let is_over = |state: State| state.gone_on().is_some_and(|day| day <= today);
        let contents = self.contents().unwrap_or_default();
        let over = contents.plans.into_iter().filter(|(_, stored)| is_over(stored.state));
        over.filter(|(id, stored)| self.remove(id, &self.lineage(id, stored)).is_ok())
            .map(|(id, _)| id)
            .collect()
    }
}
