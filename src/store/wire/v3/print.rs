//! What version 3 remembered a finding left alone by: a hash of the bytes of its own values, laid out as here. Frozen.

use chrono::Datelike;

use crate::calendar::iso_date;
use crate::store::wire::json::Node;

const UNITS: &[&str] = &["working-days", "calendar-days", "exact-days", "weeks", "months"];

const OUTCOMES: &[&str] = &["reached", "not-reached", "replied", "no-reply", "bought", "not-now", "declined"];

const CHANNELS: &[&str] = &["in-person", "phone", "letter", "e-mail", "social-chat", "comments", "internal"];

const ROLES: &[&str] = &["myself", "co-worker", "assistant", "automation", "vendor"];

const BENEFITS: &[&str] = &["business", "contact"];

const AUDIENCES: &[&str] = &["prospect", "customer"];

/// The place of a date among the details of a finding.
const DATE: u64 = 5;

/// The print of what a finding of that name is about; `None` where the plan does not say it.
pub(super) fn of(plan: &Node<'_>, finding: &str) -> Option<u32> {
    let (rule, what) = finding.split_once(' ').unwrap_or((finding, ""));
    let mut print = Print(0x811c_9dc5);
    match (rule, what) {
        ("no-contact-goal", "") => {
            for goal in plan.list("goals") {
                print.text(goal.get("text")?.text()?);
                print.word(goal.get("benefit")?.text()?, BENEFITS)?;
            }
        }
        ("review-overdue", "") => {
            print.choice(DATE);
            print.date(plan.get("review")?.text()?)?;
        }
        ("statement-long" | "statement-specific", audience) => {
            print.text(plan.get("statements")?.get(audience)?.text()?);
        }
        (_, "prospect" | "customer") => {
            for step in plan.get("sequences")?.get(what)?.list("steps") {
                print.text(step.get("what")?.text()?);
                print.delay(step.get("delay")?)?;
                print.option(step.get("channel"), |print, channel| print.word(channel.text()?, CHANNELS))?;
                print.text_or_empty(step.get("notes"));
                print.option(step.get("onlyAfter"), Print::branch)?;
            }
        }
        _ => {
            let id = what.parse().ok()?;
            let is_it = |thing: &&Node<'_>| thing.get("id").and_then(Node::number) == Some(id);
            let goals = || plan.list("goals");
            let steps = |audience: &str| {
                plan.get("sequences")
                    .and_then(|both| both.get(audience))
                    .map_or(&[][..], |it| it.list("steps"))
            };
            if let Some(goal) = goals().iter().find(is_it) {
                print.choice(1);
                print.text(goal.get("text")?.text()?);
                print.option(goal.get("audience"), |print, audience| {
                    print.word(audience.text()?, AUDIENCES)
                })?;
            } else if let Some(action) = goals().iter().flat_map(|goal| goal.list("actions")).find(is_it) {
                print.choice(1);
                print.text(action.get("text")?.text()?);
                print.text_or_empty(action.get("measure").and_then(|measure| measure.get("metric")));
            } else {
                let mut steps = steps("prospect").iter().chain(steps("customer"));
                print.step(steps.find(is_it)?)?;
            }
        }
    }
    Some(print.0)
}

/// The 32-bit hash of Fowler, Noll and Vo, as far as it has come.
struct Print(u32);

