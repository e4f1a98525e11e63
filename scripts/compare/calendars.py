"""Writes calendar files of every kind, and the whole days that others find in them.

  calendars.py write FOLDER COUNT   writes 0000.ics …, and days.csv: the days by icalendar and recurring-ical-events
  calendars.py compare FOLDER OURS  says in which files of that folder ours are other days

The same numbers give the same files. What the others read is the plain text of a file; what is written may be folded
in the middle of a letter, in another encoding, in small letters, with any ends of lines and rubbish around.
"""

import csv
import datetime as dt
import random
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2029, 12, 31)
LONGEST = 366
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
NAMES = ["Fair", "Neujahr 🎉", "Mariä Empfängnis, und mehr", "Jour férié; fermé", "Closed\nall day", "Święto", "祝日"]
ZONES = ["Europe/Berlin", "America/New_York"]
TIMEZONES = {
    "Europe/Berlin": ("+0100", "+0200", "19701025T030000", "-1SU", 10, "19700329T020000", "-1SU", 3),
    "America/New_York": ("-0500", "-0400", "20071104T020000", "1SU", 11, "20070311T020000", "2SU", 3),
}


def whole_days(start, end):
    """The days from a start to before an end; none where either is at a time of day."""
    if isinstance(start, dt.datetime):
        if start.time() != dt.time() or end.time() != dt.time():
            return []
        start, end = start.date(), end.date()
    count = max((end - start).days, 1)
    return [start + dt.timedelta(days) for days in range(count)] if count <= LONGEST else []


def days_of(text):
    days = set()
    for calendar in icalendar.Calendar.from_ical(text, multiple=True):
        for event in recurring_ical_events.of(calendar).between(FIRST, LAST + dt.timedelta(1)):
            if event.get("STATUS") != "CANCELLED":
                days.update(whole_days(event["DTSTART"].dt, event["DTEND"].dt))
    return " ".join(str(day) for day in sorted(days) if FIRST <= day <= LAST)


