"""Writes the ready-made holiday sets: one file a country, and an index of them all.

    ready_holidays.py FOLDER

Reads the package `holidays` (MIT licence), whose dates come from laws and official announcements. A region is
written as what it adds to its country's days and what it drops from them. What the package does not say stands in
`ready_holidays_tables.py`.
"""

import gettext
import json
import re
import sys
import unicodedata
import warnings
from collections import Counter, defaultdict
from datetime import date
from importlib.metadata import distribution, version
from pathlib import Path

import holidays
import pycountry
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

import ready_holidays_tables as tables

FIRST_YEAR, LAST_YEAR = 2020, 2040

# The last year whose moving days are published everywhere.
PUBLISHED = 2026

# A day kept on another than it falls on, and a day whose date is not official yet.
MARKS = re.compile(r" \((observed|estimated|observed, estimated|in lieu|substituted?( day)?)\)$")
EXCHANGED = re.compile(r"^Day off \(substituted from (\d\d)/(\d\d)/(\d\d\d\d)\)$")


def country_name(code):
    known = pycountry.countries.get(alpha_2=code)
    return tables.COUNTRY_NAMES.get(code) or getattr(known, "common_name", None) or known.name


def region_name(country, code):
    named = tables.REGION_NAMES.get(country, {}).get(code)
    if named:
        return named
    known = pycountry.subdivisions.get(code=f"{country}-{code}")
    # Where the standard does not have it, the source's own name for it.
    name = known.name if known else next(iter(aliases(country, code)), None)
    if name is None:
        raise SystemExit(f"Region {country}-{code} has no name: add it to REGION_NAMES.")
    # Wales has its name in two languages.
    name = name.split(" [")[0].split(" / ")[0]
    return plain(name) if country == "IN" else name


def plain(name):
    """Without the marks of scholarly transcription."""
    apart = unicodedata.normalize("NFD", name)
    return "".join(character for character in apart if not unicodedata.combining(character))


def aliases(country, code):
    entity = getattr(holidays, country)
    return [name for name, named in entity.subdivisions_aliases.items() if named == code]


def also(names, own):
    """The names that find something its own name does not find."""
    found = []
    for name in names:
        if name and not plain(own).lower().startswith(plain(name).lower()) and name not in found:
            found.append(name)
    return found


def country_aliases(code):
    known, entity = pycountry.countries.get(alpha_2=code), getattr(holidays, code)
    tongues = tables.LANGUAGES.get(code) or [entity.default_language or "en"]
    native = []
    # The package's catalogues name countries in their own languages.
    if known:
        for tongue in tongues:
            for spoken in dict.fromkeys((tongue, tongue.split("_")[0])):
                spoken = {"no": "nb_NO"}.get(spoken, spoken)
                words = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [spoken], fallback=True)
                native.append(words.gettext(getattr(known, "common_name", known.name)))
                native.append(words.gettext(known.name))
    three = [known.alpha_3] if known else []
    standard = [known.name] if known and "," not in known.name else []
    names = [*tables.ALSO_CALLED.get(code, []), *native, *standard, *three]
    return also([re.split(r", | \(|، ", name)[0] for name in names], country_name(code))


def region_aliases(country, code):
    names = [*aliases(country, code), *tables.ALSO_CALLED.get(f"{country}-{code}", [])]
    # One letter is no name.
    return also([name for name in names if len(name) > 1], region_name(country, code))


def language(entity):
    spoken = entity.supported_languages or ()
    return next((tongue for tongue in ("en_US", "en_GB") if tongue in spoken), None)


def read(code, years, region=None, categories=None):
    """The source's days of a country or a region: the names of each date, and the entity itself."""
    entity = getattr(holidays, code)
    marks = {"islamic_show_estimated": True} if code in tables.HIDES_ESTIMATES else {}
    wanted = {"categories": categories} if categories else {}
    found = entity(subdiv=region, years=years, language=language(entity), expand=False, **marks, **wanted)
    left_out = tables.LEFT_OUT.get(code, {}).get(region, set())
    days = {}
    for day, names in found.items():
        names = [name for name in names.split("; ") if MARKS.sub("", name) not in left_out]
        if names:
            days[day] = [exchanged(name) for name in dict.fromkeys(names)]
    return days, found


