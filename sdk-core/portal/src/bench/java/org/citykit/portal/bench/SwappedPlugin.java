package org.citykit.portal.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.citykit.runtime.plugin.Fixture;

/**
 * The plugin that is swapped: edition n delivers {@link #items} events and agreements whose ids begin with {@code en-}.
 */
final class SwappedPlugin {
    private SwappedPlugin() {}

    /** How many of each an edition delivers. */
    static int items(int edition) {
        return 7 + 2 * edition;
    }

    static Path jar(Path work, int edition) throws IOException {
        return Fixture.named(work, "vendor.swapped")
                .version(edition + ".0.0")
                .source("""
                        module vendor.swapped {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with vendor.swapped.Calendar;
                            provides org.citykit.api.twinning.TwinningRegistry with vendor.swapped.Registry;
                        }
                        """)
                .source("""
                        package vendor.swapped;
                        public record Settings() {}
                        """)
                .source("""
                        package vendor.swapped;
                        import java.time.LocalDate;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        @Provider(id = "swapped-calendar", settings = Settings.class)
                        public final class Calendar implements EventCalendar<Settings> {
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                return (since, sink) -> {
                                    for (int i = 0; i < %2$d; i++) {
                                        sink.accept(CalendarEvent.of("e%1$d-" + i).title(Text.of("en", "Edition"))
                                            .on(LocalDate.of(2026, 3, 21).plusDays(i)));
                                    }
                                    return Outcome.snapshot(Cursor.of("%1$d"));
                                };
                            }
                        }
                        """.formatted(edition, items(edition)))
                .source("""
                        package vendor.swapped;
                        import java.util.Optional;
                        import org.citykit.api.*;
                        import org.citykit.api.twinning.*;
                        @Provider(id = "swapped-registry", settings = Settings.class)
                        public final class Registry implements TwinningRegistry<Settings> {
                            @Override public Source<TwinningItem> open(Settings settings, PluginContext context) {
                                return (since, sink) -> {
                                    for (int i = 0; i < %2$d; i++) sink.accept(agreement(i));
                                    return Outcome.snapshot(Cursor.of("%1$d"));
                                };
                            }
                            private static Agreement agreement(int i) {
                                return Agreement.builder("e%1$d-" + i, AgreementKind.SISTER)
                                    .parties(
                                        Party.of(CityRef.parse("wikidata:Q3616"), Text.of("en", "Tehran")),
                                        Party.of(CityRef.parse("wikidata:Q" + (900_000 + i)), Text.of("en", "City " + i)))
                                    .statements(new Statement("", AgreementKind.SISTER, Optional.empty(),
                                        Optional.empty(), Optional.empty(), Provenance.of(Text.of("en", "Bench"))))
                                    .build();
                            }
                        }
                        """.formatted(edition, items(edition)))
                .jar("swapped-" + edition + ".jar");
    }
}
