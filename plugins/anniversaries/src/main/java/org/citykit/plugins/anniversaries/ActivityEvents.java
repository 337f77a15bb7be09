package org.citykit.plugins.anniversaries;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.citykit.api.Defect;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventTime;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.Field;
import org.citykit.icalendar.dates.UnknownDateException;

/**
 * Makes events of what is done under a bond: visits of delegations, festivals, exchanges. A day is a day; of what is only
 * known by its month the event takes the whole month; what is only known by its year makes none, for nothing that is done
 * takes a year.
 */
final class ActivityEvents {
    /** What a visit is called, folded to lower case. */
    private static final List<String> VISITS =
            List.of("delegation", "visit", "هیئت", "هیأت", "بازدید", "دیدار", "سفر", "وفد", "زيارة", "زیارت");

    private static final Map<Field, EventKind> KINDS = Map.of(
            Field.FESTIVALS, EventKind.FESTIVAL,
            Field.CULTURE, EventKind.CULTURAL,
            Field.SPORT, EventKind.SPORT,
            Field.EDUCATION, EventKind.EXCHANGE,
            Field.TECHNOLOGY, EventKind.TRAINING,
            Field.PEACE, EventKind.MEMORIAL);

    private final Wording wording;
    private final int lastYear;

    /** @param lastYear what begins after this Gregorian year is left for later */
    ActivityEvents(Wording wording, int lastYear) {
        this.wording = wording;
        this.lastYear = lastYear;
    }

    /**
     * The events of a bond, one for each thing that was done, however many registries tell of it.
     *
     * @param defects hears of dates that no calendar has
     */
    void events(Bond bond, Consumer<CalendarEvent> events, Consumer<Defect> defects) {
        Set<String> told = new HashSet<>();
        for (Agreement agreement : bond.agreements()) {
            for (Activity activity : agreement.activities()) {
                Optional<PartialDate> at = activity.at().filter(date -> date.month() != 0);
                if (at.isPresent()
                        && told.add(Ids.named(
                                activity.title().original() + "\n" + at.get().edtf()))) {
                    try {
                        event(bond, activity, at.get()).ifPresent(events);
                    } catch (InvalidValueException | UnknownDateException unusable) {
                        defects.accept(new Defect(
                                "agreement " + agreement.id(),
                                0,
                                0,
                                "the activity of " + at.get().edtf() + " makes no event: "
                                        + Wording.oneLine(String.valueOf(unusable.getMessage()))));
                    }
                }
            }
        }
    }

    private Optional<CalendarEvent> event(Bond bond, Activity activity, PartialDate date) {
        EventTime.AllDay when = new EventTime.AllDay(Scales.first(date, 0), Scales.after(date, 0));
        if (when.start().getYear() > lastYear) {
            return Optional.empty();
        }
        String name = Ids.named(activity.title().original() + "\n" + date.edtf());
        CalendarEvent.Draft draft = CalendarEvent.of(Ids.part(bond.id(), "done-" + name))
                .kind(kind(activity))
                .title(activity.title())
                .description(wording.activity(activity, date))
                .agreements(
                        bond.agreements().stream().map(Agreement::id).distinct().toList())
                .provenance(activity.provenance());
        return Optional.of(draft.when(when));
    }

    private static EventKind kind(Activity activity) {
        boolean visit = activity.title().texts().values().stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .anyMatch(title -> VISITS.stream().anyMatch(title::contains));
        if (visit) {
            return EventKind.DELEGATION;
        }
        return activity.fields().stream()
                .sorted()
                .flatMap(field -> Optional.ofNullable(KINDS.get(field)).stream())
                .findFirst()
                .orElse(EventKind.OTHER);
    }
}
