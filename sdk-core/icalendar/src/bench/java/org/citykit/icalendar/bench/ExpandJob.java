package org.citykit.icalendar.bench;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One expansion: how many occurrences of a rule, from its start or from a moment long after it. */
public enum ExpandJob {
    DAILY_10000("FREQ=DAILY;COUNT=10000", 2000, 10_000),
    MONTHLY_1000("FREQ=MONTHLY;BYDAY=1FR,3FR;COUNT=1000", 2000, 1_000),
    YEARLY_400("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=400", 2000, 400),
    WEEKLY_1990("FREQ=WEEKLY", 1990, 0),
    HOURLY_2000("FREQ=HOURLY", 2000, 0),
    SECONDLY_2020("FREQ=SECONDLY", 2020, 0),
    MINUTELY_BY_2000("FREQ=MINUTELY;BYMONTH=1;BYHOUR=9", 2000, 0);

    private static final LocalDateTime LATER = LocalDateTime.of(2026, 9, 1, 0, 0);

    private final String rule;
    private final LocalDateTime start;
    private final int all;

    /**
     * Made of a rule.
     *
     * @param all how many it has from its start on; 0 asks for the first one after {@link #LATER}
     */
    ExpandJob(String rule, int year, int all) {
        this.rule = rule;
        this.start = LocalDateTime.of(year, 1, 1, 9, 0);
        this.all = all;
    }

    static List<ExpandJob> all(boolean far) {
        return Arrays.stream(values()).filter(job -> job.isFar() == far).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isFar() {
        return all == 0;
    }

    String rule() {
        return rule;
    }

    LocalDateTime start() {
        return start;
    }

    LocalDateTime from() {
        return isFar() ? LATER : start;
    }

    int howMany() {
        return Math.max(1, all);
    }
}
