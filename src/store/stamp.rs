//! Versions of a plan that left this browser or came into it: by which letters each is known, and which stay.
//!
//! A copy names the versions it descends from. The newest of them that lies here is what both came from.

use std::fmt;

use super::snapshot::Moment;
use super::{PlanId, wire};
use crate::calendar::iso_date;
use crate::plan::PlanParts;

/// What a version of a plan says, in a few letters: two that say the same have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(u64);

impl Stamp {
    /// So many are named in a copy: its own and those before it.
    pub const MOST: usize = 16;

    /// That of a version.
    pub fn of(plan: &PlanParts) -> Self {
        Self::of_text(&wire::plan_text(plan))
    }

    fn of_text(text: &str) -> Self {
        // FNV-1a, which anybody can compute.
        const START: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(PRIME);
        Self(text.bytes().fold(START, step))
    }

    /// Reads sixteen letters; `None` for anything else.
    pub fn parse(raw: &str) -> Option<Self> {
        let is_plain = raw.len() == 16 && raw.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        is_plain.then(|| u64::from_str_radix(raw, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A version of a plan that left or came, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The plan here.
    pub plan: PlanId,
    /// When it left or came.
    pub at: Moment,
    /// The version.
    pub stamp: Stamp,
}

impl Known {
    /// What the keys of all of them begin with.
    pub const KEYS: &'static str = "known/";

    /// So many stay of a plan.
    pub const MOST: usize = 12;

    /// What the keys of those of a plan begin with.
    pub fn keys_of(plan: &PlanId) -> String {
        format!("{}{plan}/", Self::KEYS)
    }

    /// The key it is stored under.
    pub fn key(&self) -> String {
        format!("{}{}/{}", Self::keys_of(&self.plan), self.at, self.stamp)
    }

    /// Reads a key; `None` for anything else.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(Self::KEYS)?.split('/');
        let plan = PlanId::parse(parts.next()?)?;
        let at = Moment { day: iso_date(parts.next()?)?, second: parts.next()?.parse().ok()? };
        let stamp = Stamp::parse(parts.next()?)?;
        parts.next().is_none().then_some(Self { plan, at, stamp })
    }

    /// Those of a plan that need not be kept: all but the last of each version, and of these the newest.
    pub fn superfluous(kept: &[Self]) -> Vec<Self> {
        let is_last = |one: &Self| kept.iter().all(|it| it.stamp != one.stamp || it.at <= one.at);
        let stays = |one: &Self| {
            let is_newer = |it: &&Self| (it.at, it.stamp) > (one.at, one.stamp) && is_last(it);
            let newer = kept.iter().filter(is_newer).count();
            is_last(one) && newer < Self::MOST
        };
        kept.iter().filter(|one| !stays(one)).cloned().collect()
    }

    /// The versions a copy names that is made of the version of a stamp, given the texts kept of its plan, the newest first.
    pub fn named(own: Stamp, kept: &[String]) -> Vec<Stamp> {
        let before = kept.iter().filter_map(|text| KnownText::read(text)).flat_map(|known| known.descent);
        let mut named = Vec::new();
        for stamp in std::iter::once(own).chain(before) {
            if named.len() < Stamp::MOST && !named.contains(&stamp) {
                named.push(stamp);
            }
        }
        named
    }
}

/// What is kept of a version: the versions it descends from with itself the first, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownText<'a> {
    /// Itself, and those before it.
    pub descent: Vec<Stamp>,
    /// The plan as a file.
    pub file: &'a str,
}

impl<'a> KnownText<'a> {
    /// The text that is kept: a line of stamps, then the file.
    pub fn write(&self) -> String {
        let stamps: Vec<_> = self.descent.iter().map(Stamp::to_string).collect();
        format!("{}\n{}", stamps.join(" "), self.file)
    }

    /// Reads it; `None` for anything else.
    pub fn read(text: &'a str) -> Option<Self> {
        let (stamps, file) = text.split_once('\n')?;
        let descent: Vec<_> = stamps.split(' ').map(Stamp::parse).collect::<Option<_>>()?;
        Some(Self { descent, file })
    }
}

/// Under which numbers things of a copy were taken whose own were taken here already. It is kept beside the versions, so that
/// what comes again in a later copy is known, whatever it is called by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenNumbers {
    /// The copy.
    pub copy: Stamp,
    /// A number in the copy, and the one here.
    pub numbers: Vec<(u32, u32)>,
}