def exchanged(name):
    """A day off that is worked for on another, with that day as people write it."""
    found = EXCHANGED.match(name)
    if not found:
        return name
    month, day, year = map(int, found.groups())
    return f"Day off for working on {date(year, month, day):%a} {day} {date(year, month, day):%b %Y}"


class Country:
    """All sets of a country."""

    def __init__(self, code, regions):
        self.code, self.entity = code, getattr(holidays, code)
        through = min(LAST_YEAR, self.entity.end_year, tables.LAST_WHOLE_YEAR.get(code, LAST_YEAR))
        self.years = range(max(FIRST_YEAR, self.entity.start_year), through + 1)
        self.national, found = read(code, self.years, categories=tables.CATEGORIES.get(code))
        self.worked = sorted(day for day in found.weekend_workdays if day.year in self.years)
        offered = [part for part in regions if part not in tables.NOT_REGIONS.get(code, ())]
        self.regional = {part: self.of_region(part) for part in offered}
        if code not in tables.ALL_REGIONS:
            self.regional = {part: days for part, days in self.regional.items() if set(days) != set(self.national)}
        self.variants = {
            part: (name, read(code, self.years, of, categories)[0])
            for part, name, of, categories in tables.VARIANTS.get(code, ())
        }
        self.mark_estimates()

    def of_region(self, part):
        days, _ = read(self.code, self.years, part)
        like = tables.LIKE.get(self.code, {}).get(part)
        if like:
            days, _ = read(self.code, self.years, like)
        category = tables.OF_REGION.get(self.code)
        if category:
            everywhere, _ = read(self.code, self.years, None, (category,))
            own, _ = read(self.code, self.years, part, (category,))
            for day, names in own.items():
                if day not in everywhere:
                    days.setdefault(day, []).extend(names)
        return days

    def sets(self):
        return [self.national, *self.regional.values(), *(days for _, days in self.variants.values())]

    def mark_estimates(self):
        """Marks what follows the moon and is not official yet."""
        if self.code not in tables.RECKONED:
            for days in self.sets():
                mark(days, moving(days) - tables.FIXED_BY_LAW.get(self.code, set()))
        self.has_estimates = any(
            name.endswith("estimated)") for days in self.sets() for names in days.values() for name in names
        )

    def notes(self):
        notes = [tables.NOT_OFFERED[self.code]] if self.code in tables.NOT_OFFERED else []
        if self.worked:
            notes.append(
                "Working days are moved to make longer breaks, and some weekend days are worked for them. "
                f"This is decreed each year and known to {self.worked[-1].year}; later years have only the holidays."
            )
        if self.has_estimates:
            notes.append("Some dates follow the moon. Those marked as estimated are not official yet and may shift by a day or two.")
        return notes

    def region(self, part, name, days):
        code = f"{self.code}-{part}"
        kind = tables.REGION_KINDS.get(code) or tables.REGION_KINDS.get(
            self.code, "Public holidays by law, with those of the region."
        )
        notes = [tables.REGION_NOTES[code]] if code in tables.REGION_NOTES else []
        add = {day: names for day, names in days.items() if day not in self.national}
        drop = [day.isoformat() for day in sorted(self.national) if day not in days]
        return {"code": code, "name": name, "kind": kind, "notes": notes, "add": by_name(add), "drop": drop}

    def regions(self):
        parts = [self.region(part, region_name(self.code, part), days) for part, days in self.regional.items()]
        parts += [self.region(part, name, days) for part, (name, days) in self.variants.items()]
        return sorted(parts, key=lambda part: part["name"])

    def file(self, head):
        # Where the moon's tables or the announcements run out, there are no further days.
        through = max(self.national).year if self.national else self.years[-1]
        kind = tables.KINDS.get(self.code, tables.PUBLIC)
        whole = ["Regions have more days, or others: choose yours if it is listed."] if self.regional else []
        return {
            **head, "code": self.code, "name": country_name(self.code), "from": self.years[0], "through": through,
            "kind": kind, "whole": whole, "notes": self.notes(), "days": by_name(self.national),
            "worked": [day.isoformat() for day in self.worked], "regions": self.regions(),
        }


