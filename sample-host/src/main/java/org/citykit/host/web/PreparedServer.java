package org.citykit.host.web;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A server that gets ready on a thread of its own while its portal opens. Thread-safe. */
public final class PreparedServer {
    private final HostServer.Listening listening;
    private final FutureTask<Vertx> vertx;

    private PreparedServer(HostServer.Listening listening) {
        this.listening = listening;
        this.vertx = new FutureTask<>(() -> prepare(listening));
    }

    /** Begins to get ready. */
    public static PreparedServer begin(HostServer.Listening listening) {
        PreparedServer server = new PreparedServer(listening);
        new Thread(server.vertx, "citykit-start").start();
        return server;
    }

    private static Vertx prepare(HostServer.Listening listening) {
        Vertx made = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(listening.eventLoops()));
        made.createHttpServer(new HttpServerOptions()); // loads classes; nothing listens yet
        Router.router(made);
        return made;
    }

    /**
     * Serves a site and waits until the server listens.
     *
     * @throws HostException if it cannot listen there
     */
    public HostServer serve(Site site, Clock clock) {
        return HostServer.start(ready(), listening, site, clock);
    }

    /** Lets go of what was made ready. */
    public void discard() {
        ready().close();
    }

    private Vertx ready() {
        try {
            return vertx.get();
        } catch (ExecutionException failed) {
            throw new HostException("The server could not be made ready.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HostException("The start was interrupted.", stopped);
        }
    }
}
