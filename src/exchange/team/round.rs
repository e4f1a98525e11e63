//! One time of looking and sending.

mod telling;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::compared::{Found, Here, Step};
use super::kept::{Becomes, Kept, Said};
use super::memory::{Known, Memory, Standing};
use super::multistatus::{Place, places, state};
use super::name::Names;
use super::problem::TeamProblem;
use super::saying::Saying;
use super::{Answer, Ask, MAX_ENTRIES, Method, NoResponse, TeamAnswer, Tick};
use crate::exchange::write::{Kind, is_done, stamp, step_of, uid};
use crate::exchange::{Entries, Entry, Outgoing, Rows, StepRow, Turn};
use crate::words;

/// How often it is begun anew where somebody wrote into an entry between reading and writing.
const TURNS: usize = 4;

/// So many entries are read by one request, and so many are written before the next answer is compared.
const TOGETHER: usize = 100;

const LIST: &str = r#"<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/><resourcetype/><C:supported-calendar-component-set/></prop></propfind>"#;
const READ: &str = r#"<?xml version="1.0" encoding="utf-8"?><C:calendar-multiget xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/><C:calendar-data/></prop>"#;
const READ_END: &str = "</C:calendar-multiget>";

/// Goes on with a round as far as the answers reach. `offset` is how far the clock of the person is ahead of the world's, in
/// minutes; `again` sends once more what somebody deleted.
pub fn round(outgoing: &Outgoing, offset: i32, again: bool, answers: &[Answer]) -> TeamAnswer {
    let rows = Rows::of(outgoing);
    let entries = Entries::of(&rows);
    let mut round = Round {
        outgoing,
        offset,
        again,
        kind: Kind::wanted(outgoing),
        names: Names::of(outgoing),
        open: BTreeMap::new(),
        steps: rows.rows.iter().map(|row| (row.name(), row)).collect(),
        memory: Memory::read(&outgoing.memory),
        answers: answers.iter(),
        came: Came::default(),
    };
    for (at, entry) in entries.all.iter().enumerate() {
        if let Some(day) = entry.due {
            let category = words::sequence(entry.row.audience);
            let said = Said::of(&entry.title(), &entry.details(rows.plan()), category, day);
            round.open.insert(round.kind.key(entry), Due { said, entry: *entry, at });
        }
    }
    let end = match round.open.len() > MAX_ENTRIES {
        true => Err(Pause::Trouble(TeamProblem::TooMany)),
        false => round.go(),
    };
    // What would leave from now on.
    let mut answer = TeamAnswer { leaves: round.leaves(), ..TeamAnswer::default() };
    answer.said = round.said(entries.off_path);
    answer.deleted = round.titles(Standing::Deleted).len();
    answer.is_over = !matches!(end, Err(Pause::Ask(_)));
    match end {
        Ok(()) => answer.said.insert(0, round.sent()),
        Err(Pause::Ask(asks)) => answer.asks = asks,
        Err(Pause::Ticked) => answer.ticks = round.came.ticks,
        Err(Pause::Trouble(why)) => answer.trouble = Some((why.to_string(), why.is_passing())),
    }
    answer.memory = round.memory.to_text();
    answer
}

/// Why a round does not go on.
enum Pause {
    /// The answers to these are wanted first.
    Ask(Vec<Ask>),
    /// What was ticked off is to be taken first.
    Ticked,
    /// Something stands in the way.
    Trouble(TeamProblem),
}

/// A round on its way.
struct Round<'a> {
    outgoing: &'a Outgoing,
    offset: i32,
    again: bool,
    kind: Kind,
    names: Names,
    /// What is to be done, by the names of the entries.
    open: BTreeMap<String, Due<'a>>,
    /// All steps, by their names.
    steps: HashMap<String, &'a StepRow<'a>>,
    memory: Memory,
    answers: std::slice::Iter<'a, Answer>,
    came: Came,
}

