package org.citykit.testkit.faulty;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.testkit.faulty.LineCalendar.Settings;

/** Calendars that break a rule of what they do in trouble. */
public final class FaultyInTrouble {
    private FaultyInTrouble() {}

    /** Gives nothing when the web fails. */
    @Provider(id = "hides-failures", settings = Settings.class)
    public static final class HidesFailures extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    try {
                        return super.inputs(since);
                    } catch (CityKitException failed) {
                        if (failed.getMessage().contains("answered with status")) {
                            return Map.of();
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Gives nothing when an answer breaks off. */
    @Provider(id = "hides-breaks", settings = Settings.class)
    public static final class HidesBreaks extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    try {
                        return super.inputs(since);
                    } catch (CityKitException failed) {
                        if (failed.getMessage().contains("in the middle")) {
                            return Map.of();
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Gives nothing when an answer is too long. */
    @Provider(id = "hides-long-answers", settings = Settings.class)
    public static final class HidesLongAnswers extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    try {
                        return super.inputs(since);
                    } catch (CityKitException failed) {
                        if (failed.code() == ApiError.LIMIT_EXCEEDED) {
                            return Map.of();
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Gives nothing when it is interrupted. */
    @Provider(id = "hides-interrupts", settings = Settings.class)
    public static final class HidesInterrupts extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    try {
                        return super.inputs(since);
                    } catch (CityKitException failed) {
                        if (failed.getMessage().contains("not waited for")) {
                            return Map.of();
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Gives nothing when its file is missing. */
    @Provider(id = "hides-missing-files", settings = Settings.class)
    public static final class HidesMissingFiles extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    try {
                        return super.inputs(since);
                    } catch (CityKitException failed) {
                        if (failed.code() == ApiError.FILE_UNREADABLE) {
                            return Map.of();
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Throws what says nothing when the web fails. */
    @Provider(id = "fails-untyped", settings = Settings.class)
    public static final class FailsUntyped extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Fetched get(URI feed, Cursor since) {
                    try {
                        return super.get(feed, since);
                    } catch (CityKitException failed) {
                        if (failed.getMessage().contains("answered with status")) {
                            throw new IllegalStateException("oops", failed);
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Does not mind interrupts. */
    @Provider(id = "hangs", settings = Settings.class)
    public static final class Hangs extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Fetched get(URI feed, Cursor since) {
                    try {
                        return super.get(feed, since);
                    } catch (CityKitException failed) {
                        while (failed.getMessage().contains("not waited for")) {
                            LockSupport.parkNanos(10_000_000);
                            context.moduleId(); // throws once the context is closed
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Passes over what it does not know, in silence. */
    @Provider(id = "reads-anything", settings = Settings.class)
    public static final class ReadsAnything extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                void read(Fetched input, Sink<? super CalendarEvent> sink) {
                    text(input)
                            .lines()
                            .map(line -> line.split("\\|", -1))
                            .filter(cells -> cells.length == 3)
                            .forEach(cells -> sink.accept(event(cells[0], LocalDate.parse(cells[1]), cells[2])));
                }
            };
        }
    }

    /** Never gets over a failure. */
    @Provider(id = "stays-upset", settings = Settings.class)
    public static final class StaysUpset extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                private boolean upset;

                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    try {
                        return super.inputs(since);
                    } catch (CityKitException failed) {
                        upset = true;
                        throw failed;
                    }
                }

                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, upset ? title + " (old)" : title);
                }
            };
        }
    }
}
