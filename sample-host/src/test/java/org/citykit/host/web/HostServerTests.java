package org.citykit.host.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.citykit.host.content.SampleContent;
import org.citykit.host.language.Languages;
import org.citykit.host.operation.Traffic;
import org.citykit.host.web.Reader.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostServerTests {
    private final SampleContent content = new SampleContent();
    private final Languages languages =
            Languages.of(Stream.of("fa", "ar", "en").map(Locale::forLanguageTag).toList());
    private final AtomicReference<LiveEvent> live = new AtomicReference<>(new LiveEvent("r1", "{\"n\":1}"));
    private final Traffic traffic = new Traffic();
    private HostServer server;
    private Reader reader;

    @BeforeEach
    void start() {
        Route echo = new Route(
                "/api/v1/echo",
                List.of("text", "number"),
                question -> new Body(
                        MediaType.JSON,
                        question.language().tag(),
                        new JsonObject()
                                .put("text", question.parameters().text("text"))
                                .put("number", question.parameters().number("number", 1, 1, 9))
                                .encode(),
                        Body.UNTIL_CHANGED));
        Site site = new Site(languages, content, List.of(echo), List.of(), () -> "citykit_up 1\n", live::get, traffic);
        server = HostServer.start(new HostServer.Listening("127.0.0.1", 0, 1), site, Clock.systemUTC());
        reader = new Reader(server.port());
    }

    @AfterEach
    void stop() {
        reader.close();
        server.close();
    }

    @Test
    void anAddressWithoutAPageIsAPageInTheLanguageOfTheAddress() {
        Reply response = get("/fa/nothing/here");

        assertEquals(404, response.status());
        assertTrue(response.text().contains("<html lang=\"fa\" dir=\"rtl\">"));
        assertTrue(response.text().contains("صفحه پیدا نشد"));
        assertEquals("no-store", response.header("cache-control"));
    }

    @Test
    void aLanguageThatIsNotOfferedIsAPageThatOffersTheOthersAtTheSameAddress() {
        Reply response = get("/de/twinning", "accept-language", "ar");

        assertEquals(404, response.status());
        assertTrue(response.text().contains("<html lang=\"ar\" dir=\"rtl\">"));
        assertTrue(response.text().contains("href=\"/fa/twinning\""));
        assertTrue(response.text().contains("href=\"/en/twinning\""));
    }

    @Test
    void aFailureIsAPageWithAReferenceAndNothingOfTheInside() {
        Reply response = get("/en/twinning/broken");

        assertEquals(500, response.status());
        assertTrue(response.text().contains("Reference for the operator"));
        assertFalse(response.text().contains("secret"));
        assertFalse(response.text().contains("Exception"));
        assertEquals(1, traffic.failures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/twinning?kind=marriage",
                "/en/twinning?page=0",
                "/en/twinning?page=first",
                "/en/twinning?country=iran",
                "/en/events?on=1405-13-01",
                "/en/events?on=yesterday"
            })
    void aParameterThatCannotBeIsAPageThatNamesIt(String address) {
        Reply response = get(address);

        String parameter = address.substring(address.indexOf('?') + 1, address.indexOf('='));
        assertEquals(400, response.status());
        assertTrue(response.text().contains("“" + parameter + "” cannot be"), response.text());
    }

    @Test
    void aParameterIsRepeatedAsTextAndNotAsMarkup() {
        Reply response = get("/en/twinning?kind=%3Cscript%3E");

        assertTrue(response.text().contains("&lt;script&gt;"));
        assertFalse(response.text().contains("<script"));
    }

    @Test
    void aParameterThatIsTooLongIsRefused() {
        assertEquals(400, get("/en/twinning?q=" + "a".repeat(201)).status());
        assertEquals(200, get("/en/twinning?q=" + "a".repeat(200)).status());
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        assertEquals(414, get("/en/twinning?q=" + "a".repeat(5000)).status());
    }

    @Test
    void whatWasWithdrawnSaysSoInWords() {
        Reply response = get("/en/events/withdrawn");

        assertEquals(410, response.status());
        assertTrue(response.text().contains("This event has been withdrawn"));
        assertTrue(response.text().contains("Old &lt;fair&gt;"), response.text());
    }

    @Test
    void aPageBeyondTheLastIsNotFound() {
        assertEquals(404, get("/en/twinning?page=872").status());
    }

    @Test
    void anAddressWithABrokenEscapeIsRefused() {
        assertEquals(400, get("/en/twinning/%zz").status());
    }

    @Test
    void pagesCanOnlyBeRead() {
        Reply response = reader.send(HttpMethod.POST, "/en/twinning");

        assertEquals(405, response.status());
        assertEquals("GET, HEAD", response.header("allow"));
    }

    @Test
    void anErrorOfTheApiIsAProblem() {
        Reply unknown = get("/api/v1/nothing");
        Reply bad = get("/api/v1/echo?number=10");

        assertEquals(404, unknown.status());
        assertEquals("application/problem+json", unknown.header("content-type"));
        assertEquals(404, new JsonObject(unknown.text()).getInteger("status"));
        assertEquals("/api/v1/nothing", new JsonObject(unknown.text()).getString("instance"));
        assertEquals(400, bad.status());
        assertTrue(new JsonObject(bad.text()).getString("detail").contains("10"));
    }

    @Test
    void theApiSpeaksTheLanguageThatIsAskedFor() {
        assertEquals("en", get("/api/v1/echo?lang=en").header("content-language"));
        assertEquals("fa", get("/api/v1/echo").header("content-language"));
        assertEquals(400, get("/api/v1/echo?lang=de").status());
    }

    @Test
    void thePortalSendsReadersToTheirLanguage() {
        Reply arabic = get("/", "accept-language", "de, ar-IQ;q=0.8, en;q=0.5");
        Reply unknown = get("/", "accept-language", "de");
        Reply malformed = get("/", "accept-language", ";;;");

        assertEquals(302, arabic.status());
        assertEquals("/ar/", arabic.header("location"));
        assertEquals("accept-language", arabic.header("vary"));
        assertEquals("/fa/", unknown.header("location"));
        assertEquals("/fa/", malformed.header("location"));
    }

    @Test
    void anAddressWithAnotherEndLeadsToTheCanonicalOne() {
        assertEquals("/fa/", get("/fa").header("location"));
        assertEquals("/en/twinning?q=seoul", get("/en/twinning/?q=seoul").header("location"));
        assertEquals(308, get("/fa").status());
    }

    @Test
    void everyPageHasItsLanguageItsDirectionAndItsOtherLanguages() {
        for (String page :
                List.of("", "twinning", "twinning/known", "networks", "events", "events/1", "alerts", "alerts/1")) {
            Reply persian = get("/fa/" + page);
            Reply english = get("/en/" + page);

            assertEquals(200, persian.status(), page);
            assertTrue(persian.text().contains("<html lang=\"fa\" dir=\"rtl\">"), page);
            assertTrue(persian.text().contains("href=\"/ar/" + page + "\""), page);
            assertEquals("fa", persian.header("content-language"));
            assertTrue(english.text().contains("<html lang=\"en\" dir=\"ltr\">"), page);
        }
    }

    @Test
    void theLanguageSwitchKeepsTheSearch() {
        Reply response = get("/en/twinning?page=2&utm_source=x&q=%D8%AA&kind=sister");

        String address = "href=\"/fa/twinning?q=%D8%AA&amp;kind=sister&amp;page=2\"";
        assertTrue(response.text().replace("&#x3D;", "=").contains(address));
    }

    @Test
    void aPageIsMadeOnceUntilTheDataChanges() {
        get("/fa/");
        get("/fa/");
        get("/fa/?unknown=1");
        int before = content.homes();

        server.dataChanged();
        get("/fa/");

        assertEquals(1, before);
        assertEquals(2, content.homes());
        assertTrue(traffic.fromCache() >= 2);
    }

    @Test
    void aCopyThatStillHoldsIsNotSentAgain() {
        String tag = get("/fa/").header("etag");

        Reply same = get("/fa/", "if-none-match", tag);
        Reply other = get("/fa/", "if-none-match", "\"other\"");

        assertEquals(304, same.status());
        assertEquals("", same.text());
        assertEquals(tag, same.header("etag"));
        assertEquals(200, other.status());
    }

    @Test
    void aChangedPageHasAnotherTagAndEqualPagesHaveTheSame() {
        String first = get("/fa/").header("etag");
        server.dataChanged();

        assertEquals(first, get("/fa/").header("etag"));
        assertNotEquals(first, get("/ar/").header("etag"));
    }

    @Test
    void headersAloneAreThoseOfTheWholeAnswer() {
        Reply whole = get("/fa/");
        Reply head = reader.send(HttpMethod.HEAD, "/fa/");

        assertEquals("", head.text());
        assertEquals(whole.header("content-length"), head.header("content-length"));
        assertEquals(whole.header("etag"), head.header("etag"));
    }

    @Test
    void aCompressedPageHasItsOwnTagAndSaysWhatItDependsOn() {
        Reply plain = get("/fa/");
        Reply zipped = get("/fa/", "accept-encoding", "br, gzip");

        assertEquals("gzip", zipped.header("content-encoding"));
        assertNotEquals(plain.header("etag"), zipped.header("etag"));
        assertEquals("accept-encoding", zipped.header("vary"));
        assertTrue(Integer.parseInt(zipped.header("content-length"))
                < Integer.parseInt(plain.header("content-length")) / 2);
        assertNull(get("/fa/", "accept-encoding", "gzip;q=0").header("content-encoding"));
    }

    @Test
    void pagesCarrySecurityHeadersAndNeverACookie() {
        MultiMap headers = get("/fa/").headers();

        assertTrue(headers.get("content-security-policy").startsWith("default-src 'self'; script-src 'none'"));
        assertEquals("nosniff", headers.get("x-content-type-options"));
        assertEquals("no-referrer", headers.get("referrer-policy"));
        assertFalse(headers.contains("set-cookie"));
        assertEquals("no-cache", headers.get("cache-control"));
    }

    @Test
    void theFilesOfAPageAreThereAndNeverChange() {
        String page = get("/fa/").text();
        String address = page.substring(page.indexOf("/assets/portal"), page.indexOf(".css") + 4);

        Reply style = get(address);

        assertEquals(200, style.status());
        assertEquals("text/css; charset=utf-8", style.header("content-type"));
        assertTrue(style.header("cache-control").contains("immutable"));
        assertEquals(404, get("/assets/portal.css").status());
    }

    @Test
    void operationsSeeThatItLivesIsReadyAndWhatItCounts() {
        assertEquals(200, get("/health/live").status());
        assertEquals(200, get("/health/ready").status());
        assertEquals("citykit_up 1\n", get("/metrics").text());
        assertEquals("no-store", get("/metrics").header("cache-control"));
    }

    @Test
    void whoeverListensHearsTheAlertsAtOnceAndAgainWhenTheyChange() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /live/alerts HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertTrue(lines.readLine().contains("200"));
            assertEquals("data: {\"n\":1}", next(lines, "data:"));

            server.dataChanged();
            live.set(new LiveEvent("r2", "{\"n\":2}"));
            server.dataChanged();

            assertEquals("id: r2", next(lines, "id:"));
            assertEquals("data: {\"n\":2}", next(lines, "data:"));
        }
    }

    @Test
    void whoeverComesBackIsNotToldWhatTheyKnow() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /live/alerts HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: r1\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("retry: 5000", next(lines, "retry:"));

            live.set(new LiveEvent("r2", "{}"));
            server.dataChanged();

            assertEquals("id: r2", next(lines, "id:"));
        }
    }

    private static String next(BufferedReader lines, String beginning) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended before " + beginning);
    }

    @Test
    void anotherSiteIsServedFromTheNextRequestOn() {
        assertEquals(200, get("/ar/").status());
        Languages fewer =
                Languages.of(Stream.of("en", "fa").map(Locale::forLanguageTag).toList());

        server.show(new Site(fewer, content, List.of(), List.of(), () -> "", live::get, traffic));

        assertEquals(404, get("/ar/").status());
        assertEquals(200, get("/fa/").status());
        assertEquals("/en/", get("/").header("location"));
        assertEquals(404, get("/api/v1/echo").status());
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        Site site = new Site(languages, content, List.of(), List.of(), () -> "", live::get, traffic);
        HostServer.Listening taken = new HostServer.Listening("127.0.0.1", server.port(), 1);

        HostException refused =
                assertThrows(HostException.class, () -> HostServer.start(taken, site, Clock.systemUTC()));

        assertTrue(refused.getMessage().contains("127.0.0.1:" + server.port()));
    }

    @Test
    void aServerStopsTwiceWithoutHarm() {
        server.close();
        server.close();

        assertThrows(AssertionError.class, () -> get("/fa/"));
    }

    private Reply get(String address, String... headers) {
        return reader.get(address, headers);
    }
}
