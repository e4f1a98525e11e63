//! Changes to what the advice rests on: what is at stake, the channels, what came back, findings left alone.

use super::{Edit, EditError, LeadEdit};
use crate::plan::{ChannelProfile, Lead, LeadId, PlanParts};

impl PlanParts {
    /// Any other edit changes nothing here.
    #[inline(never)]
    pub(super) fn apply_to_advice(&mut self, edit: Edit, next_id: u32) -> Result<(), EditError> {
        match edit {
            Edit::Stakes(stakes) => self.stakes = stakes,
            Edit::Profile(profile) => {
                self.profiles.retain(|known| known.channel != profile.channel);
                self.add_profile(profile);
            }
            Edit::Profiles(profiles) => {
                self.profiles.clear();
                profiles.into_iter().for_each(|profile| self.add_profile(profile));
            }
            Edit::Spend(amount) => self.campaign.spend = amount,
            Edit::Revenue(amount) => self.campaign.revenue = amount,
            Edit::AddLead(name) => {
                self.campaign.leads.push(Lead { id: LeadId(next_id), name, brought: None });
            }
            Edit::Lead(id, edit) => self.apply_to_lead(id, edit)?,
            Edit::Dismiss(dismissal) => {
                let found = self.dismissals.binary_search_by(|known| known.finding.cmp(&dismissal.finding));
                match found {
                    Ok(at) => self.dismissals[at] = dismissal,
                    Err(at) => self.dismissals.insert(at, dismissal),
                }
            }
            Edit::Recall(finding) => self.dismissals.retain(|known| known.finding != finding),
            _ => {}
        }
        Ok(())
    }

    /// Only what is not as usual is kept.
    fn add_profile(&mut self, profile: ChannelProfile) {
        if profile != ChannelProfile::usual(profile.channel) {
            let at = self.profiles.partition_point(|known| known.channel < profile.channel);
            self.profiles.insert(at, profile);
        }
    }

    fn apply_to_lead(&mut self, id: LeadId, edit: LeadEdit) -> Result<(), EditError> {
        let leads = &mut self.campaign.leads;
        let at = leads.iter().position(|lead| lead.id == id).ok_or(EditError::NoSuchLead(id))?;
        match edit {
            LeadEdit::Name(name) => leads[at].name = name,
            LeadEdit::Brought(amount) => leads[at].brought = amount,
            LeadEdit::Remove => _ = leads.remove(at),
        }
        Ok(())
    }
}
