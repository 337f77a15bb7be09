package org.citykit.host.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.host.operation.Traffic;

/** Hands requests to a service, on a worker thread, and sends what it answers. */
final class ServiceHandler {
    /** The largest body of a request, in octets; a larger one is refused with 413. */
    static final long LARGEST_BODY = 1L << 20;

    private static final int LEAST_WORTH_ZIPPING = 1024;
    private static final int MULTI_STATUS = 207;

    private final Service service;
    private final Traffic traffic;

    ServiceHandler(Service service, Traffic traffic) {
        this.service = service;
        this.traffic = traffic;
    }

    void mountAt(Router router, String path) {
        String pattern = path.endsWith("/") ? path + "*" : path;
        router.route(pattern).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.route(pattern).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Service.Call call = call(context);
        boolean zip = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING) != null
                && Responder.readsGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        context.vertx()
                .executeBlocking(() -> answer(call, zip), false)
                .onSuccess(answer -> send(context, answer))
                .onFailure(context::fail);
    }

    /** An answer with its octets. */
    private record Answer(int status, Map<String, String> headers, Buffer body) {}

    /** Only answers without a tag are zipped: a tag names octets. */
    private Answer answer(Service.Call call, boolean zip) {
        Service.Reply reply = service.answer(call);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        if (!zip || reply.status() != MULTI_STATUS || bytes.length < LEAST_WORTH_ZIPPING) {
            return new Answer(reply.status(), reply.headers(), Buffer.buffer(bytes));
        }
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Content-Encoding", "gzip");
        headers.put("Vary", "Accept-Encoding");
        return new Answer(reply.status(), headers, Buffer.buffer(Rendered.zip(bytes)));
    }

    private static Service.Call call(RoutingContext context) {
        Map<String, String> headers = new HashMap<>();
        context.request().headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        byte[] body = Optional.ofNullable(context.body().buffer())
                .map(Buffer::getBytes)
                .orElse(new byte[0]);
        String path = Optional.ofNullable(context.request().path()).orElse("/");
        return new Service.Call(context.request().method().name(), path, headers, body);
    }

    private void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        traffic.answered(answer.status());
        response.setStatusCode(answer.status()).headers().setAll(ResponseHeaders.of(MediaType.TEXT));
        answer.headers().forEach(response::putHeader);
        boolean head = HttpMethod.HEAD.equals(context.request().method());
        if (answer.status() != 204 && answer.status() != 304) {
            response.putHeader(
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length()));
        }
        if (head || answer.body().length() == 0) {
            response.end();
        } else {
            response.end(answer.body());
        }
    }
}
