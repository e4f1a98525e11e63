//! Channels against what is at stake, in words (D2, E1-E10, A5).

use std::num::IntErrorKind;

use crate::advice::{ChannelAdvice, Fit, Manner, Trade};
use crate::plan::{Channel, ChannelProfile, Distance, Percent};

/// A channel within a sentence or in a narrow place.
pub fn short_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "Visit",
        Channel::Phone => "Call",
        Channel::Letter => "Letter",
        Channel::Email => "E-mail",
        Channel::SocialChat => "Chat",
        Channel::Comments => "Comments",
        Channel::Internal => "Inside work",
    }
}

/// Where the contacts are.
pub fn distance(distance: Distance) -> &'static str {
    match distance {
        Distance::Near => "Near enough to drop by",
        Distance::Far => "Too far to drop by",
    }
}

/// Whether a channel suits, in two words.
pub fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Worth => "Worth it",
        Fit::NotWeighed => "Not weighed yet",
        Fit::TooManyContacts => "Too much work",
        Fit::TooDear => "Too dear",
    }
}

/// How a channel is used.
pub fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Personal => "Personal, one by one",
        Manner::Automatic => "Automatic, by a system",
    }
}

/// Why a channel stands where it stands, in a sentence.
pub fn channel_reason(advice: &ChannelAdvice, is_known: bool) -> &'static str {
    match (advice.channel, advice.fit, advice.manner) {
        (_, Fit::TooDear, _) => {
            "One touchpoint costs more than a fifth of what is at stake with the contact."
        }
        (_, Fit::TooManyContacts, _) => {
            "For all contacts of a month it takes more hours than one person has. Keep it for the few that matter most."
        }
        (Channel::Comments, ..) => "It takes seconds, shows that you care, and everybody else reads it too.",
        (Channel::Email, _, Manner::Automatic) => {
            "One by one it would take too long or cost too much, but a system sends it to all at next to no cost."
        }
        (Channel::Email, ..) => "It takes little, but it is ordinary and easily lost among many others.",
        (channel, ..) if !is_known => match channel {
            Channel::InPerson => {
                "Nothing shows more that you are serious, and nothing takes more. Say what a deal is worth, and how many buy, to weigh it."
            }
            Channel::Phone => {
                "A real person who answers at once. Say what a deal is worth, and how many buy, to weigh the time it takes."
            }
            Channel::Letter => {
                "It is rare, so it stands out. Say what a deal is worth, and how many buy, to weigh its cost."
            }
            _ => {
                "A real person, where your contacts are anyway. Say what a deal is worth, and how many buy, to weigh the time it takes."
            }
        },
        (Channel::InPerson, ..) => {
            "Nothing shows more that you are serious, and so much is at stake that it pays."
        }
        (Channel::Phone, ..) => {
            "A real person who answers at once, at a cost that what is at stake bears easily."
        }
        (Channel::Letter, ..) => "It is rare, so it stands out, and it costs little of what is at stake.",
        _ => "A real person, where your contacts are anyway, for some minutes of time and no money.",
    }
}

/// Minutes as time of work: `5 minutes`, `1 hour 30 minutes`, `120 hours`.
pub fn work_time(minutes: u64) -> String {
    let some = |count: u64, unit: &str| match count {
        0 => None,
        1 => Some(format!("1 {unit}")),
        count => Some(format!("{count} {unit}s")),
    };
    // Nobody plans the minutes of a long time.
    let (hours, minutes) =
        if minutes >= 600 { ((minutes + 30) / 60, 0) } else { (minutes / 60, minutes % 60) };
    match (some(hours, "hour"), some(minutes, "minute")) {
        (Some(hours), Some(minutes)) => format!("{hours} {minutes}"),
        (Some(time), None) | (None, Some(time)) => time,
        (None, None) => "no time".to_owned(),
    }
}

/// Thousandths as a share: `3 %`, `0.4 %`, `more than all of it`.
pub fn share(thousandths: u64) -> String {
    match thousandths {
        0 => "under 0.1 %".to_owned(),
        1..100 if !thousandths.is_multiple_of(10) => format!("{}.{} %", thousandths / 10, thousandths % 10),
        1..=1000 => format!("{} %", thousandths / 10),
        1001..2000 => "more than all of it".to_owned(),
        _ => format!("{} times as much", thousandths / 1000),
    }
}

/// A kind of business.
pub fn trade(trade: Trade) -> &'static str {
    match trade {
        Trade::Everyday => "Everyday products",
        Trade::Services => "Services and trades",
        Trade::LargeDeals => "Large deals between businesses",
        Trade::Regulars => "Subscriptions and regulars",
        Trade::Advice => "Advice and courses",
    }
}

/// A chance that is none.
pub fn chance_problem() -> String {
    "Write how many of a hundred buy: a whole number from 1 to 100, such as 20.".to_owned()
}

/// A number of contacts that is none.
pub fn contacts_problem() -> String {
    "Write a whole number, such as 40.".to_owned()
}