/// A step that is to be done.
struct Due<'a> {
    said: Said,
    entry: Entry<'a>,
    /// Its place among all of them.
    at: usize,
}

/// What has come of it so far.
#[derive(Default)]
struct Came {
    sent: [usize; 4],
    moved: Vec<(String, NaiveDate)>,
    ticks: Vec<Tick>,
    deleted: Vec<String>,
    reopened: Vec<String>,
    refused: Vec<String>,
    foreign: usize,
}

/// How what is sent is counted.
#[derive(Clone, Copy, Debug)]
enum Sent {
    New,
    Changed,
    Done,
    CalledOff,
}

/// An entry that is written, and what is known of it once it is.
struct Writing {
    key: String,
    ask: Ask,
    after: Option<(Standing, Saying)>,
    sent: Sent,
    moved: bool,
}

impl<'a> Round<'a> {
    fn go(&mut self) -> Result<(), Pause> {
        for _ in 0..TURNS {
            let (mut listed, here) = self.listed()?;
            let kept = self.read(&mut listed, &here)?;
            let writings = self.compared(&listed, &here, &kept);
            if !self.came.ticks.is_empty() {
                return Err(Pause::Ticked);
            }
            if self.write(writings)? {
                return Ok(());
            }
        }
        Err(Pause::Trouble(TeamProblem::Changing))
    }

    /// The answers to some requests; a pause where they are not there yet.
    fn answers(&mut self, asks: Vec<Ask>) -> Result<Vec<(Ask, &'a Answer)>, Pause> {
        let mut all = Vec::new();
        let mut missing = Vec::new();
        for ask in asks {
            match self.answers.next() {
                Some(answer) => all.push((ask, answer)),
                None => missing.push(ask),
            }
        }
        if missing.is_empty() { Ok(all) } else { Err(Pause::Ask(missing)) }
    }

    /// Our entries on the list by their keys, and how all that are known stand in the plan.
    #[allow(clippy::type_complexity, reason = "both are only passed on")]
    fn listed(&mut self) -> Result<(BTreeMap<String, Place>, BTreeMap<String, Here>), Pause> {
        let ask = Ask { method: Method::List, name: String::new(), state: None, body: LIST.to_owned() };
        let answers = self.answers(vec![ask])?;
        let places = answers.iter().map(|(_, answer)| told(answer)).next().unwrap_or(Ok(Vec::new()))?;
        let list = places.iter().filter(|place| place.is_folder).min_by_key(|place| place.href.len());
        let trouble = match list {
            Some(list) if list.is_list => match self.kind {
                _ if list.takes.is_empty() || list.takes.iter().any(|it| it == self.kind.component()) => None,
                Kind::Task => Some(TeamProblem::NoTasks),
                Kind::Event => Some(TeamProblem::NoDays),
            },
            _ => Some(TeamProblem::NoList),
        };
        if let Some(trouble) = trouble {
            return Err(Pause::Trouble(trouble));
        }
        let ours = places.into_iter().filter(|place| place.is_there && !place.is_folder);
        let ours = ours.filter_map(|place| Some((self.names.key(place.name()?)?, place)));
        let listed: BTreeMap<_, _> = ours.take(4 * MAX_ENTRIES).collect();
        let here = self.here(listed.keys().cloned());
        Ok((listed, here))
    }

    /// How entries stand in the plan: those on the list, those that are known, those that are to be done.
    fn here(&self, listed: impl Iterator<Item = String>) -> BTreeMap<String, Here> {
        let known = self.memory.0.keys().filter(|key| self.names.has(key)).cloned();
        let keys: BTreeSet<_> = listed.chain(known).chain(self.open.keys().cloned()).collect();
        let mut told = HashSet::new();
        let here = keys.into_iter().map(|key| {
            let is_left = self.memory.0.get(&key).is_some_and(|known| known.standing == Standing::Left);
            let row = self.steps.get(step_of(&key));
            let here = match (self.open.get(&key), row) {
                (Some(due), _) => Here::Open { is_asked: self.is_asked(&due.entry) },
                // Of several tries one is the step that was done.
                (None, Some(row)) if is_done(row) && !is_left && told.insert(row.name()) => {
                    row.facts.due.map_or(Here::Gone, Here::Done)
                }
                (None, _) => Here::Gone,
            };
            (key, here)
        });
        here.collect()
    }

