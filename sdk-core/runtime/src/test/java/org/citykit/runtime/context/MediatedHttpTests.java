package org.citykit.runtime.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final WebLimits LIMITS = new WebLimits(LIMIT, Duration.ofSeconds(30), Duration.ofSeconds(60));

    private record Feed(URI feed) {}

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final List<String> lookedUp = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HostLookup lookup = host -> {
        lookedUp.add(host);
        return List.of(InetAddress.getByName(host.equals("inside.example") ? "10.0.0.5" : "127.0.0.1"));
    };
    private final ExecutorService workers = Executors.newCachedThreadPool();
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
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('a');
            body.flush();
            awaitEnd();
            exchange.close();
        });
        server.createContext("/headers", exchange -> {
            for (int i = 0; i < 210; i++) {
                exchange.getResponseHeaders().add("X-" + i, "a");
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/endless-error", exchange -> {
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            awaitEnd();
            exchange.close();
        });
        server.createContext("/sneaky", exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://user@127.0.0.1:" + server.getAddress().getPort() + "/feed");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.setExecutor(workers);
        server.start();
        http = webOf(AllowedHosts.of(new Feed(at("/")), List.of(), List.of()));
    }

    private MediatedHttp webOf(AllowedHosts hosts) {
        return new MediatedHttp(client::send, hosts, LIMITS, lookup);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        workers.shutdownNow();
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
    void anAddressWithAUserInItIsNotAsked() {
        URI other =
                URI.create("http://127.0.0.1@localhost:" + server.getAddress().getPort() + "/feed");

        assertEquals(ApiError.HOST_NOT_ALLOWED, refusal(other));
        assertEquals(ApiError.HOST_NOT_ALLOWED, refusal(at("/sneaky")));
    }

    @Test
    void anAddressIsRefusedForWhatIsWrongWithIt() {
        URI secret = URI.create(
                "http://reader:sesame@127.0.0.1:" + server.getAddress().getPort() + "/feed");

        String scheme = refused(URI.create("ftp://127.0.0.1/feed"));
        String user = refused(secret);

        assertTrue(scheme.contains("begin with https://"), scheme);
        assertTrue(user.contains("a name or a password before its host"), user);
        assertFalse(user.contains("sesame"), user);
    }

    private String refused(URI uri) {
        return String.valueOf(assertThrows(CityKitException.class, () -> http.get(uri, Cursor.start()))
                .getMessage());
    }

    @Test
    void aNameThatLeadsInsideIsRefusedUnlessTheWebmasterNamedItUnderNetwork() {
        int port = server.getAddress().getPort();
        URI inside = URI.create("http://feeds.example:" + port + "/feed");
        String named = "feeds.example:" + port;

        for (AllowedHosts hosts : List.of(
                AllowedHosts.of(new Feed(inside), List.of(), List.of()),
                AllowedHosts.of(new Feed(at("/")), List.of("*.example:" + port), List.of()),
                AllowedHosts.of(new Feed(at("/")), List.of(), List.of(named)))) {
            CityKitException refused =
                    assertThrows(CityKitException.class, () -> webOf(hosts).get(inside, Cursor.start()));
            assertEquals(ApiError.HOST_NOT_ALLOWED, refused.code());
            assertTrue(refused.getMessage().contains("leads to 127.0.0.1"), refused.getMessage());
        }
        CityKitException asked = assertThrows(
                CityKitException.class,
                () -> webOf(AllowedHosts.of(new Feed(inside), List.of(named), List.of()))
                        .get(inside, Cursor.start()));
        assertEquals(ApiError.WEB_FAILED, asked.code(), asked::getMessage);
    }

    @Test
    void aManifestNeverOpensAnAddressInside() {
        AllowedHosts hosts = AllowedHosts.of(
                new Feed(URI.create("https://feeds.example/")),
                List.of(),
                List.of("127.0.0.1:" + server.getAddress().getPort()));

        CityKitException refused =
                assertThrows(CityKitException.class, () -> webOf(hosts).get(at("/feed"), Cursor.start()));

        assertEquals(ApiError.HOST_NOT_ALLOWED, refused.code());
    }

    @Test
    void aNameThatTurnsInsideWhileItIsAskedGivesNothingAway() {
        AtomicInteger asked = new AtomicInteger();
        HostLookup turning =
                host -> List.of(InetAddress.getByName(asked.incrementAndGet() == 1 ? "93.184.216.34" : "127.0.0.1"));
        AllowedHosts hosts = AllowedHosts.of(
                new Feed(URI.create("http://feeds.example/")),
                List.of(),
                List.of("127.0.0.1:" + server.getAddress().getPort()));
        MediatedHttp web = new MediatedHttp(client::send, hosts, LIMITS, turning);

        CityKitException refused = assertThrows(CityKitException.class, () -> web.get(at("/feed"), Cursor.start()));

        assertEquals(ApiError.HOST_NOT_ALLOWED, refused.code());
        assertEquals(2, asked.get());
    }

    @Test
    void oneAddressInsideAmongSeveralIsEnough() {
        HostLookup both = host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.1.2.3"));
        AllowedHosts hosts = AllowedHosts.of(new Feed(URI.create("http://feeds.example/")), List.of(), List.of());

        CityKitException refused = assertThrows(
                CityKitException.class,
                () -> new MediatedHttp(client::send, hosts, LIMITS, both)
                        .get(URI.create("http://feeds.example/"), Cursor.start()));

        assertTrue(refused.getMessage().contains("leads to 10.1.2.3"), refused.getMessage());
    }

    @Test
    void aHostWithoutAddressDidNotAnswer() {
        HostLookup none = host -> {
            throw new UnknownHostException(host);
        };
        AllowedHosts hosts = AllowedHosts.of(new Feed(URI.create("http://feeds.example/")), List.of(), List.of());

        CityKitException refused = assertThrows(
                CityKitException.class,
                () -> new MediatedHttp(client::send, hosts, LIMITS, none)
                        .get(URI.create("http://feeds.example/"), Cursor.start()));

        assertEquals(ApiError.WEB_FAILED, refused.code());
    }

    @Test
    void aRedirectMayNotTakeTheEncryptionAway() {
        AllowedHosts hosts = AllowedHosts.anywhere(List.of("feeds.example"));
        MediatedHttp web = new MediatedHttp(Redirection.to("http://feeds.example/plain"), hosts, LIMITS, lookup);

        CityKitException refused = assertThrows(
                CityKitException.class, () -> web.get(URI.create("https://feeds.example/"), Cursor.start()));

        assertEquals(ApiError.HOST_NOT_ALLOWED, refused.code());
        assertTrue(refused.getMessage().contains("without encryption"), refused.getMessage());
    }

    @Test
    void anAnswerThatDripsEndsWithTheTimeOfTheCall() {
        MediatedHttp web = new MediatedHttp(
                client::send,
                AllowedHosts.of(new Feed(at("/")), List.of(), List.of()),
                new WebLimits(LIMIT, Duration.ofSeconds(30), Duration.ofMillis(300)),
                lookup);

        CityKitException refused = assertThrows(CityKitException.class, () -> web.get(at("/slow"), Cursor.start()));

        assertEquals(ApiError.WEB_FAILED, refused.code());
        assertTrue(refused.getMessage().contains("too slowly"), refused.getMessage());
    }

    @Test
    void theBodyOfAnErrorIsNotWaitedFor() {
        CityKitException refused =
                assertThrows(CityKitException.class, () -> http.get(at("/endless-error"), Cursor.start()));

        assertTrue(refused.getMessage().contains("status 500"), refused.getMessage());
    }

    @Test
    void tooManyHeadersAreRefused() {
        assertEquals(ApiError.LIMIT_EXCEEDED, refusal(at("/headers")));
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

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private ErrorCode refusal(URI uri) {
        return assertThrows(CityKitException.class, () -> http.get(uri, Cursor.start()))
                .code();
    }
}