impl Print {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0xff]);
    }

    fn text_or_empty(&mut self, text: Option<&Node<'_>>) {
        self.text(text.and_then(Node::text).unwrap_or_default());
    }

    /// Which of several things it is.
    fn choice(&mut self, which: u64) {
        self.bytes(&which.to_le_bytes());
    }

    fn word(&mut self, word: &str, words: &[&str]) -> Option<()> {
        self.choice(words.iter().position(|known| *known == word)? as u64);
        Some(())
    }

    fn option(
        &mut self,
        value: Option<&Node<'_>>,
        take: impl FnOnce(&mut Self, &Node<'_>) -> Option<()>,
    ) -> Option<()> {
        self.choice(value.is_some().into());
        value.map_or(Some(()), |value| take(self, value))
    }

    fn id(&mut self, id: Option<&Node<'_>>) -> Option<()> {
        self.bytes(&u32::try_from(id?.number()?).ok()?.to_le_bytes());
        Some(())
    }

    /// The year, the day of the year, and what tells its weekdays, in one number.
    fn date(&mut self, date: &str) -> Option<()> {
        let date = iso_date(date)?;
        let ordinal = date.ordinal();
        let weekday = date.weekday().num_days_from_monday();
        let first = match (weekday + 7 * 53 - ordinal) % 7 {
            0 => 7,
            first => first,
        };
        let common = if date.leap_year() { 0 } else { 8 };
        let number = date.year() << 13 | i32::try_from(ordinal << 4 | common | first).ok()?;
        self.bytes(&number.to_le_bytes());
        Some(())
    }

    fn delay(&mut self, delay: &Node<'_>) -> Option<()> {
        let count = i16::try_from(delay.get("count")?.number()?).ok()?;
        let is_back = delay.get("way").and_then(Node::text) == Some("before");
        self.bytes(&if is_back { -count } else { count }.to_le_bytes());
        self.word(delay.get("unit")?.text()?, UNITS)?;
        let from = delay.get("from")?;
        match from.text() {
            Some("previous-step") => self.choice(0),
            Some(_) => self.choice(1),
            None => {
                if let Some(step) = from.get("step") {
                    self.choice(2);
                    self.id(Some(step))?;
                } else if let Some(event) = from.get("event") {
                    self.choice(3);
                    self.id(Some(event))?;
                } else {
                    self.choice(4);
                    self.date(from.get("date")?.text()?)?;
                }
            }
        }
        Some(())
    }

    fn branch(&mut self, branch: &Node<'_>) -> Option<()> {
        self.id(branch.get("step"))?;
        self.word(branch.get("outcome")?.text()?, OUTCOMES)
    }

    fn step(&mut self, step: &Node<'_>) -> Option<()> {
        self.id(step.get("id"))?;
        self.text(step.get("what")?.text()?);
        self.delay(step.get("delay")?)?;
        let window = step.get("window");
        let of_window = |name| window.and_then(|window| window.get(name));
        let slack = of_window("slack").and_then(Node::number).unwrap_or(0);
        self.bytes(&u16::try_from(slack).ok()?.to_le_bytes());
        self.option(of_window("weekdays"), |print, mask| {
            let worked = mask.text()?.bytes().zip(0..7).filter(|(day, _)| *day == b'0');
            print.bytes(&[worked.fold(0_u8, |week, (_, day)| week | 1 << day)]);
            Some(())
        })?;
        self.choice((of_window("eves").and_then(Node::text) == Some("avoided")).into());
        let attempts = |name| match step.get("attempts") {
            Some(attempts) => attempts.get(name).and_then(Node::number),
            None => Some(1),
        };
        self.bytes(&[u8::try_from(attempts("count")?).ok()?]);
        self.bytes(&u16::try_from(attempts("gap")?).ok()?.to_le_bytes());
        self.option(step.get("onlyAfter"), Self::branch)?;
        self.option(step.get("expected"), |print, outcome| print.word(outcome.text()?, OUTCOMES))?;
        self.option(step.get("channel"), |print, channel| print.word(channel.text()?, CHANNELS))?;
        self.option(step.get("who"), |print, who| match who.text() {
            Some(role) => print.word(role, ROLES),
            None => {
                print.choice(ROLES.len() as u64);
                print.id(who.get("person"))
            }
        })?;
        self.text_or_empty(step.get("tools"));
        self.text_or_empty(step.get("notes"));
        // Whether all is ready was left out: always as if it were not.
        self.choice(0);
        self.option(step.get("action"), |print, action| print.id(Some(action)))
    }
}
