package org.citykit.runtime.unload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citykit.runtime.Domain;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.ProviderFacts;

/** A plugin that does one thing when it is opened, and is closed and let go as the runtime lets plugins go. */
final class Specimen {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String name;
    private final List<String> requires = new ArrayList<>();
    private String body = "";
    private String members = "";
    private Consumer<Class<?>> host = type -> {};
    private boolean onHostThread;
    private PluginFacts compiled;

    private Specimen(String name) {
        this.name = name;
    }

    /** One that does nothing yet; named by what it does, as a class is. */
    static Specimen named(String name) {
        return new Specimen(name);
    }

    /** Statements of its {@code open}. */
    Specimen opening(String statements) {
        body = statements;
        return this;
    }

    /** Further members of its class. */
    Specimen with(String declarations) {
        members = declarations;
        return this;
    }

    /** Further modules that it requires. */
    Specimen requiring(String... modules) {
        requires.addAll(List.of(modules));
        return this;
    }

    /** What the host does with its class. */
    Specimen heldBy(Consumer<Class<?>> action) {
        host = action;
        return this;
    }

    /** Lets it be opened by the calling thread instead of a thread of its own. */
    Specimen onHostThread() {
        onHostThread = true;
        return this;
    }

    String name() {
        return name;
    }

    /** Links, opens, closes it and lets it go. */
    void liveAndGo(Path work, UnloadWatch watch) throws Exception {
        PluginFacts facts = compiled;
        if (facts == null) {
            facts = compiled(work);
            compiled = facts;
        }
        LinkedPlugin plugin = new Linker().links(List.of(facts), Map.of()).plugin(facts.id());
        if (onHostThread) {
            openAndClose(plugin);
        } else {
            guarded(plugin, () -> openAndClose(plugin));
        }
        plugin.close();
        watch.released(facts.id(), facts.version(), facts.sha256(), plugin.loader());
    }

    private static void guarded(LinkedPlugin plugin, Callable<Boolean> call) throws Exception {
        try (Deadlines deadlines = new Deadlines();
                Guard guard = new Guard("specimen", deadlines)) {
            Guarded<Boolean> end = guard.call("open", plugin.loader(), LONG, RuntimeError.OPEN_FAILED, call)
                    .get(1, TimeUnit.MINUTES);
            if (end instanceof Guarded.Failed<Boolean> failed) {
                throw new IllegalStateException(failed.reason() + failed.stack());
            }
        }
    }

    private boolean openAndClose(LinkedPlugin plugin) throws Exception {
        ProviderFacts facts = plugin.facts().providers().get(0);
        Class<?> type = plugin.providerClass(facts);
        host.accept(type);
        Record settings = plugin.settingsClass(facts).getDeclaredConstructor().newInstance();
        Object opened = VendorCalls.open(Domain.EVENTS, VendorCalls.instantiate(type), settings, null);
        VendorCalls.close(opened);
        return true;
    }

    private PluginFacts compiled(Path work) throws Exception {
        String module = "acme." + name.toLowerCase(Locale.ROOT);
        StringBuilder needs = new StringBuilder();
        requires.forEach(one -> needs.append("requires ").append(one).append(";\n"));
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
                        import java.util.*;
                        import java.util.concurrent.*;
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
        return PluginFolder.read(file, PluginStage.in(work.resolve("var")));
    }
}
