package org.citykit.host.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells everybody who listens which alerts are in force, at once and whenever that changes, as server-sent events. A
 * listener that does not keep up is let go; it comes back and is told the newest state. Thread-safe.
 */
final class LiveAlerts {
    private static final int LISTENERS = 2_000;
    private static final long BEAT_MILLIS = 20_000;

    private final Supplier<LiveEvent> state;
    private final Map<HttpServerResponse, String> listeners = new ConcurrentHashMap<>();

    LiveAlerts(Vertx vertx, Supplier<LiveEvent> state) {
        this.state = state;
        vertx.setPeriodic(BEAT_MILLIS, beat -> listeners.keySet().forEach(response -> write(response, ":\n\n")));
    }

    /** Begins to tell somebody. */
    void listen(RoutingContext context) {
        if (listeners.size() >= LISTENERS) {
            context.fail(503);
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Access-Control-Allow-Origin", "*");
        if (HttpMethod.HEAD.equals(context.request().method())) {
            response.end();
            return;
        }
        response.setChunked(true);
        response.closeHandler(closed -> listeners.remove(response));
        response.exceptionHandler(broken -> listeners.remove(response));
        LiveEvent now = state.get();
        listeners.put(response, now.id());
        boolean known = now.id().equals(context.request().getHeader("Last-Event-ID"));
        write(response, "retry: 5000\n\n" + (known ? "" : now.text()));
    }

    /** Tells everybody who has not heard the state yet. */
    void changed() {
        if (listeners.isEmpty()) {
            return;
        }
        LiveEvent now = state.get();
        listeners.forEach((response, heard) -> {
            if (!now.id().equals(heard) && listeners.replace(response, heard, now.id())) {
                write(response, now.text());
            }
        });
    }

    /** Lets everybody go. */
    void close() {
        listeners.keySet().forEach(response -> {
            listeners.remove(response);
            response.end();
        });
    }

    private void write(HttpServerResponse response, String text) {
        if (response.closed() || response.writeQueueFull()) {
            listeners.remove(response);
            response.reset();
            return;
        }
        response.write(text).onFailure(gone -> listeners.remove(response));
    }
}
