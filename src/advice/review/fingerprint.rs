//! What a finding is about, as text: by its fingerprint one knows that an answer still holds (F6).
//!
//! **Invariant:** the text of what a plan can say today stays as it is. A fact that is not said leaves no trace in it;
//! so whatever a plan learns to say later, the answers given before it stand.
//!
//! Days that come about by counting are not in it, nor whether all is ready: a plan that starts anew, or is got ready,
//! keeps its answers.

use std::fmt::{Display, Write};

use super::{Detail, Spot};
use crate::advice::Rule;
use crate::plan::{
    ActionId, Anchor, Attempts, Audience, Branch, Delay, EventId, Eves, Fingerprint, GoalId, PersonId,
    PlanParts, Responsible, Step, StepId, Window,
};

/// The fingerprint of what a finding of that name is about; `None` where the plan has no such thing, or the finding is
/// not about facts of the plan alone.
pub fn fingerprint(plan: &PlanParts, finding: &str) -> Option<Fingerprint> {
    let (rule, spot) = named(plan, finding)?;
    facts(plan, rule, spot).map(|facts| Fingerprint::of(&facts))
}

/// The rule and the thing that a finding's name names.
fn named(plan: &PlanParts, finding: &str) -> Option<(Rule, Spot)> {
    let (slug, what) = finding.split_once(' ').unwrap_or((finding, ""));
    let rule = Rule::ALL.iter().copied().find(|rule| rule.slug() == slug)?;
    if what.is_empty() {
        return Some((rule, Spot::Plan));
    }
    if let Some(audience) = Audience::from_slug(what) {
        let is_statement = matches!(rule, Rule::StatementLong | Rule::StatementSpecific);
        let spot = if is_statement { Spot::Statement } else { Spot::Sequence };
        return Some((rule, spot(audience)));
    }
    // An id names one thing in a plan.
    let id = what.parse().ok()?;
    let goal = plan.goal(GoalId(id)).map(|goal| Spot::Goal(goal.id));
    let action = plan.action(ActionId(id)).map(|(_, action)| Spot::Action(action.id));
    let step = plan.step(StepId(id)).map(|step| Spot::Step(step.id));
    let event = plan.event(EventId(id)).map(|event| Spot::Event(event.id));
    let person = plan.person(PersonId(id)).map(|person| Spot::Who(Responsible::Person(person.id)));
    Some((rule, goal.or(action).or(step).or(event).or(person)?))
}

/// The facts of the plan that a finding rests on, where it rests on nothing else.
pub(super) fn facts(plan: &PlanParts, rule: Rule, spot: Spot) -> Option<String> {
    let mut facts = Facts::default();
    match spot {
        Spot::Plan if rule == Rule::NoContactGoal => {
            for goal in &plan.goals {
                facts.say("goal", &goal.text);
                facts.say("benefit", goal.benefit.slug());
            }
        }
        Spot::Plan if rule == Rule::ActionWithoutMeasure => {
            for (_, action) in plan.actions() {
                facts.say("action", &action.text);
            }
        }
        Spot::Plan if rule == Rule::ReviewOverdue => facts.say_if("review", plan.review),
        Spot::Plan | Spot::Who(_) => return None,
        Spot::Statement(who) => facts.say("statement", plan.statements.of(who)),
        Spot::Goal(id) => {
            let goal = plan.goal(id)?;
            facts.say("goal", &goal.text);
            facts.say_if("audience", goal.audience.map(Audience::slug));
        }
        Spot::Action(id) => {
            let (_, action) = plan.action(id)?;
            facts.say("action", &action.text);
            facts.say("metric", &action.measure.metric);
        }
        Spot::Sequence(who) => {
            for step in &plan.sequences.of(who).steps {
                facts.say("what", &step.what);
                facts.delay(step.delay);
                facts.say_if("channel", step.channel.map(|channel| channel.slug()));
                facts.say("notes", &step.notes);
                facts.branch(step.only_after);
            }
        }
        Spot::Event(id) => facts.say("event", &plan.event(id)?.name),
        Spot::Step(id) => facts.step(plan.step(id)?),
    }
    Some(facts.0)
}

