//! What a changed copy of a plan changed, in words: part by part, as it is ticked and taken.

use chrono::NaiveDate;

use super::fields::Part;
use super::sheets::weekdays;
use super::{BackAnswer, Difference, Side};
use crate::calendar::iso_date;
use crate::exchange::json;
use crate::plan::{ActionId, Audience, Channel, GoalId, Plan, Reason, StepId};
use crate::schedule::{Basis, Schedule};
use crate::store::wire::Word;
use crate::store::wire::changes::{Change, Versions, What};
use crate::words;

/// The parts of a plan, in the order they are told.
const GROUPS: [&str; 11] = [
    "The plan",
    "Goals",
    "Actions",
    "Prospect sequence",
    "Customer sequence",
    "Dates",
    "Days off",
    "Events",
    "People who do the steps",
    "Channels",
    "What came back",
];

/// What a copy changed; none where the versions cannot be put together.
pub struct Changes(Option<Told>);

struct Told {
    versions: Versions,
    is_base_known: bool,
    /// In the order they are told.
    differences: Vec<Difference>,
    /// The place of each among the changes.
    places: Vec<usize>,
}

/// A version with its dates.
struct Version<'a> {
    plan: &'a Plan,
    /// The owner's: its steps have the numbers that are told.
    own: &'a Plan,
    schedule: Schedule,
    today: NaiveDate,
}

impl Changes {
    /// Compares a copy with the plan, given the version both came from, if that is known, and numbers in the copy with those
    /// under which the same was taken before.
    pub fn of(base: Option<Plan>, mine: &Plan, theirs: Plan, noted: &[(u32, u32)], today: NaiveDate) -> Self {
        let is_base_known = base.is_some();
        let base = base.unwrap_or_else(|| mine.clone());
        let versions = |noted| Versions::new(base.clone(), mine.clone(), theirs.clone(), noted);
        let Some(versions) = versions(noted).or_else(|| versions(&[])) else { return Self(None) };
        let changes = versions.changes();
        let version =
            |plan| Version { plan, own: &versions.mine, schedule: Schedule::on(plan, today), today };
        let (own, other) = (version(&versions.mine), version(&versions.theirs));
        let mut told: Vec<(usize, usize, Difference)> = Vec::new();
        for (at, change) in changes.iter().enumerate() {
            let is_back = comes_back(change, &versions.base);
            let (group, difference) = difference(change, is_back, &own, &other);
            let side = match change.is_of_both || is_back {
                _ if !is_base_known => Side::Unknown,
                true => Side::Both,
                false => Side::Copy,
            };
            let group_name = GROUPS.get(group).copied().unwrap_or_default().to_owned();
            told.push((group, at, Difference { group: group_name, side, ..difference }));
        }
        told.sort_by_key(|(group, at, _)| (*group, *at));
        let places: Vec<usize> = told.iter().map(|(_, at, _)| *at).collect();
        let mut differences: Vec<_> = told.into_iter().map(|(_, _, difference)| difference).collect();
        // What does not go with what the owner changed is asked about as well.
        let wanted = |it: &Difference| it.side == Side::Copy;
        let ticked: Vec<usize> =
            places.iter().zip(&differences).filter(|(_, it)| wanted(it)).map(|(at, _)| *at).collect();
        let (_, unfit) = versions.taken(&ticked);
        for (place, difference) in places.iter().zip(&mut differences) {
            if unfit.contains(place) {
                difference.side = Side::Both;
            }
        }
        Self(Some(Told { versions, is_base_known, differences, places }))
    }

