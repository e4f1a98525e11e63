//! What programs that send by themselves mean by a delay, as their help pages say it.

/// When the pages were read.
pub(super) const READ_ON: &str = "28 November 2026";

/// A program.
pub(super) struct Tool {
    pub(super) name: &'static str,
    /// What it counts.
    pub(super) counts: Counts,
    /// The same in words.
    pub(super) meaning: &'static str,
    /// How a sequence is entered there.
    pub(super) how: &'static [&'static str],
    /// What is not sure.
    pub(super) unsure: &'static str,
    /// Where it is said, and as of when.
    pub(super) sources: &'static [&'static str],
}

/// What a program counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// Every day of the calendar.
    EveryDay {
        /// Whether one can choose the weekdays on which it goes on.
        has_weekdays: bool,
        /// Whether it knows months.
        has_months: bool,
    },
    /// Mondays to Fridays, where that is chosen.
    Weekdays,
}

pub(super) const TOOLS: [Tool; 5] = [
    Tool {
        name: "HubSpot",
        counts: Counts::EveryDay { has_weekdays: true, has_months: false },
        meaning: "A workflow waits for a set amount of time in days, hours and minutes, and counts every day. A second \
            delay, “Day of the week”, holds a contact until one of the days chosen. Holidays are not known to it.",
        how: &[
            "Make a contact-based workflow; what begins it is the enrollment trigger.",
            "Before each step put a delay of the kind “Set amount of time”, with what stands under “Enter there”.",
            "Where the sheet says so, put a delay “Day of the week” behind it, with your working days.",
            "A step that sends is an e-mail; a step that somebody does is the action “Create task”.",
            "Where the plan parts, put an if/then branch on a property in which somebody says what came of the step.",
        ],
        unsure: "Not sure: names in the menus change between versions. In a sequence, unlike in a workflow, the wait after a \
            task begins when the task is done, and e-mails go out on weekdays unless you choose otherwise.",
        sources: &[
            "knowledge.hubspot.com/workflows/use-date-delays (page of 25 February 2025)",
            "knowledge.hubspot.com, “How does the ‘business days only’ workflows setting work?” (page of 1 November 2017): \
            weekends count, holidays are not left out",
            "knowledge.hubspot.com/sequences/what-time-will-steps-execute-sequences (page of 15 October 2019)",
        ],
    },
    Tool {
        name: "ActiveCampaign",
        counts: Counts::EveryDay { has_weekdays: false, has_months: true },
        meaning: "A wait “for a set period of time” combines minutes, days, weeks, months and years, and counts every day. It \
            goes on when the time is over, whichever day that is.",
        how: &[
            "Make an automation; what begins it is its trigger.",
            "Before each step put the action “Wait”, “for a set period of time”, with what stands under “Enter there”.",
            "A step that sends is an e-mail; for one that somebody does, add a task or a notification.",
            "Where the plan parts, put an “If/Else” on a tag or field in which somebody says what came of the step.",
        ],
        unsure: "Not sure: whether a wait until conditions are met can hold a contact until a weekday in your plan. The \
            sheet reckons without it.",
        sources: &[
            "help.activecampaign.com/hc/en-us/articles/18125306552220-Configure-the-Wait-automation-action (no date on the page)",
        ],
    },
    Tool {
        name: "Keap",
        counts: Counts::Weekdays,
        meaning: "A delay timer waits “at least” so long. Its unit “Week Day(s)” leaves out Saturdays and Sundays; a delay of \
            1 day is the next date, not 24 hours. Holidays are not known to it.",
        how: &[
            "Make a campaign, and in it a sequence; what begins it is a goal.",
            "Before each step put a delay timer, with what stands under “Enter there”.",
            "Under “Run on” choose your working days.",
            "A step that sends is an e-mail; a step that somebody does is a task.",
            "Where the plan parts, end the sequence with a goal or a decision, and give each outcome a sequence of its own.",
        ],
        unsure: "Not sure: whether the unit can be chosen for weeks and months in every version; the sheet says days.",
        sources: &[
            "help.keap.com/help/delay-timers (no date on the page)",
            "classic-infusionsoft.knowledgeowl.com/help/delay-timers (no date on the page)",
        ],
    },
    Tool {
        name: "Mailchimp",
        counts: Counts::EveryDay { has_weekdays: false, has_months: false },
        meaning: "A flow has “Time delay” rules: nobody goes on before the length is over. It counts every day and goes on \
            whichever day that is.",
        how: &[
            "Make a marketing automation flow; what begins it is its trigger.",
            "Before each step put the rule “Time delay”, with what stands under “Enter there”.",
            "It sends e-mails. A step that somebody does has no place there: keep it in your calendar or list.",
            "Where the plan parts, put an “If/Else” rule on a tag in which somebody says what came of the step.",
        ],
        unsure: "Not sure: the help page does not list the units of a delay, nor whether a weekday can be chosen. The sheet says \
            days.",
        sources: &["mailchimp.com/help/use-time-delay-rules (no date on the page)"],
    },
    Tool {
        name: "Brevo",
        counts: Counts::EveryDay { has_weekdays: false, has_months: true },
        meaning: "A “Time delay” pauses somebody for a fixed number of months, days, hours or minutes, and counts every day. They \
            go on whichever day that is.",
        how: &[
            "Make an automation; what begins it is its trigger.",
            "Before each step put a “Time delay”, with what stands under “Enter there”.",
            "A step that sends is an e-mail; for one that somebody does, have the automation notify that person.",
            "Where the plan parts, put a conditional split on an attribute in which somebody says what came of the step.",
        ],
        unsure: "Not sure: whether an automation can be kept from sending on some weekdays. The sheet reckons without it.",
        sources: &[
            "help.brevo.com/hc/en-us/articles/27438224109074-Differences-between-Time-delay-and-Wait-until-an-event-happens \
            (no date on the page)",
        ],
    },
];
