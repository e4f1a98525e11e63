"""Writes the ready-made holiday sets: one file a country, and an index of them all.

    ready_holidays.py FOLDER

Reads the package `holidays` (MIT licence), whose dates come from laws and official announcements. A region is
written as what it adds to its country's days and what it drops from them.
"""

import json
import sys
import unicodedata
import warnings
from importlib.metadata import distribution, version
from pathlib import Path

import holidays
import pycountry

FIRST_YEAR, LAST_YEAR = 2020, 2040

# The countries whose regions keep days of their own that a business has to know.
WITH_REGIONS = ["AU", "CA", "CH", "DE", "ES", "GB", "IN", "US"]

# Countries of their own in the list; not states.
NOT_REGIONS = {"US": {"AS", "GU", "MP", "PR", "UM", "VI"}}

# Where the moon's tables run out before the fixed days do.
LAST_WHOLE_YEAR = {"BT": 2035, "FJ": 2035, "GY": 2035, "IN": 2035, "MU": 2035, "NP": 2032, "SR": 2035}

# Their estimates are marked as such only on request.
HIDES_ESTIMATES = {"CI", "PS", "SA"}

# As people say them, where the standard's name is another.
COUNTRY_NAMES = {
    "BN": "Brunei", "BO": "Bolivia", "CD": "Congo (Kinshasa)", "CG": "Congo (Brazzaville)", "CV": "Cape Verde",
    "CZ": "Czechia", "FK": "Falkland Islands", "FM": "Micronesia", "GB": "United Kingdom", "IR": "Iran",
    "KP": "North Korea", "KR": "South Korea", "LA": "Laos", "MD": "Moldova", "MF": "Saint Martin",
    "MO": "Macao", "PS": "Palestine", "RU": "Russia", "SH": "Saint Helena", "SX": "Sint Maarten", "SY": "Syria",
    "TR": "Turkey", "TW": "Taiwan", "TZ": "Tanzania", "US": "United States", "VA": "Vatican City",
    "VE": "Venezuela", "VG": "British Virgin Islands", "VI": "U.S. Virgin Islands", "VN": "Vietnam",
    "XK": "Kosovo",
}

REGION_NAMES = {
    "CH": {
        "AG": "Aargau", "AI": "Appenzell Innerrhoden", "AR": "Appenzell Ausserrhoden", "BE": "Bern",
        "BL": "Basel-Landschaft", "BS": "Basel-Stadt", "FR": "Fribourg", "GE": "Geneva", "GL": "Glarus",
        "GR": "Grisons", "JU": "Jura", "LU": "Lucerne", "NE": "Neuchâtel", "NW": "Nidwalden", "OW": "Obwalden",
        "SG": "St. Gallen", "SH": "Schaffhausen", "SO": "Solothurn", "SZ": "Schwyz", "TG": "Thurgau",
        "TI": "Ticino", "UR": "Uri", "VD": "Vaud", "VS": "Valais", "ZG": "Zug", "ZH": "Zurich",
        "Stadt Zurich": "Zurich (city)",
    },
    "DE": {
        "BB": "Brandenburg", "BE": "Berlin", "BW": "Baden-Württemberg", "BY": "Bavaria", "HB": "Bremen",
        "HE": "Hesse", "HH": "Hamburg", "MV": "Mecklenburg-Western Pomerania", "NI": "Lower Saxony",
        "NW": "North Rhine-Westphalia", "RP": "Rhineland-Palatinate", "SH": "Schleswig-Holstein",
        "SL": "Saarland", "SN": "Saxony", "ST": "Saxony-Anhalt", "TH": "Thuringia", "Augsburg": "Augsburg (city)",
    },
    "ES": {
        "AN": "Andalusia", "AR": "Aragon", "AS": "Asturias", "CB": "Cantabria", "CE": "Ceuta",
        "CL": "Castile and León", "CM": "Castilla-La Mancha", "CN": "Canary Islands", "CT": "Catalonia",
        "EX": "Extremadura", "GA": "Galicia", "IB": "Balearic Islands", "MC": "Murcia", "MD": "Madrid",
        "ML": "Melilla", "NC": "Navarre", "PV": "Basque Country", "RI": "La Rioja", "VC": "Valencia",
        "Barcelona": "Barcelona (city)",
    },
    "AU": {"NSW Western": "Western New South Wales"},
    "IN": {"CG": "Chhattisgarh", "DH": "Dadra and Nagar Haveli and Daman and Diu", "OD": "Odisha",
           "TS": "Telangana", "UK": "Uttarakhand"},
}


def country_name(code):
    known = pycountry.countries.get(alpha_2=code)
    return COUNTRY_NAMES.get(code) or getattr(known, "common_name", None) or known.name


def region_name(country, code):
    named = REGION_NAMES.get(country, {}).get(code)
    known = named or pycountry.subdivisions.get(code=f"{country}-{code}")
    if known is None:
        raise SystemExit(f"Region {country}-{code} has no name: add it to REGION_NAMES.")
    if named:
        return named
    # Wales has its name in two languages.
    name = known.name.split(" [")[0]
    return plain(name) if country == "IN" else name


def plain(name):
    """Without the marks of scholarly transcription."""
    apart = unicodedata.normalize("NFD", name)
    return "".join(character for character in apart if not unicodedata.combining(character))


def language(entity):
    spoken = entity.supported_languages or ()
    return next((tongue for tongue in ("en_US", "en_GB") if tongue in spoken), None)


def days(code, years, region=None):
    entity = getattr(holidays, code)
    marks = {"islamic_show_estimated": True} if code in HIDES_ESTIMATES else {}
    found = entity(subdiv=region, years=years, language=language(entity), expand=False, **marks)
    return {date.isoformat(): name for date, name in sorted(found.items())}


def pairs(of):
    return [[date, name] for date, name in of.items()]


def region(country, code, national, years):
    own = days(country, years, code)
    add = {date: name for date, name in own.items() if date not in national}
    drop = [date for date in national if date not in own]
    return {"code": f"{country}-{code}", "name": region_name(country, code), "add": pairs(add), "drop": drop}


def written(value):
    """JSON with a day a line, so that a change of a day is a change of a line."""
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


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    source = f"PyPI package holidays {version('holidays')}, MIT licence"
    head = {"format": "followthrough-holidays", "version": 1, "source": source}
    countries = []
    for code, regions in sorted(holidays.list_supported_countries(include_aliases=False).items()):
        entity = getattr(holidays, code)
        through = min(LAST_YEAR, entity.end_year, LAST_WHOLE_YEAR.get(code, LAST_YEAR))
        years = range(max(FIRST_YEAR, entity.start_year), through + 1)
        national = days(code, years)
        named = [part for part in regions if part not in NOT_REGIONS.get(code, ())]
        named = named if code in WITH_REGIONS else []
        parts = sorted((region(code, part, national, years) for part in named), key=lambda part: part["name"])
        if not national and not any(part["add"] for part in parts):
            continue
        # Where the moon's tables or the announcements run out, there are no further days.
        through = int(max(national)[:4]) if national else through
        file = {**head, "code": code, "name": country_name(code), "from": years[0], "through": through,
                "days": pairs(national), "regions": parts}
        text = written(file)
        if "estimated" in text:
            file = {**file, "notice": "Some dates follow the moon and are estimates."}
            text = written(file)
        (folder / f"{code}.json").write_text(text + "\n", encoding="utf-8")
        short = [{"code": part["code"], "name": part["name"]} for part in parts]
        countries.append({"code": code, "name": country_name(code), "regions": short})
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