    /// Whether what came of a step has to be said before it counts as done: a sequence parts at it, or it is tried several
    /// times (B5).
    fn is_asked(&self, entry: &Entry<'_>) -> bool {
        let row = entry.row;
        let workspace = &self.outgoing.workspace;
        let steps = match row.contact {
            Some((_, enrolment)) => workspace.steps(enrolment),
            None => &workspace.plan.sequences.of(row.audience).steps,
        };
        entry.turn != Turn::Once || steps.iter().any(|step| step.belongs_to(row.step.id))
    }

    /// Whether an entry that is as it was last has to be written all the same.
    fn asks_for_more(&self, key: &str, here: Here, known: &Known) -> bool {
        let is_said = self.open.get(key).is_some_and(|due| due.said.saying() == known.saying);
        here.asks_for_more(known.standing, is_said)
    }

    /// Reads what is not as it was last, or is to be written; none for what is not ours. What is gone meanwhile is not listed any more.
    fn read(
        &mut self,
        listed: &mut BTreeMap<String, Place>,
        here: &BTreeMap<String, Here>,
    ) -> Result<HashMap<String, Option<Kept>>, Pause> {
        let is_wanted = |(key, place): &(&String, &Place)| match (self.memory.0.get(*key), here.get(*key)) {
            (Some(known), Some(here)) if !place.etag.is_empty() && known.etag == place.etag => {
                self.asks_for_more(key, *here, known)
            }
            _ => true,
        };
        let wanted: Vec<_> =
            listed.iter().filter(is_wanted).map(|(key, place)| (key.clone(), place.href.clone())).collect();
        let asks = wanted.chunks(TOGETHER).map(|some| {
            let hrefs = some.iter().map(|(_, href)| format!("<href>{}</href>", escaped(href)));
            let body = [READ.to_owned(), hrefs.collect(), READ_END.to_owned()].concat();
            Ask { method: Method::Read, name: String::new(), state: None, body }
        });
        let asks = asks.collect();
        let mut found = HashMap::new();
        for (_, answer) in self.answers(asks)? {
            for place in told(answer)? {
                let Some(key) = place.name().and_then(|name| self.names.key(name)) else { continue };
                let Some(data) = place.data.as_deref().filter(|_| place.is_there) else { continue };
                let kept = Kept::read(data, self.kind, &uid(self.outgoing, &key), self.offset);
                if let Some(listed) = listed.get_mut(&key) {
                    if !place.etag.is_empty() {
                        listed.etag = place.etag;
                    }
                    found.insert(key, kept);
                }
            }
        }
        for (key, _) in wanted {
            if !found.contains_key(&key) {
                listed.remove(&key);
            }
        }
        Ok(found)
    }

