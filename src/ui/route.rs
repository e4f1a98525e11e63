//! Addresses: the routes live behind `#`, so that any static host serves them.

use crate::exchange::is_link;
use crate::roster::ContactId;
use crate::workshop::{Aid, Stage};

/// A page of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Where everything begins.
    Start,
    /// The open plan at a glance.
    Home,
    /// What is to be done today, for whom.
    Today,
    /// The people on the plan.
    People,
    /// One of them.
    Person(ContactId),
    /// Those who do the steps: when they are away, and how much fits.
    Team,
    /// All plans in this browser.
    Plans,
    /// Where the method comes from.
    About,
    /// A stage of the workshop.
    Workshop(Stage),
    /// An aid beside it.
    Aid(Aid),
    /// A plan that is packed in the address, out of which it is taken to be shown.
    Link,
    /// An address that leads nowhere.
    Unknown,
}

/// A page that does without the rest of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstPage {
    /// The page that one who has no plan begins at.
    Start,
    /// The first of the seven steps.
    FreshStart,
    /// What an address that leads nowhere shows.
    NotFound,
}

impl Route {
    /// The page an address names, also where a program that sent it put something behind it or changed its letters.
    pub fn parse(path: &str) -> Self {
        if is_link(path) {
            return Self::Link;
        }
        let path = path.split(['?', '&', '%', ' ']).next().unwrap_or_default().to_ascii_lowercase();
        match path.trim_matches('/').trim_end_matches(['/', '.', ',', ';', ')', '>', '!']) {
            "" => Self::Start,
            "plan" => Self::Home,
            "today" => Self::Today,
            "people" => Self::People,
            "team" => Self::Team,
            "plans" => Self::Plans,
            "about" => Self::About,
            "workshop" => Self::Workshop(Stage::FreshStart),
            path => {
                let stage = path.strip_prefix("workshop/").and_then(Stage::from_slug).map(Self::Workshop);
                let aid = || path.strip_prefix("plan/").and_then(Aid::from_slug).map(Self::Aid);
                let number = || path.strip_prefix("people/")?.parse().ok();
                let person = || number().map(|number| Self::Person(ContactId(number)));
                stage.or_else(aid).or_else(person).unwrap_or(Self::Unknown)
            }
        }
    }

    /// Its address behind the `#`.
    pub fn path(self) -> String {
        match self {
            Self::Start | Self::Link | Self::Unknown => "/".to_owned(),
            Self::Home => "/plan".to_owned(),
            Self::Today => "/today".to_owned(),
            Self::People => "/people".to_owned(),
            Self::Person(contact) => format!("/people/{}", contact.0),
            Self::Team => "/team".to_owned(),
            Self::Plans => "/plans".to_owned(),
            Self::About => "/about".to_owned(),
            Self::Workshop(stage) => format!("/workshop/{}", stage.slug()),
            Self::Aid(aid) => format!("/plan/{}", aid.slug()),
        }
    }

    /// Its address for a link.
    pub fn href(self) -> String {
        format!("#{}", self.path())
    }

    /// The window's title on this page.
    pub fn title(self) -> String {
        let page = match self {
            Self::Start => return "Followthrough: a follow-up plan with dates".to_owned(),
            Self::Home => "Your plan".to_owned(),
            Self::Today => "Today".to_owned(),
            Self::People | Self::Person(_) => "People".to_owned(),
            Self::Team => "Team".to_owned(),
            Self::Plans => "All plans".to_owned(),
            Self::About => "About this method".to_owned(),
            Self::Workshop(stage) => format!("Step {} of 7: {}", stage.number(), stage.title()),
            Self::Aid(aid) => aid.title().to_owned(),
            Self::Link => "A plan in a link".to_owned(),
            Self::Unknown => "Page not found".to_owned(),
        };
        format!("{page} · Followthrough")
    }

    /// Which of the pages that do without the rest of the program it is; none of them, if it needs the rest.
    pub fn first_page(self) -> Option<FirstPage> {
        match self {
            Self::Start => Some(FirstPage::Start),
            Self::Workshop(Stage::FreshStart) => Some(FirstPage::FreshStart),
            Self::Unknown => Some(FirstPage::NotFound),
            _ => None,
        }
    }

    /// Whether the page needs the rest of the program.
    pub fn needs_rest(self) -> bool {
        self.first_page().is_none()
    }

    /// Whether the page shows the open plan and so needs one.
    pub fn needs_plan(self) -> bool {
        matches!(
            self,
            Self::Home
                | Self::Today
                | Self::People
                | Self::Person(_)
                | Self::Team
                | Self::Workshop(_)
                | Self::Aid(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let stages = Stage::ALL.map(Route::Workshop);
        let aids = Aid::ALL.map(Route::Aid);
        let people = [Route::Today, Route::People, Route::Person(ContactId(12)), Route::Team];
        let others = [Route::Start, Route::Home, Route::Plans, Route::About].into_iter().chain(people);
        for route in others.chain(stages).chain(aids) {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_told_apart_from_the_start() {
        assert_eq!(Route::parse("/workshop/nowhere"), Route::Unknown);
        assert_eq!(Route::parse("/x"), Route::Unknown);
        assert_eq!(Route::parse(""), Route::Start);
    }

    #[test]
    fn what_mail_does_to_an_address_leads_to_its_page_all_the_same() {
        for sent in [
            "/plans?utm_source=letter",
            "/plans&utm_source=letter",
            "/plans).",
            "/PLANS",
            "/plans%0A",
            "/plans/>",
        ] {
            assert_eq!(Route::parse(sent), Route::Plans, "{sent}");
        }
        assert_eq!(Route::parse("/People/12?x=1"), Route::Person(ContactId(12)));
    }
}
