package org.citykit.runtime.supervision;

import java.io.IOException;
import java.nio.file.Path;
import org.citykit.runtime.plugin.Fixture;

/** A plugin whose one provider behaves as the setting {@code mood} says; made for {@link PluginRuntimeTests}. */
final class MoodyPlugin {
    private MoodyPlugin() {}

    static Path jar(Path work) throws IOException {
        return jar(work, "1.0.0");
    }

    static Path jar(Path work, String version) throws IOException {
        return Fixture.named(work, "org.example.moody")
                .version(version)
                .source("""
                        module org.example.moody {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with org.example.moody.Moody;
                        }
                        """)
                .source("""
                        package org.example.moody;

                        import java.time.LocalDate;
                        import java.util.concurrent.CountDownLatch;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;

                        @Provider(id = "moody", settings = Moody.Settings.class)
                        public final class Moody implements EventCalendar<Moody.Settings> {
                            public record Settings(Mood mood) {}

                            public enum Mood {
                                GOOD, HANGS_ON_OPEN, RETURNS_NULL_FROM_OPEN, HANGS, BUSY, THROWS_ERROR, RETURNS_NULL,
                                PUSHES_TOO_MUCH, SWALLOWS_THE_LIMIT, PUSHES_NULL, SAYS_NOTHING_NEW, HANGS_ON_CLOSE,
                                CHANGES, GOOD_ONCE, READS_VIEW, PUSHES_LATER, WRITES_RECORD, TELLS_CLOSE
                            }

                            @Override
                            public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                switch (settings.mood()) {
                                    case HANGS_ON_OPEN: hang();
                                    case RETURNS_NULL_FROM_OPEN: return null;
                                    default: return new MoodySource(settings.mood(), context);
                                }
                            }

                            static void hang() {
                                while (true) {
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException ignored) {
                                        // that is what it is for
                                    }
                                }
                            }

                            static final class MoodySource implements Source<CalendarEvent> {
                                private final Mood mood;
                                private final PluginContext context;
                                private int calls;
                                private Sink<? super CalendarEvent> kept;

                                MoodySource(Mood mood, PluginContext context) {
                                    this.mood = mood;
                                    this.context = context;
                                }

                                @Override
                                public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
                                    calls++;
                                    switch (mood) {
                                        case HANGS: hang();
                                        case BUSY: for (long i = 0; ; i++) { if (i < 0) return null; }
                                        case THROWS_ERROR: throw new LinkageError("on purpose");
                                        case RETURNS_NULL: return null;
                                        case PUSHES_NULL: sink.accept(null);
                                        case PUSHES_TOO_MUCH: for (int i = 0; ; i++) sink.accept(event("e" + i));
                                        case SWALLOWS_THE_LIMIT:
                                            for (int i = 0; i < 1_000; i++) {
                                                try {
                                                    sink.accept(event("e" + i));
                                                } catch (CityKitException swallowed) {
                                                    continue;
                                                }
                                            }
                                            return Outcome.snapshot(Cursor.of("1"));
                                        case SAYS_NOTHING_NEW: return Outcome.nothingNew();
                                        case CHANGES:
                                            sink.accept(event("e" + calls));
                                            if (calls == 3) sink.remove("e1");
                                            return Outcome.changes(Cursor.of("c" + calls));
                                        case GOOD_ONCE:
                                            if (calls > 1) throw new IllegalStateException("the feed is gone");
                                            break;
                                        case READS_VIEW:
                                            sink.accept(event("seen-" + context.views().events().items().size()));
                                            return Outcome.snapshot(Cursor.of("1"));
                                        case WRITES_RECORD:
                                            context.records(1).put("form", new byte[] {2}, context.records(1)
                                                    .find("form").map(Records.Stored::revision).orElse(Revision.NONE));
                                            break;
                                        case PUSHES_LATER:
                                            if (kept != null) kept.accept(event("late"));
                                            kept = sink;
                                            break;
                                        default: break;
                                    }
                                    sink.accept(event("e"));
                                    sink.reject(new Defect("feed", 3, 1, "is no event"));
                                    return Outcome.snapshot(Cursor.of("1"));
                                }

                                @Override
                                public void close() {
                                    if (mood == Mood.HANGS_ON_CLOSE) hang();
                                    if (mood == Mood.TELLS_CLOSE) System.setProperty("moody.closed", "yes");
                                }

                                private static CalendarEvent event(String id) {
                                    return CalendarEvent.of(id).on(LocalDate.of(2026, 3, 21));
                                }
                            }
                        }
                        """)
                .jar();
    }
}
