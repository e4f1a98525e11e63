"""Has LibreOffice count workbooks anew and compares every date with ours.

    sheets.py FOLDER

FOLDER holds pairs of NAME.xlsx and NAME.json as examples/workbooks.rs writes them. Each workbook is counted as it is and
after each of its changes, which openpyxl writes into its cells.
"""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl

# Count whenever a file is opened: 0 is "always".
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode"><value>0</value></prop></item>
</oor:items>
"""

# So many files LibreOffice opens in one go.
BATCH = 150


def counted(files, folder):
    """Opens files in LibreOffice and writes them again with what its formulas come to."""
    profile = folder.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS)
    for start in range(0, len(files), BATCH):
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx"]
        command += ["--outdir", str(folder), *map(str, files[start : start + BATCH])]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=3000)
        print(f"  {min(start + BATCH, len(files))} of {len(files)} counted", flush=True)


def day(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value or None


def differences(book, expected, where):
    """Compares; says how many dates there were, and which are others."""
    found = []
    for cell in expected:
        value = day(book[cell["sheet"]][cell["cell"]].value)
        if value != cell["day"]:
            found.append(f'{where}: {cell["sheet"]}!{cell["cell"]} is {value}, and should be {cell["day"]}')
    return len(expected), found


def is_row_of_other_texts(book, texts, where):
    """Texts that did not come back, or are formulas."""
    found = []
    for text in texts:
        cell = book[text["sheet"]][text["cell"]]
        if cell.data_type == "f":
            found.append(f'{where}: {text["sheet"]}!{text["cell"]} is a formula: {cell.value}')
        elif (cell.value or "") != text["text"]:
            found.append(f'{where}: {text["sheet"]}!{text["cell"]} is {cell.value!r}, and should be {text["text"]!r}')
    return found


def main():
    made = Path(sys.argv[1]).resolve()
    as_is, changed, out = made / "as-is", made / "changed", made / "changes"
    for folder in (as_is, changed, out):
        folder.mkdir(exist_ok=True)
    names = sorted(path.stem for path in made.glob("*.json"))
    told = {name: json.loads((made / f"{name}.json").read_text()) for name in names}
    compared, problems = {"cached": 0, "as it is": 0}, []

    for name in names:
        book = openpyxl.load_workbook(made / f"{name}.xlsx", data_only=True)
        count, found = differences(book, told[name]["expected"], f"{name} as written")
        compared["cached"] += count
        problems += found
        book = openpyxl.load_workbook(made / f"{name}.xlsx")
        for at, change in enumerate(told[name]["changes"]):
            before = []
            for cell in change["cells"]:
                target = book[cell["sheet"]][cell["cell"]]
                before.append((target, target.value))
                value = cell["value"]
                is_day = isinstance(value, dict)
                target.value = datetime.datetime.fromisoformat(value["day"]) if is_day else value
            book.save(out / f"{name}-{at:02}.xlsx")
            for target, value in before:
                target.value = value

    counted([made / f"{name}.xlsx" for name in names], as_is)
    for name in names:
        book = openpyxl.load_workbook(as_is / f"{name}.xlsx", data_only=True)
        count, found = differences(book, told[name]["expected"], f"{name} counted")
        compared["as it is"] += count
        problems += found
        book = openpyxl.load_workbook(as_is / f"{name}.xlsx")
        problems += is_row_of_other_texts(book, told[name]["texts"], name)
        compared["texts"] = compared.get("texts", 0) + len(told[name]["texts"])

    counted(sorted(out.glob("*.xlsx")), changed)
    for name in names:
        for at, change in enumerate(told[name]["changes"]):
            book = openpyxl.load_workbook(changed / f"{name}-{at:02}.xlsx", data_only=True)
            count, found = differences(book, change["expected"], f'{name}-{at:02} {change["what"]}')
            compared[change["what"]] = compared.get(change["what"], 0) + count
            problems += found

    alive = sum(told[name]["alive"] for name in names)
    still = sum(told[name]["still"] for name in names)
    changes = sum(len(told[name]["changes"]) for name in names)
    print(f"{len(names)} workbooks, {alive} steps that go on counting, {still} that do not, {changes} changes")
    print("compared:", ", ".join(f"{what} {count}" for what, count in compared.items()))
    print(f"{len(problems)} differences")
    for problem in problems[:40]:
        print(" ", problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    os.environ.setdefault("TZ", "UTC")
    main()
