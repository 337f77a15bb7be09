package org.citykit.testkit.faulty;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.testkit.faulty.LineCalendar.Settings;

/** Calendars that break a rule of what they deliver and where they go on. */
public final class FaultyFetches {
    private FaultyFetches() {}

    /** Says that nothing is new, whatever is asked. */
    @Provider(id = "never-has-news", settings = Settings.class)
    public static final class NeverHasNews extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    super.fetch(Cursor.start(), new NoSink());
                    return Outcome.nothingNew();
                }
            };
        }
    }

    /** Pushes from a thread of its own as well. */
    @Provider(id = "pushes-elsewhere", settings = Settings.class)
    public static final class PushesElsewhere extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    Outcome outcome = super.fetch(since, sink);
                    Thread helper = new Thread(() -> {
                        try {
                            sink.accept(event("late", LocalDate.of(2026, 5, 3), "Late"));
                        } catch (IllegalStateException refused) {
                            context.logger().debug("refused", refused);
                        }
                    });
                    helper.start();
                    helper.join();
                    return outcome;
                }
            };
        }
    }

    /** Pushes when it is closed. */
    @Provider(id = "pushes-late", settings = Settings.class)
    public static final class PushesLate extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                private Optional<Sink<? super CalendarEvent>> kept = Optional.empty();

                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    kept = Optional.of(sink);
                    return super.fetch(since, sink);
                }

                @Override
                public void close() {
                    try {
                        kept.ifPresent(sink -> sink.accept(event("late", LocalDate.of(2026, 5, 3), "Late")));
                    } catch (IllegalStateException refused) {
                        context.logger().debug("refused", refused);
                    }
                }
            };
        }
    }

    /** Words things otherwise when it is asked for everything twice in a row. */
    @Provider(id = "tires-after-two", settings = Settings.class)
    public static final class TiresAfterTwo extends LineCalendar {
        private static final Set<String> MODULES = new CopyOnWriteArraySet<>();

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            MODULES.add(context.moduleId());
            return new LineSource(settings, context) {
                private final Instant opened = context.clock().instant();
                private int starts;

                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    boolean quiet =
                            MODULES.size() == 1 && context.clock().instant().equals(opened);
                    starts = since.isStart() && quiet ? starts + 1 : 9;
                    return super.fetch(since, sink);
                }

                @Override
                Fetched get(URI feed, Cursor since) {
                    try {
                        return super.get(feed, since);
                    } catch (CityKitException failed) {
                        starts = 9;
                        throw failed;
                    }
                }

                @Override
                CalendarEvent.Draft draft(String id, String title) {
                    return super.draft(id, starts == 2 ? title + " (again)" : title);
                }
            };
        }
    }

    /** Takes unchanged content for empty content. */
    @Provider(id = "forgets-when-unchanged", settings = Settings.class)
    public static final class ForgetsWhenUnchanged extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    Outcome outcome = super.fetch(since, sink);
                    return outcome instanceof Outcome.NothingNew ? Outcome.snapshot(since) : outcome;
                }
            };
        }
    }

    /** Says that nothing is new once it has a cursor. */
    @Provider(id = "overlooks-changes", settings = Settings.class)
    public static final class OverlooksChanges extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    inputs(since);
                    return since.parts().isEmpty() ? super.fetch(since, sink) : Outcome.nothingNew();
                }
            };
        }
    }

    /** Its cursor holds a character that databases refuse. */
    @Provider(id = "writes-octets", settings = Settings.class)
    public static final class WritesOctets extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    Cursor real = Cursor.of(since.value().replace("\0", ""));
                    return super.fetch(real, sink) instanceof Outcome.Snapshot end
                            ? Outcome.snapshot(Cursor.of("\0" + end.next().value()))
                            : Outcome.nothingNew();
                }
            };
        }
    }

    /** Takes every cursor for its own. */
    @Provider(id = "trusts-cursors", settings = Settings.class)
    public static final class TrustsCursors extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    if (!since.isStart() && !since.value().startsWith("feed=")) {
                        throw new IllegalArgumentException("no feed in " + since.value());
                    }
                    return super.fetch(since, sink);
                }
            };
        }
    }

    /** Goes on when the sink takes no more. */
    @Provider(id = "swallows-refusals", settings = Settings.class)
    public static final class SwallowsRefusals extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    return super.fetch(since, new DeafSink(sink));
                }
            };
        }
    }

    /** Sends everything as changes once it has a cursor. */
    @Provider(id = "sends-changes", settings = Settings.class)
    public static final class SendsChanges extends LineCalendar {

        @Override
        public Source<CalendarEvent> open(Settings settings, PluginContext context) {
            return new LineSource(settings, context) {
                @Override
                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                    Outcome outcome = super.fetch(since, sink);
                    return !since.parts().isEmpty() && outcome instanceof Outcome.Snapshot end
                            ? Outcome.changes(end.next())
                            : outcome;
                }
            };
        }
    }
}