/// Reads how many of a hundred buy, with or without a sign behind it.
pub fn read_percent(raw: &str) -> Result<Percent, String> {
    let number = raw.trim().trim_end_matches('%').trim_end();
    number.parse().ok().and_then(Percent::new).ok_or_else(chance_problem)
}

/// A number in the table of channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileNumber {
    /// Minutes of work.
    Minutes,
    /// How much it is noticed.
    Attention,
    /// The fewest days between two.
    Shortest,
    /// The most days until the next.
    Longest,
}

impl ProfileNumber {
    /// What stands above it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Minutes => "Minutes",
            Self::Attention => "Attention",
            Self::Shortest => "Days at least",
            Self::Longest => "Days at most",
        }
    }

    /// It as it is in a profile; an empty limit is none.
    pub fn shown(self, profile: &ChannelProfile) -> String {
        let days = |days: u16| if days == 0 { String::new() } else { days.to_string() };
        match self {
            Self::Minutes => profile.minutes.to_string(),
            Self::Attention => profile.attention.to_string(),
            Self::Shortest => days(profile.shortest),
            Self::Longest => days(profile.longest),
        }
    }

    /// The profile with another number, or why it cannot have it.
    pub fn read(self, raw: &str, profile: ChannelProfile) -> Result<ChannelProfile, String> {
        let raw = raw.trim();
        let is_limit = matches!(self, Self::Shortest | Self::Longest);
        let number = match raw.parse::<u16>() {
            Ok(number) => number,
            Err(error) if is_limit && *error.kind() == IntErrorKind::Empty => 0,
            Err(_) => return Err(self.problem()),
        };
        let changed = match self {
            Self::Minutes => ChannelProfile { minutes: number, ..profile },
            Self::Attention => {
                ChannelProfile { attention: u8::try_from(number).unwrap_or(u8::MAX), ..profile }
            }
            Self::Shortest => ChannelProfile { shortest: number, ..profile },
            Self::Longest => ChannelProfile { longest: number, ..profile },
        };
        let fits_alone = match self {
            Self::Shortest => ChannelProfile { longest: 0, ..changed },
            Self::Longest => ChannelProfile { shortest: 0, ..changed },
            Self::Minutes | Self::Attention => changed,
        };
        match (changed.is_sound(), fits_alone.is_sound()) {
            (true, _) => Ok(changed),
            (false, false) => Err(self.problem()),
            (false, true) if self == Self::Shortest => Err(format!(
                "That is above the {} days at most. Write fewer, or change those first.",
                profile.longest
            )),
            (false, true) => Err(format!(
                "That is below the {} days at least. Write more, or change those first.",
                profile.shortest
            )),
        }
    }

    fn problem(self) -> String {
        match self {
            Self::Minutes => {
                format!("Write whole minutes, up to {}, such as 15.", ChannelProfile::MAX_MINUTES)
            }
            Self::Attention => {
                format!(
                    "Write 1 for hardly noticed, up to {} for never missed.",
                    ChannelProfile::MOST_ATTENTION
                )
            }
            Self::Shortest | Self::Longest => format!(
                "Write whole days, up to {}, or leave it empty for no limit.",
                ChannelProfile::MAX_DAYS
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_said_as_people_say_it() {
        let said = [0, 1, 59, 60, 90, 599, 600, 9_629].map(work_time);
        let expected = [
            "no time",
            "1 minute",
            "59 minutes",
            "1 hour",
            "1 hour 30 minutes",
            "9 hours 59 minutes",
            "10 hours",
            "160 hours",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_share_is_said_as_finely_as_it_matters() {
        let said = [0, 4, 30, 35, 204, 1000, 1500, 45_000].map(share);
        let expected = [
            "under 0.1 %",
            "0.4 %",
            "3 %",
            "3.5 %",
            "20 %",
            "100 %",
            "more than all of it",
            "45 times as much",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_chance_is_read_with_and_without_its_sign() {
        assert_eq!(read_percent("20").map(Percent::get), Ok(20));
        assert_eq!(read_percent(" 20 % ").map(Percent::get), Ok(20));
        assert_eq!(read_percent("0"), Err(chance_problem()));
        assert_eq!(read_percent("101"), Err(chance_problem()));
        assert_eq!(read_percent("often"), Err(chance_problem()));
    }

    #[test]
    fn limits_that_cross_are_refused_with_the_other_one_named() {
        let phone = ChannelProfile::usual(Channel::Phone);
        let read = |number: ProfileNumber, raw: &str| number.read(raw, phone);
        assert!(read(ProfileNumber::Shortest, "22").unwrap_err().contains("above the 21 days"));
        assert!(read(ProfileNumber::Longest, "6").unwrap_err().contains("below the 7 days"));
        assert_eq!(read(ProfileNumber::Longest, "").map(|it| it.longest), Ok(0));
        assert!(read(ProfileNumber::Attention, "6").unwrap_err().contains("up to 5"));
        assert!(read(ProfileNumber::Minutes, "").unwrap_err().contains("whole minutes"));
        assert!(read(ProfileNumber::Shortest, "9999").unwrap_err().contains("up to 3660"));
    }
}