class File:
    """One file, made of choices that follow from its number."""

    def __init__(self, number):
        self.random = random.Random(number)
        self.number = number
        self.zones = set()
        events = [line for at in range(self.random.randint(1, 5)) for line in self.series(at)]
        self.lines = self.calendar(events)
        if self.chance(0.1):
            self.lines += File(number + 1_000_000).lines

    def chance(self, share):
        return self.random.random() < share

    def some(self, values, most=3):
        return sorted(self.random.sample(list(values), self.random.randint(1, most)))

    def calendar(self, events):
        head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN"]
        zones = [line for zone in sorted(self.zones) for line in timezone(zone)]
        if self.chance(0.1):
            todo = ["BEGIN:VTODO", "UID:todo", "DTSTART;VALUE=DATE:20270301", "SUMMARY:Not a day", "END:VTODO"]
            zones += todo
        return head + zones + events + ["END:VCALENDAR"]

    # --- Events ---

    def series(self, at):
        uid = f"{self.number}-{at}@example.org"
        self.start_of(at)
        lines = [f"UID:{uid}"] + self.span() + self.repeats() + self.rest()
        events = [self.event(lines)]
        # Two replacements of one day are as good as none: the others mix them.
        replaced = {self.near() for _ in range(self.random.choice([0, 0, 1, 2]))} if self.is_repeated else []
        for day in sorted(replaced):
            events.append(self.event(self.replacement(uid, day)))
        if self.chance(0.3):
            self.random.shuffle(events)
        return [line for event in events for line in event]

    def event(self, lines):
        lines = lines[:]
        if self.chance(0.3):
            self.random.shuffle(lines)
        if self.chance(0.1):
            lines += ["BEGIN:VALARM", "TRIGGER:-PT15M", "ACTION:DISPLAY", "DESCRIPTION:x", "DURATION:P9D", "END:VALARM"]
        return ["BEGIN:VEVENT", *lines, "END:VEVENT"]

    def start_of(self, at):
        years = (2027, 2029) if self.chance(0.6) else (2015, 2027)
        first = dt.date(years[0], 1, 1)
        self.start = first + dt.timedelta(self.random.randrange((dt.date(years[1], 12, 31) - first).days))
        if self.chance(0.05):
            self.start = self.random.choice([dt.date(2024, 2, 29), dt.date(2027, 1, 31), dt.date(2020, 12, 31)])
        self.form = self.random.choices(["date", "bare", "zone", "floating", "utc", "meeting"], [60, 8, 10, 8, 6, 8])[0]
        self.zone = self.random.choice(ZONES) if self.form in ("zone", "meeting") else None
        if self.zone:
            self.zones.add(self.zone)
        self.days = self.random.choices([1, 2, 3, 7, 10], [60, 12, 12, 8, 8])[0]

    def moment(self, name, day, time="000000"):
        stamp = day.strftime("%Y%m%d")
        match self.form:
            case "date":
                return f"{name};VALUE=DATE:{stamp}"
            case "bare":
                return f"{name};VALUE=DATE:{stamp}" if name.startswith(("RDATE", "EXDATE", "REC")) else f"{name}:{stamp}"
            case "zone" | "meeting":
                zone = f'"{self.zone}"' if self.chance(0.3) else self.zone
                return f"{name};TZID={zone}:{stamp}T{time}"
            case "floating":
                return f"{name}:{stamp}T{time}"
            case "utc":
                return f"{name}:{stamp}T{time}Z"

    def span(self, start=None):
        start, days = start or self.start, self.days
        end = start + dt.timedelta(days)
        if self.form == "meeting":
            return [self.moment("DTSTART", start, "090000"), self.moment("DTEND", start, "100000")]
        lines = [self.moment("DTSTART", start)]
        forms = ["end", "end", "days"]
        if self.form not in ("date", "bare"):
            forms.append("hours")
        elif days == 1:
            forms += ["none", "equal"]
        if days == 7:
            forms.append("week")
        match self.random.choice(forms):
            case "end":
                lines.append(self.moment("DTEND", end))
            case "equal":
                lines.append(self.moment("DTEND", start))
            case "days":
                lines.append(f"DURATION:P{days}D")
            case "week":
                lines.append("DURATION:P1W")
            case "hours" if self.form in ("floating", "utc"):
                lines.append(f"DURATION:PT{days * 24}H")
            case "hours":
                lines.append(self.moment("DTEND", end))
        return lines

    def rest(self):
        name = self.random.choice(NAMES).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        lines = [f"SUMMARY;LANGUAGE=en:{name}"]
        if self.chance(0.1):
            lines.append(f"STATUS:{self.random.choice(['CANCELLED', 'CONFIRMED', 'TENTATIVE'])}")
        if self.chance(0.2):
            lines.append('X-NOTE;X-P="a:b;c,d":VALUE=DATE:20270505')
        return lines

    # --- What comes again ---

    def repeats(self):
        self.is_repeated = self.chance(0.75)
        lines = []
        if not self.is_repeated:
            return lines
        if self.chance(0.9):
            self.rule = self.rule_of()
            lines.append(f"RRULE:{self.rule}")
        if self.chance(0.25):
            lines.append(self.moment_list("RDATE"))
        if self.chance(0.08) and self.form in ("floating", "utc"):
            day = self.near()
            z = "Z" if self.form == "utc" else ""
            lines.append(f"RDATE;VALUE=PERIOD:{day:%Y%m%d}T000000{z}/{self.random.choice(['P2D', 'PT24H'])}")
        for _ in range(self.random.choice([0, 0, 1, 2])):
            lines.append(self.moment_list("EXDATE"))
        return lines

    def near(self):
        """A day on which it may well come again."""
        months = self.random.randrange(0, 60)
        year, month = divmod(self.start.year * 12 + self.start.month - 1 + months, 12)
        if self.chance(0.5):
            year, month = self.start.year + self.random.randint(0, 3), self.start.month - 1
        day = min(self.start.day, 28)
        if self.chance(0.4):
            return self.start + dt.timedelta(7 * self.random.randrange(0, 100))
        return dt.date(year, month + 1, day)

    def moment_list(self, name):
        line = self.moment(name, self.near(), "090000" if self.form == "meeting" else "000000")
        for _ in range(self.random.choice([0, 0, 1, 3])):
            line += "," + self.moment(name, self.near(), "090000" if self.form == "meeting" else "000000").rsplit(":", 1)[1]
        return line

    def replacement(self, uid, day):
        time = "090000" if self.form == "meeting" else "000000"
        name = "RECURRENCE-ID;RANGE=THISANDFUTURE" if self.chance(0.15) else "RECURRENCE-ID"
        lines = [f"UID:{uid}", self.moment(name, day, time)]
        moved = day + dt.timedelta(self.random.choice([-9, -1, 0, 1, 4, 40]))
        self.days = self.random.choice([1, 1, 2, 3])
        lines += self.span(moved)
        rest = [line for line in self.rest() if not line.startswith("STATUS")]
        if self.chance(0.3) and "RANGE" not in name:
            rest.append("STATUS:CANCELLED")
        return lines + rest

    def rule_of(self):
        frequency = self.random.choices(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"], [55, 20, 15, 10])[0]
        parts = []
        if self.chance(0.3):
            parts.append(f"INTERVAL={self.random.choice([1, 2, 3, 4, 5, 13])}")
        match self.random.random():
            case share if share < 0.25:
                parts.append(f"COUNT={self.random.choice([1, 2, 3, 5, 10, 40, 400])}")
            case share if share < 0.5:
                parts.append(f"UNTIL={self.until()}")
        if frequency != "WEEKLY" and self.chance(0.3):
            parts.append(f"WKST={self.random.choice(WEEKDAYS)}")
        signed = lambda most: [n for n in range(-most, most + 1) if n]
        nth = lambda most: f"{self.random.choice(signed(most)):+d}".replace("+", self.random.choice(["", "+"]))
        days = ",".join(self.random.sample(WEEKDAYS, self.random.randint(1, 3)))
        months = ",".join(map(str, self.some(range(1, 13))))
        month_days = ",".join(map(str, self.some(signed(31))))
        match frequency:
            case "DAILY":
                parts += self.random.choice([[], [], [f"BYMONTH={months}"], [f"BYDAY={days}"], [f"BYMONTHDAY={month_days}"]])
            case "WEEKLY":
                # The others take positions in what is left of the first week, so it begins with the first day here.
                whole = [f"BYDAY={days}", f"BYSETPOS={self.random.choice([1, -1, 2])}", f"WKST={WEEKDAYS[self.start.weekday()]}"]
                parts += self.random.choice([[], [f"BYDAY={days}"], [f"BYDAY={days}", f"BYMONTH={months}"],
                                             [f"BYDAY={days}", f"WKST={self.random.choice(WEEKDAYS)}"], whole])
            case "MONTHLY":
                nths = ",".join(nth(5) + day for day in self.random.sample(WEEKDAYS, self.random.randint(1, 2)))
                parts += self.random.choice([[], [f"BYMONTHDAY={month_days}"], [f"BYDAY={nths}"], [f"BYDAY={nths}", f"BYMONTH={months}"],
                                             [f"BYDAY={days}", f"BYSETPOS={self.random.choice([1, -1, 2, '1,-1', -2])}"],
                                             [f"BYDAY={days}", f"BYMONTHDAY={month_days}"], ["BYDAY=FR", "BYMONTHDAY=13"]])
            case "YEARLY":
                nths = ",".join(nth(5) + day for day in self.random.sample(WEEKDAYS, self.random.randint(1, 2)))
                far = ",".join(nth(53) + day for day in self.random.sample(WEEKDAYS, self.random.randint(1, 2)))
                parts += self.random.choice([
                    [], [], [f"BYMONTH={months}"], [f"BYMONTH={months}", f"BYMONTHDAY={month_days}"],
                    [f"BYMONTH={months}", f"BYDAY={nths}"], [f"BYMONTH={months}", f"BYDAY={nths}"], [f"BYDAY={far}"], [f"BYMONTHDAY={month_days}"],
                    [f"BYYEARDAY={','.join(map(str, self.some(signed(366))))}"],
                    [f"BYWEEKNO={','.join(map(str, self.some(signed(53))))}", f"BYDAY={days}"],
                    [f"BYMONTH={months}", f"BYDAY={days}", f"BYSETPOS={self.random.choice([1, -1, 3, '2,-2'])}"],
                    [f"BYMONTH={months}", f"BYMONTHDAY={month_days}", f"BYDAY={days}"],
                    ["BYMONTH=11", "BYDAY=TU", "BYMONTHDAY=2,3,4,5,6,7,8"], ["BYMONTH=2", "BYMONTHDAY=29"],
                ])
        self.random.shuffle(parts)
        return ";".join([f"FREQ={frequency}", *parts])

    def until(self):
        day = self.start + dt.timedelta(self.random.randrange(0, 1500))
        if self.form in ("date", "bare"):
            return f"{day:%Y%m%d}"
        if self.form == "floating":
            return f"{day:%Y%m%d}T000000"
        zone = ZoneInfo(self.zone) if self.zone else dt.timezone.utc
        time = self.random.choice([dt.time(0, 0, 0), dt.time(23, 59, 59)])
        moment = dt.datetime.combine(day, time, zone).astimezone(dt.timezone.utc)
        return f"{moment:%Y%m%dT%H%M%SZ}"

    # --- As it is read by others, and as it is written ---

    def plain(self):
        return "\r\n".join(self.lines) + "\r\n"

    def written(self):
        end = self.random.choice([b"\r\n", b"\r\n", b"\n", b"\r"])
        encoding = self.random.choices(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"], [70, 10, 8, 6, 6])[0]
        lines = self.lines
        if self.chance(0.1):
            lines = [small(line) for line in lines]
        # Chosen apart, so that the other choices of a number stay.
        habits = random.Random(-1 - self.number)
        habit = habits.choice([*HABITS, *[lambda line: line] * 12])
        lines = [habit(line) for line in lines]
        if encoding == "utf-8" and habits.random() < 0.1 and "\n".join(lines).isascii() is False:
            try:
                return b"".join(fold(self.random, line.encode("latin-1"), end) + end for line in lines)
            except UnicodeEncodeError:
                pass
        if "16" in encoding:
            text = "".join(fold_text(self.random, line) + end.decode() for line in lines)
            return text.encode(encoding)
        written = b"\xef\xbb\xbf" if encoding == "utf-8-sig" else b""
        if self.chance(0.1):
            written += b"Content-Type: text/calendar" + end + end
        for line in lines:
            written += fold(self.random, line.encode(), end) + end
        if self.chance(0.1):
            written += self.random.choice([b"\0\0\0", b"<!-- served -->", end * 3, b"garbage without an end"])
        return written


# How some programs write a line, which others refuse.
HABITS = [
    # Midnight behind a whole day.
    lambda line: line + "T000000" if line.startswith(("DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:")) else line,
    # Rules in small letters, with blanks at the end of the line.
    lambda line: line.lower() + " " if line.startswith("RRULE:") else line,
    # Zones by the names of another list.
    lambda line: line.replace("Europe/Berlin", "W. Europe Standard Time").replace("America/New_York", "Eastern Standard Time"),
    # A semicolon at the end of a rule.
    lambda line: line + ";" if line.startswith("RRULE:") else line,
    # Blank lines within a calendar.
    lambda line: line + "\r\n" if line == "END:VEVENT" else line,
]


def small(line):
    head, colon, value = line.partition(":")
    return head.lower() + colon + value if '"' not in line else line


def fold(random, line, end):
    if len(line) < 3 or random.random() < 0.8:
        return line
    at = random.randrange(1, len(line))
    return line[:at] + end + random.choice([b" ", b"\t"]) + line[at:]


def fold_text(random, line):
    if len(line) < 3 or random.random() < 0.8:
        return line
    at = random.randrange(1, len(line))
    return line[:at] + "\r\n " + line[at:]


def timezone(zone):
    standard, daylight, *rest = TIMEZONES[zone]
    to_standard, by_standard, month_standard, to_daylight, by_daylight, month_daylight = rest
    part = lambda kind, start, day, month, before, after: [
        f"BEGIN:{kind}", f"DTSTART:{start}", f"RRULE:FREQ=YEARLY;BYDAY={day};BYMONTH={month}",
        f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", f"END:{kind}",
    ]
    return ["BEGIN:VTIMEZONE", f"TZID:{zone}",
            *part("STANDARD", to_standard, by_standard, month_standard, daylight, standard),
            *part("DAYLIGHT", to_daylight, by_daylight, month_daylight, standard, daylight), "END:VTIMEZONE"]


def write(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "days.csv", "w", newline="") as table:
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(["file", "days"])
        for number in range(count):
            file = File(number)
            name = f"{number:04}.ics"
            (folder / name).write_bytes(file.written())
            rows.writerow([name, days_of(file.plain())])


def compare(folder, ours):
    ours = dict(line.rstrip("\n").split("\t") for line in open(ours))
    ours = {Path(path).name: days.replace("?", "") if days[:2] == "20" else "" for path, days in ours.items()}
    rows = list(csv.DictReader(open(folder / "days.csv")))
    differing = [row for row in rows if ours[row["file"]] != row["days"]]
    for row in differing:
        theirs, own = set(row["days"].split()), set(ours[row["file"]].split())
        print(f"{row['file']}: only theirs {sorted(theirs - own)[:8]}, only ours {sorted(own - theirs)[:8]}")
    days = sum(len(row["days"].split()) for row in rows)
    print(f"{len(rows)} files with {days} days compared, {len(differing)} differ")
    return len(differing)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", folder, count]:
            write(Path(folder), int(count))
        case ["compare", folder, ours]:
            sys.exit(compare(Path(folder), ours) > 0)
        case _:
            sys.exit(__doc__)
