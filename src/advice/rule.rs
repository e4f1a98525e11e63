//! The rules a plan is reviewed by, each with the facts it rests on.

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident $slug:literal [$($source:literal),+];)*) => {
        /// Something an experienced consultant would look for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[doc = $doc])+ $name,)* }

        impl Rule {
            /// All of them, in the order of the workshop.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable name used in files.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }

            /// The facts of the domain it rests on.
            pub fn sources(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($source),+]),* }
            }
        }
    };
}

rules! {
    /// A statement of more than three sentences.
    StatementLong "statement-long" ["A11"];
    /// A statement that says numbers, dates or channels.
    StatementSpecific "statement-specific" ["A11", "A12"];
    /// A goal that is measurable too early.
    GoalMeasurable "goal-measurable" ["A14"];
    /// No goal serves the contact first.
    NoContactGoal "no-contact-goal" ["A17", "A18"];
    /// A goal that no action reaches.
    GoalWithoutAction "goal-without-action" ["A22", "F1"];
    /// No action of which one could say whether it worked.
    ActionWithoutMeasure "action-without-measure" ["A23"];
    /// A goal of whose actions no step carries out one.
    ActionOffRoute "action-off-route" ["A25", "F1"];
    /// A step that serves no goal.
    StepWithoutGoal "step-without-goal" ["F1"];
    /// Attempts, and nothing decided for when all of them fail.
    NoDecision "no-decision" ["B5"];
    /// The second contact with a prospect comes later than a fortnight after the first.
    SecondTouchpointLate "second-touch-late" ["C2"];
    /// Nothing further is offered to a customer within a month.
    NoCrossSell "no-cross-sell" ["C3", "E8"];
    /// Calls on alternate days, or closer.
    CallsTooClose "calls-too-close" ["C6"];
    /// A channel is used again before its lower limit.
    TooOften "too-often" ["E9", "E10"];
    /// More touchpoints in seven days than one bears, all channels together.
    TooMany "too-many" ["C6", "C10", "F5"];
    /// Nothing is heard for longer than the upper limit.
    TooSeldom "too-seldom" ["E9", "F5"];
    /// An answer on social media that takes longer than a day.
    SocialAnswerSlow "social-answer-slow" ["E9", "D3"];
    /// A channel that costs too much of what is at stake.
    TooDear "too-dear" ["E7", "E1"];
    /// Much is at stake, and nothing but what is hardly noticed.
    TooFaint "too-faint" ["E7", "D2"];
    /// No way out, and no long way, for those who do not buy now.
    NoExit "no-exit" ["D6", "C9"];
    /// A step that comes before one that stands above it on the same way.
    OutOfOrder "out-of-order" ["B4"];
    /// A due date on a day that is not worked.
    OnDayOff "on-day-off" ["B13"];
    /// An event without a day that no step is counted from.
    UnusedEvent "unused-event" ["B4"];
    /// A step nobody does.
    NoOwner "no-owner" ["B7"];
    /// A step without the tool it needs.
    NoTool "no-tool" ["B8"];
    /// Messages that speak of the sender more than of the reader.
    AboutUs "about-us" ["D7"];
    /// A message after a long silence that acts as if nothing had happened.
    PretendsNothing "pretends-nothing" ["E12", "E14", "E15"];
    /// More work than somebody can do in a day.
    Overloaded "overloaded" ["D2", "F8"];
    /// The day on which the plan was to be looked at anew is over.
    ReviewOverdue "review-overdue" ["A3"];
}

/// How much harm is done where what a rule finds stays as it is, the worst first (*ours*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harm {
    /// It drives people away, or something cannot happen as it is planned.
    Contact,
    /// Somebody is lost on the way, or money is.
    Loss,
    /// The plan could be clearer.
    Clarity,
}

impl Harm {
    /// All of them, the worst first.
    const ALL: [Self; 3] = [Self::Contact, Self::Loss, Self::Clarity];
}

impl Rule {
    /// How much harm is done where what it finds stays as it is.
    pub fn harm(self) -> Harm {
        match self {
            Self::CallsTooClose
            | Self::TooOften
            | Self::TooMany
            | Self::SocialAnswerSlow
            | Self::PretendsNothing
            | Self::OutOfOrder
            | Self::OnDayOff
            | Self::NoOwner
            | Self::Overloaded => Harm::Contact,
            Self::NoDecision
            | Self::SecondTouchpointLate
            | Self::TooSeldom
            | Self::NoExit
            | Self::NoCrossSell
            | Self::TooDear
            | Self::TooFaint
            | Self::AboutUs
            | Self::ActionOffRoute => Harm::Loss,
            Self::StatementLong
            | Self::StatementSpecific
            | Self::GoalMeasurable
            | Self::NoContactGoal
            | Self::GoalWithoutAction
            | Self::ActionWithoutMeasure
            | Self::StepWithoutGoal
            | Self::UnusedEvent
            | Self::NoTool
            | Self::ReviewOverdue => Harm::Clarity,
        }
    }

    /// All of them, those first that find what does the most harm.
    pub fn by_harm() -> impl Iterator<Item = Self> {
        let of = |harm| Self::ALL.iter().copied().filter(move |rule| rule.harm() == harm);
        Harm::ALL.into_iter().flat_map(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_a_source() {
        let mut slugs: Vec<_> = Rule::ALL.iter().map(|rule| rule.slug()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), Rule::ALL.len());
        assert!(Rule::ALL.iter().all(|rule| !rule.sources().is_empty()));
    }

    #[test]
    fn every_rule_has_a_place_by_harm_and_the_worst_come_first() {
        let by_harm: Vec<_> = Rule::by_harm().collect();
        assert_eq!(by_harm.len(), Rule::ALL.len());
        assert!(by_harm.is_sorted_by_key(|rule| rule.harm()));
        assert_eq!(by_harm[0].harm(), Harm::Contact);
    }
}
