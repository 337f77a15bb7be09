package org.citykit.icalendar.recur;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes valid rules by chance; the same seed gives the same rules. */
final class RandomRules {
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    String next(String scale, Frequency frequency) {
        StringBuilder rule = new StringBuilder("RSCALE=" + scale + ";FREQ=" + frequency);
        if (chance(2)) {
            rule.append(";INTERVAL=").append(chance(4) ? 1 + random.nextInt(40) : 2 + random.nextInt(3));
        }
        boolean yearly = frequency == Frequency.YEARLY;
        boolean weeks = yearly && chance(4);
        if (chance(3)) {
            int most = scale.contains("COPTIC") || scale.contains("ETHIOPIC") ? 13 : 12;
            String leap = scale.equals("HEBREW") && chance(2) ? ",5L" : scale.equals("CHINESE") ? ",2L,4L,5L" : "";
            rule.append(";BYMONTH=").append(list(1, most)).append(leap);
        }
        if (weeks) {
            rule.append(";BYWEEKNO=").append(signed(53));
        } else if (frequency != Frequency.WEEKLY && chance(3)) {
            rule.append(";BYMONTHDAY=").append(signed(31));
        } else if ((yearly || frequency.isClock()) && chance(4)) {
            rule.append(";BYYEARDAY=").append(signed(366));
        }
        if (chance(2)) {
            boolean ordinals = ((yearly && !weeks) || frequency == Frequency.MONTHLY) && chance(2);
            rule.append(";BYDAY=").append(weekdays(ordinals ? yearly ? 53 : 5 : 0));
        }
        times(rule, frequency);
        if (chance(3)) {
            rule.append(";BYSETPOS=").append(signed(chance(2) ? 3 : 10));
        }
        if (chance(3)) {
            rule.append(";WKST=").append(DAYS[random.nextInt(7)]);
        }
        if (chance(3)) {
            rule.append(";COUNT=").append(1 + random.nextInt(40));
        }
        return rule.toString();
    }

    private void times(StringBuilder rule, Frequency frequency) {
        if (chance(4)) {
            rule.append(";BYHOUR=").append(list(0, 23));
        }
        if (chance(6)) {
            rule.append(";BYMINUTE=").append(list(0, 59));
        }
        if (chance(8) || frequency == Frequency.SECONDLY) {
            rule.append(";BYSECOND=").append(list(0, 59));
        }
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String list(int least, int most) {
        return random.ints(1 + random.nextInt(4), least, most + 1)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private String signed(int most) {
        return Stream.generate(() -> 1 + random.nextInt(most))
                .limit(1 + random.nextInt(4))
                .map(number -> chance(3) ? "-" + number : Integer.toString(number))
                .collect(Collectors.joining(","));
    }

    private String weekdays(int mostOrdinal) {
        return Stream.generate(() -> DAYS[random.nextInt(7)])
                .limit(1 + random.nextInt(3))
                .map(day -> mostOrdinal == 0 || chance(3) ? day : signedOne(mostOrdinal) + day)
                .collect(Collectors.joining(","));
    }

    private String signedOne(int most) {
        int number = 1 + random.nextInt(most);
        return chance(3) ? "-" + number : Integer.toString(number);
    }
}
