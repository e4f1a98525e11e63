//! The pages by `view!`.

mod home;

mod parts;

mod plans;

mod steps;

use std::sync::Arc;

use followthrough::plan::{Audience, Edit, Eves, Origin, PlanParts, StepEdit, StepId};
use followthrough::platform;
use followthrough::store::{PlanId, Quarantined, State, Stored};
use followthrough::ui::{FollowedStep, Route, Session, Workspace};
use followthrough::words;
use followthrough::workshop::{Aid, Stage, StageState};
use leptos::prelude::*;

use crate::logic::{self, Commit, Kept, Look, Options, Typing, unique_id};
pub use home::home;
pub use plans::plans;
pub use steps::steps;
