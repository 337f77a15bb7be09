package org.citykit.runtime.context;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Http;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.jspecify.annotations.Nullable;

/** The web as one module may use it: named hosts, limited size and time, redirects inside the list. Thread-safe. */
final class MediatedHttp implements Http {
    private static final int REDIRECTS = 5;
    private static final String ETAG = "etag";
    private static final String MODIFIED = "last-modified";

    private final Supplier<HttpClient> client;
    private final Set<String> hosts;
    private final long limit;
    private final Duration patience;

    /**
     * @param client made when first needed; must not follow redirects by itself
     * @param hosts lower-case host names, a port behind a colon where it is not the scheme's own
     * @param limit the largest answer, in octets
     * @param patience how long an answer may take to begin
     */
    MediatedHttp(Supplier<HttpClient> client, Set<String> hosts, long limit, Duration patience) {
        this.client = client;
        this.hosts = Set.copyOf(hosts);
        this.limit = limit;
        this.patience = patience;
    }

    /** The host of an address as the list of allowed hosts writes it. */
    static String hostOf(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }

    @Override
    public Fetched get(URI uri, Cursor since) {
        Map<String, Cursor> known = since.parts();
        URI at = uri;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            HttpRequest.Builder request = request(at).GET();
            if (known.containsKey(ETAG)) {
                request.header("If-None-Match", known.get(ETAG).value());
            }
            if (known.containsKey(MODIFIED)) {
                request.header("If-Modified-Since", known.get(MODIFIED).value());
            }
            HttpResponse<InputStream> answer = send(at, request.build());
            if (answer.statusCode() == 304) {
                close(answer);
                return Fetched.unchanged(since);
            }
            if (answer.statusCode() / 100 == 2) {
                return Fetched.of(
                        body(at, answer),
                        answer.headers().firstValue("content-type").orElse(""),
                        cursor(answer));
            }
            close(answer);
            at = redirect(at, answer);
        }
        throw failed(uri, "redirects more than " + REDIRECTS + " times", null);
    }

    @Override
    public HttpReply post(HttpPost post) {
        HttpRequest.Builder request = request(post.uri()).POST(HttpRequest.BodyPublishers.ofByteArray(post.body()));
        try {
            post.headers().forEach(request::header);
        } catch (IllegalArgumentException wrong) {
            throw failed(post.uri(), "cannot be asked with these headers: " + wrong.getMessage(), wrong);
        }
        HttpResponse<InputStream> answer = send(post.uri(), request.build());
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (headers.size() < 100 && !name.startsWith(":")) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values));
            }
        });
        return new HttpReply(answer.statusCode(), headers, body(post.uri(), answer));
    }

    private HttpRequest.Builder request(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || !hosts.contains(hostOf(uri))) {
            throw new CityKitException(
                    ApiError.HOST_NOT_ALLOWED,
                    "The address " + shown(uri)
                            + " may not be asked: its host is neither in the module's settings nor in the"
                            + " plugin's manifest. Add it under 'network:' of the module in portal.yaml.");
        }
        return HttpRequest.newBuilder(uri).timeout(patience).header("User-Agent", "CityKit");
    }

    private HttpResponse<InputStream> send(URI uri, HttpRequest request) {
        try {
            return client.get().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw failed(uri, "did not answer: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(uri, "was not waited for: the time for this call was up", stopped);
        }
    }

    private byte[] body(URI uri, HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            byte[] bytes = in.readNBytes((int) limit + 1);
            if (bytes.length > limit) {
                throw new CityKitException(
                        ApiError.LIMIT_EXCEEDED,
                        "The address " + shown(uri) + " may send " + limit
                                + " bytes, but sends more. Ask its publisher for"
                                + " smaller files, or let the host raise the limit.");
            }
            return bytes;
        } catch (IOException broken) {
            throw failed(uri, "stopped in the middle of its answer: " + broken, broken);
        }
    }

    private static URI redirect(URI from, HttpResponse<?> answer) {
        String location = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
            throw failed(from, "answered with status " + answer.statusCode(), null);
        }
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException wrong) {
            throw failed(from, "redirects to something that is no address", wrong);
        }
    }

    private static Cursor cursor(HttpResponse<?> answer) {
        Map<String, Cursor> parts = new LinkedHashMap<>();
        for (String header : new String[] {ETAG, MODIFIED}) {
            answer.headers()
                    .firstValue(header)
                    .filter(value -> value.length() < 1_000)
                    .ifPresent(value -> parts.put(header, Cursor.of(value)));
        }
        return Cursor.ofParts(parts);
    }

    private static void close(HttpResponse<InputStream> answer) {
        try (InputStream unread = answer.body()) {
            unread.skip(0);
        } catch (IOException already) {
            throw failed(answer.uri(), "stopped in the middle of its answer: " + already, already);
        }
    }

    /** An address without its query, which often holds a key. */
    private static String shown(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?…";
    }

    private static CityKitException failed(URI uri, String why, @Nullable Exception cause) {
        String message = "The address " + shown(uri) + " " + why + ". It is tried again later.";
        return cause == null
                ? new CityKitException(ApiError.WEB_FAILED, message)
                : new CityKitException(ApiError.WEB_FAILED, message, cause);
    }
}
