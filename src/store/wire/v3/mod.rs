//! Version 3, frozen.
//!
//! What is not as it must be stays as it is found, for the reader of the newest version to say where.

mod print;

use super::json::Node;

/// The longest wait, and the most a latest day could lie behind the earliest.
const MOST: u64 = 999;

/// Brings a file to version 4: which way one counts has a word of its own, a latest day is a length of its own, a
/// write and a fingerprint have other names.
///
/// Gives the names of those findings left alone of which what they are about still looks as it did then.
pub(super) fn up(file: &mut Node<'_>) -> Vec<String> {
    for name in ["stamp", "after"] {
        if let Some(write) = file.get_mut(name) {
            write.rename("revision", "number");
        }
    }
    file.rename("stamp", "revision");
    let Some(plan) = file.get_mut("plan") else { return Vec::new() };
    let mut standing = Vec::new();
    for finding in plan.get("leftAlone").map_or(&[][..], Node::entries) {
        let name = finding.get("finding").and_then(Node::text);
        let then = finding.get("print").and_then(Node::number);
        if let (Some(name), Some(then)) = (name, then)
            && print::of(plan, name).map(u64::from) == Some(then)
        {
            standing.push(name.to_owned());
        }
    }
    for finding in plan.get_mut("leftAlone").into_iter().flat_map(Node::entries_mut) {
        finding.rename("print", "fingerprint");
        if let Some(print) = finding.get_mut("fingerprint")
            && let Some(number) = print.number().and_then(|number| u32::try_from(number).ok())
        {
            *print = Node::Text(format!("values-{number:08x}").into());
        }
    }
    for audience in ["prospect", "customer"] {
        let sequence = plan.get_mut("sequences").and_then(|sequences| sequences.get_mut(audience));
        let steps = sequence.and_then(|sequence| sequence.get_mut("steps"));
        steps.into_iter().flat_map(Node::entries_mut).for_each(step_up);
    }
    standing
}

/// The latest day was so many of the delay's unit after the earliest; none where it was not said, or said to be zero.
fn step_up(step: &mut Node<'_>) {
    let Some(delay) = step.get_mut("delay") else { return };
    delay.rename("way", "direction");
    let is_back = delay.get("direction").and_then(Node::text) == Some("before");
    let count = delay.get("count").and_then(Node::number);
    let unit = delay.get("unit").and_then(Node::text).map(str::to_owned);
    let Some(window) = step.get_mut("window") else { return };
    let slack = window.get("slack").and_then(Node::number);
    let (Some(count), Some(unit), Some(slack)) = (count, unit, slack) else { return };
    if slack == 0 {
        return window.remove("slack");
    }
    let latest = match is_back {
        // No plan says that; left as it is, it is refused.
        _ if slack > MOST || count > MOST => return,
        // The latest day could lie beyond the longest wait, or behind the anchor: these two come next to it.
        false => (count + slack).min(MOST),
        true => count.saturating_sub(slack),
    };
    window.rename("slack", "latest");
    if let Some(slack) = window.get_mut("latest") {
        let fields = [("count", Node::Number(Some(latest))), ("unit", Node::Text(unit.into()))];
        *slack = Node::object(fields);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upgraded(text: &str) -> String {
        let mut file = Node::parse(text).unwrap();
        let standing = up(&mut file);
        format!("{} {standing:?}", file.json())
    }

    #[test]
    fn a_write_has_a_number() {
        assert_eq!(
            upgraded(r#"{"stamp":{"revision":7,"tab":"b"},"after":{"revision":6,"tab":"a"}}"#),
            r#"{"revision":{"number":7,"tab":"b"},"after":{"number":6,"tab":"a"}} []"#
        );
    }

    #[test]
    fn a_latest_day_has_a_length_of_its_own() {
        let step = |delay: &str, window: &str| {
            let step = format!(r#"{{"delay":{{{delay}}},"window":{{{window}}}}}"#);
            let mut step = Node::parse(&step).unwrap();
            step_up(&mut step);
            step.json()
        };
        let after = r#""count":3,"unit":"weeks""#;
        let before = r#""count":10,"unit":"weeks","way":"before""#;
        assert_eq!(
            step(after, r#""slack":4"#),
            r#"{"delay":{"count":3,"unit":"weeks"},"window":{"latest":{"count":7,"unit":"weeks"}}}"#
        );
        assert_eq!(
            step(before, r#""slack":4,"eves":"avoided""#),
            r#"{"delay":{"count":10,"unit":"weeks","direction":"before"},"window":{"latest":{"count":6,"unit":"weeks"},"eves":"avoided"}}"#
        );
        assert!(step(after, r#""slack":999"#).contains(r#""latest":{"count":999,"unit":"weeks"}"#));
        assert!(step(before, r#""slack":11"#).contains(r#""latest":{"count":0,"unit":"weeks"}"#));
        assert!(step(after, r#""slack":1000"#).contains(r#""slack":1000"#));
        assert_eq!(step(after, r#""slack":0"#), r#"{"delay":{"count":3,"unit":"weeks"},"window":{}}"#);
    }
}
