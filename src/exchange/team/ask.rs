//! What is asked of the server, and what it answers, with both as they travel between the page and its worker.

/// What is done with a place on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The names on the list are asked for.
    List,
    /// What is said under some names is asked for.
    Read,
    /// An entry is written.
    Put,
    /// An entry is deleted.
    Delete,
}

impl Method {
    const ALL: [Self; 4] = [Self::List, Self::Read, Self::Put, Self::Delete];

    /// What HTTP calls it.
    pub const fn verb(self) -> &'static str {
        match self {
            Self::List => "PROPFIND",
            Self::Read => "REPORT",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// What kind of text belongs to it.
    pub const fn media_type(self) -> Option<&'static str> {
        match self {
            Self::List | Self::Read => Some("application/xml; charset=utf-8"),
            Self::Put => Some("text/calendar; charset=utf-8"),
            Self::Delete => None,
        }
    }

    /// Whether it changes something.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Put | Self::Delete)
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is done.
    pub method: Method,
    /// The name of the entry on the list; blank for the list itself.
    pub name: String,
    /// Only if the entry is still in this state; none where it must not be there yet. Means nothing to requests that only read.
    pub state: Option<String>,
    /// What belongs to it.
    pub body: String,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An answer.
    Response {
        /// Its number: 200 and so on.
        status: u16,
        /// The state of the entry since then; blank where the server does not say.
        etag: String,
        /// What came with it; blank for requests that write.
        body: String,
    },
    /// None.
    None(NoResponse),
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoResponse {
    /// No connection, or the server sends elsewhere.
    NoConnection,
    /// It took too long.
    TooLong,
    /// It is larger than [`MAX_ANSWER`](super::MAX_ANSWER).
    TooLarge,
    /// Somebody stopped it.
    Stopped,
}

impl NoResponse {
    const ALL: [Self; 4] = [Self::NoConnection, Self::TooLong, Self::TooLarge, Self::Stopped];
}

impl Answer {
    /// Whether there is no use in asking for anything else now.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Response { status, .. } => matches!(status, 401 | 403 | 429 | 500..),
            Self::None(_) => true,
        }
    }

    /// Answers as they travel: each its head in a line, and what it names the length of.
    pub fn to_text(answers: &[Self]) -> String {
        let text = answers.iter().map(|answer| match answer {
            Self::Response { status, etag, body } => {
                format!("{status} {} {}\n{etag}{body}", etag.len(), body.len())
            }
            Self::None(why) => {
                let at = NoResponse::ALL.iter().position(|known| known == why).unwrap_or_default();
                format!("{at} 0 0\n")
            }
        });
        text.collect()
    }

    /// Reads them; `None` for anything else.
    pub(in crate::exchange) fn read(mut text: &str) -> Option<Vec<Self>> {
        let mut answers = Vec::new();
        while !text.is_empty() {
            let (head, rest) = text.split_once('\n')?;
            let mut numbers = head.split(' ').map(|number| number.parse::<usize>().ok());
            let status = numbers.next()??;
            let (etag, rest) = rest.split_at_checked(numbers.next()??)?;
            let (body, rest) = rest.split_at_checked(numbers.next()??)?;
            answers.push(match NoResponse::ALL.get(status) {
                Some(why) => Self::None(*why),
                None => Self::Response {
                    status: status.try_into().ok()?,
                    etag: etag.to_owned(),
                    body: body.to_owned(),
                },
            });
            text = rest;
        }
        Some(answers)
    }
}

impl Ask {
    /// Requests as they travel.
    pub(in crate::exchange) fn to_text(asks: &[Self]) -> String {
        let text = asks.iter().map(|Self { method, name, state, body }| {
            let state = state.as_deref().unwrap_or("*");
            format!("{} {name} {} {state}\n{body}", method.verb(), body.len())
        });
        text.collect()
    }

    /// Reads them; `None` for anything else.
    pub(super) fn read(mut text: &str) -> Option<Vec<Self>> {
        let mut asks = Vec::new();
        while !text.is_empty() {
            let (head, rest) = text.split_once('\n')?;
            let mut words = head.splitn(4, ' ');
            let verb = words.next()?;
            let method = Method::ALL.into_iter().find(|method| method.verb() == verb)?;
            let name = words.next()?.to_owned();
            let (body, rest) = rest.split_at_checked(words.next()?.parse().ok()?)?;
            let state = words.next().filter(|state| *state != "*").map(str::to_owned);
            asks.push(Self { method, name, state, body: body.to_owned() });
            text = rest;
        }
        Some(asks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_answers_travel_as_they_are() {
        let ask = |method, state: Option<&str>, body: &str| Ask {
            method,
            name: "a-b.ics".to_owned(),
            state: state.map(str::to_owned),
            body: body.to_owned(),
        };
        let asks = [
            ask(Method::List, None, ""),
            ask(Method::Put, Some("\"a b\""), "é\n\nPUT x 3 *\n"),
            ask(Method::Delete, Some("1"), ""),
        ];
        assert_eq!(Ask::read(&Ask::to_text(&asks)).as_deref(), Some(&asks[..]));
        let mut answers: Vec<_> = NoResponse::ALL.map(Answer::None).into();
        let body = "207 0 0\n\0é".to_owned();
        answers.push(Answer::Response { status: 207, etag: "\"é\"".to_owned(), body });
        assert_eq!(Answer::read(&Answer::to_text(&answers)), Some(answers));
        for text in ["207", "207 0\n", "207 0 9\nabc", "70000 0 0\n", "207 1 0\né", "-1 0 0\n"] {
            assert_eq!(Answer::read(text), None, "{text}");
        }
        for text in ["PUT a", "GET a 0 *\n", "PUT a x *\n", "PUT a 9 *\nab"] {
            assert_eq!(Ask::read(text), None, "{text}");
        }
    }
}
