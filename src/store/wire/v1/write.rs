//! From the plan to version 1. Frozen.

use crate::plan::{
    Action, Delay, Goal, Holiday, Measure, PerAudience, Person, PlanParts, Responsible, Run, Sequence, Step,
    Text,
};
use crate::store::wire::{Word, Writer};

/// Writes a plan.
pub(crate) fn plan(w: &mut Writer, plan: &PlanParts) {
    w.object(|w| {
        w.name("origin").word(&plan.origin);
        w.name("name").word(&plan.name);
        text(w, "business", &plan.business);
        text(w, "offer", &plan.offer);
        option(w, "dealValue", plan.deal_value.as_ref());
        w.name("currency").word(&plan.currency);
        number(w, "contactsAMonth", plan.contacts_a_month);
        w.name("reasons").list(plan.reasons.iter(), |w, reason| w.word(&reason));
        per_audience(w.name("statements"), &plan.statements, Writer::word);
        w.name("goals").list(&plan.goals, goal);
        per_audience(w.name("sequences"), &plan.sequences, sequence);
        per_audience(w.name("runs"), &plan.runs, run);
        w.name("workWeek").word(&plan.work_week);
        w.name("holidays").list(&plan.holidays, holiday);
        w.name("people").list(&plan.people, person);
        option(w, "review", plan.review.as_ref());
    });
}

/// A text, unless it is empty.
fn text<const MAX: usize, const LINES: bool>(w: &mut Writer, name: &str, text: &Text<MAX, LINES>) {
    if !text.as_str().is_empty() {
        w.name(name).word(text);
    }
}

/// A word, if there is one.
fn option<T: Word>(w: &mut Writer, name: &str, word: Option<&T>) {
    if let Some(word) = word {
        w.name(name).word(word);
    }
}

/// A number, if there is one.
fn number(w: &mut Writer, name: &str, number: Option<u32>) {
    if let Some(number) = number {
        w.name(name).number(number.into());
    }
}

fn per_audience<T>(w: &mut Writer, both: &PerAudience<T>, write: fn(&mut Writer, &T)) {
    w.object(|w| {
        write(w.name("prospect"), &both.prospect);
        write(w.name("customer"), &both.customer);
    });
}

fn goal(w: &mut Writer, goal: &Goal) {
    w.object(|w| {
        w.name("id").number(goal.id.0.into());
        w.name("text").word(&goal.text);
        option(w, "idea", goal.idea.as_ref());
        option(w, "audience", goal.audience.as_ref());
        w.name("benefit").word(&goal.benefit);
        w.name("actions").list(&goal.actions, action);
    });
}

fn action(w: &mut Writer, action: &Action) {
    w.object(|w| {
        w.name("id").number(action.id.0.into());
        w.name("text").word(&action.text);
        if action.measure != Measure::default() {
            measure(w.name("measure"), &action.measure);
        }
    });
}

fn measure(w: &mut Writer, measure: &Measure) {
    w.object(|w| {
        text(w, "metric", &measure.metric);
        text(w, "target", &measure.target);
        option(w, "by", measure.by.as_ref());
        text(w, "result", &measure.result);
    });
}

fn sequence(w: &mut Writer, sequence: &Sequence) {
    w.object(|w| {
        text(w, "trigger", &sequence.trigger);
        w.name("steps").list(&sequence.steps, step);
    });
}

fn step(w: &mut Writer, step: &Step) {
    w.object(|w| {
        w.name("id").number(step.id.0.into());
        w.name("what").word(&step.what);
        delay(w.name("delay"), step.delay);
        option(w, "channel", step.channel.as_ref());
        match step.who {
            None => {}
            Some(Responsible::Person(id)) => {
                w.name("who").object(|w| w.name("person").number(id.0.into()));
            }
            Some(role) => w.name("who").word(&role),
        }
        text(w, "tools", &step.tools);
        text(w, "notes", &step.notes);
        w.name("readiness").word(&step.readiness);
        number(w, "action", step.action.map(|id| id.0));
    });
}

fn delay(w: &mut Writer, delay: Delay) {
    w.object(|w| {
        w.name("count").number(delay.count().unsigned_abs().into());
        w.name("unit").word(&delay.unit);
        w.name("from").word(&delay.anchor);
    });
}

fn run(w: &mut Writer, run: &Run) {
    w.object(|w| option(w, "start", run.start.as_ref()));
}

fn holiday(w: &mut Writer, holiday: &Holiday) {
    w.object(|w| {
        w.name("date").word(&holiday.date);
        text(w, "name", &holiday.name);
    });
}

fn person(w: &mut Writer, person: &Person) {
    w.object(|w| {
        w.name("id").number(person.id.0.into());
        w.name("name").word(&person.name);
    });
}
