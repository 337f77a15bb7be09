package org.citykit.host.control;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.host.control.Order.What;

/** Takes orders over the socket, as requests of HTTP: {@code POST /status}, {@code /plan}, {@code /apply}. */
public final class ControlServer implements Handler<HttpServerRequest> {
    private static final int DONE = 200;
    private static final int REFUSED = 409;
    private static final int UNKNOWN = 404;

    private final Vertx vertx;
    private final Control control;

    /** A server that hands orders to a control. */
    public ControlServer(Vertx vertx, Control control) {
        this.vertx = vertx;
        this.control = control;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Optional<What> what = request.method().equals(HttpMethod.POST) ? what(request.path()) : Optional.empty();
        if (what.isEmpty()) {
            request.response().setStatusCode(UNKNOWN).end("There is no such order.\n");
            return;
        }
        Order order = new Order(what.get(), options(request.params()));
        vertx.executeBlocking(() -> control.answer(order), false)
                .onSuccess(answer -> request.response()
                        .putHeader("Content-Type", "text/plain; charset=utf-8")
                        .setStatusCode(answer.done() ? DONE : REFUSED)
                        .end(answer.text()))
                .onFailure(failed -> request.response().reset());
    }

    private static Optional<What> what(String path) {
        for (What what : What.values()) {
            if (path.equals(path(what))) {
                return Optional.of(what);
            }
        }
        return Optional.empty();
    }

    static String path(What what) {
        return "/" + what.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> options(MultiMap given) {
        Map<String, String> options = new LinkedHashMap<>();
        given.forEach(options::put);
        return options;
    }
}
