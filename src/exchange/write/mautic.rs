//! A package for the import of campaigns in Mautic 7: a campaign for each sequence, which counts the days of the calendar and
//! goes on only on working weekdays (B4). A step that is due gives its contact a tag; what is to happen then is put behind
//! it there. Where the way parts (B5), a condition asks for a tag that says what came of the step.
//!
//! The form is what Mautic's importer reads: an archive with one JSON file, on the top a list of groups. A campaign always
//! arrives unpublished. Days of the week go from 0, a Sunday, to 6; dates of their own are not read, and addresses are taken
//! out of all texts, which is done here already. It was read from the importer's code, and not tried on a server.

mod event;

mod stored_zip;

use event::{Event, events};
use serde_json::{Value, json};
use stored_zip::stored_zip;

use crate::exchange::{Rows, StepRow, Written};
use crate::plan::Audience;
use crate::store::crc32;
use crate::words;

/// The steps of both sequences as campaigns.
pub fn write(rows: &Rows<'_>) -> Written {
    let (mut groups, mut left_out) = (Vec::new(), 0);
    for audience in Audience::BOTH {
        let steps: Vec<_> = rows.rows.iter().filter(|row| row.audience == audience).collect();
        let events = events(rows, &steps);
        left_out += steps.len() - events.iter().filter(|event| !event.is_condition()).count();
        if !events.is_empty() {
            groups.push(group(rows, audience, &steps, &events));
        }
    }
    let file = format!("{:#}\n", Value::Array(groups));
    Written {
        bytes: stored_zip("campaigns.json", file.as_bytes()),
        notes: words::without_own_date(left_out).into_iter().collect(),
        ..Written::default()
    }
}

/// One campaign with all it needs.
fn group(rows: &Rows<'_>, audience: Audience, steps: &[&StepRow<'_>], events: &[Event]) -> Value {
    let own = |what: &str| uuid(&format!("{} {} {what}", rows.outgoing.id, audience.slug()));
    let name = format!("{}: {}", words::plan_name(rows.plan()), words::sequence(audience));
    let campaign = json!({
        "id": 1,
        "name": without_addresses(&name),
        "description": "Made by Followthrough. Each step gives a tag when it is due: put behind it what is to happen then. \
            A condition looks once for the tag that says what came of a step: give it before then.",
        "is_published": false,
        "canvas_settings": canvas(events),
        "uuid": own("campaign"),
    });
    let segment = json!({
        "id": 1,
        "name": format!("Followthrough: {}", words::sequence(audience)),
        "is_published": true,
        "description": "Whoever is in it goes through the campaign.",
        "alias": format!("followthrough-{}", own("segment").get(..8).unwrap_or_default()),
        "public_name": format!("Followthrough: {}", words::sequence(audience)),
        "filters": [],
        "is_global": true,
        "is_preference_center": false,
        "uuid": own("segment"),
    });
    let written: Vec<_> =
        events.iter().map(|event| event.written(rows, steps, &own(&format!("event {}", event.id)))).collect();
    let of_campaign: Vec<_> =
        events.iter().map(|event| json!({ "campaign": 1, "campaign_event": event.id })).collect();
    json!({
        "campaign": [campaign],
        "campaign_event": written,
        "lists": [segment],
        "dependencies": [{ "campaign_event": of_campaign, "lists": [{ "campaign": 1, "lists": 1 }] }],
    })
}

/// Where each event stands, and what leads to it.
fn canvas(events: &[Event]) -> Value {
    let mut nodes = vec![json!({ "id": "lists", "positionX": "600", "positionY": "50" })];
    let mut connections = Vec::new();
    for (event, line) in events.iter().zip(1..) {
        let (x, y) = (600 + 240 * event.depth, 50 + 120 * line);
        nodes.push(
            json!({ "id": event.id.to_string(), "positionX": x.to_string(), "positionY": y.to_string() }),
        );
        let (source, anchor) = match event.parent {
            None => ("lists".to_owned(), "leadsource"),
            Some(parent) if event.is_answer => (parent.to_string(), "yes"),
            Some(parent) => (parent.to_string(), "bottom"),
        };
        connections.push(json!({
            "sourceId": source,
            "targetId": event.id.to_string(),
            "anchors": { "source": anchor, "target": "top" },
        }));
    }
    json!({ "nodes": nodes, "connections": connections })
}

/// A name that stays for the same thing of the same plan, in the form of a UUID.
fn uuid(what: &str) -> String {
    let part = |salt: &str| crc32(format!("{salt} {what}").as_bytes());
    let (second, third) = (part("b"), part("c"));
    format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{:04x}{:08x}",
        part("a"),
        second >> 16,
        second & 0xfff,
        third & 0xfff,
        third >> 16,
        part("d")
    )
}

/// A text without e-mail addresses, as Mautic would leave it.
fn without_addresses(text: &str) -> String {
    let is_before = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let is_after = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let (mut left, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('@') {
        let name = before.len() - before.trim_end_matches(is_before).len();
        let host = &after[..after.len() - after.trim_start_matches(is_after).len()];
        // Up to the last dot with two letters or more behind it.
        let ends = host.rmatch_indices('.').filter(|(at, _)| *at > 0).find_map(|(at, _)| {
            let letters = host[at + 1..].chars().take_while(char::is_ascii_alphabetic).count();
            (letters >= 2).then_some(at + 1 + letters)
        });
        match ends.filter(|_| name > 0) {
            Some(end) => {
                left.push_str(&before[..before.len() - name]);
                rest = &after[end..];
            }
            None => {
                left.extend([before, "@"]);
                rest = after;
            }
        }
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_out_and_nothing_else() {
        for (text, left) in [
            ("write to ann.b+c@example.co.uk, now", "write to , now"),
            ("a@b", "a@b"),
            ("@home.com", "@home.com"),
            ("x@y.de@z.fr", "@z.fr"),
            ("me@example.com", ""),
            ("3 @ 5.50", "3 @ 5.50"),
            ("ü@b.c1 é@é.de", "ü@b.c1 é@é.de"),
        ] {
            assert_eq!(without_addresses(text), left, "{text}");
        }
    }

    #[test]
    fn names_have_the_form_of_a_uuid() {
        let name = uuid("p1 prospect campaign");
        let lengths: Vec<_> = name.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_ne!(name, uuid("p1 customer campaign"));
    }
}
