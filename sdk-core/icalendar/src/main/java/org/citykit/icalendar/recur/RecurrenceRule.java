package org.citykit.icalendar.recur;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * A recurrence rule (RFC 5545 §3.3.10) in any calendar scale (RFC 7529). Immutable.
 *
 * <p>Where the standard leaves room: a yearly rule with BYMONTHDAY but neither BYMONTH nor BYDAY stays in the month of
 * DTSTART; BYWEEKNO without BYDAY takes the weekday of DTSTART, and its year is the year of the week; an ordinal in
 * BYDAY counts in monthly and yearly rules and is passed over elsewhere; second 60 is second 59.
 */
public final class RecurrenceRule {
    private final RuleParts parts;

    RecurrenceRule(RuleParts parts) {
        this.parts = parts;
    }

    /**
     * Reads a rule. Lower case, white space around parts and a trailing semicolon are accepted; parts whose names begin with
     * {@code X-} and limits that are empty are passed over; UNTIL may have the separators of ISO 8601.
     *
     * @param text the value of an RRULE
     * @return the rule
     * @throws RecurrenceRuleException if the text is no rule, or asks for what this library does not compute
     */
    public static RecurrenceRule parse(String text) {
        return new RecurrenceRule(new RuleParser(text).parse());
    }

    /**
     * Counts the same rule in another table of its calendar, as one with announced moon sightings.
     *
     * @param scale a scale of the same name
     * @return the rule; its text is the same
     * @throws IllegalArgumentException if the name is another
     */
    public RecurrenceRule countedIn(CalendarScale scale) {
        if (!scale.name().equals(parts.scale.name())) {
            throw new IllegalArgumentException(
                    "A rule of " + parts.scale.name() + " is not counted in " + scale.name());
        }
        RuleParts other = new RuleParser(toText()).parse();
        other.scale = scale;
        return new RecurrenceRule(other);
    }

    RuleParts parts() {
        return parts;
    }

    /**
     * Returns the length of a period.
     *
     * @return the frequency
     */
    public Frequency frequency() {
        return parts.frequency;
    }

    /**
     * Returns how many periods lie from one to the next that counts.
     *
     * @return at least 1
     */
    public int interval() {
        return parts.interval;
    }

    /**
     * Returns how many occurrences there are in all.
     *
     * @return at least 1, or empty
     */
    public OptionalInt count() {
        return parts.count == 0 ? OptionalInt.empty() : OptionalInt.of(parts.count);
    }

    /**
     * Returns the last moment an occurrence may have.
     *
     * @return the bound as written, or empty
     */
    public Optional<DateOrDateTime> until() {
        return Optional.ofNullable(parts.until);
    }

    /**
     * Returns the calendar in which days, months and years are counted.
     *
     * @return the scale, Gregorian unless RSCALE says otherwise
     */
    public CalendarScale scale() {
        return parts.scale;
    }

    /**
     * Returns what becomes of dates that do not exist.
     *
     * @return the choice, OMIT by default
     */
    public Skip skip() {
        return parts.skip;
    }

    /**
     * Returns the first day of the week.
     *
     * @return the weekday, Monday by default
     */
    public DayOfWeek weekStart() {
        return DayOfWeek.of(parts.weekStart + 1);
    }

    /**
     * Returns the entries of BYDAY.
     *
     * @return the entries, none if absent
     */
    public List<WeekdayPart> byDay() {
        return parts.byDay;
    }

    /**
     * Writes the rule in a fixed order of parts.
     *
     * @return the text of RFC 5545
     */
    public String toText() {
        StringBuilder text = new StringBuilder();
        if (parts.scaleNamed) {
            text.append("RSCALE=").append(parts.scale.name()).append(';');
        }
        text.append("FREQ=").append(parts.frequency);
        until().ifPresent(until -> text.append(";UNTIL=").append(until.toText()));
        count().ifPresent(count -> text.append(";COUNT=").append(count));
        if (parts.interval != 1) {
            text.append(";INTERVAL=").append(parts.interval);
        }
        list(text, "BYSECOND", parts.bySecond);
        list(text, "BYMINUTE", parts.byMinute);
        list(text, "BYHOUR", parts.byHour);
        if (!parts.byDay.isEmpty()) {
            text.append(
                    parts.byDay.stream().map(WeekdayPart::toString).collect(Collectors.joining(",", ";BYDAY=", "")));
        }
        list(text, "BYMONTHDAY", parts.byMonthDay);
        list(text, "BYYEARDAY", parts.byYearDay);
        list(text, "BYWEEKNO", parts.byWeekNo);
        if (parts.byMonth.length > 0) {
            text.append(IntStream.of(parts.byMonth)
                    .mapToObj(code -> code / 2 + (code % 2 == 1 ? "L" : ""))
                    .collect(Collectors.joining(",", ";BYMONTH=", "")));
        }
        list(text, "BYSETPOS", parts.bySetPos);
        if (parts.weekStart != 0) {
            text.append(";WKST=").append(WeekdayPart.code(weekStart()));
        }
        if (parts.skip != Skip.OMIT) {
            text.append(";SKIP=").append(parts.skip);
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String name, int[] values) {
        if (values.length > 0) {
            text.append(IntStream.of(values)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",", ";" + name + "=", "")));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurrenceRule that
                && parts.scale.equals(that.parts.scale)
                && toText().equals(that.toText());
    }

    @Override
    public int hashCode() {
        return toText().hashCode();
    }

    /** Returns the text of the rule. */
    @Override
    public String toString() {
        return toText();
    }
}
