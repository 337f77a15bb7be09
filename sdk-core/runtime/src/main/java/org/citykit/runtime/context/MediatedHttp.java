package org.citykit.runtime.context;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Http;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * The web as one module may use it: named hosts at public addresses, limited size and time, redirects inside the list
 * and never from {@code https} to {@code http}. Thread-safe.
 *
 * <p>The addresses of a host are looked up and checked before it is asked, and once more before its answer is handed
 * out. The JDK's client cannot be told which address to use; it looks the name up itself, in the cache of names that the
 * check has just filled (30 seconds, unless {@code networkaddress.cache.ttl} says otherwise). What remains: where that
 * cache is turned off, or a proxy does the looking up, a name that changes its address between check and connection can
 * have a request sent inside; its answer is still not handed out if the name leads inside by then.
 */
final class MediatedHttp implements Http {
    private static final int REDIRECTS = 5;
    private static final String ETAG = "etag";
    private static final String MODIFIED = "last-modified";

    private final WebSender client;
    private final AllowedHosts hosts;
    private final WebLimits limits;
    private final HostLookup lookup;

    MediatedHttp(WebSender client, AllowedHosts hosts, WebLimits limits, HostLookup lookup) {
        this.client = client;
        this.hosts = hosts;
        this.limits = limits;
        this.lookup = lookup;
    }

    @Override
    public Fetched get(URI uri, Cursor since) {
        Map<String, Cursor> known = since.parts();
        long begun = System.nanoTime();
        URI at = uri;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            HttpRequest.Builder request = request(at).GET();
            if (known.containsKey(ETAG)) {
                request.header("If-None-Match", known.get(ETAG).value());
            }
            if (known.containsKey(MODIFIED)) {
                request.header("If-Modified-Since", known.get(MODIFIED).value());
            }
            HttpResponse<byte[]> answer = send(at, request, begun, false);
            if (answer.statusCode() == 304) {
                return Fetched.unchanged(since);
            }
            if (answer.statusCode() / 100 == 2) {
                return Fetched.of(
                        answer.body(),
                        answer.headers().firstValue("content-type").orElse(""),
                        cursor(answer));
            }
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
        HttpResponse<byte[]> answer = send(post.uri(), request, System.nanoTime(), true);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (headers.size() < 100 && !name.startsWith(":")) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values));
            }
        });
        return new HttpReply(answer.statusCode(), headers, answer.body());
    }

    private HttpRequest.Builder request(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web) {
            throw refused(uri, "may not be asked: only addresses that begin with https:// or http:// are.");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(
                    uri,
                    "may not be asked: it holds a name or a password before its host. Leave it out; whoever asks sends"
                            + " it in a header.");
        }
        if (!hosts.admit(uri)) {
            throw refused(
                    uri,
                    "may not be asked: its host is neither in the module's settings nor in the"
                            + " plugin's manifest. Add it under 'network:' of the module in portal.yaml.");
        }
        checkAddresses(uri);
        return HttpRequest.newBuilder(uri).header("User-Agent", "CityKit");
    }

    private void checkAddresses(URI uri) {
        if (hosts.admitPrivate(uri)) {
            return;
        }
        String host = uri.getHost();
        List<InetAddress> found;
        try {
            found = lookup.addresses(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException unknown) {
            throw failed(uri, "did not answer: its host has no address", unknown);
        }
        for (InetAddress address : found) {
            if (!PublicAddress.is(address)) {
                throw refused(
                        uri,
                        "may not be asked: its host leads to " + address.getHostAddress()
                                + ", which is no public address. If that is meant, name the host itself under"
                                + " 'network:' of the module in portal.yaml.");
            }
        }
    }

    private HttpResponse<byte[]> send(URI uri, HttpRequest.Builder request, long begun, boolean always) {
        Duration left = limits.whole().minusNanos(System.nanoTime() - begun);
        if (left.isNegative() || left.isZero()) {
            throw failed(uri, "was not waited for: the time for this call was up", null);
        }
        Duration head = limits.head().compareTo(left) < 0 ? limits.head() : left;
        try {
            HttpResponse<byte[]> answer = client.send(request.timeout(head).build(), info -> body(info, left, always));
            checkAddresses(uri);
            return answer;
        } catch (IOException failed) {
            throw System.nanoTime() - begun >= limits.whole().toNanos()
                    ? failed(uri, "sends its answer too slowly: the time for this call was up", failed)
                    : broken(uri, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(uri, "was not waited for: the time for this call was up", stopped);
        }
    }

    private LimitedBody body(HttpResponse.ResponseInfo info, Duration left, boolean always) {
        long headers = 0;
        long characters = 0;
        for (Map.Entry<String, List<String>> header : info.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                headers++;
                characters += header.getKey().length() + (long) value.length();
            }
        }
        if (headers > WebLimits.HEADERS || characters > WebLimits.HEADER_CHARACTERS) {
            return LimitedBody.refused(new RefusedAnswerException(
                    ApiError.LIMIT_EXCEEDED,
                    "sends more than " + WebLimits.HEADERS + " headers or " + WebLimits.HEADER_CHARACTERS
                            + " characters in them. Ask its publisher for fewer."));
        }
        return always || info.statusCode() / 100 == 2 ? LimitedBody.of(limits.bytes(), left) : LimitedBody.none();
    }

    private static CityKitException broken(URI uri, IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedAnswerException refused) {
                return new CityKitException(
                        refused.code(), "The address " + shown(uri) + " " + refused.getMessage(), failed);
            }
        }
        return failed(uri, "did not answer: " + failed, failed);
    }

    private static URI redirect(URI from, HttpResponse<?> answer) {
        String location = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
            throw failed(from, "answered with status " + answer.statusCode(), null);
        }
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException wrong) {
            throw failed(from, "redirects to something that is no address", wrong);
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw refused(
                    from,
                    "redirects to an address without encryption, which is not followed. Ask its publisher, or name"
                            + " the http address in the settings yourself.");
        }
        return to;
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

    /** An address without its query, which often holds a key. */
    private static String shown(URI uri) {
        String text = uri.getRawUserInfo() == null
                ? uri.toString()
                : uri.toString().replace(uri.getRawUserInfo() + "@", "…@");
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?…";
    }

    private static CityKitException refused(URI uri, String why) {
        return new CityKitException(ApiError.HOST_NOT_ALLOWED, "The address " + shown(uri) + " " + why);
    }

    private static CityKitException failed(URI uri, String why, @Nullable Exception cause) {
        String message = "The address " + shown(uri) + " " + why + ". It is tried again later.";
        return cause == null
                ? new CityKitException(ApiError.WEB_FAILED, message)
                : new CityKitException(ApiError.WEB_FAILED, message, cause);
    }
}
