//! What a server says of several places at once (RFC 4918, 13).
//!
//! **Invariant:** whatever comes, it is read once from front to back: what is defined in the text itself is refused, so nothing
//! grows while it is read, and nothing is fetched.

use quick_xml::Reader;
use quick_xml::events::Event;

/// What is said of one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Its address as the server says it.
    pub(super) href: String,
    /// Its state, without the mark of one that is only similar.
    pub(super) etag: String,
    /// What is in it, where that was asked for.
    pub(super) data: Option<String>,
    pub(super) is_folder: bool,
    pub(super) is_list: bool,
    /// What it takes, where that is said.
    pub(super) takes: Vec<String>,
    /// Whether it is there at all.
    pub(super) is_there: bool,
}

impl Place {
    /// The last part of its address, where that is plain.
    pub(super) fn name(&self) -> Option<&str> {
        let name = self.href.rsplit('/').next()?;
        (!name.is_empty() && !name.contains('%')).then_some(name)
    }
}

/// Deeper than this is no such text.
const MAX_DEPTH: usize = 64;

/// Where in the text one is.
#[derive(Default)]
struct Walk {
    /// The elements one is in, outermost first.
    within: Vec<String>,
    places: Vec<Place>,
    /// What is told of a place together: it counts only where that is there.
    told: Place,
    status: String,
    text: String,
}

/// Reads it; `None` for anything else.
pub(super) fn places(text: &str) -> Option<Vec<Place>> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut walk = Walk::default();
    let mut is_multistatus = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                let name = tag.local_name().into_inner().to_ascii_lowercase();
                is_multistatus |= walk.within.is_empty() && name == "multistatus";
                if walk.within.len() == MAX_DEPTH || !is_multistatus {
                    return None;
                }
                walk.begin(name, comp(&tag));
            }
            Event::Empty(tag) => {
                walk.begin(tag.local_name().into_inner().to_ascii_lowercase(), comp(&tag));
                walk.end();
            }
            Event::End(_) => walk.end(),
            Event::Text(text) => walk.text.push_str(&text),
            Event::CData(text) => walk.text.push_str(&text),
            Event::GeneralRef(named) => walk.text.push(match &*named {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ => named.resolve_char_ref().ok()??,
            }),
            Event::DocType(_) => return None,
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
    (is_multistatus && walk.within.is_empty()).then_some(walk.places)
}

/// What a calendar's component is called in the list of those it takes.
fn comp(tag: &quick_xml::events::BytesStart<'_>) -> Option<String> {
    let attribute = tag.try_get_attribute("name").ok()??;
    Some(attribute.value.to_ascii_uppercase())
}

impl Walk {
    fn begin(&mut self, name: String, comp: Option<String>) {
        self.text.clear();
        match &*name {
            "response" => self.places.push(Place { is_there: true, ..Place::default() }),
            "propstat" => (self.told, self.status) = (Place::default(), String::new()),
            "collection" => self.told.is_folder |= self.is_in("resourcetype"),
            "calendar" => self.told.is_list |= self.is_in("resourcetype"),
            "comp" if self.is_in("supported-calendar-component-set") => self.told.takes.extend(comp),
            _ => {}
        }
        self.within.push(name);
    }

    fn is_in(&self, name: &str) -> bool {
        self.within.last().is_some_and(|last| last == name)
    }

    fn end(&mut self) {
        let Some(name) = self.within.pop() else { return };
        let text = std::mem::take(&mut self.text);
        let is_of_response = self.is_in("response");
        let Some(place) = self.places.last_mut() else { return };
        match &*name {
            "href" if is_of_response => place.href = text.trim().to_owned(),
            "status" if is_of_response => place.is_there &= is_good(&text),
            "status" => self.status = text,
            "getetag" => self.told.etag = state(&text),
            "calendar-data" => self.told.data = Some(text),
            "propstat" if self.status.is_empty() || is_good(&self.status) => {
                let told = std::mem::take(&mut self.told);
                if !told.etag.is_empty() {
                    place.etag = told.etag;
                }
                place.data = told.data.or(place.data.take());
                place.is_folder |= told.is_folder;
                place.is_list |= told.is_list;
                place.takes.extend(told.takes);
            }
            _ => {}
        }
    }
}

/// `HTTP/1.1 200 OK`.
fn is_good(status: &str) -> bool {
    status.split_whitespace().nth(1).is_some_and(|number| number.starts_with('2'))
}

/// The state of an entry as it can be asked for again. What a server in between packed has a mark that is not the entry's.
pub(super) fn state(etag: &str) -> String {
    let etag = etag.trim();
    let etag = etag.strip_prefix("W/").unwrap_or(etag);
    if etag.chars().all(|c| (' '..='~').contains(&c)) && etag != "*" && etag.len() <= 200 {
        etag.to_owned()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
 <D:response><D:href>/dav/tasks/</D:href>
  <D:propstat><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype>
   <C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set></D:prop>
   <D:status>HTTP/1.1 200 OK</D:status></D:propstat>
  <D:propstat><D:prop><D:getetag/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>
 <D:response><D:href>/dav/tasks/a.ics</D:href>
  <D:propstat><D:prop><D:getetag>W/"a&amp;&#98;"</D:getetag><C:calendar-data>BEGIN<![CDATA[:&]]>&lt;</C:calendar-data></D:prop>
   <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
 <D:response><D:href>/dav/tasks/b.ics</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>
</D:multistatus>"#;

    #[test]
    fn places_are_read_with_what_is_there() {
        let read = places(LISTED).unwrap();
        assert_eq!(read.len(), 3);
        assert!(read[0].is_folder && read[0].is_list && read[0].name().is_none());
        assert_eq!(read[0].takes, ["VTODO"]);
        assert_eq!((read[1].name(), &*read[1].etag), (Some("a.ics"), "\"a&b\""));
        assert_eq!(read[1].data.as_deref(), Some("BEGIN:&<"));
        assert!(read[1].is_there && !read[2].is_there);
    }

    #[test]
    fn nothing_else_is_read() {
        let bomb = "<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><multistatus>&b;</multistatus>";
        let deep = format!("<multistatus>{}", "<a>".repeat(100_000));
        let cut = &LISTED[..LISTED.len() - 9];
        for text in [
            "",
            "OK",
            "<!doctype html><html><body>Sign in</body></html>",
            "<html><multistatus/></html>",
            "<multistatus>&b;</multistatus>",
            "<multistatus><a></multistatus>",
            "{\"multistatus\": []}",
            "\u{fffd}\u{fffd}<\0m\0",
            bomb,
            &deep,
            cut,
        ] {
            assert_eq!(places(text), None, "{}", text.chars().take(60).collect::<String>());
        }
        assert_eq!(places("<multistatus xmlns='DAV:'></multistatus>"), Some(Vec::new()));
    }

    #[test]
    fn a_state_that_cannot_stand_in_a_request_is_none() {
        assert_eq!(state(" W/\"1\" "), "\"1\"");
        for text in ["*", "a\nb", "é", &"a".repeat(201)] {
            assert_eq!(state(text), "");
        }
    }
}