impl TakenNumbers {
    /// What the text begins with: no version is known by these letters.
    const BEGINS: &'static str = "taken";

    /// The text that is kept.
    pub fn write(&self) -> String {
        let numbers = self.numbers.iter().map(|(there, here)| format!(" {there}-{here}"));
        format!("{} {}{}\n", Self::BEGINS, self.copy, numbers.collect::<String>())
    }

    /// Reads it; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.strip_prefix(Self::BEGINS)?.strip_prefix(' ')?.strip_suffix('\n')?.split(' ');
        let copy = Stamp::parse(words.next()?)?;
        let pair = |word: &str| {
            let (there, here) = word.split_once('-')?;
            Some((there.parse().ok()?, here.parse().ok()?))
        };
        Some(Self { copy, numbers: words.map(pair).collect::<Option<_>>()? })
    }

    /// By what it is known among the versions: its own letters, which are those of none.
    pub fn stamp(&self) -> Stamp {
        Stamp::of_text(&self.write())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Line, Plan};

    fn known(second: u32, version: u64) -> Known {
        let at = Moment { day: iso_date("2026-11-23").unwrap(), second };
        Known { plan: PlanId::parse("p1").unwrap(), at, stamp: Stamp(version) }
    }

    #[test]
    fn a_stamp_is_that_of_what_a_plan_says() {
        let plan = Plan::blank();
        let other = plan.edited(Edit::Name(Line::parse("Other").unwrap())).unwrap();
        assert_eq!(Stamp::of(&plan), Stamp::of(&plan.clone()));
        assert_ne!(Stamp::of(&plan), Stamp::of(&other));
        let letters = Stamp::of(&other).to_string();
        assert_eq!(Stamp::parse(&letters), Some(Stamp::of(&other)));
        for wrong in ["", "12", "00000000000000zz", "+000000000000001", &format!("{letters}0")] {
            assert_eq!(Stamp::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_key_reads_back_to_the_version_it_names() {
        let one = known(7, 0xab);
        assert_eq!(one.key(), "known/p1/2026-11-23/00007/00000000000000ab");
        assert_eq!(Known::from_key(&one.key()), Some(one.clone()));
        for other in
            ["known/p1/2026-11-23/7", "snapshot/p1/2026-11-23/00007/work", "known/p1/2026-11-23/7/ab"]
        {
            assert_eq!(Known::from_key(other), None);
        }
    }

    #[test]
    fn of_each_version_the_last_stays_and_of_these_the_newest() {
        let twice = [known(1, 5), known(2, 6), known(3, 5)];
        assert_eq!(Known::superfluous(&twice), [known(1, 5)]);
        let many: Vec<_> = (0..20).map(|at| known(at, u64::from(at))).collect();
        let gone = Known::superfluous(&many);
        assert_eq!(gone, many[..20 - Known::MOST]);
    }

    #[test]
    fn numbers_that_were_taken_come_back_and_are_no_version() {
        let taken = TakenNumbers { copy: Stamp(0xab), numbers: vec![(5, 9), (6, 10)] };
        assert_eq!(taken.write(), "taken 00000000000000ab 5-9 6-10\n");
        assert_eq!(TakenNumbers::read(&taken.write()), Some(taken.clone()));
        assert_eq!(KnownText::read(&taken.write()), None);
        assert_eq!(Known::named(Stamp(1), &[taken.write()]), [Stamp(1)]);
        for other in ["taken", "taken 5-9\n", "taken 00000000000000ab 5\n", "taken 00000000000000ab 5-x\n"] {
            assert_eq!(TakenNumbers::read(other), None, "{other:?}");
        }
        let version = KnownText { descent: vec![Stamp(1)], file: "{}" }.write();
        assert_eq!(TakenNumbers::read(&version), None);
    }

    #[test]
    fn a_copy_names_itself_and_those_before_it_once_each() {
        let kept = [[Stamp(3), Stamp(2)], [Stamp(2), Stamp(1)]]
            .map(|descent| KnownText { descent: descent.into(), file: "{}" }.write());
        assert_eq!(Known::named(Stamp(9), &kept), [9, 3, 2, 1].map(Stamp));
        assert_eq!(Known::named(Stamp(2), &kept), [2, 3, 1].map(Stamp));
        assert_eq!(KnownText::read(&kept[0]).unwrap().file, "{}");
        let long = KnownText { descent: (10..60).map(Stamp).collect(), file: "" }.write();
        assert_eq!(Known::named(Stamp(9), &[long]).len(), Stamp::MOST);
    }
}
