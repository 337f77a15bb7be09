package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares rules made by chance, in every calendar and frequency, with a walk over every day and second. */
class RulesAgainstWalkTests {
    private static final Budget AMPLE = new Budget(50_000_000, 2_000_000);
    private static final int RULES = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GREGORIAN",
                "PERSIAN",
                "ISLAMIC-UMALQURA",
                "ISLAMIC-CIVIL",
                "ISLAMIC-TBLA",
                "HEBREW",
                "ETHIOPIC",
                "ETHIOPIC-AMETE-ALEM",
                "COPTIC",
                "INDIAN",
                "CHINESE",
                "DANGI"
            })
    void theEngineFindsWhatAWalkOverEveryDayFinds(String scale) {
        RandomRules rules = new RandomRules(scale.hashCode());
        Random random = new Random(7);
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (Frequency frequency : Frequency.values()) {
            for (int i = 0; i < RULES * (scale.equals("GREGORIAN") ? 4 : 1); i++) {
                String rule = rules.next(scale, frequency);
                LocalDateTime start = LocalDate.of(1995, 1, 1)
                        .plusDays(random.nextInt(9_000))
                        .atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
                compared += compare(RecurrenceRule.parse(rule), start, random, different);
            }
        }

        assertEquals(List.of(), different, () -> String.join("\n", different));
        assertFalse(compared < 300, "only " + compared + " occurrences were compared");
    }

    private static int compare(RecurrenceRule rule, LocalDateTime start, Random random, List<String> different) {
        LocalDateTime end = start.plusDays(
                switch (rule.frequency()) {
                    case SECONDLY -> 1;
                    case MINUTELY -> 15;
                    case HOURLY -> 300;
                    default -> 2_500;
                });
        long last = end.toEpochSecond(ZoneOffset.UTC) - 1;
        List<Long> expected = new NaiveRule(rule, start).until(last);
        RecurrenceSet set =
                RecurrenceSet.from(DateOrDateTime.floating(start)).rule(rule).build();
        if (!seconds(set.expand(start, end, AMPLE)).equals(expected)) {
            different.add(rule + " from " + start + "\n  walk   " + shown(expected) + "\n  engine "
                    + shown(seconds(set.expand(start, end, AMPLE))));
        }
        long span = last - start.toEpochSecond(ZoneOffset.UTC);
        LocalDateTime from = start.plusSeconds((long) (random.nextDouble() * span));
        LocalDateTime to = from.plusSeconds((long) (random.nextDouble() * span / 10));
        if (to.isAfter(end)) {
            to = end;
        }
        long low = from.toEpochSecond(ZoneOffset.UTC);
        long high = to.toEpochSecond(ZoneOffset.UTC);
        List<Long> within = expected.stream()
                .filter(second -> second >= low && second < high)
                .toList();
        if (!seconds(set.expand(from, to, AMPLE)).equals(within)) {
            different.add(rule + " from " + start + " window " + from + " to " + to + "\n  walk   " + shown(within)
                    + "\n  engine " + shown(seconds(set.expand(from, to, AMPLE))));
        }
        return expected.size();
    }

    private static List<Long> seconds(Expansion found) {
        assertFalse(found.truncated());
        return found.starts().stream()
                .map(each -> each.local().toEpochSecond(ZoneOffset.UTC))
                .toList();
    }

    private static String shown(List<Long> seconds) {
        return seconds.size() + " "
                + seconds.stream()
                        .limit(8)
                        .map(each -> LocalDateTime.ofEpochSecond(each, 0, ZoneOffset.UTC))
                        .toList();
    }
}
