// Lists the occurrences of a calendar as rrule sees its rules. It knows rules, not calendars: reading the lines, taking
// overrides in place of what they replace, and the length of an event are this script's part.
// usage: node rrule.mjs MODULES FILE FROM TO ZONE; prints "start<TAB>zone<TAB>summary", as the clocks of the zone show it
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, file, from, to] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + '/'));
const { RRule, RRuleSet } = require('rrule');

const lines = readFileSync(file, 'utf8').replace(/\r\n[ \t]/g, '').split('\r\n');
const events = [];
let event = null;
for (const line of lines) {
  if (line === 'BEGIN:VEVENT') {
    event = [];
  } else if (line === 'END:VEVENT') {
    events.push(event);
    event = null;
  } else if (event) {
    const [, name, parameters, value] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line);
    event.push({ name, value, zone: /;TZID=([^;]*)/.exec(parameters)?.[1] ?? (value.endsWith('Z') ? 'UTC' : '') });
  }
}
const all = (properties, name) => properties.filter(property => property.name === name);
const one = (properties, name) => all(properties, name)[0];

// local times stand in the fields of UTC, as the library wants it
function local(text) {
  const [, year, month, day, , hour = '0', minute = '0'] = /^(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d))?/.exec(text);
  return new Date(Date.UTC(+year, month - 1, +day, +hour, +minute));
}

// rrule reads UNTIL as a local time too; it is in UTC where the start is zoned
function until(rule, zone) {
  return rule.replace(/UNTIL=(\d{8}T\d{6})Z/, (whole, text) => {
    if (!zone || zone === 'UTC') {
      return whole;
    }
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    return 'UNTIL=' + clock.format(local(text)).replace(/[-:]/g, '').replace(' ', 'T') + 'Z';
  });
}

const replaced = new Map();
for (const properties of events.filter(properties => one(properties, 'RECURRENCE-ID'))) {
  replaced.set(one(properties, 'UID').value + one(properties, 'RECURRENCE-ID').value, true);
  print(local(one(properties, 'DTSTART').value), properties);
}
for (const properties of events.filter(properties => !one(properties, 'RECURRENCE-ID'))) {
  const start = one(properties, 'DTSTART');
  const set = new RRuleSet();
  for (const rule of all(properties, 'RRULE')) {
    set.rrule(new RRule({ ...RRule.parseString(until(rule.value, start.zone)), dtstart: local(start.value) }));
  }
  if (all(properties, 'RRULE').length === 0) {
    set.rdate(local(start.value));
  }
  for (const date of all(properties, 'RDATE').flatMap(dates => dates.value.split(','))) {
    set.rdate(local(date));
  }
  for (const date of all(properties, 'EXDATE').flatMap(dates => dates.value.split(','))) {
    set.exdate(local(date));
  }
  const day = 86400000;
  for (const found of set.between(new Date(Date.parse(from) - 5 * day), new Date(Date.parse(to) + day), true)) {
    const stamp = found.toISOString().replace(/[-:]|\.\d+/g, '');
    const text = start.value.length === 8 ? stamp.slice(0, 8) : stamp.replace(/Z$/, start.zone === 'UTC' ? 'Z' : '');
    if (!replaced.has(one(properties, 'UID').value + text)) {
      print(found, properties);
    }
  }
}

function print(start, properties) {
  const whole = one(properties, 'DTSTART').value.length === 8;
  const text = start.toISOString().slice(0, whole ? 10 : 16);
  const summary = one(properties, 'SUMMARY').value.replace(/\\([,;\\])/g, '$1');
  console.log(`${text}\t${one(properties, 'DTSTART').zone}\t${summary}`);
}