    /// What is told of them, with the plan that has all but what is left; `came` is the copy with its own numbers.
    pub fn answer(self, mut notes: Vec<String>, came: &Plan, today: NaiveDate, left: &[usize]) -> BackAnswer {
        let Some(Told { versions, is_base_known, differences, places }) = self.0 else {
            return BackAnswer::Refused(words::COPY_NOT_COMPARED.to_owned());
        };
        let wanted = places.iter().enumerate().filter(|(at, _)| !left.contains(at));
        let wanted: Vec<usize> = wanted.map(|(_, place)| *place).collect();
        let (plan, unfit) = versions.taken(&wanted);
        let unfit = unfit.iter().filter_map(|place| places.iter().position(|known| known == place));
        if is_base_known {
            notes.extend(words::copy_mine_stays(versions.mine_only()));
        }
        let renumbered = versions.renumbered.iter().copied();
        let is_taken =
            |(there, here): &(u32, u32)| Versions::has(came, *there) && Versions::has(&plan, *here);
        BackAnswer::Differences {
            unfit: unfit.collect(),
            renumbered: renumbered.filter(is_taken).collect(),
            plan: json::compact(&plan, today, &[]),
            differences,
            notes,
        }
    }
}

/// Whether it is something that only the owner removed since.
fn comes_back(change: &Change, base: &Plan) -> bool {
    let moved = || match &*change.path {
        [sequences, _, steps, id] if sequences == "sequences" && steps == "steps" => step(id),
        _ => None,
    };
    // A step may stand in the other sequence by now.
    let was_there = change.was_there || moved().is_some_and(|id| base.step(id).is_some());
    change.what == What::New && was_there
}

/// The group of a change, and what is told of it; `is_back` of something that only the owner removed since.
fn difference(change: &Change, is_back: bool, own: &Version<'_>, other: &Version<'_>) -> (usize, Difference) {
    let path: Vec<&str> = change.path.iter().map(String::as_str).collect();
    let (group, place) = placed(&path, own.plan, other.plan);
    let title = title(&path);
    let [_, mine, theirs] = &change.texts;
    let (before, after) = match change.what {
        What::Order => (own.order(&path, own.plan), own.order(&path, other.plan)),
        What::Moved => {
            let sequence = |plan: &Plan| {
                let step = path.last().and_then(|id| id.parse().ok()).map(StepId);
                let place = step.and_then(|step| plan.step_number(step));
                place.map(|(audience, _)| words::moved_to(words::sequence(audience))).unwrap_or_default()
            };
            (sequence(own.plan), sequence(other.plan))
        }
        What::Value | What::New | What::Removed => (own.said(&path, mine), other.said(&path, theirs)),
    };
    let what = match change.what {
        What::Value => title.to_owned(),
        What::New if is_back => words::REMOVED_BY_OWNER.to_owned(),
        What::New => new(&path).map_or_else(|| title.to_owned(), |thing| format!("New {thing}")),
        What::Removed if new(&path).is_some() => "Removed".to_owned(),
        What::Removed => title.to_owned(),
        What::Moved => "Moved".to_owned(),
        What::Order => "Order".to_owned(),
    };
    let before = if is_back { words::GONE.to_owned() } else { before };
    (group, Difference { place, what, before, after, ..Difference::default() })
}