    /// What is to be written. What is only to be known is taken note of.
    fn compared(
        &mut self,
        listed: &BTreeMap<String, Place>,
        here: &BTreeMap<String, Here>,
        kept: &HashMap<String, Option<Kept>>,
    ) -> Vec<Writing> {
        self.came.foreign = 0;
        let mut writings = Vec::new();
        for (key, here) in here {
            let known = self.memory.0.get(key).cloned();
            let found = match (listed.get(key), kept.get(key)) {
                (None, _) => Found::Nothing,
                (Some(_), Some(Some(kept))) => Found::Kept(kept),
                (Some(_), Some(None)) => Found::Foreign,
                (Some(_), None) => Found::Same,
            };
            self.came.foreign += usize::from(matches!(found, Found::Foreign));
            let etag = listed.get(key).map(|place| place.etag.clone()).unwrap_or_default();
            let standing = known.as_ref().map(|known| known.standing);
            let kept = match found {
                Found::Kept(kept) => Some(kept),
                Found::Nothing | Found::Same | Found::Foreign => None,
            };
            match here.step(found, standing, self.kind, self.again) {
                Step::Nothing => {}
                Step::Forget => _ = self.memory.0.remove(key),
                Step::Stands(now) => self.stands(key, now, standing, kept, etag),
                Step::Tick(on) => {
                    let on = on.unwrap_or(self.outgoing.today).min(self.outgoing.today);
                    let name = Kind::read_key(key).1.to_owned();
                    self.came.ticks.push(Tick { name, on });
                }
                Step::Create => writings.extend(self.create(key)),
                Step::Change(becomes) => {
                    writings.extend(kept.and_then(|kept| self.change(key, kept, known, becomes, etag)));
                }
                Step::TakeAway => writings.extend(kept.map(|kept| self.take_away(key, kept, etag))),
            }
        }
        writings
    }

    /// An entry stands in some way from now on, without anything being written.
    fn stands(
        &mut self,
        key: &str,
        now: Standing,
        before: Option<Standing>,
        kept: Option<&Kept>,
        etag: String,
    ) {
        let title = self.title(key);
        if before != Some(now) {
            match now {
                Standing::Deleted => self.came.deleted.push(title),
                Standing::Reopened => self.came.reopened.push(title),
                _ => {}
            }
        }
        let known = self.memory.0.get(key).map(|known| known.saying);
        let now_said = self.open.get(key).map(|due| due.said.saying());
        let said = kept.and_then(|kept| kept.said).or(known).or(now_said);
        let saying = said.unwrap_or_else(|| Saying::of("", "", self.outgoing.today));
        self.memory.0.insert(key.to_owned(), Known { standing: now, saying, etag });
    }

    fn create(&self, key: &str) -> Option<Writing> {
        let said = &self.open.get(key)?.said;
        let body = said.entry(self.kind, &uid(self.outgoing, key), &self.stamp());
        let after = Some((Standing::Open, said.saying()));
        Some(self.writing(key, Method::Put, None, body, after, Sent::New))
    }

    /// What the plan says otherwise than last time, written into what is there; none where that is nothing.
    fn change(
        &mut self,
        key: &str,
        kept: &Kept,
        known: Option<Known>,
        becomes: Becomes,
        etag: String,
    ) -> Option<Writing> {
        let base = kept.said.or(known.map(|known| known.saying));
        let open = self.open.get(key).map(|due| &due.said);
        if becomes == Becomes::Same && base.is_some() && base == open.map(Said::saying) {
            self.stands(key, Standing::Open, Some(Standing::Open), Some(kept), etag);
            return None;
        }
        let (standing, sent) = match becomes {
            Becomes::Done(_) => (Standing::Done, Sent::Done),
            Becomes::CalledOff => (Standing::Left, Sent::CalledOff),
            Becomes::Same | Becomes::Open => (Standing::Open, Sent::Changed),
        };
        let category = self.category(key);
        let own = kept.as_said(category, self.outgoing.today);
        let (now, base) = match open {
            Some(said) => (said, base),
            None => (&own, Some(own.saying())),
        };
        let body = kept.changed(now, base, becomes, &self.stamp());
        let moved = base.is_some_and(|base| base.day != now.day);
        let after = Some((standing, now.saying()));
        let writing = self.writing(key, Method::Put, Some(etag), body, after, sent);
        Some(Writing { moved, ..writing })
    }

    /// What nobody else wrote into is deleted; else it is called off, and what they wrote stays.
    fn take_away(&self, key: &str, kept: &Kept, etag: String) -> Writing {
        if kept.is_untouched() {
            return self.writing(key, Method::Delete, Some(etag), String::new(), None, Sent::CalledOff);
        }
        let own = kept.as_said(self.category(key), self.outgoing.today);
        let body = kept.changed(&own, Some(own.saying()), Becomes::CalledOff, &self.stamp());
        let after = Some((Standing::Left, own.saying()));
        self.writing(key, Method::Put, Some(etag), body, after, Sent::CalledOff)
    }

