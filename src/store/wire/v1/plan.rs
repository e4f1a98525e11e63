//! The plan of version 1. Frozen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::words::Written;
use crate::calendar::WorkWeek;
use crate::plan::{
    self, Amount, Anchor, Audience, Benefit, Channel, Currency, Idea, Line, Origin, Prose, Readiness, Reason,
    Unit,
};

/// An option that is none, an empty text, a measure of nothing.
fn is_empty<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Plan {
    pub(super) origin: Written<Origin>,
    pub(super) name: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) business: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) offer: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) deal_value: Option<Written<Amount>>,
    pub(super) currency: Written<Currency>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) contacts_a_month: Option<u32>,
    pub(super) reasons: Vec<Written<Reason>>,
    pub(super) statements: PerAudience<Written<Prose>>,
    pub(super) goals: Vec<Goal>,
    pub(super) sequences: PerAudience<Sequence>,
    pub(super) runs: PerAudience<Run>,
    pub(super) work_week: Written<WorkWeek>,
    pub(super) holidays: Vec<Holiday>,
    pub(super) people: Vec<Person>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) review: Option<Written<NaiveDate>>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PerAudience<T> {
    pub(super) prospect: T,
    pub(super) customer: T,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Goal {
    pub(super) id: u32,
    pub(super) text: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) idea: Option<Written<Idea>>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) audience: Option<Written<Audience>>,
    pub(super) benefit: Written<Benefit>,
    pub(super) actions: Vec<Action>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    pub(super) id: u32,
    pub(super) text: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) measure: Measure,
}

#[derive(Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure {
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) metric: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) target: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) by: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) result: Written<Line>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sequence {
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) trigger: Written<Line>,
    pub(super) steps: Vec<Step>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Run {
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) start: Option<Written<NaiveDate>>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) id: u32,
    pub(super) what: Written<Line>,
    pub(super) delay: Delay,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) channel: Option<Written<Channel>>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) who: Option<Who>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) tools: Written<Line>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) notes: Written<Prose>,
    pub(super) readiness: Written<Readiness>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) action: Option<u32>,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(try_from = "RawDelay", into = "RawDelay")]
pub(super) struct Delay(pub(super) plan::Delay);

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDelay {
    pub(super) count: u16,
    pub(super) unit: Written<Unit>,
    pub(super) from: Written<Anchor>,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Who {
    Myself,
    CoWorker,
    Assistant,
    Automation,
    Vendor,
    Person(u32),
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    pub(super) date: Written<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) name: Written<Line>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) id: u32,
    pub(super) name: Written<Line>,
}
