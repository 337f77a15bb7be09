package org.citykit.runtime.unload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citykit.runtime.Domain;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Linking;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginStage;

/** A plugin that does something when it is opened, then is closed and let go as the runtime lets plugins go. */
final class Specimen {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final PluginFacts facts;

    private Specimen(PluginFacts facts) {
        this.facts = facts;
    }

    /**
     * Compiles it.
     *
     * @param work an empty folder
     * @param name what it does, as the name of a class
     * @param body statements of its {@code open}
     * @param members further members of its class
     * @param requires further modules
     */
    static Specimen of(Path work, String name, String body, String members, String... requires) throws Exception {
        String module = "acme." + name.toLowerCase(java.util.Locale.ROOT);
        StringBuilder needs = new StringBuilder();
        for (String one : requires) {
            needs.append("requires ").append(one).append(";\n");
        }
        Path file = Fixture.named(work, module)
                .source("""
                        module %s {
                            requires org.citykit.api;
                            %s
                            provides org.citykit.api.events.EventCalendar with %s.%s;
                        }
                        """.formatted(module, needs, module, name))
                .source("""
                        package %s;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        @Provider(id = "specimen", settings = %s.Settings.class)
                        public final class %s implements EventCalendar<%s.Settings> {
                            public record Settings() {}
                            %s
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                try {
                                    %s
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                                return new Source<CalendarEvent>() {
                                    @Override public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
                                        return Outcome.snapshot(Cursor.of("1"));
                                    }
                                };
                            }
                        }
                        """.formatted(module, name, name, name, members, body))
                .version("1.2.0")
                .zip(Files.createDirectories(work.resolve("plugins")).resolve(name + ".zip"));
        return new Specimen(PluginFolder.read(file, PluginStage.in(work.resolve("var"))));
    }

    /** Links, opens, closes it and lets it go. */
    void liveAndGo(UnloadWatch watch) throws Exception {
        Linking linking = new Linker().link(List.of(facts));
        assertEquals(List.of(), linking.problems());
        LinkedPlugin plugin = linking.plugins().get(0);
        try (Deadlines deadlines = new Deadlines();
                Guard guard = new Guard("specimen", deadlines)) {
            Guarded<Boolean> end = guard.call("open", plugin.loader(), LONG, RuntimeError.OPEN_FAILED, () -> {
                        Object provider = VendorCalls.instantiate(
                                plugin.providerClass(plugin.facts().providers().get(0)));
                        Record settings = plugin.settingsClass(
                                        plugin.facts().providers().get(0))
                                .getDeclaredConstructor()
                                .newInstance();
                        Object opened = VendorCalls.open(Domain.EVENTS, provider, settings, null);
                        VendorCalls.close(opened);
                        return true;
                    })
                    .get(1, TimeUnit.MINUTES);
            assertTrue(end instanceof Guarded.Done, end::toString);
        }
        plugin.close();
        watch.released(facts.id(), facts.version(), facts.sha256(), plugin.loader());
    }
}
