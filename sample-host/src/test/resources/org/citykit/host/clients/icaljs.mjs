// Lists the occurrences of a calendar as ical.js sees them.
// usage: node icaljs.mjs MODULES FILE FROM TO ZONE; prints "start<TAB>summary" a line, in the zone, whole days as days
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, file, from, to, zone] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + '/'));
const ICAL = (await import(pathToFileURL(require.resolve('ical.js')))).default;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
for (const definition of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(new ICAL.Timezone(definition));
}
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

function here(time) {
  if (time.isDate) {
    return time.toString();
  }
  const parts = Object.fromEntries(clock.formatToParts(time.toJSDate()).map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component));
const series = events.filter(event => !event.isRecurrenceException());
for (const exception of events.filter(event => event.isRecurrenceException())) {
  series.find(event => event.uid === exception.uid).relateException(exception);
}
for (const event of series) {
  if (!event.isRecurring()) {
    print(event.startDate, event.endDate, event.summary);
    continue;
  }
  const dates = event.iterator();
  for (let next = dates.next(); next; next = dates.next()) {
    if (next.toString().slice(0, 10) > to) {
      break;
    }
    const found = event.getOccurrenceDetails(next);
    print(found.startDate, found.endDate, found.item.summary);
  }
}

function print(start, end, summary) {
  const text = here(start);
  if (text < to && here(end) > from) {
    console.log(`${text}\t${summary}`);
  }
}
