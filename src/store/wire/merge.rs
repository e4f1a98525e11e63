//! Two versions of a plan that were made from one: what each of them changed, taken together.

use super::json::{Field, Node};
use super::{Found, plan_text, v4};
use crate::plan::Plan;

/// What both changed, where neither touched what the other did: field by field, and by the number or name of each goal, action,
/// step, day. Where both put something new under one number, one of them takes another: the same one whoever merges.
/// `None` where both changed the same, or where the two do not fit together.
pub(crate) fn merge(base: &Plan, mine: &Plan, theirs: &Plan) -> Option<Plan> {
    let [base_text, mut my_text, mut their_text] = [base, mine, theirs].map(|plan| plan_text(plan));
    let twice = mine.numbered_twice(theirs, base);
    if !twice.is_empty() {
        let next = base.next_id().max(mine.next_id()).max(theirs.next_id());
        if my_text < their_text {
            their_text = plan_text(&theirs.renumbered(&twice, next));
        } else {
            my_text = plan_text(&mine.renumbered(&twice, next));
        }
    }
    let [base, mine, theirs] = [&base_text, &my_text, &their_text].map(|text| Node::parse(text));
    let merged = merged(&base.ok()?, &mine.ok()?, &theirs.ok()?)?;
    v4::read_plan(Found::top(merged.get("plan")?), &[]).ok()
}

fn merged<'a>(base: &Node<'a>, mine: &Node<'a>, theirs: &Node<'a>) -> Option<Node<'a>> {
    if mine == theirs || base == theirs {
        return Some(mine.clone());
    }
    if base == mine {
        return Some(theirs.clone());
    }
    match (base, mine, theirs) {
        (Node::Object(_), Node::Object(my_fields), Node::Object(their_fields)) => {
            let mut fields: Vec<Field<'a>> = Vec::new();
            for name in my_fields.iter().chain(their_fields).map(|field| &field.name) {
                if fields.iter().any(|field| field.name == *name) {
                    continue;
                }
                let part = |whole: &Node<'a>| whole.get(name).cloned().unwrap_or(Node::Null);
                match merged(&part(base), &part(mine), &part(theirs))? {
                    Node::Null => {}
                    node => fields.push(Field::new(name.clone(), node)),
                }
            }
            Some(Node::Object(fields))
        }
        (Node::List(base), Node::List(mine), Node::List(theirs)) => merged_lists(base, mine, theirs),
        _ => None,
    }
}

/// Lists of what is told apart by a number or a name of its own. The order is that of the side which changed it.
fn merged_lists<'a>(base: &[Node<'a>], mine: &[Node<'a>], theirs: &[Node<'a>]) -> Option<Node<'a>> {
    let [base, mine, theirs] = [keyed(base)?, keyed(mine)?, keyed(theirs)?];
    let has = |list: &Keyed<'_, 'a>, key: &Node<'a>| list.iter().any(|(known, _)| *known == key);
    // Both put something new under one name, and not the same.
    let differs = |(key, entry): &(&Node<'a>, &Node<'a>)| {
        theirs.iter().any(|(known, other)| known == key && other != entry) && !has(&base, key)
    };
    if mine.iter().any(differs) {
        return None;
    }
    let common = |list: &Keyed<'_, 'a>| -> Vec<Node<'a>> {
        let everywhere = |key: &Node<'a>| has(&base, key) && has(&mine, key) && has(&theirs, key);
        list.iter().filter(|(key, _)| everywhere(key)).map(|(key, _)| (*key).clone()).collect()
    };
    let (was, mine_is, theirs_is) = (common(&base), common(&mine), common(&theirs));
    let (leading, other) = match () {
        () if mine_is == theirs_is || was == theirs_is => (&mine, &theirs),
        () if was == mine_is => (&theirs, &mine),
        () => return None,
    };
    let mut order: Vec<&Node<'a>> = leading.iter().map(|(key, _)| *key).collect();
    for (at, (key, _)) in other.iter().enumerate().filter(|(_, (key, _))| !has(leading, key)) {
        let before = other.iter().take(at).rev();
        let place = before.filter_map(|(key, _)| order.iter().position(|known| known == key)).next();
        order.insert(place.map_or(0, |place| place + 1), key);
    }
    let mut entries = Vec::new();
    for key in order {
        let entry = |list: &Keyed<'_, 'a>| {
            list.iter().find(|(known, _)| *known == key).map_or(Node::Null, |(_, entry)| (*entry).clone())
        };
        match merged(&entry(&base), &entry(&mine), &entry(&theirs))? {
            Node::Null => {}
            node => entries.push(node),
        }
    }
    Some(Node::List(entries))
}

pub(super) type Keyed<'n, 'a> = Vec<(&'n Node<'a>, &'n Node<'a>)>;

