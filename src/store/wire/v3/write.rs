//! From the plan to version 3. Frozen. What is as usual is not written.

use crate::plan::{
    Action, Anchor, Attempts, Campaign, ChannelProfile, Closure, Delay, Direction, Dismissal, Event, Eves,
    Fate, Goal, Holiday, HolidaySet, Lead, Mark, Measure, PerAudience, Percent, Person, PlanParts,
    Responsible, Run, Sequence, Stakes, Step, Text, Window,
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
        list(w, "holidaySets", &plan.holiday_sets, holiday_set);
        list(w, "closures", &plan.closures, closure);
        list(w, "worked", &plan.worked, Writer::word);
        list(w, "events", &plan.events, event);
        w.name("people").list(&plan.people, person);
        option(w, "review", plan.review.as_ref());
        if plan.stakes != Stakes::default() {
            stakes(w.name("stakes"), &plan.stakes);
        }
        list(w, "channels", &plan.profiles, profile);
        if plan.campaign != Campaign::default() {
            campaign(w.name("campaign"), &plan.campaign);
        }
        list(w, "leftAlone", &plan.dismissals, dismissal);
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
        if step.window != Window::default() {
            window(w.name("window"), step.window, step.delay);
        }
        if step.attempts != Attempts::ONCE {
            w.name("attempts").object(|w| {
                w.name("count").number(step.attempts.count().into());
                w.name("gap").number(step.attempts.gap().into());
            });
        }
        if let Some(branch) = step.only_after {
            w.name("onlyAfter").object(|w| {
                w.name("step").number(branch.step.0.into());
                w.name("outcome").word(&branch.outcome);
            });
        }
        option(w, "expected", step.expected.as_ref());
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
        w.name("count").number(delay.length().into());
        w.name("unit").word(&delay.unit());
        match delay.anchor() {
            Anchor::PreviousStep => w.name("from").text("previous-step"),
            Anchor::Start => w.name("from").text("start"),
            Anchor::Step(id) => w.name("from").object(|w| w.name("step").number(id.0.into())),
            Anchor::Event(id) => w.name("from").object(|w| w.name("event").number(id.0.into())),
            Anchor::Date(date) => w.name("from").object(|w| w.name("date").word(&date)),
        }
        if delay.direction() != Direction::default() {
            w.name("way").word(&delay.direction());
        }
    });
}

fn window(w: &mut Writer, window: Window, delay: Delay) {
    w.object(|w| {
        if let Some(latest) = window.latest {
            w.name("slack").number(latest.length().abs_diff(delay.length()).into());
        }
        option(w, "weekdays", window.weekdays.as_ref());
        if window.eves != Eves::default() {
            w.name("eves").word(&window.eves);
        }
    });
}

fn run(w: &mut Writer, run: &Run) {
    w.object(|w| {
        option(w, "start", run.start.as_ref());
        list(w, "marks", &run.marks, mark);
    });
}

fn mark(w: &mut Writer, mark: &Mark) {
    w.object(|w| {
        w.name("step").number(mark.step.0.into());
        w.name("on").word(&mark.on);
        match mark.fate {
            Fate::Done(outcome) => {
                w.name("fate").text("done");
                option(w, "outcome", outcome.as_ref());
            }
            Fate::Skipped => w.name("fate").text("skipped"),
            Fate::Tried(times) => {
                w.name("fate").text("tried");
                w.name("times").number(times.into());
            }
        }
    });
}

/// A list, unless it is empty.
fn list<T>(w: &mut Writer, name: &str, entries: &[T], write: fn(&mut Writer, &T)) {
    if !entries.is_empty() {
        w.name(name).list(entries, write);
    }
}

fn holiday_set(w: &mut Writer, set: &HolidaySet) {
    w.object(|w| {
        w.name("code").word(&set.code);
        w.name("name").word(&set.name);
        w.name("through").number(set.through.unsigned_abs().into());
        w.name("days").list(&set.days, holiday);
    });
}

fn closure(w: &mut Writer, closure: &Closure) {
    w.object(|w| {
        w.name("first").word(&closure.first);
        w.name("last").word(&closure.last);
        text(w, "name", &closure.name);
        number(w, "who", closure.who.map(|id| id.0));
    });
}

fn event(w: &mut Writer, event: &Event) {
    w.object(|w| {
        w.name("id").number(event.id.0.into());
        w.name("name").word(&event.name);
        option(w, "date", event.date.as_ref());
    });
}

fn stakes(w: &mut Writer, stakes: &Stakes) {
    w.object(|w| {
        number(w, "chance", stakes.chance.map(Percent::get).map(u32::from));
        option(w, "hourCost", stakes.hour_cost.as_ref());
        option(w, "distance", stakes.distance.as_ref());
    });
}

fn profile(w: &mut Writer, profile: &ChannelProfile) {
    w.object(|w| {
        w.name("channel").word(&profile.channel);
        w.name("minutes").number(profile.minutes.into());
        w.name("cost").word(&profile.cost);
        w.name("attention").number(profile.attention.into());
        w.name("shortest").number(profile.shortest.into());
        w.name("longest").number(profile.longest.into());
    });
}

fn campaign(w: &mut Writer, campaign: &Campaign) {
    w.object(|w| {
        option(w, "spend", campaign.spend.as_ref());
        option(w, "revenue", campaign.revenue.as_ref());
        list(w, "leads", &campaign.leads, lead);
    });
}

fn lead(w: &mut Writer, lead: &Lead) {
    w.object(|w| {
        w.name("id").number(lead.id.0.into());
        w.name("name").word(&lead.name);
        option(w, "brought", lead.brought.as_ref());
    });
}

fn dismissal(w: &mut Writer, dismissal: &Dismissal) {
    w.object(|w| {
        w.name("finding").word(&dismissal.finding);
        w.name("print").number(dismissal.print.into());
        text(w, "reason", &dismissal.reason);
    });
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
