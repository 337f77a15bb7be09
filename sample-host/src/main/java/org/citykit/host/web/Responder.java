package org.citykit.host.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.citykit.host.operation.Traffic;
import org.jspecify.annotations.Nullable;

/** Sends rendered answers: whole, as headers alone, or as "your copy still holds". Called from event loops. */
final class Responder {
    private static final int NOT_MODIFIED = 304;

    private final Traffic traffic;

    Responder(Traffic traffic) {
        this.traffic = traffic;
    }

    void send(HttpServerRequest request, Rendered rendered) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Rendered.Form form = rendered.form(readsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)));
        if (rendered.status() == 200 && clientHolds(request, rendered, form)) {
            traffic.answered(NOT_MODIFIED);
            response.setStatusCode(NOT_MODIFIED).headers().setAll(form.unchanged());
            response.end();
            return;
        }
        traffic.answered(rendered.status());
        if (rendered.status() != 200) {
            response.setStatusCode(rendered.status());
        }
        response.headers().setAll(form.headers());
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(form.bytes());
        }
    }

    /** Sends the client to another address. */
    void redirect(HttpServerRequest request, int status, String to, boolean dependsOnLanguage) {
        traffic.answered(status);
        HttpServerResponse response = request.response().setStatusCode(status);
        response.headers().setAll(ResponseHeaders.of(MediaType.HTML));
        response.putHeader(HttpHeaders.LOCATION, to);
        if (dependsOnLanguage) {
            response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        response.end();
    }

    static boolean readsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        int at = accepted.indexOf("gzip");
        return at >= 0 && !accepted.startsWith(";q=0,", at + 4) && !accepted.endsWith("gzip;q=0");
    }

    /** True if the client's copy still holds; the tag decides where there is one (RFC 9110 §13.2.2). */
    private static boolean clientHolds(HttpServerRequest request, Rendered rendered, Rendered.Form form) {
        String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return holds(tags, form.tag());
        }
        return rendered.modified()
                .flatMap(modified -> HttpDate.read(request.getHeader(HttpHeaders.IF_MODIFIED_SINCE))
                        .map(since -> HttpDate.holdsSince(modified, since)))
                .orElse(false);
    }

    private static boolean holds(String copies, String tag) {
        return copies.contains(tag) || copies.equals("*");
    }
}
