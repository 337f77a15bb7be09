package org.citykit.host.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.citykit.api.CityKitException;
import org.citykit.host.language.LanguageException;
import org.citykit.host.web.HostException;
import org.citykit.host.web.HostServer;
import org.citykit.runtime.CompositionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citykit serve}: serves a portal until the process is told to stop. */
final class Serve implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final int MOST_LOOPS = 8;
    private static final String CACHED_HEADERS = "vertx.cacheImmutableHttpResponseHeaders";

    private final Console console;
    private final OptionSpec portal = OptionSpec.builder("--portal")
            .paramLabel("PATH")
            .type(String.class)
            .defaultValue("tehran")
            .description("A portal.yaml, its folder, or a portal of the distribution; ${DEFAULT-VALUE} unless said.")
            .build();
    private final OptionSpec host = OptionSpec.builder("--host")
            .paramLabel("HOST")
            .type(String.class)
            .defaultValue("localhost")
            .description("The interface to listen at; ${DEFAULT-VALUE} unless said, 0.0.0.0 for all.")
            .build();
    private final OptionSpec port = OptionSpec.builder("--port")
            .paramLabel("PORT")
            .type(int.class)
            .defaultValue("8080")
            .description("The port; ${DEFAULT-VALUE} unless said, 0 for any that is free.")
            .build();

    Serve(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .mixinStandardHelpOptions(true)
                .addOption(portal)
                .addOption(host)
                .addOption(port);
        spec.usageMessage().description("Serves a portal until it is told to stop.");
        return spec;
    }

    @Override
    public Integer call() {
        String named = portal.getValue();
        Optional<Path> yaml = PortalPath.find(named, console.home());
        if (yaml.isEmpty()) {
            console.err().println(PortalPath.advice(named, console.home()));
            return Citykit.FAILED;
        }
        try {
            serve(yaml.get());
            return Citykit.OK;
        } catch (CompositionException wrong) {
            wrong.problems().forEach(console.err()::println);
        } catch (CityKitException | LanguageException | HostException failed) {
            LOG.debug("The start failed.", failed);
            console.err().println(failed.getMessage());
        }
        return Citykit.FAILED;
    }

    private void serve(Path yaml) {
        String at = host.getValue();
        int wanted = port.getValue();
        int loops = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors());
        CountDownLatch stopped = new CountDownLatch(1);
        cacheHeaders();
        RunningHost running = RunningHost.start(yaml, new HostServer.Listening(at, wanted, loops), Clock.systemUTC());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            running.close();
                            stopped.countDown();
                        },
                        "citykit-stop"));
        LOG.info(
                "CityKit portal '{}' is ready at {} (started in {} ms)",
                running.portalId(),
                running.address(),
                sinceStart().toMillis());
        await(stopped);
    }

    /** Has Vert.x write the headers of a rendered answer once; a Vert.x that does not know the property ignores it. */
    private static void cacheHeaders() {
        if (System.getProperty(CACHED_HEADERS) == null) {
            System.setProperty(CACHED_HEADERS, "true");
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** Since the JVM began; what the system tells of a process is only good to a second. */
    private static Duration sinceStart() {
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return Duration.between(began, Instant.now());
    }
}
