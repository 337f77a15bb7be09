package org.citykit.plugins.ical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Limits;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReachedLimit;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.time.DateOrDateTime;

/** Reads inputs into copies of events, by UID. Confined to one fetch. */
final class CalendarIntake {
    private static final String EVENT = "VEVENT";
    /** What makes the rest of an input invisible; the others leave out a line or an inner component. */
    private static final Set<ReachedLimit> CUT_OFF =
            Set.of(ReachedLimit.BYTES, ReachedLimit.COMPONENTS, ReachedLimit.PROPERTIES);

    private final IcalSettings settings;
    private final ReadLimits limits;
    private final Complaints complaints;
    private final Map<String, List<EventCopy>> families = new LinkedHashMap<>();

    CalendarIntake(IcalSettings settings, Limits limits, Complaints complaints) {
        this.settings = settings;
        this.limits = ReadLimits.standard().withBytes(limits.bytes()).withDefects(Math.max(1, limits.defects()));
        this.complaints = complaints;
    }

    /** The copies of each UID in the order in which they were read. */
    Map<String, List<EventCopy>> families() {
        return families;
    }

    /**
     * Reads an input.
     *
     * @throws CityKitException if it is no calendar, or longer than may be read
     */
    void read(Input input) throws IOException, InterruptedException {
        CalendarDocument document = CalendarReader.read(input.octets(), limits);
        refuseWhatIsNoCalendar(input, document);
        document.defects().forEach(found -> complaints.add(input.where(), found));
        long untold = document.defectCount() - document.defects().size();
        if (untold > 0) {
            complaints.add(input.where(), 0, 0, "has " + untold + " more defects that are not listed");
        }
        for (Component calendar : document.calendars()) {
            Origin origin = Origin.of(calendar, input.where(), settings.languageTag());
            for (Component event : calendar.components(EVENT)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("The time for this fetch is up.");
                }
                take(VEvent.of(event, origin.zones()), origin);
            }
        }
    }

    private static void refuseWhatIsNoCalendar(Input input, CalendarDocument document) {
        boolean calendar = document.calendars().stream().anyMatch(each -> each.line() > 0)
                || !document.components(EVENT).isEmpty();
        if (!calendar) {
            throw new CityKitException(
                    ApiError.DATA_UNREADABLE,
                    "'" + input.where()
                            + "' holds no iCalendar: there is no BEGIN:VCALENDAR in it. Check that it is the"
                            + " address of the calendar itself and not of a page about it.");
        }
        if (document.reachedLimits().stream().anyMatch(CUT_OFF::contains)) {
            throw new CityKitException(
                    ApiError.LIMIT_EXCEEDED,
                    "'" + input.where() + "' is larger than may be read (" + document.reachedLimits()
                            + "), so part of it would be lost. Ask its publisher for smaller calendars.");
        }
    }

    private void take(VEvent event, Origin origin) {
        event.defects().forEach(found -> complaints.add(origin.where(), found));
        if (event.start().isEmpty()) {
            complaints.add(
                    origin.where(),
                    event.component().line(),
                    1,
                    "the event is left out: no DTSTART can be read from it");
            return;
        }
        DateOrDateTime start = event.start().get();
        String uid = event.uid().orElseGet(() -> Ids.withoutUid(event));
        families.computeIfAbsent(uid, first -> new ArrayList<>(1)).add(new EventCopy(origin, event, start));
    }
}
