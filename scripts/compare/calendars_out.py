"""Reads the calendars in a folder with icalendar, and compares each with what the file beside it says of it.

  calendars_out.py FOLDER
"""

import datetime as dt
import json
import sys
from pathlib import Path

import icalendar

NOBODY = ["ATTENDEE", "ORGANIZER"]


def day(value):
    """A whole day; never a moment."""
    assert type(value.dt) is dt.date, value.dt
    return str(value.dt)


def said(component):
    """What an entry says, in the words of the file beside."""
    alarms = component.walk("VALARM")
    assert len(alarms) <= 1, "more than one alarm"
    is_task = component.name == "VTODO"
    found = {
        "uid": str(component["UID"]),
        "day": day(component["DUE" if is_task else "DTSTART"]),
        "summary": str(component["SUMMARY"]),
        "description": str(component["DESCRIPTION"]),
        "sequence": int(component["SEQUENCE"]),
        "alarm": None,
    }
    if not is_task:
        found["end"] = day(component["DTEND"])
    for alarm in alarms:
        assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"], "an alarm that shows nothing"
        assert alarm["TRIGGER"].params.get("RELATED", "START") == ("END" if is_task else "START")
        found["alarm"] = alarm["TRIGGER"].dt.total_seconds() / 3600
    assert isinstance(component["DTSTAMP"].dt, dt.datetime), "no stamp"
    assert not any(name in component for name in NOBODY), "somebody is invited"
    assert not component.errors, component.errors
    return found


def compare(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert calendar["METHOD"] == "PUBLISH" and calendar["VERSION"] == "2.0" and calendar["X-WR-CALNAME"]
    kind = "VTODO" if path.stem.endswith("tasks") else "VEVENT"
    found = [said(component) for component in calendar.walk() if component.name in ("VEVENT", "VTODO")]
    assert len(found) == len(calendar.walk(kind)), "another kind of entry"
    expected = json.loads(path.with_suffix(".json").read_text())
    for entry in expected:
        if kind == "VTODO":
            del entry["end"]
    assert found == expected, next(pair for pair in zip(found, expected) if pair[0] != pair[1])
    names = [entry["uid"] for entry in found]
    assert len(set(names)) == len(names), "a name stands twice"
    return len(found)


def main(folder):
    files = sorted(Path(folder).glob("*.ics"))
    assert files, "no files"
    entries = 0
    for path in files:
        try:
            entries += compare(path)
        except AssertionError as error:
            sys.exit(f"{path.name}: {error}")
    print(f"  icalendar {icalendar.__version__}: {entries} entries in {len(files)} files, all as they should be")


main(sys.argv[1])
