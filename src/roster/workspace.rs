//! A plan and its roster as one value.

use std::sync::Arc;

use super::{
    Contact, ContactEdit, ContactId, Cover, Enrolment, EnrolmentEdit, PersonEdit, Refusal, Roster,
    RosterEdit, Version, VersionId, Way,
};
use crate::calendar::sort_by;
use crate::plan::{Audience, Edit, Fate, PersonId, Plan, Prose, Step, StepId};

/// A plan and the people it is carried out with. Copies share what they have in common, so that a history of them undoes
/// whatever was done to either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// What the owner says.
    pub plan: Arc<Plan>,
    /// The people.
    pub roster: Arc<Roster>,
}

/// A change to a plan or to its roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkspaceEdit {
    /// Changes the plan. Whoever runs on its steps goes by the new ones.
    Plan(Edit),
    /// Changes the plan, for some of those who are under way.
    Pattern(Edit, Spread),
    /// Changes the roster.
    Roster(RosterEdit),
    /// Several changes as one, in order.
    All(Vec<WorkspaceEdit>),
}

/// Whom a change of the steps reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spread {
    /// All who are under way, also those who ran on earlier steps.
    All,
    /// Only those who start from now on: the others go on as they began.
    New,
    /// These, and those who start from now on.
    Chosen(Vec<ContactId>),
}

impl Workspace {
    /// A plan with nobody on it yet.
    pub fn new(plan: Plan) -> Self {
        Self { plan: Arc::new(plan), roster: Arc::default() }
    }

    /// The same people on another version of the plan. Who no longer does steps in it looks after nobody.
    #[must_use]
    pub fn with_plan(&self, plan: Plan) -> Self {
        let mut after = Self { plan: Arc::new(plan), roster: self.roster.clone() };
        let gone =
            self.plan.people.iter().map(|person| person.id).filter(|id| after.plan.person(*id).is_none());
        for person in gone {
            // It makes nothing illegal, as it only takes away.
            _ = Arc::make_mut(&mut after.roster).forget_person(person);
        }
        after
    }

    /// The workspace with one change made.
    ///
    /// # Errors
    /// [`Refusal`]; all is as it was then.
    pub fn edited(&self, edit: WorkspaceEdit) -> Result<Self, Refusal> {
        let mut after = self.clone();
        after.apply(edit)?;
        Ok(after)
    }

    /// The steps an enrolment runs on.
    pub fn steps(&self, enrolment: &Enrolment) -> &[Step] {
        match enrolment.version.and_then(|id| self.roster.version(id)) {
            Some(version) => &version.steps,
            None => &self.plan.sequences.of(enrolment.audience).steps,
        }
    }

    fn apply(&mut self, edit: WorkspaceEdit) -> Result<(), Refusal> {
        match edit {
            WorkspaceEdit::Plan(edit) => self.apply_to_plan(edit, None),
            WorkspaceEdit::Pattern(edit, spread) => self.apply_to_plan(edit, Some(&spread)),
            WorkspaceEdit::Roster(edit) => self.apply_to_roster(edit),
            WorkspaceEdit::All(edits) => edits.into_iter().try_for_each(|edit| self.apply(edit)),
        }
    }

    fn apply_to_roster(&mut self, edit: RosterEdit) -> Result<(), Refusal> {
        self.check_names(&edit)?;
        match edit {
            RosterEdit::Contact(id, ContactEdit::Enrolment(audience, EnrolmentEdit::Follow)) => {
                self.follow(id, audience)
            }
            edit => Arc::make_mut(&mut self.roster).apply(edit),
        }
    }

