//! The 25 goal ideas (A19).

use super::{Audience, Benefit};

macro_rules! ideas {
    ($($name:ident $slug:literal $text:literal $audience:ident $benefit:ident;)*) => {
        /// An idea to pick a goal from (A19). Where it usually belongs and whom it serves are *ours*: a start
        /// for the sorting, which stays the owner's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Idea { $(#[doc = $text] $name,)* }

        impl Idea {
            /// All of them, in the order they are offered.
            pub const ALL: [Self; 25] = [$(Self::$name),*];

            /// The stable name used in files.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }

            /// The wish in words.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The audience it usually belongs to.
            pub fn usual_audience(self) -> Audience {
                match self { $(Self::$name => Audience::$audience),* }
            }

            /// Whom it usually serves first.
            pub fn usual_benefit(self) -> Benefit {
                match self { $(Self::$name => Benefit::$benefit),* }
            }
        }
    };
}

ideas! {
    Referrals "referrals" "More referrals" Customer Business;
    RepeatVisits "repeat-visits" "More repeat visits" Prospect Business;
    Trust "trust" "Trust" Prospect Contact;
    Relationship "relationship" "A stronger relationship with prospects" Prospect Contact;
    Testimonials "testimonials" "Testimonials and reviews" Customer Business;
    Feedback "feedback" "Feedback and experiences" Customer Contact;
    FewerRefunds "fewer-refunds" "Fewer refunds" Customer Business;
    BenefitEducation "benefit-education" "Education on benefits" Prospect Contact;
    ProductOptions "product-options" "The available product options known" Prospect Contact;
    OrderFrequency "order-frequency" "Higher order frequency" Customer Business;
    Authority "authority" "Standing as an authority" Prospect Business;
    Upgrades "upgrades" "Upgrades" Customer Business;
    LargerOrders "larger-orders" "Larger orders" Customer Business;
    Affiliates "affiliates" "More affiliates and resellers" Customer Business;
    SocialFollowing "social-following" "A larger social following" Prospect Business;
    BestOfBreed "best-of-breed" "A position as best of breed" Prospect Business;
    BackEndSales "back-end-sales" "Big-ticket sales to existing customers" Customer Business;
    FewerSupportRequests "fewer-support-requests" "Fewer support requests" Customer Contact;
    ShorterBuyingCycle "shorter-buying-cycle" "A shorter buying cycle" Prospect Business;
    Evangelists "evangelists" "Customers who spread the word" Customer Business;
    Engagement "engagement" "Engagement" Prospect Contact;
    IndustryEducation "industry-education" "Education on the industry" Prospect Contact;
    Community "community" "A community" Customer Contact;
    RepeatSales "repeat-sales" "Repeat sales" Customer Business;
    HotLeads "hot-leads" "Hot leads identified and assigned" Prospect Business;
}

impl Idea {
    /// Reads a stable name back.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|idea| idea.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_idea_has_a_name_of_its_own_that_reads_back() {
        for idea in Idea::ALL {
            assert_eq!(Idea::from_slug(idea.slug()), Some(idea));
        }
        let mut slugs: Vec<_> = Idea::ALL.map(Idea::slug).to_vec();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), 25);
    }
}
