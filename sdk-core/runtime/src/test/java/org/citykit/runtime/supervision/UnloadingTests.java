package org.citykit.runtime.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.UnloadWatch;
import org.citykit.runtime.unload.Unloading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the runtime itself keeps nothing of a plugin's after it was closed, whatever the plugin used of it. */
final class UnloadingTests {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String LOADER = "acme.user.loader";

    @TempDir
    Path home;

    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "feed".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.getProperties().remove(LOADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIVE", "FAILED"})
    void whateverAPluginUsesItIsCollectedAfterClosing(ModuleHealth.State end) throws Exception {
        user(end == ModuleHealth.State.FAILED);
        UnloadWatch watch = UnloadWatch.using(Clock.systemUTC(), home.resolve("heap"));

        live(watch, end);
        Unloading told = watch.check(CheckDepth.PROBES).get(0);

        assertEquals(Unloading.State.COLLECTED, told.state(), () -> told + "\n" + watch.check(CheckDepth.HEAP_PATH));
    }

    private void live(UnloadWatch watch, ModuleHealth.State end) throws Exception {
        try (PluginRuntime runtime = PluginRuntime.open(composition(), new MemoryPorts(), RuntimeOptions.standard())) {
            assertTrue(runtime.awaitSettled(LONG));
            ModuleHealth health = runtime.health().get(0);
            assertEquals(end, health.state(), health::toString);
        }
        WeakReference<?> loader = (WeakReference<?>) System.getProperties().get(LOADER);
        watch.released("acme.user", "1.0.0", "ab", (ClassLoader) loader.get());
    }

    private void user(boolean failing) throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        Files.writeString(home.resolve("notes.txt"), "notes");
        Fixture.named(Files.createDirectories(home.resolve("work")), "acme.user")
                .source("""
                        module acme.user {
                            requires org.citykit.api;
                            requires java.net.http;
                            provides org.citykit.api.events.EventCalendar with acme.user.User;
                        }
                        """)
                .source("""
                        package acme.user;

                        import java.net.URI;
                        import java.util.concurrent.*;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;

                        @Provider(id = "user", settings = User.Settings.class)
                        public final class User implements EventCalendar<User.Settings> {
                            public record Settings(URI feed) {}

                            static final class Broken extends RuntimeException {
                                Broken() { super("broken", new IllegalStateException(new Broken(1))); }
                                Broken(int depth) { super("deeper"); }
                            }

                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                System.getProperties().put("%s",
                                        new java.lang.ref.WeakReference<>(User.class.getClassLoader()));
                                return new Source<CalendarEvent>() {
                                    @Override
                                    public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
                                        context.logger().info("fetching {}", this, new Broken());
                                        context.http().get(settings.feed(), Cursor.start());
                                        context.http().post(new HttpPost(settings.feed(), java.util.Map.of(), new byte[1]));
                                        context.files().read("notes.txt", Cursor.start());
                                        context.views().events().items();
                                        new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).get();
                                        CompletableFuture.supplyAsync(Broken::new).get();
                                        if (%s) throw new Broken();
                                        return Outcome.snapshot(Cursor.of("1"));
                                    }
                                };
                            }
                        }
                        """.formatted(LOADER, failing))
                .zip(home.resolve("plugins/user.zip"));
    }

    private Composition composition() throws Exception {
        Path yaml = Files.writeString(home.resolve("portal.yaml"), """
                portal:
                  id: test
                  name: { en: Test }
                  languages: [en]
                  zone: Asia/Tehran
                plugins: plugins
                data: var
                modules:
                  - id: user
                    use: user
                    settings: { feed: "http://127.0.0.1:%s/feed" }
                """.formatted(
                        Integer.toString(server.getAddress().getPort())));
        CompositionReader.Read read =
                CompositionReader.of(name -> Optional.empty()).read(yaml);
        return read.composition().orElseGet(() -> fail(read.problems().toString()));
    }
}
