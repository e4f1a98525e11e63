//! The stable names by which files and fingerprints know the single words of a plan.

use super::{
    Audience, Benefit, Channel, Direction, Distance, Eves, Origin, Outcome, PlainDays, Readiness, Reason,
    Unit,
};
use crate::calendar::{Easter, Observed};

macro_rules! slugs {
    ($($name:ident { $($variant:ident $slug:literal),* $(,)? })*) => { $(
        impl $name {
            /// The stable names of all of them.
            pub const SLUGS: &'static [&'static str] = &[$($slug),*];

            /// The stable name used in files.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),* }
            }

            /// Reads a stable name back; `None` for any other word.
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$variant),)* _ => None }
            }
        }
    )* };
}

slugs! {
    Origin { Own "own", Example "example" }
    Audience { Prospect "prospect", Customer "customer" }
    Benefit { Business "business", Contact "contact" }
    Unit {
        WorkingDays "working-days", CalendarDays "calendar-days", Weeks "weeks", Months "months",
        ExactDays "exact-days",
    }
    Direction { After "after", Before "before" }
    Eves { Taken "taken", Avoided "avoided" }
    PlainDays { Working "working", Calendar "calendar" }
    Outcome {
        Reached "reached", NotReached "not-reached", Replied "replied", NoReply "no-reply", Bought "bought",
        NotNow "not-now", Declined "declined",
    }
    Distance { Near "near", Far "far" }
    Readiness { ToPrepare "to-prepare", Ready "ready" }
    Reason {
        NewTools "new-tools", CustomerKnowledge "customer-knowledge", NewProducts "new-products",
        NewKnowHow "new-know-how", Age "age",
    }
    Observed {
        Lost "lost", SaturdayToFriday "saturday-to-friday", SundayToMonday "sunday-to-monday",
        NearestWeekday "nearest-weekday", NextWorkday "next-workday",
    }
    Easter { Western "western", Orthodox "orthodox" }
    Channel {
        InPerson "in-person", Phone "phone", Letter "letter", Email "e-mail", SocialChat "social-chat",
        Comments "comments", Internal "internal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stable_name_reads_back_and_no_other_word_does() {
        for channel in Channel::ALL {
            assert_eq!(Channel::from_slug(channel.slug()), Some(channel));
        }
        for unit in Unit::ALL {
            assert_eq!(Unit::from_slug(unit.slug()), Some(unit));
        }
        assert_eq!(Direction::from_slug("sideways"), None);
        assert_eq!(Direction::SLUGS, ["after", "before"]);
    }
}
