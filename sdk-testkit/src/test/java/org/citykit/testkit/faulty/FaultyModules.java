package org.citykit.testkit.faulty;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.LockSupport;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Secret;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.testkit.faulty.LineCalendar.Settings;

/** Calendars that break a rule of how they open, close and stand side by side. */
public final class FaultyModules {
    private FaultyModules() {}

    /** Gives null. */
    @Provider(id = "opens-nothing", settings = Settings.class)
    public static final class OpensNothing extends LineCalendar {

        @Override
        @SuppressWarnings("NullAway")
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return null;
        }
    }

    /** Fetches in open. */
    @Provider(id = "asks-while-opening", settings = Settings.class)
    public static final class AsksWhileOpening extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            settings.feed().ifPresent(feed -> context.http().get(feed, Cursor.start()));
            return super.open(settings, context);
        }
    }

    /** Throws when it is closed again. */
    @Provider(id = "closes-once", settings = Settings.class)
    public static final class ClosesOnce extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                private boolean closed;

                @Override
                public void close() {
                    if (closed) {
                        throw new IllegalStateException("closed already");
                    }
                    closed = true;
                }
            };
        }
    }

    /** Leaves itself among the properties of the machine. */
    @Provider(id = "leaves-itself", settings = Settings.class)
    public static final class LeavesItself extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            System.getProperties().put("org.citykit.testkit.left-behind", this);
            return super.open(settings, context);
        }
    }

    /** Starts a thread that it never ends. */
    @Provider(id = "leaves-a-thread", settings = Settings.class)
    public static final class LeavesAThread extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            Thread thread = new Thread(() -> waitFor(context), "left-behind");
            thread.setDaemon(true);
            thread.start();
            return super.open(settings, context);
        }

        private static void waitFor(PluginContext context) {
            try {
                while (true) {
                    LockSupport.parkNanos(10_000_000);
                    context.moduleId(); // throws once the context is closed
                }
            } catch (IllegalStateException over) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Prints. */
    @Provider(id = "prints", settings = Settings.class)
    public static final class Prints extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Fetched get(URI feed, Cursor since) {
                    System.out.println("asking " + feed);
                    return super.get(feed, since);
                }
            };
        }
    }

    /** Never asks for the second feed. */
    @Provider(id = "asks-elsewhere", settings = Settings.class)
    public static final class AsksElsewhere extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Map<String, Fetched> inputs(Cursor since) {
                    Map<String, Fetched> inputs = new LinkedHashMap<>();
                    settings.feed().ifPresent(feed -> inputs.put("feed", get(feed, since.part("feed"))));
                    return inputs;
                }
            };
        }
    }

    /** Puts its token into a message. */
    @Provider(id = "tells-secrets", settings = Settings.class)
    public static final class TellsSecrets extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                Fetched get(URI feed, Cursor since) {
                    try {
                        return super.get(feed, since);
                    } catch (CityKitException failed) {
                        String token = settings.token().map(Secret::reveal).orElse("");
                        throw new CityKitException(
                                ApiError.WEB_FAILED, "The feed did not like the token " + token + ".", failed);
                    }
                }
            };
        }
    }

    /** Gives other items after it was closed once. */
    @Provider(id = "remembers-closing", settings = Settings.class)
    public static final class RemembersClosing extends LineCalendar {
        private static final List<Boolean> CLOSED = new CopyOnWriteArrayList<>();

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, CLOSED.isEmpty() ? title : title + " again");
                }

                @Override
                public void close() {
                    CLOSED.add(true);
                }
            };
        }
    }

    /** Lets modules see each other. */
    @Provider(id = "counts-modules", settings = Settings.class)
    public static final class CountsModules extends LineCalendar {
        private static final Set<String> MODULES = new CopyOnWriteArraySet<>();

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            MODULES.add(context.moduleId());
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, MODULES.size() > 1 ? title + " 2" : title);
                }
            };
        }
    }

    /** Formats with the default locale. */
    @Provider(id = "formats-for-the-machine", settings = Settings.class)
    public static final class FormatsForTheMachine extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, title + String.format(" %d", 12));
                }
            };
        }
    }

    /** Reads days in the default zone. */
    @Provider(id = "keeps-the-machines-time", settings = Settings.class)
    public static final class KeepsTheMachinesTime extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent event(String id, LocalDate day, String title) {
                    return draft(id, title).at(day.atStartOfDay(ZoneId.systemDefault()), Duration.ofHours(1));
                }
            };
        }
    }

    /** Puts the time of the fetch into every item. */
    @Provider(id = "stamps-items", settings = Settings.class)
    public static final class StampsItems extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, title).changed(context.clock().instant());
                }
            };
        }
    }

    /** Needs nothing. */
    @Provider(id = "brings-its-own", settings = Settings.class)
    public static final class BringsItsOwn extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return (since, sink) -> {
                sink.accept(
                        CalendarEvent.of("nowruz").title(Text.of("fa", "نوروز")).on(LocalDate.of(2026, 3, 21)));
                return Outcome.snapshot(Cursor.start());
            };
        }
    }
}
