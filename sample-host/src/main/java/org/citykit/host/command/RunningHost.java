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
import org.citykit.host.language.Language;
import org.citykit.host.language.LanguageException;
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
import org.citykit.runtime.PortalSettings;
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
    private final Traffic traffic;
    private final Clock clock;
    private final String host;
    private final IdleCheck idleCheck;
    private final AtomicBoolean closed = new AtomicBoolean();
    private PortalSettings shown;

    private RunningHost(
            Portal portal, HostServer server, PortalSettings shown, Traffic traffic, Clock clock, String host) {
        this.portal = portal;
        this.data = portal.composition().data();
        this.server = server;
        this.shown = shown;
        this.traffic = traffic;
        this.clock = clock;
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
            PortalSettings settings = portal.settings();
            Traffic traffic = new Traffic();
            HostServer server = prepared.serve(site(portal, settings, traffic, clock), clock);
            RunningHost running = new RunningHost(portal, server, settings, traffic, clock, listening.host());
            portal.onChange(running::changed);
            running.changed();
            running.takeOrders();
            return running;
        } catch (RuntimeException failed) {
            prepared.discard();
            portal.close();
            throw failed;
        }
    }

    private static Portal open(Path yaml, PreparedServer prepared) {
        try {
            return Portal.builder().file(yaml).spoken(Language::isSpoken).open();
        } catch (RuntimeException failed) {
            prepared.discard();
            throw failed;
        }
    }

    private static Site site(Portal portal, PortalSettings settings, Traffic traffic, Clock clock) {
        Languages languages = Languages.of(settings.languages());
        Held held = Held.by(portal, settings, clock);
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

    /** Pages are made anew; where the portal is described otherwise by now, by a site of their own. */
    private synchronized void changed() {
        PortalSettings now = portal.settings();
        if (!now.equals(shown)) {
            shown = now;
            try {
                server.show(site(portal, now, traffic, clock));
            } catch (LanguageException unspoken) {
                LOG.error("The pages stay as they are. {}", unspoken.getMessage());
            }
        }
        server.dataChanged();
    }

    /** Without a socket the portal runs all the same; only the command line cannot reach it. */
    private void takeOrders() {
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
                + portal.settings().languages().get(0).toLanguageTag() + "/";
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