    /// Whether the people and steps that an edit names are there.
    fn check_names(&self, edit: &RosterEdit) -> Result<(), Refusal> {
        let person = |person: Option<PersonId>| match person {
            Some(id) if self.plan.person(id).is_none() => Err(Refusal::NoSuchPerson(id)),
            _ => Ok(()),
        };
        match edit {
            RosterEdit::Add(all) => all.iter().try_for_each(|new| person(new.owner)),
            RosterEdit::Contact(_, ContactEdit::Owner(owner)) => person(*owner),
            RosterEdit::Contact(id, ContactEdit::Enrolment(audience, edit)) => {
                let step = match edit {
                    EnrolmentEdit::Mark(step, ..)
                    | EnrolmentEdit::Unmark(step)
                    | EnrolmentEdit::Postpone(step, _)
                    | EnrolmentEdit::Note(step, _) => *step,
                    _ => return Ok(()),
                };
                let contact = self.roster.contact(*id).ok_or(Refusal::NoSuchContact(*id))?;
                let enrolment = contact.last(*audience).ok_or(Refusal::NotEnrolled(*id))?;
                let is_known = self.steps(enrolment).iter().any(|known| known.id == step);
                if is_known { Ok(()) } else { Err(Refusal::NoSuchStep(step)) }
            }
            RosterEdit::Person(id, edit) => {
                person(Some(*id))?;
                match edit {
                    PersonEdit::AddAbsence(absence) => match absence.cover {
                        Cover::HandOver(other) => person(Some(other)),
                        Cover::Shift | Cover::Keep => Ok(()),
                    },
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    fn apply_to_plan(&mut self, edit: Edit, spread: Option<&Spread>) -> Result<(), Refusal> {
        let before = self.plan.clone();
        let after = before.edited(edit).map_err(Refusal::Plan)?;
        let gone = before.people.iter().map(|person| person.id).filter(|id| after.person(*id).is_none());
        for person in gone {
            Arc::make_mut(&mut self.roster).forget_person(person)?;
        }
        self.plan = Arc::new(after);
        for audience in Audience::BOTH {
            let steps = &before.sequences.of(audience).steps;
            if *steps != self.plan.sequences.of(audience).steps {
                self.spread(audience, steps, spread)?;
            }
        }
        let names = |plan: &Plan| {
            let people = plan.people.iter().map(|person| person.id.0);
            let events = plan.events.iter().map(|event| event.id.0);
            people.chain(events).chain(plan.actions().map(|(_, action)| action.id.0)).collect::<Vec<_>>()
        };
        let still = names(&self.plan);
        let is_stale =
            !self.roster.versions().is_empty() && names(&before).iter().any(|id| !still.contains(id));
        if is_stale {
            let plan = self.plan.clone();
            for version in Arc::make_mut(&mut Arc::make_mut(&mut self.roster).versions) {
                version.steps = version.steps.iter().map(|step| step.kept_in(&plan)).collect();
            }
        }
        Ok(())
    }

    /// The steps of a sequence have changed: who stays with those there were before, and who goes by the new ones.
    fn spread(
        &mut self,
        audience: Audience,
        before: &[Step],
        spread: Option<&Spread>,
    ) -> Result<(), Refusal> {
        let after = &self.plan.sequences.of(audience).steps;
        let is_there = |step: StepId| after.iter().any(|known| known.id == step);
        let lost: Vec<StepId> = before.iter().map(|step| step.id).filter(|step| !is_there(*step)).collect();
        if lost.is_empty() && spread.is_none() {
            return Ok(());
        }
        self.retire(audience, &lost);
        let fate = |contact: &Contact, enrolment: &Enrolment| {
            let loses = enrolment.facts.iter().any(|fact| lost.contains(&fact.step));
            match (enrolment.is_open(), enrolment.version.is_some()) {
                // What is over keeps the steps it was done by.
                (false, false) if loses => Lot::Stays,
                (false, _) => Lot::Untouched,
                (true, is_pinned) => match spread {
                    Some(Spread::New) if !is_pinned => Lot::Stays,
                    Some(Spread::Chosen(chosen)) if !chosen.contains(&contact.id) => match is_pinned {
                        true => Lot::Untouched,
                        false => Lot::Stays,
                    },
                    Some(Spread::All | Spread::Chosen(_)) => Lot::Follows,
                    None if !is_pinned && loses => Lot::Follows,
                    Some(Spread::New) | None => Lot::Untouched,
                },
            }
        };
        let mut pinned: Option<VersionId> = None;
        let roster = self.roster.clone();
        for contact in roster.contacts() {
            for (at, enrolment) in contact.enrolments.iter().enumerate() {
                if enrolment.audience != audience {
                    continue;
                }
                match fate(contact, enrolment) {
                    Lot::Untouched => {}
                    Lot::Follows => self.take_up(contact.id, at, before)?,
                    Lot::Stays => {
                        let version = pinned.unwrap_or_else(|| self.version(audience, before));
                        pinned = Some(version);
                        Arc::make_mut(&mut self.roster).change(contact.id, |contact| {
                            contact.enrolments[at].version = Some(version);
                            Ok(())
                        })?;
                    }
                }
            }
        }
        self.drop_versions()
    }

    /// Somebody goes by the plan's own steps again.
    fn follow(&mut self, id: ContactId, audience: Audience) -> Result<(), Refusal> {
        let contact = self.roster.contact(id).ok_or(Refusal::NoSuchContact(id))?.clone();
        let is_meant = |known: &Enrolment| known.audience == audience && known.is_open();
        let at = contact.enrolments.iter().position(is_meant).ok_or(Refusal::NotEnrolled(id))?;
        self.take_up(id, at, &[])?;
        self.drop_versions()
    }

    /// An enrolment goes by the plan's own steps. What was done of steps that are no longer there stays as touchpoints,
    /// from which what follows is counted.
    fn take_up(&mut self, id: ContactId, at: usize, before: &[Step]) -> Result<(), Refusal> {
        let Some(enrolment) = self.roster.contact(id).and_then(|contact| contact.enrolments.get(at)) else {
            return Err(Refusal::NotEnrolled(id));
        };
        let version = enrolment.version.and_then(|id| self.roster.version(id));
        let steps = version.map_or(before, |version| &version.steps);
        let after = &self.plan.sequences.of(enrolment.audience).steps;
        let is_there = |step: StepId| {
            after.iter().any(|known| known.id == step)
                && version.is_none_or(|version| !version.gone.contains(&step))
        };
        let (kept, lost): (Vec<_>, Vec<_>) =
            enrolment.facts.iter().cloned().partition(|fact| is_there(fact.step));
        let audience = enrolment.audience;
        let done = lost.into_iter().filter_map(|fact| match fact.mark {
            Some((on, Fate::Done(_))) => Some((on, fact)),
            _ => None,
        });
        let done = done.map(|(on, fact)| {
            let step = steps.iter().find(|step| step.id == fact.step);
            let what = step.map(|step| step.what.as_str()).unwrap_or_default();
            let note = Prose::parse(&format!("{what}\n{}", fact.note)).unwrap_or(fact.note);
            (on, step.and_then(|step| step.channel), note)
        });
        let done: Vec<_> = done.collect();
        Arc::make_mut(&mut self.roster).change(id, |contact| {
            contact.enrolments[at].facts = kept;
            contact.enrolments[at].version = None;
            for (on, channel, note) in done {
                contact.add_touchpoint(on, channel, Way::Ours, note, Some(audience));
            }
            Ok(())
        })
    }

    /// The version of these steps; made if there is none yet.
    fn version(&mut self, audience: Audience, steps: &[Step]) -> VersionId {
        let is_same =
            |known: &&Version| known.audience == audience && known.gone.is_empty() && *known.steps == *steps;
        if let Some(known) = self.roster.versions().iter().find(is_same) {
            return known.id;
        }
        let roster = Arc::make_mut(&mut self.roster);
        let id = VersionId(roster.last_version.saturating_add(1));
        roster.last_version = id.0;
        let after = &self.plan.sequences.of(audience).steps;
        let is_gone = |step: &&Step| !after.iter().any(|known| known.id == step.id);
        let gone = steps.iter().filter(is_gone).map(|step| step.id).collect();
        Arc::make_mut(&mut roster.versions).push(Version { id, audience, steps: steps.into(), gone });
        id
    }

    /// Steps have left the plan: in versions they are known as such, whatever later bears their names.
    fn retire(&mut self, audience: Audience, lost: &[StepId]) {
        let has_lost = |version: &Version| {
            version.audience == audience && version.steps.iter().any(|step| lost.contains(&step.id))
        };
        if !self.roster.versions().iter().any(has_lost) {
            return;
        }
        for version in Arc::make_mut(&mut Arc::make_mut(&mut self.roster).versions) {
            if has_lost(version) {
                let known = version.steps.iter().map(|step| step.id).filter(|step| lost.contains(step));
                let new: Vec<_> = known.filter(|step| !version.gone.contains(step)).collect();
                version.gone.extend(new);
                sort_by(&mut version.gone, Ord::cmp);
            }
        }
    }

    /// Versions that nobody runs on are kept no longer.
    fn drop_versions(&mut self) -> Result<(), Refusal> {
        if self.roster.versions().is_empty() {
            return Ok(());
        }
        let all = self.roster.contacts().flat_map(|contact| &contact.enrolments);
        let used: Vec<VersionId> = all.filter_map(|enrolment| enrolment.version).collect();
        if self.roster.versions().iter().any(|version| !used.contains(&version.id)) {
            let roster = Arc::make_mut(&mut self.roster);
            Arc::make_mut(&mut roster.versions).retain(|version| used.contains(&version.id));
        }
        Ok(self.roster.check_surroundings()?)
    }
}

/// What becomes of an enrolment when the steps change.
enum Lot {
    /// It stays with the steps there were.
    Stays,
    /// It goes by the new ones, which no longer have all that was said of it.
    Follows,
    /// There is nothing to do.
    Untouched,
}