/// The group of what stands at a place, and the place in words.
fn placed(path: &[&str], own: &Plan, other: &Plan) -> (usize, String) {
    let group = match path {
        ["goals", _, "actions", ..] => 2,
        ["goals", ..] => 1,
        ["sequences", "prospect", ..] => 3,
        ["sequences", ..] => 4,
        ["runs", ..] => 5,
        ["workWeek" | "holidays" | "holidaySets" | "closures" | "yearlyClosures" | "worked", ..] => 6,
        ["events", ..] => 7,
        ["people", ..] => 8,
        ["stakes" | "channels", ..] => 9,
        ["campaign", ..] => 10,
        _ => 0,
    };
    let either =
        |look: &dyn Fn(&Plan) -> Option<String>| look(own).or_else(|| look(other)).unwrap_or_default();
    let place = match path {
        ["goals", id] | ["goals", id, "text" | "idea" | "audience" | "benefit" | "actions"] => {
            either(&|plan| Some(format!("Goal “{}”", plan.goal(goal(id)?)?.text)))
        }
        ["goals", _, "actions", id, ..] => {
            either(&|plan| Some(format!("By “{}”", plan.action(action(id)?)?.1.text)))
        }
        ["sequences", _, "steps", id, ..] | ["runs", _, "marks" | "postponed", id] => {
            let place = |plan: &Plan| {
                let (audience, number) = plan.step_number(step(id)?)?;
                Some((words::sequence(audience), number))
            };
            let in_copy = || place(other).map(|(sequence, number)| words::step_of_copy(sequence, number));
            let here = place(own).map(|(sequence, number)| format!("{sequence}, step {number}"));
            here.or_else(in_copy).unwrap_or_default()
        }
        ["sequences" | "runs", audience, ..] => {
            audience_of(audience).map(words::sequence).unwrap_or_default().to_owned()
        }
        ["events", id, "name" | "date"] => {
            let named = |plan: &Plan| {
                let event = plan.events.iter().find(|event| event.id.0.to_string() == *id)?;
                Some(event.name.to_string())
            };
            either(&named)
        }
        ["channels", channel, ..] => {
            Channel::from_word(channel).map(words::channel).unwrap_or_default().to_owned()
        }
        ["statements", audience] => audience_of(audience).map(words::audience).unwrap_or_default().to_owned(),
        _ => GROUPS.get(group).copied().unwrap_or_default().to_owned(),
    };
    (group, place)
}

/// What a thing is called that comes or goes; none for what only says something of a thing.
fn new(path: &[&str]) -> Option<&'static str> {
    Some(match path {
        ["goals", _] => "goal",
        ["goals", _, "actions", _] => "action",
        ["sequences", _, "steps", _] => "step",
        ["holidays", _] => "day off",
        ["holidaySets", _] => "set of holidays",
        ["closures", _] => "days off in a row",
        ["events", _] => "event",
        ["people", _] => "person",
        ["campaign", "leads", _] => "lead",
        ["reasons", _] => "reason",
        _ => return None,
    })
}

/// What a part is called.
fn title(path: &[&str]) -> &'static str {
    match path {
        ["name"] | ["events" | "people", _, "name"] | ["campaign", "leads", _, "name"] => "Name",
        ["business"] => "Business",
        ["offer"] => "What is sold",
        ["dealValue"] => "Value of a deal",
        ["currency"] => "Currency",
        ["contactsAMonth"] => "New contacts a month",
        ["reasons", ..] => "Reason",
        ["statements", ..] => "The ideal experience",
        ["review"] => "Looked at anew on",
        ["plainDays"] => "What plain days are",
        ["leftAlone", ..] => "A suggestion that is left alone",
        ["goals", _, "text"] | ["goals", _, "actions", _, "text"] => "Words",
        ["goals", _, "idea"] => "Idea",
        ["goals", _, "audience"] => "Whom it is for",
        ["goals", _, "benefit"] => "Whom it serves first",
        ["goals", .., "metric"] => "What is measured",
        ["goals", .., "target"] => "To reach",
        ["goals", .., "by"] => "By",
        ["goals", .., "result"] => "Result",
        ["sequences", _, "trigger"] => "Begins when",
        ["sequences", .., "what"] => Part::What.title(),
        ["sequences", .., "delay"] => Part::Wait.title(),
        ["sequences", .., "attempts"] => Part::Tries.title(),
        ["sequences", .., "who"] => Part::Who.title(),
        ["sequences", .., "channel"] => Part::With.title(),
        ["sequences", .., "notes"] => Part::Notes.title(),
        ["sequences", .., "onlyAfter"] => "Only if",
        ["sequences", .., "expected"] => "Expected",
        ["sequences", .., "readiness"] => "Prepared",
        ["sequences", .., "action"] => "Action",
        ["runs", _, "start"] => "Start",
        ["runs", _, "marks", _] => Part::Fate.title(),
        ["runs", _, "postponed", _] => Part::PutOff.title(),
        ["workWeek"] => "Weekdays worked",
        ["holidays", ..] => "Day off",
        ["holidaySets", ..] => "Set of holidays",
        ["closures", ..] => "Days off in a row",
        ["yearlyClosures", ..] => "Days off every year",
        ["worked", ..] => "Worked after all",
        ["events", _, "date"] => "Day",
        ["stakes", "chance"] => "How many of a hundred buy",
        ["stakes", "hourCost"] => "What an hour costs",
        ["stakes", "distance"] => "How far away they are",
        ["channels", _, "minutes"] => "Minutes",
        ["channels", _, "cost"] => "Cost",
        ["channels", _, "attention"] => "Attention",
        ["channels", _, "shortest"] => "Shortest",
        ["channels", _, "longest"] => "Longest",
        ["channels", _] => "Its own numbers",
        ["campaign", "spend"] => "What was spent",
        ["campaign", "revenue"] => "What else came back",
        ["campaign", .., "brought"] => "Brought",
        _ => "What it says",
    }
}

