package org.citykit.icalendar.recur;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** Reads files of recurrence cases: blocks of RRULE, DTSTART and INSTANCES. */
final class ConformanceCases {
    private ConformanceCases() {}

    record Case(String name, String rule, String start, String instances) {
        boolean isRefused() {
            return instances.startsWith("***");
        }

        List<String> expected() {
            return instances.isEmpty() ? List.of() : List.of(instances.split(",", -1));
        }

        /** Reads the start, which may stand behind parameters as {@code ;TZID=Europe/Paris:19970902T090000}. */
        private DateOrDateTime startPoint() {
            DateOrDateTime point = DateOrDateTime.parse(start.substring(start.lastIndexOf(':') + 1));
            int zone = start.indexOf(";TZID=");
            return zone < 0
                    ? point
                    : point.in(CalendarZone.of(ZoneId.of(start.substring(zone + 6, start.lastIndexOf(':')))));
        }

        RecurrenceSet set() {
            return RecurrenceSet.from(startPoint())
                    .rule(RecurrenceRule.parse(rule))
                    .build();
        }
    }

    static List<Case> read(Path path) throws IOException {
        List<Case> cases = new ArrayList<>();
        String rule = "";
        String start = "";
        int line = 0;
        for (String text : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            line++;
            if (text.startsWith("RRULE:")) {
                rule = text.substring(6).strip();
            } else if (text.startsWith("DTSTART:") || text.startsWith("DTSTART;")) {
                start = text.substring(7).strip();
            } else if (text.startsWith("INSTANCES:")) {
                cases.add(new Case(
                        "line " + line + " " + rule,
                        rule,
                        start,
                        text.substring(10).strip()));
            }
        }
        return cases;
    }

    /** Returns what the engine makes of a case, in the form of the expected text. */
    static String outcome(Case each) {
        try {
            int wanted = each.expected().size() + 1;
            Expansion expansion = each.set().first(wanted, Budget.standard());
            return String.join(
                    ",", expansion.starts().stream().map(DateOrDateTime::toText).toList());
        } catch (RecurrenceRuleException refused) {
            return "*** " + refused.reason();
        }
    }

    static boolean passes(Case each) {
        String outcome = outcome(each);
        return each.isRefused() ? outcome.equals("*** UNSUPPORTED") : outcome.equals(each.instances());
    }

    static Stream<Case> failing(List<Case> cases) {
        return cases.stream().filter(each -> !passes(each));
    }
}
