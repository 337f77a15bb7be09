package org.citykit.host.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The headers that answers carry besides those that describe their bytes. */
final class ResponseHeaders {
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");
    private static final MultiMap PAGE = common("default-src 'self'; script-src 'none'; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
            .set("cross-origin-opener-policy", "same-origin")
            .set("permissions-policy", "camera=(), geolocation=(), microphone=()")
            .set(HttpHeaders.CACHE_CONTROL, "no-cache")
            .copy(false);
    private static final MultiMap DATA = common("default-src 'none'; frame-ancestors 'none'")
            .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified, Content-Disposition, Link")
            .set(HttpHeaders.CACHE_CONTROL, "no-cache")
            .copy(false);

    private ResponseHeaders() {}

    /** Of a page, or of data for anybody's programs. Both are kept by clients, but asked for anew each time. */
    static MultiMap of(MediaType type) {
        return type.isPage() ? PAGE : DATA;
    }

    /** Of what must not be kept at all. */
    static MultiMap transientOf(MediaType type) {
        return HttpHeaders.headers().addAll(of(type)).set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Of the answer to a browser that asks whether a page from elsewhere may read data (Fetch standard, CORS preflight). */
    static MultiMap mayBeRead() {
        return HttpHeaders.headers()
                .addAll(DATA)
                .set(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, If-Modified-Since, Accept")
                .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
    }

    /** Of a file whose address changes with its bytes. */
    static MultiMap immutableFile() {
        return common("default-src 'none'; frame-ancestors 'none'")
                .set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .copy(false);
    }

    private static MultiMap common(String policy) {
        return HttpHeaders.headers()
                .set(CONTENT_SECURITY_POLICY, policy)
                .set("referrer-policy", "no-referrer")
                .set("x-content-type-options", "nosniff");
    }
}
