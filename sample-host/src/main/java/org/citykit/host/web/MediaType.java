package org.citykit.host.web;

/** What the host serves. */
public enum MediaType {
    /** Pages. */
    HTML("text/html; charset=utf-8", true),
    /** Answers for programs. */
    JSON("application/json", false),
    /** Errors for programs (RFC 9457). */
    PROBLEM("application/problem+json", false),
    /** Maps (RFC 7946). */
    GEOJSON("application/geo+json", false),
    /** Calendars (RFC 5545). */
    ICALENDAR("text/calendar; charset=utf-8", false),
    /** Calendars as JSON (RFC 7265). */
    JCAL("application/calendar+json", false),
    /** Linked data (JSON-LD 1.1). */
    JSON_LD("application/ld+json", false),
    /** News (RFC 4287). */
    ATOM("application/atom+xml; charset=utf-8", false),
    /** Alerts (CAP 1.2). */
    CAP("application/cap+xml; charset=utf-8", false),
    /** The description of the API (OpenAPI 3.1). */
    OPENAPI("application/vnd.oai.openapi+json;version=3.1", false),
    /** Metrics (Prometheus text format 0.0.4). */
    METRICS("text/plain; version=0.0.4; charset=utf-8", false),
    /** Style sheets. */
    CSS("text/css; charset=utf-8", false),
    /** Drawings. */
    SVG("image/svg+xml", false),
    /** Plain text. */
    TEXT("text/plain; charset=utf-8", false);

    private final String value;
    private final boolean page;

    MediaType(String value, boolean page) {
        this.value = value;
        this.page = page;
    }

    /** What {@code Content-Type} says. */
    String value() {
        return value;
    }

    /** True if people read it in a browser. */
    boolean isPage() {
        return page;
    }
}