def moving(days):
    """The names of days that follow the moon: neither on a date or a weekday of a month, nor at Easter."""
    dates = defaultdict(set)
    for day, names in days.items():
        for name in names:
            if not MARKS.search(name) or name.endswith(" (estimated)"):
                dates[MARKS.sub("", name)].add(day)
    return {name for name, on in dates.items() if follows_moon(on)}


def mark(days, names_of_moon):
    for day, names in days.items():
        if day.year > PUBLISHED:
            names[:] = [estimated(name) if MARKS.sub("", name) in names_of_moon else name for name in names]


def estimated(name):
    if name.endswith("estimated)"):
        return name
    if name.endswith(" (observed)"):
        return name.removesuffix(" (observed)") + " (observed, estimated)"
    return f"{name} (estimated)"


def follows_moon(dates):
    """Whether most dates have no common place in the year, and none to Easter. A law may have moved a few."""
    if len({(day.month, day.day) for day in dates}) < 6:
        return False
    most = 0.7 * len(dates)
    of_year = [day.timetuple().tm_yday for day in dates]
    near = max(sum((other - first) % 365 <= 8 for other in of_year) for first in of_year)
    offsets = Counter(
        (kind, (day - easter(day.year, kind)).days) for day in dates for kind in (EASTER_WESTERN, EASTER_ORTHODOX)
    )
    return near < most and sum(count for _, count in offsets.most_common(3)) < most


def by_name(days):
    """`[name, date, date, …]` for each name, in order of their first dates."""
    named = defaultdict(list)
    for day, names in sorted(days.items()):
        named["; ".join(names)].append(day.isoformat())
    return [[name, *on] for name, on in named.items()]


def written(value):
    """JSON with a name a line, so that a change of a holiday is a change of a line."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not any(isinstance(part, (dict, list)) for part in parts):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}:{written(part)}" for name, part in value.items()]
        ends = "{}"
    else:
        parts = [written(part) for part in value]
        ends = "[]"
    return ends[0] + "\n" + ",\n".join(parts) + "\n" + ends[1]


def listed(code, name, called):
    return {"code": code, "name": name, **({"also": called} if called else {})}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    source = f"PyPI package holidays {version('holidays')}, MIT licence"
    head = {"format": "followthrough-holidays", "version": 2, "source": source}
    countries = []
    for code, regions in sorted(holidays.list_supported_countries(include_aliases=False).items()):
        country = Country(code, regions)
        if not any(country.sets()):
            continue
        file = country.file(head)
        (folder / f"{code}.json").write_text(written(file) + "\n", encoding="utf-8")
        parts = [
            listed(part["code"], part["name"], region_aliases(code, own) if own in country.regional else [])
            for part in file["regions"]
            for own in [part["code"].split("-", 1)[1]]
        ]
        countries.append({**listed(code, file["name"], country_aliases(code)), "regions": parts})
    countries.sort(key=lambda country: country["name"])
    index = {**head, "from": FIRST_YEAR, "through": LAST_YEAR, "countries": countries}
    (folder / "index.json").write_text(written(index) + "\n", encoding="utf-8")
    licence = distribution("holidays").read_text("licenses/LICENSE")
    (folder / "LICENSE.txt").write_text(licence, encoding="utf-8")
    print(f"{len(countries)} countries, {sum(len(country['regions']) for country in countries)} regions")


if __name__ == "__main__":
    # Years beyond the data of a country: its last year says so.
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]))
