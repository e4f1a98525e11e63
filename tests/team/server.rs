//! A list on a server that is none: what is on it, who else writes there, and what fails when.

use std::collections::BTreeMap;

use followthrough::exchange::{Answer, Ask, Method, NoResponse};

/// Where its list lies.
const PLACE: &str = "/dav/team/tasks/";

/// A list.
#[derive(Clone, Debug, Default)]
pub struct Server {
    /// What is on it: the names, the texts, and how often each was written.
    pub entries: BTreeMap<String, (String, usize)>,
    /// How often anything was written.
    pub written: usize,
    /// Whether it says the state of what it was sent.
    pub is_silent: bool,
    /// How many requests there were, and how many of them wrote.
    pub asked: usize,
    pub writes: usize,
}

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not arrive.
    Lost,
    /// It arrives, and the answer does not.
    AnswerLost,
    /// The server answers with this number.
    Says(u16),
}

impl Server {
    /// The text of an entry.
    pub fn text(&self, name: &str) -> &str {
        &self.entries[name].0
    }

    /// Somebody else writes.
    pub fn put(&mut self, name: &str, text: String) {
        self.written += 1;
        self.entries.insert(name.to_owned(), (text, self.written));
    }

    /// Somebody else changes an entry.
    pub fn change(&mut self, name: &str, change: impl FnOnce(String) -> String) {
        let text = change(self.text(name).to_owned());
        self.put(name, text);
    }

    /// Somebody ticks an entry off.
    pub fn tick(&mut self, name: &str, at: &str) {
        self.change(name, |text| {
            text.replace("STATUS:NEEDS-ACTION", &format!("STATUS:COMPLETED\r\nCOMPLETED:{at}"))
        });
    }

    /// What it answers.
    pub fn answer(&mut self, ask: &Ask, fault: Option<Fault>) -> Answer {
        self.asked += 1;
        match fault {
            Some(Fault::Lost) => return Answer::None(NoResponse::NoConnection),
            Some(Fault::Says(status)) => return response(status, String::new(), String::new()),
            Some(Fault::AnswerLost) | None => {}
        }
        let answer = match ask.method {
            Method::List => response(207, String::new(), self.listed()),
            Method::Read => response(207, String::new(), self.read(&ask.body)),
            Method::Put | Method::Delete => self.write(ask),
        };
        match fault {
            Some(_) => Answer::None(NoResponse::TooLong),
            None => answer,
        }
    }

    fn write(&mut self, ask: &Ask) -> Answer {
        self.writes += 1;
        let there = self.entries.get(&ask.name).map(|(_, version)| etag(*version));
        if there != ask.state {
            return response(412, String::new(), String::new());
        }
        if ask.method == Method::Delete {
            self.entries.remove(&ask.name);
            return response(204, String::new(), String::new());
        }
        self.put(&ask.name, ask.body.clone());
        let etag = if self.is_silent { String::new() } else { etag(self.written) };
        response(201, etag, String::new())
    }

    fn listed(&self) -> String {
        let list = format!(
            "<D:response><D:href>{PLACE}</D:href><D:propstat><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        );
        let entries = self.entries.iter().map(|(name, (_, version))| {
            format!(
                "<D:response><D:href>{PLACE}{name}</D:href><D:propstat><D:prop><D:getetag>{}</D:getetag><D:resourcetype/></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>",
                etag(*version)
            )
        });
        several(std::iter::once(list).chain(entries))
    }

    fn read(&self, body: &str) -> String {
        let hrefs = body.split("<href>").skip(1).filter_map(|rest| rest.split_once("</href>"));
        several(hrefs.map(|(href, _)| {
            match self.entries.get(href.strip_prefix(PLACE).unwrap_or_default()) {
                Some((text, version)) => format!(
                    "<D:response><D:href>{href}</D:href><D:propstat><D:prop><D:getetag>{}</D:getetag><C:calendar-data>{}</C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>",
                    etag(*version),
                    text.replace('&', "&amp;").replace('<', "&lt;").replace("\r\n", "\n")
                ),
                None => format!("<D:response><D:href>{href}</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>"),
            }
        }))
    }
}

pub fn response(status: u16, etag: String, body: String) -> Answer {
    Answer::Response { status, etag, body }
}

fn etag(version: usize) -> String {
    format!("\"v{version}\"")
}

fn several(places: impl Iterator<Item = String>) -> String {
    let places: String = places.collect();
    format!(
        "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">{places}</D:multistatus>"
    )
}
