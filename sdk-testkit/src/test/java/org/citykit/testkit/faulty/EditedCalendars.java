package org.citykit.testkit.faulty;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.EditableSource;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Revision;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;

/** Calendars that can be edited, one of them as it should be. */
public final class EditedCalendars {
    private EditedCalendars() {}

    public record Settings() {}

    /** Keeps every rule. */
    @Provider(id = "good-edited", settings = Settings.class)
    public static final class Good implements EventCalendar<Settings> {
        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new EditedSource();
        }
    }

    /** Shows an edit only much later. */
    @Provider(id = "shows-edits-late", settings = Settings.class)
    public static final class ShowsLate implements EventCalendar<Settings> {
        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new EditedSource() {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
                    held.values().stream().limit(1).forEach(sink::accept);
                    return Outcome.snapshot(Cursor.start());
                }
            };
        }
    }

    /** Lets the last editor win. */
    @Provider(id = "last-edit-wins", settings = Settings.class)
    public static final class LastWins implements EventCalendar<Settings> {
        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new EditedSource() {
                @Override
                void check(String id, Revision expected) {}
            };
        }
    }

    /** Works nowhere but in tests. */
    @Provider(id = "works-in-tests-alone", settings = Settings.class)
    public static final class WorksInTestsAlone implements EventCalendar<Settings> {
        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            if (context.moduleId().equals("live")) {
                throw new IllegalStateException("not here");
            }
            return new EditedSource();
        }
    }

    private static class EditedSource implements EditableSource<CalendarEvent> {
        final Map<String, CalendarEvent> held = new ConcurrentSkipListMap<>(
                Map.of("a", CalendarEvent.of("a").title(Text.of("en", "First")).on(LocalDate.of(2026, 5, 1))));
        private final Map<String, Revision> revisions = new ConcurrentSkipListMap<>();
        private int edits;

        @Override
        public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
            held.values().forEach(sink::accept);
            return Outcome.snapshot(Cursor.start());
        }

        @Override
        public Revision save(CalendarEvent item, Revision expected) {
            check(item.id(), expected);
            Revision next = new Revision("e" + ++edits);
            held.put(item.id(), item);
            revisions.put(item.id(), next);
            return next;
        }

        @Override
        public void delete(String id, Revision expected) {
            check(id, expected);
            held.remove(id);
            revisions.remove(id);
        }

        void check(String id, Revision expected) {
            if (!revisions.getOrDefault(id, Revision.NONE).equals(expected)) {
                throw new CityKitException(ApiError.REVISION_CONFLICT, "Somebody else was faster.");
            }
        }
    }
}
