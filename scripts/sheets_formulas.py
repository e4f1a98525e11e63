"""Has the Python package formulas count workbooks anew and compares every date with ours.

    sheets_formulas.py FOLDER COUNT

FOLDER is what sheets.py has worked on. Counted are so many of its workbooks, the first ones, as they are and after one change.

The package has a WORKDAY.INTL that knows no start on a day off: numpy, which it asks, refuses one. In its place stands a loop
over the days, as ECMA-376 puts the function; all other functions are the package's own.
"""

import datetime
import json
import sys
from pathlib import Path

import formulas
from formulas.functions import date as dates
from formulas.functions import get_functions, raise_errors, wrap_ufunc

EPOCH = datetime.date(1899, 12, 30)


def workday_intl(start, count, weekend, off=()):
    """So many working days after a day, or before it; a 1 in the week, from Monday, is a day off."""
    raise_errors(start)
    raise_errors(count)
    day = datetime.date(*dates.xday(start, slice(0, 3)))
    left = int(float(count))
    step = 1 if left > 0 else -1
    while left:
        day += datetime.timedelta(days=step)
        if str(weekend)[day.weekday()] == "0" and day not in off:
            left -= step
    return dates.xdate(day.year, day.month, day.day)


def day(value):
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return (EPOCH + datetime.timedelta(days=int(value))).isoformat()
    text = str(value)
    return None if text in ("", "empty") else text


def differences(path, expected, where):
    """Counts a workbook; says how many dates there were, and which are others."""
    cells = formulas.ExcelModel().loads(str(path)).finish(circular=False).calculate()
    found = []
    for cell in expected:
        # Of a cell with nothing in it there is none.
        counted = cells.get(f"'[{path.name}]{cell['sheet'].upper()}'!{cell['cell']}")
        value = None if counted is None else day(counted.value[0, 0])
        if value != cell["day"]:
            found.append(f'{where}: {cell["sheet"]}!{cell["cell"]} is {value}, and should be {cell["day"]}')
    return len(expected), found


def main():
    made, most = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    own = {"input_parser": lambda *a: a, "check_error": lambda *a: None, "excluded": {3}}
    get_functions()["WORKDAY.INTL"] = wrap_ufunc(workday_intl, args_parser=dates.args_xworkday_intl, **own)
    names = sorted(path.stem for path in made.glob("[0-9]*.json"))[:most]
    as_is, changed, problems = 0, 0, []
    for name in names:
        told = json.loads((made / f"{name}.json").read_text())
        count, found = differences(made / f"{name}.xlsx", told["expected"], name)
        as_is += count
        problems += found
        for at, change in enumerate(told["changes"][:1]):
            where = f'{name}-{at:02} {change["what"]}'
            count, found = differences(made / "changes" / f"{name}-{at:02}.xlsx", change["expected"], where)
            changed += count
            problems += found
        print(f"  {name} counted", flush=True)
    if not as_is or not changed:
        sys.exit("No dates were compared.")
    print(f"formulas {formulas.__version__}: {len(names)} workbooks, {as_is} dates as they are, {changed} after changes")
    print(f"{len(problems)} differences")
    for problem in problems[:40]:
        print(" ", problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
