package org.citykit.runtime.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.ErrorCode;
import org.citykit.api.Fetched;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediatedHttpTests {
    private static final long LIMIT = 1_000;

    private HttpServer server;
    private MediatedHttp http;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=ISO-8859-1");
            byte[] body = "Ōita é".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
            if (!known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[(int) LIMIT + 1]);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://elsewhere.example/feed");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/round", exchange -> {
            exchange.getResponseHeaders().set("Location", "/round");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/feed");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.createContext("/hook", exchange -> {
            byte[] got = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .set("X-Got", exchange.getRequestHeaders().getFirst("X-Sent"));
            exchange.sendResponseHeaders(503, got.length);
            exchange.getResponseBody().write(got);
            exchange.close();
        });
        server.start();
        http = new MediatedHttp(
                () -> HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                Set.of("127.0.0.1:" + server.getAddress().getPort()),
                LIMIT,
                Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHostThatNobodyNamedIsNotAsked() {
        assertEquals(ApiError.HOST_NOT_ALLOWED, refusal(URI.create("http://localhost:1/")));
        assertEquals(ApiError.HOST_NOT_ALLOWED, refusal(URI.create("file:///etc/hostname")));
        assertEquals(ApiError.HOST_NOT_ALLOWED, refusal(URI.create("relative")));
    }

    @Test
    void aRedirectMayNotLeaveTheNamedHosts() {
        assertEquals(ApiError.HOST_NOT_ALLOWED, refusal(at("/away")));
    }

    @Test
    void redirectsEnd() {
        assertEquals(ApiError.WEB_FAILED, refusal(at("/round")));
    }

    @Test
    void anAnswerLargerThanTheLimitIsRefused() {
        assertEquals(ApiError.LIMIT_EXCEEDED, refusal(at("/large")));
    }

    @Test
    void anErrorStatusNamesTheAddressAndTheStatus() {
        CityKitException refused = assertThrows(CityKitException.class, () -> http.get(at("/missing"), Cursor.start()));

        assertEquals(ApiError.WEB_FAILED, refused.code());
        assertTrue(refused.getMessage().contains("404"), refused.getMessage());
    }

    @Test
    void contentIsReadInItsCharsetAndAskedForOnceOnly() {
        Fetched first = http.get(at("/moved"), Cursor.start());
        Fetched second = http.get(at("/moved"), first.cursor());

        assertFalse(first.unchanged());
        assertEquals("?ita é", first.text());
        assertTrue(second.unchanged());
        assertEquals(first.cursor(), second.cursor());
    }

    @Test
    void everyAnswerToAPostIsReturned() {
        HttpReply reply = http.post(new HttpPost(at("/hook"), Map.of("X-Sent", "key-1"), new byte[] {1, 2, 3}));

        assertEquals(503, reply.status());
        assertEquals("key-1", reply.headers().get("x-got"));
        assertEquals(3, reply.body().length);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private ErrorCode refusal(URI uri) {
        return assertThrows(CityKitException.class, () -> http.get(uri, Cursor.start()))
                .code();
    }
}