    fn writing(
        &self,
        key: &str,
        method: Method,
        state: Option<String>,
        body: String,
        after: Option<(Standing, Saying)>,
        sent: Sent,
    ) -> Writing {
        let ask = Ask { method, name: self.names.on_list(key), state, body };
        Writing { key: key.to_owned(), ask, after, sent, moved: false }
    }

    /// Writes; whether everything was as it had been read.
    fn write(&mut self, writings: Vec<Writing>) -> Result<bool, Pause> {
        self.came.refused.clear();
        let mut is_settled = true;
        // Without its state nothing may be written over: it is read again the next time.
        let writings: Vec<_> =
            writings.into_iter().filter(|it| it.ask.state.as_deref() != Some("")).collect();
        for some in writings.chunks(TOGETHER) {
            let answers = self.answers(some.iter().map(|writing| writing.ask.clone()).collect())?;
            let mut trouble = None;
            for (writing, (_, answer)) in some.iter().zip(answers) {
                match self.written(writing, answer) {
                    Ok(settled) => is_settled &= settled,
                    Err(why) => trouble = trouble.or(Some(why)),
                }
            }
            if let Some(trouble) = trouble {
                return Err(Pause::Trouble(trouble));
            }
        }
        Ok(is_settled)
    }

    /// Takes note of what came of a request; whether the entry was as it had been read.
    fn written(&mut self, writing: &Writing, answer: &Answer) -> Result<bool, TeamProblem> {
        let (status, etag) = match answer {
            Answer::Response { status, etag, .. } => (*status, state(etag)),
            Answer::None(why) => return Err(no_response(*why)),
        };
        let title = self.title(&writing.key);
        match (status, writing.ask.method) {
            (200..=299, _) => {
                if let (true, Some((_, saying))) = (writing.moved, writing.after) {
                    self.came.moved.push((title, saying.day));
                }
                self.came.sent[writing.sent as usize] += 1;
                match writing.after {
                    Some((standing, saying)) => {
                        self.memory.0.insert(writing.key.clone(), Known { standing, saying, etag });
                    }
                    None => _ = self.memory.0.remove(&writing.key),
                }
                Ok(true)
            }
            (404 | 410, Method::Put) if writing.ask.state.is_none() => Err(TeamProblem::NoSuchList),
            (404 | 410 | 412, _) => Ok(false),
            (401 | 403 | 408 | 425 | 429 | 500.., _) => Err(TeamProblem::of(status)),
            _ => {
                self.came.refused.push(title);
                Ok(true)
            }
        }
    }

    fn stamp(&self) -> String {
        stamp(self.outgoing.moment)
    }

    fn category(&self, key: &str) -> &'static str {
        self.steps.get(step_of(key)).map(|row| words::sequence(row.audience)).unwrap_or_default()
    }
}

/// What a server says of several places.
fn told(answer: &Answer) -> Result<Vec<Place>, Pause> {
    let trouble = match answer {
        Answer::Response { status: 207, body, .. } => match places(body) {
            Some(places) => return Ok(places),
            None => TeamProblem::NotUnderstood,
        },
        Answer::Response { status, .. } => TeamProblem::of(*status),
        Answer::None(why) => no_response(*why),
    };
    Err(Pause::Trouble(trouble))
}

fn no_response(why: NoResponse) -> TeamProblem {
    match why {
        NoResponse::NoConnection => TeamProblem::NoConnection,
        NoResponse::TooLong => TeamProblem::TooLong,
        NoResponse::TooLarge => TeamProblem::TooLarge,
        NoResponse::Stopped => TeamProblem::Stopped,
    }
}

/// A text as it stands in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
