"""Lists the occurrences of a calendar as python3-icalendar and python3-recurring-ical-events see them.

usage: recurring.py FILE FROM TO ZONE; prints "start<TAB>summary" a line, in the zone, whole days as days
"""
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

path, first, last, zone = sys.argv[1:]
with open(path, "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
here = ZoneInfo(zone)
span = [datetime.fromisoformat(day).replace(tzinfo=here) for day in (first, last)]
for event in recurring_ical_events.of(calendar).between(*span):
    start = event["DTSTART"].dt
    if isinstance(start, datetime):
        text = start.astimezone(here).strftime("%Y-%m-%dT%H:%M")
    else:
        text = start.isoformat()
    print(text, str(event["SUMMARY"]), sep="\t")
