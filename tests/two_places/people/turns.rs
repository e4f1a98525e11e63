//! People in turns of a scheduler with a seed: edits, saves, commits, kills.

use super::*;

/// One tab, killed at any moment: what comes back is what was saved at one time, plan and people, and no earlier than
/// what was shown as saved.
#[test]
fn a_plan_and_people_of_different_saves_never_come_back_together() {
    for seed in 0..SEEDS / 2 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (mut local, mut durable) = (Local::default(), Durable::default());
        let mut on_disk = MemoryStorage::default();
        let mut tab = Open::start(&local, &durable, "tab");
        let mut saved = vec![Workspace { plan: begin().into(), roster: Roster::default().into() }];
        let (mut acknowledged, mut commit, mut kills) = (0, None, 0);
        for _ in 0..120 {
            match dice.below(100) {
                0..30 => {
                    let count = tab.now.roster.count();
                    let at = u32::try_from(1 + dice.below(count.max(1))).unwrap();
                    let name = Line::parse(&format!("Plan {}", dice.below(1_000))).unwrap();
                    let edit = match dice.below(4) {
                        _ if count == 0 => people(100),
                        0 => people(1 + dice.below(40)),
                        1 => WorkspaceEdit::Plan(Edit::Name(name)),
                        2 => WorkspaceEdit::Roster(RosterEdit::Remove(ContactId(at))),
                        _ => named(at, name.as_str()),
                    };
                    tab.now = tab.now.edited(edit).unwrap_or(tab.now);
                }
                30..55 => {
                    tab.save().unwrap();
                    saved.push(tab.now.clone());
                }
                55..70 => commit = commit.or_else(|| Some((tab.places.waiting()?, saved.len()))),
                70..85 => {
                    if let Some((changes, until)) = commit.take() {
                        durable.commit(&changes).unwrap();
                        tab.places.committed(&changes);
                        acknowledged = until - 1;
                    }
                }
                85..90 => on_disk = (*local).clone(),
                90..94 => _ = tab.places.flush(),
                _ => {
                    if let Some((changes, _)) = commit.take()
                        && dice.below(2) == 0
                    {
                        durable.commit(&changes).unwrap();
                    }
                    kills += 1;
                    local = Rc::new(on_disk.clone());
                    tab = Open::start(&local, &durable, &format!("tab-{kills}"));
                    assert_eq!(tab.written.damage, [], "seed {seed}");
                    let is_one = |known: &Workspace| *known == tab.now;
                    let found = saved.iter().rposition(is_one);
                    assert!(
                        found.is_some_and(|at| at >= acknowledged),
                        "seed {seed}: {found:?}, {acknowledged}"
                    );
                    saved.truncate(found.unwrap() + 1);
                    acknowledged = saved.len() - 1;
                }
            }
        }
    }
}

/// The number of the last change that a tab made.
fn edits_in(roster: &Roster, at: usize) -> usize {
    let name = &roster.contact(ContactId(1 + u32::try_from(at).unwrap())).unwrap().name;
    name.as_str().rsplit(' ').next().unwrap().parse().unwrap()
}

/// Two tabs that change and add other people, killed at any moment.
#[test]
fn two_tabs_lose_nobody_that_was_shown_as_saved_and_end_with_the_same_people() {
    for seed in 0..SEEDS / 4 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (mut local, mut durable, mut first) = hundred();
        (1..=2).for_each(|tab| first.edit(named(tab, "edit 0")));
        first.save().unwrap();
        first.carry(&mut durable);
        let mut on_disk = (*local).clone();
        let mut tabs = [0, 1].map(|at| Open::start(&local, &durable, &format!("tab-{at}")));
        let (mut edits, mut acknowledged, mut added) = ([0; 2], [0; 2], 100);
        let mut commits: [Option<(Vec<Change>, Roster)>; 2] = [None, None];
        for turn in 0..200 {
            let at = dice.below(2);
            let tab = &mut tabs[at];
            // In the end everything is carried over.
            let act = if turn < 150 { dice.below(100) } else { 35 + dice.below(45) };
            match act {
                0..35 => {
                    edits[at] += 1;
                    tab.edit(named(1 + u32::try_from(at).unwrap(), &format!("edit {}", edits[at])));
                    if dice.below(3) == 0 {
                        added += 1;
                        tab.edit(people(1));
                        let last = tab.now.roster.last_contact();
                        tab.edit(named(last, &format!("Added {added}")));
                    }
                }
                35..50 => {
                    if tab.now.roster.as_ref() != &tab.written.roster {
                        tab.save().unwrap();
                    }
                }
                50..65 => {
                    if commits[at].is_none() {
                        let saved = || tab.written.roster.clone();
                        commits[at] = tab.places.waiting().map(|changes| (changes, saved()));
                    }
                }
                65..80 => {
                    let Some((changes, saved)) = commits[at].take() else { continue };
                    match durable.commit(&changes) {
                        Ok(()) => {
                            tab.places.committed(&changes);
                            acknowledged[at] = edits_in(&saved, at);
                            tab.base = saved;
                        }
                        Err(refused) => tab.take_in(&durable, &refused),
                    }
                }
                80..88 => on_disk = (*local).clone(),
                88..93 => _ = tab.places.flush(),
                _ => {
                    for commit in &mut commits {
                        if let Some((changes, _)) = commit.take()
                            && dice.below(2) == 0
                        {
                            _ = durable.commit(&changes);
                        }
                    }
                    local = Rc::new(on_disk.clone());
                    tabs = [0, 1].map(|at| Open::start(&local, &durable, &format!("tab-{at}-{turn}")));
                    for (at, tab) in tabs.iter().enumerate() {
                        assert_eq!(tab.written.damage, [], "seed {seed}");
                        edits[at] = edits_in(&tab.now.roster, at);
                        assert!(edits[at] >= acknowledged[at], "seed {seed}: {edits:?}, {acknowledged:?}");
                    }
                }
            }
        }
        for at in [0, 1, 0, 1, 0] {
            let tab = &mut tabs[at];
            for _ in 0..2 {
                if tab.now.roster.as_ref() != &tab.written.roster {
                    tab.save().unwrap();
                }
                let Some(changes) = tab.places.waiting() else { continue };
                match durable.commit(&changes) {
                    Ok(()) => {
                        tab.places.committed(&changes);
                        tab.base = tab.written.roster.clone();
                    }
                    Err(refused) => tab.take_in(&durable, &refused),
                }
            }
        }
        let end = Open::start(&Local::default(), &durable, "end");
        assert_eq!(end.written.damage, [], "seed {seed}");
        for at in [0, 1] {
            assert_eq!(edits_in(&end.now.roster, at), edits[at], "seed {seed}");
        }
        let names = end.now.roster.contacts().map(|contact| contact.name.as_str());
        let names: Vec<_> = names.filter(|name| name.starts_with("Added")).collect();
        assert_eq!(
            names.iter().collect::<BTreeSet<_>>().len(),
            names.len(),
            "seed {seed}: nobody is there twice"
        );
    }
}