/// What a finding rests on that is counted from the plan.
pub(super) fn counted(detail: &Detail) -> String {
    let mut facts = Facts::default();
    if let Detail::Count { found, limit } = detail {
        facts.say("found", found);
        facts.say("limit", limit);
    }
    facts.0
}

/// What version 3 took a fingerprint of where a finding rests on a count.
pub(super) fn counted_values(detail: &Detail) -> Option<Fingerprint> {
    let Detail::Count { found, limit } = *detail else { return None };
    // The place of the count among the details, then its two numbers.
    let values = [2, found, limit];
    Some(Fingerprint::of_values(&values.map(u64::to_le_bytes).concat()))
}

/// Facts, each behind its name. Tabs part them, which no text of a plan holds.
#[derive(Default)]
struct Facts(String);

impl Facts {
    /// A fact, unless nothing is said.
    fn say(&mut self, name: &str, fact: impl Display) {
        let before = self.0.len();
        _ = write!(self.0, "\t{name}\t");
        let bare = self.0.len();
        _ = write!(self.0, "{fact}");
        if self.0.len() == bare {
            self.0.truncate(before);
        }
    }

    fn say_if(&mut self, name: &str, fact: Option<impl Display>) {
        if let Some(fact) = fact {
            self.say(name, fact);
        }
    }

    /// Each field is named, so that a new one finds its place here or is left out on purpose.
    fn step(&mut self, step: &Step) {
        let Step {
            id,
            what,
            delay,
            window,
            attempts,
            only_after,
            expected,
            channel,
            who,
            tools,
            notes,
            readiness: _,
            action,
        } = step;
        self.say("step", id.0);
        self.say("what", what);
        self.delay(*delay);
        self.window(*window);
        self.attempts(*attempts);
        self.branch(*only_after);
        self.say_if("expected", expected.map(|outcome| outcome.slug()));
        self.say_if("channel", channel.map(|channel| channel.slug()));
        match who {
            Some(Responsible::Person(id)) => self.say("person", id.0),
            role => self.say_if("who", role.map(Responsible::slug)),
        }
        self.say("tools", tools);
        self.say("notes", notes);
        self.say_if("action", action.map(|id| id.0));
    }

    fn delay(&mut self, delay: Delay) {
        self.say("wait", delay.length());
        self.say("unit", delay.unit().slug());
        self.say("direction", delay.direction().slug());
        match delay.anchor() {
            Anchor::PreviousStep => self.say("from", "previous-step"),
            Anchor::Start => self.say("from", "start"),
            Anchor::Step(id) => self.say("from step", id.0),
            Anchor::Event(id) => self.say("from event", id.0),
            Anchor::Date(date) => self.say("from date", date),
        }
    }

    fn window(&mut self, Window { latest, weekdays, eves }: Window) {
        if let Some(latest) = latest {
            self.say("latest", latest.length());
            self.say("unit", latest.unit().slug());
        }
        self.say_if("weekdays", weekdays.map(|weekdays| weekdays.mask()));
        if eves != Eves::default() {
            self.say("eves", eves.slug());
        }
    }

    fn attempts(&mut self, attempts: Attempts) {
        if attempts != Attempts::ONCE {
            self.say("attempts", attempts.count());
            self.say("gap", attempts.gap());
        }
    }

    fn branch(&mut self, branch: Option<Branch>) {
        if let Some(Branch { step, outcome }) = branch {
            self.say("after step", step.0);
            self.say("outcome", outcome.slug());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, Line, Prose};

    #[test]
    fn the_text_of_a_step_stays_as_it_is() {
        let step = Step {
            what: Line::fitted("Call"),
            only_after: Some(Branch { step: StepId(3), outcome: crate::plan::Outcome::NoReply }),
            channel: Some(Channel::Phone),
            who: Some(Responsible::CoWorker),
            notes: Prose::parse("Good morning,\nMs Adler").unwrap_or_default(),
            ..Step::new(StepId(7))
        };
        let mut facts = Facts::default();
        facts.step(&step);
        assert_eq!(
            facts.0,
            "\tstep\t7\twhat\tCall\twait\t3\tunit\tworking-days\tdirection\tafter\tfrom\tprevious-step\
             \tafter step\t3\toutcome\tno-reply\tchannel\tphone\twho\tco-worker\tnotes\tGood morning,\nMs Adler"
        );
    }
}
