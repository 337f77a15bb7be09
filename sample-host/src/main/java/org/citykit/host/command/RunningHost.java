package org.citykit.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.citykit.host.api.ApiRoutes;
import org.citykit.host.caldav.CalDav;
import org.citykit.host.content.Held;
import org.citykit.host.content.PortalContent;
import org.citykit.host.control.Control;
import org.citykit.host.control.ControlServer;
import org.citykit.host.control.ControlSocket;
import org.citykit.host.feed.FeedRoutes;
import org.citykit.host.language.Languages;
import org.citykit.host.operation.IdleCheck;
import org.citykit.host.operation.Metrics;
import org.citykit.host.operation.Traffic;
import org.citykit.host.publish.LinkedData;
import org.citykit.host.web.HostException;
import org.citykit.host.web.HostServer;
import org.citykit.host.web.PreparedServer;
import org.citykit.host.web.Route;
import org.citykit.host.web.Site;
import org.citykit.portal.Portal;
import org.citykit.runtime.unload.CheckDepth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A portal and the server that serves it. Thread-safe. */
final class RunningHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningHost.class);
    /** For so long nobody has read anything when what became of replaced plugins is looked at. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Portal portal;
    private final Path data;
    private final HostServer server;
    private final Languages languages;
    private final String host;
    private final IdleCheck idleCheck;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningHost(Portal portal, HostServer server, Languages languages, String host, Traffic traffic) {
        this.portal = portal;
        this.data = portal.composition().data();
        this.server = server;
        this.languages = languages;
        this.host = host;
        this.idleCheck = new IdleCheck(traffic::reads, portal::unloads, () -> portal.checkUnloads(CheckDepth.PROBES))
                .every(IDLE);
    }

    /**
     * Opens a portal and serves it.
     *
     * @throws org.citykit.runtime.CompositionException if the file cannot be used
     * @throws org.citykit.host.language.LanguageException if the host lacks texts in one of the portal's languages
     * @throws org.citykit.host.web.HostException if the server cannot listen
     */
    static RunningHost start(Path yaml, HostServer.Listening listening, Clock clock) {
        PreparedServer prepared = PreparedServer.begin(listening);
        Portal portal = open(yaml, prepared);
        try {
            portal.problems().forEach(problem -> LOG.warn("{}", problem));
            Languages languages = Languages.of(portal.settings().languages());
            Traffic traffic = new Traffic();
            HostServer server = prepared.serve(site(portal, languages, traffic, clock), clock);
            portal.onChange(server::dataChanged);
            server.dataChanged();
            RunningHost running = new RunningHost(portal, server, languages, listening.host(), traffic);
            running.takeOrders(clock);
            return running;
        } catch (RuntimeException failed) {
            prepared.discard();
            portal.close();
            throw failed;
        }
    }

    private static Portal open(Path yaml, PreparedServer prepared) {
        try {
            return Portal.open(yaml);
        } catch (RuntimeException failed) {
            prepared.discard();
            throw failed;
        }
    }

    private static Site site(Portal portal, Languages languages, Traffic traffic, Clock clock) {
        Held held = Held.by(portal, clock);
        Metrics metrics = new Metrics(traffic, portal::metrics);
        ApiRoutes api = new ApiRoutes(held);
        List<Route> data = Stream.concat(api.routes().stream(), new FeedRoutes(held).routes().stream())
                .toList();
        return new Site(
                languages,
                new PortalContent(held, (language, id) -> LinkedData.of(held, language, id)),
                data,
                new CalDav(held, languages).mounts(),
                metrics::text,
                api::liveAlerts,
                traffic);
    }

    /** Without a socket the portal runs all the same; only the command line cannot reach it. */
    private void takeOrders(Clock clock) {
        try {
            Path socket = ControlSocket.claim(data);
            server.alsoAt(socket, vertx -> new ControlServer(vertx, new Control(portal, clock)));
            ControlSocket.protect(socket);
        } catch (HostException | IOException | UncheckedIOException failed) {
            LOG.warn("The command line cannot reach this portal while it runs: {}", failed.getMessage());
        }
    }

    /** The portal's id. */
    String portalId() {
        return portal.settings().id();
    }

    /** The address of the first page in the portal's first language. */
    String address() {
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + server.port() + "/"
                + languages.first().tag() + "/";
    }

    /** Finishes what it has begun to answer, and closes the portal. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            idleCheck.close();
            try {
                server.close();
            } finally {
                portal.close();
                ControlSocket.release(data);
                LOG.info("CityKit portal '{}' has stopped.", portalId());
            }
        }
    }
}
