//! The goals of the example, in order of time, each with its actions.

use super::{ActionEntry, By, GoalEntry, Wish};
use crate::plan::{Audience, Benefit, Idea};

pub(super) const GOALS: [GoalEntry; 10] = [
    GoalEntry {
        wish: Wish::Own("Nobody waits for an answer", Benefit::Contact),
        audience: Audience::Prospect,
        actions: &[
            ActionEntry {
                by: By::Answer,
                text: "answering every enquiry with a name and a time to talk",
                measure: Some(("Enquiries answered by the next working day", "19 of 20", 3)),
            },
            ActionEntry {
                by: By::Ring,
                text: "ringing when we said we would, and up to three times",
                measure: Some(("Enquiries that become a conversation", "8 of 10", 4)),
            },
        ],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::BenefitEducation),
        audience: Audience::Prospect,
        actions: &[
            ActionEntry {
                by: By::Explain,
                text: "explaining what each repair does for the sound",
                measure: Some(("Readers who write back with a question", "1 in 5", 4)),
            },
            ActionEntry {
                by: By::SeasonalNote,
                text: "sending a note each season on keeping a piano well",
                measure: None,
            },
        ],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::Trust),
        audience: Audience::Prospect,
        actions: &[
            ActionEntry {
                by: By::Visit,
                text: "looking at the piano where it stands, free of charge",
                measure: Some(("Visits that lead to an order", "1 in 2", 6)),
            },
            ActionEntry {
                by: By::Comments,
                text: "answering whatever is asked beneath our workshop films",
                measure: Some(("Comments answered by the next day", "all of them", 3)),
            },
        ],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::HotLeads),
        audience: Audience::Prospect,
        actions: &[ActionEntry {
            by: By::AgreeWho,
            text: "agreeing after each visit who looks after whom",
            measure: Some(("Visits with a name beside them the next day", "all of them", 2)),
        }],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::ShorterBuyingCycle),
        audience: Audience::Prospect,
        actions: &[
            ActionEntry {
                by: By::Estimate,
                text: "posting the estimate within days of the visit",
                measure: Some(("Days from the visit to the estimate", "5 or fewer", 3)),
            },
            ActionEntry {
                by: By::TalkItThrough,
                text: "talking the estimate through line by line",
                measure: Some(("Weeks from the enquiry to a decision", "6 or fewer", 6)),
            },
        ],
    },
    GoalEntry {
        wish: Wish::Own("The piano is played, not dusted", Benefit::Contact),
        audience: Audience::Customer,
        actions: &[
            ActionEntry {
                by: By::FirstWeeks,
                text: "telling owners what the first weeks will sound like",
                measure: Some(("Worried calls in the first month", "fewer than 1 in 10", 4)),
            },
            ActionEntry {
                by: By::HowItSounds,
                text: "asking how it sounds once it has been home a week",
                measure: None,
            },
            ActionEntry {
                by: By::SettlingTuning,
                text: "tuning it once more when it has settled",
                measure: Some(("Settling visits made in the fourth week", "9 of 10", 5)),
            },
        ],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::Testimonials),
        audience: Audience::Customer,
        actions: &[ActionEntry {
            by: By::AskForReview,
            text: "asking three plain questions, and for a review",
            measure: Some(("New reviews in a month", "3", 6)),
        }],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::RepeatSales),
        audience: Audience::Customer,
        actions: &[
            ActionEntry {
                by: By::CarePlan,
                text: "offering the care plan once the piano has settled",
                measure: Some(("Owners who join the care plan", "4 in 10", 6)),
            },
            ActionEntry {
                by: By::TuningDue,
                text: "writing when the next tuning is due",
                measure: Some(("Tunings booked within two weeks of writing", "6 in 10", 9)),
            },
        ],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::Community),
        audience: Audience::Customer,
        actions: &[
            ActionEntry {
                by: By::Recordings,
                text: "bringing owners together to swap recordings",
                measure: Some(("Owners who share a recording", "12", 8)),
            },
            ActionEntry {
                by: By::Evening,
                text: "holding an evening of music in the workshop",
                measure: Some(("Guests on the evening", "40", 11)),
            },
        ],
    },
    GoalEntry {
        wish: Wish::Picked(Idea::Referrals),
        audience: Audience::Customer,
        actions: &[ActionEntry {
            by: By::PassItOn,
            text: "sending two cards that are easy to pass on",
            measure: Some(("Enquiries that come through an owner", "3 a month", 9)),
        }],
    },
];
