package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What expansions take from the heap, in octets, ordinary and hostile ones. */
class AllocationTests {
    private static final long HOSTILE = 32L << 20;
    private static final long ORDINARY = 16L << 10;
    private static final LocalDateTime FROM = LocalDateTime.parse("2026-09-01T00:00");

    @Test
    void tenThousandDaysTakeNoMoreThanTheirNumbers() {
        RecurrenceSet daily = set("20000101T090000", "FREQ=DAILY;COUNT=10000");

        long octets = octets(() -> daily.first(10_000, Budget.standard()));

        assertTrue(octets < 10_000 * 8 * 4, () -> octets + " octets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "FREQ=HOURLY",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;BYMONTH=1;BYHOUR=9",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "FREQ=MONTHLY;BYDAY=1FR,3FR",
                "RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
            })
    void aJumpOverACenturyTakesLittle(String rule) {
        RecurrenceSet set = set("19200101T090000", rule);

        long octets = octets(() -> set.next(FROM.toInstant(ZoneOffset.UTC), CalendarZone.UTC, 1, Budget.standard()));

        assertTrue(octets < ORDINARY, () -> octets + " octets");
    }

    @Test
    void hostileRulesTakeLittle() {
        String dense = "FREQ=YEARLY;BYYEARDAY=" + list(1, 366) + ";BYHOUR=" + list(0, 23) + ";BYMINUTE=" + list(0, 59)
                + ";BYSECOND=" + list(0, 59);
        for (String rule : new String[] {
            dense,
            dense + ";BYSETPOS=-1",
            "FREQ=SECONDLY;COUNT=2147483647;BYMONTH=1,3",
            "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;INTERVAL=2147483647",
        }) {
            RecurrenceSet set = set("20000101T000000", rule);

            long octets = octets(() -> set.expand(FROM, FROM.plusMonths(1), Budget.standard()));

            assertTrue(octets < HOSTILE, () -> rule.substring(0, 15) + " " + octets + " octets");
        }
    }

    @Test
    void halfAMillionExceptionsAreNotCopiedForAnExpansion() {
        RecurrenceSet.Builder builder = RecurrenceSet.from(DateOrDateTime.parse("20200101T000000Z"))
                .rule(RecurrenceRule.parse("FREQ=MINUTELY"));
        Instant first = FROM.toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 500_000; i++) {
            builder.exclude(DateOrDateTime.of(first.plusSeconds(60L * i)));
        }
        RecurrenceSet set = builder.build();

        long octets = octets(() -> set.expand(first, first.plusSeconds(86_400), CalendarZone.UTC, Budget.standard()));

        assertTrue(octets < ORDINARY, () -> octets + " octets");
    }

    /** Measures the second run, because the first loads classes. */
    private static long octets(Supplier<Expansion> work) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        int found = 0;
        for (int round = 0; round < 2; round++) {
            before = thread.getCurrentThreadAllocatedBytes();
            found += work.get().size();
        }
        long octets = thread.getCurrentThreadAllocatedBytes() - before;
        assertTrue(found % 2 == 0, "two rounds find the same");
        return octets;
    }

    private static String list(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static RecurrenceSet set(String start, String rule) {
        return RecurrenceSet.from(DateOrDateTime.parse(start))
                .rule(RecurrenceRule.parse(rule))
                .build();
    }
}
