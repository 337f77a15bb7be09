package org.citykit.host.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The running server. Thread-safe. */
public final class HostServer implements AutoCloseable {
    /**
     * Where and how it listens.
     *
     * @param host the name or address of the interface
     * @param port 0 for any that is free
     * @param eventLoops how many threads answer
     */
    public record Listening(String host, int port, int eventLoops) {}

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final long CACHE_BYTES = 48L << 20;
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_HEADERS = 16_384;

    private final Vertx vertx;
    private final Clock clock;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final LiveAlerts live;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile RequestHandler handler;

    private HostServer(Vertx vertx, Site site, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.live = new LiveAlerts(vertx, site.live());
        this.handler = handlerOf(site);
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @throws HostException if it cannot listen there
     */
    public static HostServer start(Listening listening, Site site, Clock clock) {
        return PreparedServer.begin(listening).serve(site, clock);
    }

    static HostServer start(Vertx vertx, Listening listening, Site site, Clock clock) {
        HostServer server = new HostServer(vertx, site, clock);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(listening.host())
                .setPort(listening.port())
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setIdleTimeout(60)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        int instances = listening.port() == 0 ? 1 : listening.eventLoops();
        Future<String> started = vertx.deployVerticle(
                () -> context -> {
                    HttpServer http =
                            vertx.createHttpServer(options).requestHandler(request -> server.handler.handle(request));
                    server.servers.add(http);
                    return http.listen();
                },
                new DeploymentOptions().setInstances(instances));
        try {
            started.toCompletionStage().toCompletableFuture().get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            server.close();
            throw new HostException(
                    "The host cannot listen at " + listening.host() + ":" + listening.port()
                            + ". Is the port in use? Choose another with --port.",
                    failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            server.close();
            throw new HostException("The start was interrupted.", stopped);
        }
        server.ready.set(true);
        return server;
    }

    /**
     * Also takes requests at a socket of the file system, and waits until it does.
     *
     * @param socket the path
     * @param handler made with what answers them
     * @throws HostException if it cannot listen there
     */
    public void alsoAt(Path socket, Function<Vertx, Handler<HttpServerRequest>> handler) {
        HttpServer http = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(0))
                .requestHandler(handler.apply(vertx));
        try {
            http.listen(SocketAddress.domainSocketAddress(socket.toString()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new HostException("The host cannot listen at " + socket + ".", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HostException("The start was interrupted.", stopped);
        }
        servers.add(http);
    }

    /** The port on which it listens. */
    public int port() {
        return servers.get(0).actualPort();
    }

    private RequestHandler handlerOf(Site site) {
        return new RequestHandler(vertx, site, new RenderCache(clock, CACHE_BYTES), live, ready::get, clock);
    }

    /**
     * Serves another site from the next request on; what is being answered is answered from the one before. Who listens
     * for alerts goes on listening to the first one.
     */
    public void show(Site site) {
        handler = handlerOf(site);
    }

    /** Says that the data has changed, so that nothing rendered before is served any more. */
    public void dataChanged() {
        handler.dataChanged();
        live.changed();
    }

    /** Is no longer ready, answers what it has begun to answer, at most 10 seconds long, and stops. Idempotent. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ready.set(false);
        live.close();
        Future<?> drained = Future.join(servers.stream()
                .map(http -> http.shutdown(DRAIN.toSeconds(), TimeUnit.SECONDS))
                .toList());
        try {
            drained.eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unclean) {
            throw new HostException("The server did not stop in order.", unclean);
        }
    }
}
