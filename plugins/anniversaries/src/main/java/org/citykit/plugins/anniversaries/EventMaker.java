package org.citykit.plugins.anniversaries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.api.twinning.Agreement;

/** Makes the events of one signing: every year on its day, or the jubilees of a year whose day nobody knows. */
final class EventMaker {
    private static final List<Integer> JUBILEES =
            List.of(10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 125, 150, 175, 200);

    private final AnniversarySettings settings;
    private final CityNames names;
    private final Wording wording;
    private final int thisYear;

    /** @param thisYear the Gregorian year */
    EventMaker(AnniversarySettings settings, CityNames names, Wording wording, int thisYear) {
        this.thisYear = thisYear;
        this.settings = settings;
        this.names = names;
        this.wording = wording;
    }

    /**
     * The events of a signing.
     *
     * @param contradicted true if other sources give another date
     */
    List<CalendarEvent> events(Bond bond, Signing signing, boolean contradicted) {
        PartialDate date = signing.date();
        String id = Ids.part(bond.id(), key(date));
        if (date.isComplete()) {
            List<CalendarEvent> events = new ArrayList<>();
            events.add(yearly(id, bond, signing, contradicted));
            numbered(id, bond, signing, contradicted, events);
            return events;
        }
        List<CalendarEvent> events = new ArrayList<>();
        for (int years : settings.jubilees() ? JUBILEES : List.<Integer>of()) {
            if (Scales.knows(date, years)) {
                events.add(draft(id + "/" + years, bond, signing, contradicted)
                        .title(wording.jubilee(bond, names, years))
                        .when(new EventTime.AllDay(Scales.first(date, years), Scales.after(date, years))));
            }
        }
        return events;
    }

    private CalendarEvent yearly(String id, Bond bond, Signing signing, boolean contradicted) {
        return draft(id, bond, signing, contradicted)
                .title(wording.yearly(bond, names, signing.date()))
                .recurrence(new Recurrence(
                        List.of(rule(signing.date())),
                        List.of(),
                        List.of(signing.first().atStartOfDay()))) // the day itself is no anniversary yet
                .on(signing.first());
    }

    /** The anniversaries from last year on, as far ahead as is wanted, each with its number. */
    private void numbered(String id, Bond bond, Signing signing, boolean contradicted, List<CalendarEvent> events) {
        PartialDate date = signing.date();
        int last = thisYear + settings.yearsAhead();
        if (settings.yearsAhead() == 0) {
            return;
        }
        int years = Scales.yearsUntil(date, LocalDate.of(thisYear - 1, 1, 1));
        for (; Scales.knows(date, years) && Scales.anniversary(date, years).getYear() <= last; years++) {
            LocalDate day = Scales.anniversary(date, years);
            events.add(draft(id + "/" + years, bond, signing, contradicted)
                    .title(wording.jubilee(bond, names, years))
                    .replaces(new ReplacedOccurrence(id, day.atStartOfDay(), false))
                    .on(day));
        }
    }

    private CalendarEvent.Draft draft(String id, Bond bond, Signing signing, boolean contradicted) {
        return CalendarEvent.of(id)
                .kind(EventKind.ANNIVERSARY)
                .description(wording.description(signing, contradicted))
                .agreements(
                        bond.agreements().stream().map(Agreement::id).distinct().toList())
                .provenance(signing.sources().get(0));
    }

    /** Counts in the calendar of the date (RFC 7529); a day that not every year has moves to the one before. */
    private static String rule(PartialDate date) {
        boolean rare =
                switch (date.calendar()) {
                    case GREGORIAN -> date.month() == 2 && date.day() == 29;
                    case PERSIAN -> date.month() == 12 && date.day() == 30;
                    case ISLAMIC_UMALQURA, ISLAMIC_CIVIL -> date.day() == 30;
                };
        String scale = Scales.of(date.calendar()).name();
        if (rare) {
            return "RSCALE=" + scale + ";FREQ=YEARLY;SKIP=BACKWARD";
        }
        return date.calendar() == CalendarSystem.GREGORIAN ? "FREQ=YEARLY" : "RSCALE=" + scale + ";FREQ=YEARLY";
    }

    private static String key(PartialDate date) {
        String plain = new PartialDate(date.calendar(), date.year(), date.month(), date.day(), false, false, "").edtf();
        return date.calendar() == CalendarSystem.GREGORIAN
                ? plain
                : date.calendar().key() + "-" + plain;
    }
}
