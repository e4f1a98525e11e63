//! Setting a finding right by one change.

use chrono::NaiveDate;

use super::contact::silence_of;
use super::{Detail, Examination, Finding, Spot};
use crate::advice::{ChannelAdvice, Fit, Rule, rank_channels};
use crate::calendar::{WorkingDays, after_months};
use crate::plan::{
    Anchor, Attempts, Audience, Branch, Channel, Delay, Direction, Edit, EventEdit, Line, Plan, Responsible,
    Span, Step, StepEdit, StepId, Unit, Window,
};
use crate::schedule::Schedule;

impl Finding {
    /// The change that sets it right, where there is one: the same rule then finds it no longer, and nothing that it
    /// did not find before.
    pub fn fix(&self, plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Option<Edit> {
        let edit = self.candidate(plan, today)?;
        let fixed = plan.edited(edit.clone()).ok()?;
        let then = Schedule::on(&fixed, today);
        let before = Examination::new(plan, schedule, today).find(self.rule);
        let after = Examination::new(&fixed, &then, today).find(self.rule);
        let is_gone = !after.iter().any(|finding| finding.spot == self.spot);
        let is_new = |finding: &&Finding| !before.iter().any(|known| known.spot == finding.spot);
        (is_gone && !after.iter().any(|finding| is_new(&finding))).then_some(edit)
    }

    fn candidate(&self, plan: &Plan, today: NaiveDate) -> Option<Edit> {
        match (self.rule, self.spot) {
            (Rule::ActionOffRoute, Spot::Action(id)) => {
                let (goal, _) = plan.action(id)?;
                Some(Edit::AddStepFor(goal.audience.unwrap_or(Audience::Prospect), id))
            }
            (Rule::StepWithoutGoal, Spot::Step(id)) => {
                let step = plan.step(id)?;
                let same = |text: &Line| text.as_str().trim().eq_ignore_ascii_case(step.what.as_str().trim());
                let (_, action) = plan.actions().find(|(_, action)| same(&action.text))?;
                Some(Edit::Step(id, StepEdit::Action(Some(action.id))))
            }
            (Rule::NoDecision, Spot::Step(id)) => decide_after(plan, id),
            (Rule::SecondTouchpointLate, Spot::Step(id)) => later_by(plan, id, -self.excess()?),
            (Rule::CallsTooClose, Spot::Step(id)) => match self.detail {
                Detail::Attempts { limit, .. } => space_attempts(plan, id, limit),
                _ => later_by(plan, id, -self.excess()?),
            },
            (Rule::TooOften, Spot::Step(id)) => later_by(plan, id, -self.excess()?),
            (Rule::TooMany, Spot::Step(id)) => later_by(plan, id, 7),
            (Rule::TooSeldom, Spot::Step(id)) => later_by(plan, id, -self.excess()?),
            (Rule::SocialAnswerSlow, Spot::Step(id)) => {
                let delay = plan.step(id)?.delay;
                let delay = Delay::after(1, Unit::WorkingDays, delay.anchor())?;
                Some(Edit::Step(id, StepEdit::Timing(delay, Window::default())))
            }
            (Rule::TooDear, Spot::Step(id)) => {
                let worth =
                    |advice: &&ChannelAdvice| advice.fit == Fit::Worth && advice.channel != Channel::Comments;
                let best = rank_channels(plan).iter().find(worth)?.channel;
                Some(Edit::Step(id, StepEdit::Channel(Some(best))))
            }
            (Rule::NoCrossSell, Spot::Sequence(audience)) => {
                let offer = Step {
                    what: Line::fitted("Offer something that goes with what they bought"),
                    delay: Delay::after(1, Unit::Months, Anchor::Start)?,
                    ..mailing(plan, audience)
                };
                Some(Edit::InsertSteps { audience, before: None, steps: vec![offer] })
            }
            (Rule::NoExit, Spot::Sequence(audience)) => {
                let track = Step {
                    what: Line::fitted("Ask whether the time is right now"),
                    delay: Delay::after(3, Unit::Months, Anchor::PreviousStep)?,
                    ..mailing(plan, audience)
                };
                Some(Edit::InsertSteps { audience, before: None, steps: vec![track] })
            }
            (Rule::OutOfOrder, Spot::Step(id)) => in_order(plan, today, id),
            (Rule::OnDayOff, Spot::Step(id)) => {
                let delay = plan.step(id)?.delay;
                let rolled = Delay::new(
                    Span::new(delay.length(), Unit::CalendarDays)?,
                    delay.direction(),
                    delay.anchor(),
                )?;
                Some(Edit::Step(id, StepEdit::Delay(rolled)))
            }
            (Rule::UnusedEvent, Spot::Event(id)) => Some(Edit::Event(id, EventEdit::Remove)),
            (Rule::NoOwner, Spot::Step(id)) => Some(Edit::Step(id, StepEdit::Who(Some(Responsible::Myself)))),
            (Rule::NoTool, Spot::Step(id)) => {
                let tool = usual_tool(plan.step(id)?.channel?)?;
                Some(Edit::Step(id, StepEdit::Tools(Line::fitted(tool))))
            }
            (Rule::ReviewOverdue, Spot::Plan) => {
                let calendar = plan.calendar();
                let date = after_months(today, 3).ok().and_then(|date| calendar.next_workday(date).ok())?;
                Some(Edit::Review(Some(date)))
            }
            // Words, and what a person has to weigh, no program can set right.
            _ => None,
        }
    }

    /// By how many days a wait is longer than its limit; below zero, shorter.
    fn excess(&self) -> Option<i64> {
        match self.detail {
            Detail::Days { found, limit, .. } => Some(found.0 - limit.0),
            _ => None,
        }
    }
}

/// The changes that set right all that a rule finds, as far as a change can; each is made after those before it. What
/// is left alone stays so.
pub fn fixes(plan: &Plan, rule: Rule, today: NaiveDate) -> Vec<Edit> {
    let found = |plan: &Plan| -> Vec<Finding> {
        let schedule = Schedule::on(plan, today);
        let found = Examination::new(plan, &schedule, today).find(rule);
        found.into_iter().filter(|finding| !finding.is_left_alone(plan)).collect()
    };
    let before = found(plan);
    // All at once where the changes do not touch each other: a plan may hold a thousand steps.
    let at_once: Vec<_> = before.iter().filter_map(|finding| finding.candidate(plan, today)).collect();
    let fixed = at_once.iter().try_fold(plan.clone(), |plan, edit| plan.edited(edit.clone()));
    if at_once.len() == before.len() && fixed.is_ok_and(|fixed| found(&fixed).is_empty()) {
        return at_once;
    }
    let (mut plan, mut edits) = (plan.clone(), Vec::new());
    // Each ends its finding and brings no other, so there are fewer each time.
    loop {
        let schedule = Schedule::on(&plan, today);
        let fix = found(&plan).into_iter().find_map(|finding| {
            let edit = finding.fix(&plan, &schedule, today)?;
            Some((plan.edited(edit.clone()).ok()?, edit))
        });
        let Some((fixed, edit)) = fix else { return edits };
        plan = fixed;
        edits.push(edit);
    }
}

/// A step put before the first above it that comes later.
fn in_order(plan: &Plan, today: NaiveDate, id: StepId) -> Option<Edit> {
    let schedule = Schedule::on(plan, today);
    let (audience, facts) = schedule.placed(id)?;
    let day = facts.baseline?;
    let mut above = schedule.steps(audience).iter().take_while(|facts| facts.step != id);
    let later = above.find(|facts| facts.happens() && facts.baseline.is_some_and(|other| other > day))?;
    Some(Edit::Step(id, StepEdit::Before(audience, Some(later.step))))
}

/// A step that follows when all attempts of another were in vain (B5).
fn decide_after(plan: &Plan, id: StepId) -> Option<Edit> {
    let (audience, sequence) =
        plan.sequences.iter().find(|(_, sequence)| sequence.steps.iter().any(|step| step.id == id))?;
    let at = sequence.steps.iter().position(|step| step.id == id)?;
    let step = &sequence.steps[at];
    let decision = Step {
        what: Line::fitted("Decide what comes next: a letter, or a longer pause"),
        only_after: Some(Branch { step: id, outcome: silence_of(step) }),
        delay: Delay::after(1, Unit::WorkingDays, Anchor::PreviousStep)?,
        who: step.who,
        ..blank(plan, Channel::Internal)
    };
    let before = sequence.steps.get(at + 1).map(|next| next.id);
    Some(Edit::InsertSteps { audience, before, steps: vec![decision] })
}

/// A longer wait between attempts (C6).
fn space_attempts(plan: &Plan, id: StepId, gap: WorkingDays) -> Option<Edit> {
    let attempts = plan.step(id)?.attempts;
    let gap = u16::try_from(gap.0).ok()?;
    Some(Edit::Step(id, StepEdit::Attempts(Attempts::new(attempts.count(), gap)?)))
}

/// A wait changed by calendar days. It is counted in days that are rolled to a working one from then on, unless its
/// own unit serves as well.
fn later_by(plan: &Plan, id: StepId, days: i64) -> Option<Edit> {
    let Step { delay, window, .. } = plan.step(id)?;
    let count = match delay.direction() {
        Direction::After => i64::from(delay.length()),
        Direction::Before => -i64::from(delay.length()),
    };
    let (count, unit) = match delay.unit() {
        Unit::WorkingDays if days > 0 => (count + days, Unit::WorkingDays),
        // A week has seven days, of which five are worked as a rule.
        Unit::WorkingDays => (count * 7 / 5 + days, Unit::CalendarDays),
        Unit::CalendarDays | Unit::ExactDays => (count + days, delay.unit()),
        Unit::Weeks => (count * 7 + days, Unit::CalendarDays),
        Unit::Months => (count * 30 + days, Unit::CalendarDays),
    };
    let count = if delay.anchor().is_fixed() { count } else { count.max(0) };
    let length = u16::try_from(count.unsigned_abs()).ok()?;
    let changed = match count {
        0.. => Delay::after(length, unit, delay.anchor())?,
        ..0 => Delay::before(length, unit, delay.anchor())?,
    };
    let window = shifted(*window, *delay, changed);
    Some(Edit::Step(id, StepEdit::Timing(changed, window)))
}

/// The window beside another wait: as much tolerance as before, or no latest day where that cannot be said in its unit.
fn shifted(window: Window, before: Delay, after: Delay) -> Window {
    let is_alike = (before.unit(), before.direction()) == (after.unit(), after.direction());
    let latest = window.latest.filter(|latest| is_alike && latest.unit() == before.unit());
    let later = |latest: Span| {
        Span::new((latest.length() + after.length()).checked_sub(before.length())?, latest.unit())
    };
    Window { latest: latest.and_then(later), ..window }
}

/// An e-mail with nothing said of it, by whoever wrote the last one of the sequence.
fn mailing(plan: &Plan, audience: Audience) -> Step {
    let mails = plan.sequences.of(audience).steps.iter().rev();
    let who = mails.filter(|step| step.channel == Some(Channel::Email)).find_map(|step| step.who);
    Step {
        who: who.or(Some(Responsible::Myself)),
        tools: usual_tool(Channel::Email).map(Line::fitted).unwrap_or_default(),
        ..blank(plan, Channel::Email)
    }
}

/// A step with nothing but its name and its channel, to be filled in.
fn blank(plan: &Plan, channel: Channel) -> Step {
    Step { channel: Some(channel), ..Step::new(StepId(plan.next_id())) }
}

/// What a channel usually takes (B8).
fn usual_tool(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::Phone => Some("Telephone, contact list"),
        Channel::Letter => Some("Paper, envelope, stamp"),
        Channel::Email => Some("E-mail program, contact list"),
        Channel::SocialChat => Some("Account on the network"),
        Channel::InPerson | Channel::Comments | Channel::Internal => None,
    }
}