impl Version<'_> {
    /// What it says at a place, in words; `text` where that says it as it is.
    fn said(&self, path: &[&str], text: &str) -> String {
        let plan = self.plan;
        let worded = match path {
            ["reasons", slug] if !text.is_empty() => {
                Reason::from_word(slug).ok().map(|reason| words::reason(reason).to_owned())
            }
            ["goals", id] => goal(id)
                .and_then(|id| plan.goal(id))
                .map(|goal| words::goal_with_actions(goal.text.as_str(), goal.actions.len())),
            ["goals", _, "actions", id] => {
                action(id).and_then(|id| plan.action(id)).map(|(_, action)| action.text.to_string())
            }
            ["goals", _, "audience"] => audience_of(text).map(|it| words::audience(it).to_owned()),
            ["sequences", _, "steps", id] => {
                step(id).and_then(|id| plan.step(id)).map(|step| step.what.to_string())
            }
            ["sequences", _, "steps", id, field] => step(id).and_then(|id| self.step(id, field, text)),
            ["runs", _, "marks", id] => step(id).map(|id| Part::Fate.said(plan, id, self.today)),
            ["runs", _, "postponed", id] => step(id).map(|id| Part::PutOff.said(plan, id, self.today)),
            ["workWeek"] => Some(weekdays(plan.work_week)),
            ["holidays", date] => plan.holidays.iter().find(|day| words::iso(day.date) == *date).map(|day| {
                let name = Some(day.name.to_string()).filter(|name| !name.is_empty());
                words::day_and_year(day.date) + &name.map(|name| format!(": {name}")).unwrap_or_default()
            }),
            ["holidaySets", code] => plan
                .holiday_sets
                .iter()
                .find(|set| set.code.as_str() == *code)
                .map(|set| set.name.to_string()),
            ["closures"] => Some(self.closures(|_| true)),
            ["closures", first] => Some(self.closures(|day| words::iso(day) == *first)),
            ["yearlyClosures"] => {
                let all = plan.yearly_closures.iter().map(words::yearly_closure);
                Some(all.collect::<Vec<_>>().join("; "))
            }
            ["events", id] => {
                let event = plan.events.iter().find(|event| event.id.0.to_string() == *id);
                event.map(|event| event.name.to_string())
            }
            ["people", id] => {
                let person = plan.people.iter().find(|person| person.id.0.to_string() == *id);
                person.map(|person| person.name.to_string())
            }
            ["campaign", "leads", id] => {
                let lead = plan.campaign.leads.iter().find(|lead| lead.id.0.to_string() == *id);
                lead.map(|lead| lead.name.to_string())
            }
            ["channels", channel] => {
                let channel = Channel::from_word(channel).ok();
                let is_there = plan.profiles.iter().any(|profile| Some(profile.channel) == channel);
                is_there.then(|| "as entered here".to_owned())
            }
            _ => None,
        };
        let date = || iso_date(text).map(words::day_and_year);
        worded.or_else(date).unwrap_or_else(|| text.to_owned())
    }

    fn step(&self, id: StepId, field: &str, text: &str) -> Option<String> {
        let step = self.plan.step(id)?;
        let facts = self.schedule.step(id)?;
        Some(match field {
            "delay" => {
                let mut told = *facts;
                let Basis::Step { step, number, known } = told.basis else {
                    return Some(words::wait(self.plan, facts));
                };
                let own = self.own_number(step);
                let number = own.unwrap_or(number);
                told.basis = Basis::Step { step, number, known };
                let told = words::wait(self.plan, &told);
                if own.is_some() { told } else { words::as_in_copy(&told, number) }
            }
            "attempts" => Part::Tries.said(self.plan, id, self.today),
            "who" => Part::Who.said(self.plan, id, self.today),
            "channel" => words::with(step),
            "onlyAfter" => {
                let mut told = *facts;
                let Some(fork) = &mut told.fork else { return Some(String::new()) };
                let own = self.own_number(fork.step);
                fork.number = own.unwrap_or(fork.number);
                let number = fork.number;
                let told = words::condition(&told);
                if own.is_some() { told } else { words::as_in_copy(&told, number) }
            }
            "expected" => step.expected.map(words::outcome).unwrap_or_default().to_owned(),
            "readiness" => if text == "ready" { "yes" } else { "not yet" }.to_owned(),
            "action" => {
                let action = step.action.and_then(|id| self.plan.action(id));
                action.map(|(_, action)| action.text.to_string()).unwrap_or_default()
            }
            _ => text.to_owned(),
        })
    }

    /// The number that a step has in the owner's plan.
    fn own_number(&self, step: StepId) -> Option<usize> {
        self.own.step_number(step).map(|(_, number)| number)
    }

    fn closures(&self, is_wanted: impl Fn(NaiveDate) -> bool) -> String {
        let closures = self.plan.closures.iter().filter(|closure| is_wanted(closure.first));
        let told = closures.map(|closure| {
            let name = words::closure_name(self.plan, closure);
            [words::closure_days(closure), name].join(" ").trim().to_owned()
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// The things in a list in the order of another version, by their numbers in this one.
    fn order(&self, path: &[&str], other: &Plan) -> String {
        let ids = |plan: &Plan| -> Vec<u32> {
            match path {
                ["goals"] => plan.goals.iter().map(|goal| goal.id.0).collect(),
                ["goals", id, "actions"] => {
                    let actions = goal(id).and_then(|id| plan.goal(id)).map(|goal| &*goal.actions);
                    actions.unwrap_or_default().iter().map(|action| action.id.0).collect()
                }
                ["sequences", audience, "steps"] => {
                    let steps = audience_of(audience).map(|it| &*plan.sequences.of(it).steps);
                    steps.unwrap_or_default().iter().map(|step| step.id.0).collect()
                }
                _ => Vec::new(),
            }
        };
        let own = ids(self.plan);
        let number = |id: &u32| own.iter().position(|known| known == id).map(|at| (at + 1).to_string());
        let numbers: Vec<String> = ids(other).iter().filter_map(number).collect();
        match numbers.is_empty() {
            true if std::ptr::eq(self.plan, other) => String::new(),
            true => words::IN_ANOTHER_ORDER.to_owned(),
            false => numbers.join(", "),
        }
    }
}

fn goal(id: &str) -> Option<GoalId> {
    id.parse().ok().map(GoalId)
}

fn action(id: &str) -> Option<ActionId> {
    id.parse().ok().map(ActionId)
}

fn step(id: &str) -> Option<StepId> {
    id.parse().ok().map(StepId)
}

fn audience_of(slug: &str) -> Option<Audience> {
    Audience::from_word(slug).ok()
}