/// Each entry with what tells it from the others: its first field, or itself. `None` where two have the same.
pub(super) fn keyed<'n, 'a>(list: &'n [Node<'a>]) -> Option<Keyed<'n, 'a>> {
    let mut keyed = Keyed::new();
    for entry in list {
        let key = match entry {
            Node::Object(fields) => &fields.first()?.node,
            other => other,
        };
        let is_told_apart = matches!(key, Node::Number(Some(_)) | Node::Text(_));
        if !is_told_apart || keyed.iter().any(|(known, _)| *known == key) {
            return None;
        }
        keyed.push((key, entry));
    }
    Some(keyed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    use crate::plan::{Audience, Edit, Fate, GoalEdit, Line, StepEdit, StepId};
    use crate::store::wire;

    fn full() -> Plan {
        let text = include_str!("../../../tests/fixtures/plan-v4.json");
        wire::read(text).unwrap().plan
    }

    fn named(plan: &Plan, name: &str) -> Plan {
        plan.edited(Edit::Name(Line::parse(name).unwrap())).unwrap()
    }

    fn with_first_step(plan: &Plan, description: &str) -> Plan {
        let mut parts = plan.clone().into_parts();
        parts.sequences.prospect.steps[0].what = Line::parse(description).unwrap();
        parts.checked().unwrap()
    }

    fn without_last_goal(plan: &Plan) -> Plan {
        let last = plan.goals.last().unwrap().id;
        plan.edited(Edit::Goal(last, GoalEdit::Remove)).unwrap()
    }

    #[test]
    fn changes_in_different_places_are_taken_together() {
        let base = full();
        let (mine, theirs) = (named(&base, "Mine"), with_first_step(&base, "Theirs"));
        let both = merge(&base, &mine, &theirs).unwrap();
        assert_eq!(both, with_first_step(&mine, "Theirs"));
        assert_eq!(merge(&base, &theirs, &mine).unwrap(), both);
    }

    #[test]
    fn a_change_of_the_same_place_is_asked_about() {
        let base = full();
        assert_eq!(merge(&base, &named(&base, "Mine"), &named(&base, "Theirs")), None);
    }

    #[test]
    fn the_same_change_on_both_sides_is_one_change() {
        let base = full();
        let both = named(&base, "Both");
        assert_eq!(merge(&base, &both, &both), Some(both.clone()));
    }

    #[test]
    fn a_removal_beside_a_change_elsewhere_stays_a_removal() {
        let base = full();
        let removed = without_last_goal(&base);
        let both = merge(&base, &removed, &named(&base, "Theirs")).unwrap();
        assert_eq!(both, named(&removed, "Theirs"));
    }

    #[test]
    fn what_both_add_under_one_number_is_there_twice_whoever_merges() {
        let base = full();
        let with_goal =
            |plan: &Plan, text: &str| plan.edited(Edit::AddGoal(Line::parse(text).unwrap())).unwrap();
        let with_person =
            |plan: &Plan, name: &str| plan.edited(Edit::AddPerson(Line::parse(name).unwrap())).unwrap();
        let versions = [with_goal(&base, "Mine"), with_goal(&base, "Theirs"), with_person(&base, "Ann")];
        for mine in &versions {
            for theirs in versions.iter().filter(|theirs| *theirs != mine) {
                let both = merge(&base, mine, theirs).unwrap();
                let (goals, people) = (base.goals.len(), base.people.len());
                assert_eq!(both.goals.len() + both.people.len(), goals + people + 2);
                let other = merge(&base, theirs, mine).unwrap();
                let texts = |plan: &Plan| {
                    let mut goals: Vec<_> =
                        plan.goals.iter().map(|it| (it.id, it.text.to_string())).collect();
                    goals.sort();
                    (goals, plan.people.clone())
                };
                assert_eq!(texts(&both), texts(&other));
                // Nothing else has changed.
                let mut rest = both.into_parts();
                rest.goals.truncate(goals);
                rest.people.truncate(people);
                assert_eq!(rest.checked().unwrap(), base);
            }
        }
    }

    #[test]
    fn what_belongs_to_something_renumbered_follows_it() {
        let base = full();
        let ask = |plan: &Plan, audience| plan.edited(Edit::AddStep { audience, before: None }).unwrap();
        let mine = ask(&base, Audience::Prospect);
        let added = StepId(base.next_id());
        let theirs = ask(&base, Audience::Customer);
        let what = |plan: &Plan, text| {
            plan.edited(Edit::Step(added, StepEdit::What(Line::parse(text).unwrap()))).unwrap()
        };
        let on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let marked = |plan: &Plan| plan.edited(Edit::Mark(added, on, Fate::Skipped)).unwrap();
        let (mine, theirs) = (marked(&what(&mine, "Mine")), marked(&what(&theirs, "Theirs")));
        for both in [merge(&base, &mine, &theirs).unwrap(), merge(&base, &theirs, &mine).unwrap()] {
            for (audience, words) in [(Audience::Prospect, "Mine"), (Audience::Customer, "Theirs")] {
                let step = both.sequences.of(audience).steps.last().unwrap();
                assert_eq!(step.what.as_str(), words);
                assert!(both.runs.of(audience).mark(step.id).is_some(), "{words} is marked");
            }
        }
    }

    #[test]
    fn nothing_new_on_one_side_is_the_other_side() {
        let base = full();
        let changed = with_first_step(&named(&base, "Other"), "Other");
        assert_eq!(merge(&base, &base, &changed), Some(changed.clone()));
        assert_eq!(merge(&base, &changed, &base), Some(changed.clone()));
    }
}
