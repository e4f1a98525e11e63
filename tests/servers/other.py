"""Another program on the team's list, by the library that many use: it ticks tasks off, writes into them, tells of them.

other.py LIST USER PASSWORD (tick NAME | note NAME TEXT | list)
"""

import json
import sys

import caldav

LIST, USER, PASSWORD, COMMAND, *REST = sys.argv[1:]


def main():
    with caldav.DAVClient(url=LIST, username=USER, password=PASSWORD) as client:
        tasks = client.calendar(url=LIST).todos(include_completed=True)
        if COMMAND == "list":
            print(json.dumps([told(task) for task in tasks]))
            return
        task = next(task for task in tasks if str(task.icalendar_component["SUMMARY"]) == REST[0])
        if COMMAND == "tick":
            task.complete()
        else:
            task.icalendar_component.add("comment", REST[1])
            task.save()


def told(task):
    said = task.icalendar_component
    return {
        "name": str(said["SUMMARY"]),
        "due": said["DUE"].dt.isoformat(),
        "status": str(said["STATUS"]),
        "comment": str(said.get("COMMENT", "")),
    }


main()
