package org.citykit.testkit.faulty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.citykit.api.Fetched;
import org.citykit.api.PluginContext;
import org.citykit.api.Provenance;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.testkit.faulty.LineCalendar.Settings;

/** Calendars that break a rule of what items say. */
public final class FaultyItems {
    private FaultyItems() {}

    /** Reads UTF-8 as ASCII. */
    @Provider(id = "guesses-encodings", settings = Settings.class)
    public static final class GuessesEncodings extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                String text(Fetched input) {
                    try {
                        return new String(input.body().readAllBytes(), StandardCharsets.US_ASCII);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                }
            };
        }
    }

    /** Uses a language that does not exist. */
    @Provider(id = "invents-languages", settings = Settings.class)
    public static final class InventsLanguages extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return CalendarEvent.of(id).title(Text.of("xx", title));
                }
            };
        }
    }

    /** Gives addresses that nobody can open. */
    @Provider(id = "links-nowhere", settings = Settings.class)
    public static final class LinksNowhere extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, title).web(URI.create("events.html#" + id));
                }
            };
        }
    }

    /** Was retrieved tomorrow. */
    @Provider(id = "fetched-tomorrow", settings = Settings.class)
    public static final class FetchedTomorrow extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, title)
                            .provenance(new Provenance(
                                    Text.of("en", "City"),
                                    Optional.empty(),
                                    Optional.of(Instant.parse("2026-05-02T09:00:00Z")),
                                    ""));
                }
            };
        }
    }

    /** Has a recurrence that means nothing. */
    @Provider(id = "recurs-oddly", settings = Settings.class)
    public static final class RecursOddly extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, title).recurrence(Recurrence.of("FREQ=SOMETIMES"));
                }
            };
        }
    }

    /** Replaces an occurrence of nothing. */
    @Provider(id = "replaces-nothing", settings = Settings.class)
    public static final class ReplacesNothing extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, title)
                            .replaces(new ReplacedOccurrence(
                                    "weekly-market", LocalDate.of(2026, 5, 9).atStartOfDay(), false));
                }
            };
        }
    }
}
