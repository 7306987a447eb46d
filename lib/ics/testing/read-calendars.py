"""Reads calendar files (a JSON list of texts on stdin) with the icalendar package, for tests.

Each file is read twice: with the zones Python knows by their names, and with the rules the file itself brings along.
"""

import json
import sys
from datetime import timezone

# A folder with the packages, where no environment of our own could be made.
sys.path[:0] = [folder for folder in sys.argv[1:] if folder]

from icalendar import Calendar  # noqa: E402


def instant(value, zones):
    name = value.params.get("TZID")
    moment = value.dt
    if name and zones is not None:
        moment = moment.replace(tzinfo=zones[name])
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def entry(event, zones):
    return {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]),
        "startsAt": instant(event["DTSTART"], zones),
        "endsAt": instant(event["DTEND"], zones),
    }


def read(text):
    calendar = Calendar.from_ical(text)
    own = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}
    events = calendar.walk("VEVENT")
    broken = [error for event in events for error in event.errors]
    if broken:
        raise ValueError(broken)
    return [
        {"method": str(calendar["METHOD"]), "entries": [entry(event, zones) for event in events]}
        for zones in (None, own)
    ]


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
