package org.citykit.icalendar.bench;

import biweekly.Biweekly;
import biweekly.property.RecurrenceRule;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** One rule from one start, as the peers take it. Local times are UTC, so that nobody looks up offsets. */
final class Peers {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private Peers() {}

    static org.dmfs.rfc5545.recur.RecurrenceRule libRecur(String rule) {
        try {
            return new org.dmfs.rfc5545.recur.RecurrenceRule(rule);
        } catch (InvalidRecurrenceRuleException refused) {
            throw new IllegalStateException(refused);
        }
    }

    static DateTime libRecurStart(LocalDateTime start) {
        return new DateTime(
                UTC,
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond());
    }

    static RecurrenceRule biweekly(String rule) {
        return Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nRRULE:" + rule
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .first()
                .getEvents()
                .get(0)
                .getRecurrenceRule();
    }

    /** Adds up the next occurrences of lib-recur. */
    static long sum(RecurrenceRuleIterator found, int howMany) {
        long sum = 0;
        for (int i = 0; i < howMany && found.hasNext(); i++) {
            sum += found.nextMillis() / 1_000;
        }
        return sum;
    }

    /** Adds up the next occurrences of biweekly from a start, or from a later moment on. */
    @SuppressWarnings("JavaUtilDate")
    static long sum(RecurrenceRule rule, LocalDateTime start, LocalDateTime from, int howMany) {
        DateIterator found = rule.getDateIterator(Date.from(start.toInstant(ZoneOffset.UTC)), UTC);
        if (from.isAfter(start)) {
            found.advanceTo(Date.from(from.toInstant(ZoneOffset.UTC)));
        }
        long sum = 0;
        for (int i = 0; i < howMany && found.hasNext(); i++) {
            sum += found.next().getTime() / 1_000;
        }
        return sum;
    }
}
