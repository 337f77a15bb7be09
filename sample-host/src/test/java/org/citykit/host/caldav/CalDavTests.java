package org.citykit.host.caldav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.citykit.host.web.Reader.Reply;
import org.citykit.host.web.SampleServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CalDavTests {
    private static final String NAMES =
            "xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav' xmlns:S='http://calendarserver.org/ns/'"
                    + " xmlns:A='http://apple.com/ns/ical/'";

    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = new SampleServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/caldav/de/",
                "/caldav/en/none/",
                "/caldav/en/kind-party/",
                "/caldav/en/all/none.ics",
                "/caldav/en/all/city.nowruz.ics/",
                "/caldav/en/all/a/b",
                "/caldav/en/q/",
                "/caldav/en/q/party=1/",
                "/caldav/en/q/kind=party/",
                "/caldav/en/q/%zz=1/",
                "/caldav/principals/",
                "/caldav/principals/de/"
            })
    void whereNothingStandsNothingIsFound(String address) {
        Reply reply = server.send("PROPFIND", address, "", "depth", "0");

        assertTrue(reply.status() == 404 || reply.status() == 400, address + " " + reply.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PUT", "DELETE", "PROPPATCH", "MKCALENDAR", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "ACL"})
    void nobodyMayChangeAnything(String method) {
        Reply reply = server.send(method, "/caldav/en/all/city.nowruz.ics", "x");

        assertEquals(403, reply.status());
        assertEquals(1, elements(reply, "DAV:", "need-privileges").size());
        assertEquals("/caldav/en/all/city.nowruz.ics", text(reply, "DAV:", "href"));
    }

    @Test
    void anUnknownMethodIsToldWhatIsAllowed() {
        Reply reply = server.send("POST", "/caldav/en/all/", "x");

        assertEquals(405, reply.status());
        assertEquals("OPTIONS, GET, HEAD, PROPFIND, REPORT", reply.header("allow"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Reply reply = server.send("REPORT", "/caldav/en/all/", "<a>" + " ".repeat(1 << 20) + "</a>");

        assertEquals(413, reply.status());
    }

    @Test
    void hostileXmlIsRefusedInWords() {
        Reply reply = server.send(
                "PROPFIND",
                "/caldav/en/all/",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><D:propfind xmlns:D='DAV:'>&x;</D:propfind>",
                "depth",
                "0");

        assertEquals(400, reply.status());
        assertFalse(reply.text().contains("root:"));
        assertTrue(text(reply, Dav.CITYKIT, "message").contains("document type"));
    }

    @Test
    void depthMustBeFinite() {
        assertEquals(403, server.send("PROPFIND", "/caldav/en/", "").status());
        Reply reply = server.send("PROPFIND", "/caldav/en/", "", "depth", "infinity");

        assertEquals(403, reply.status());
        assertEquals(1, elements(reply, "DAV:", "propfind-finite-depth").size());
    }

    @Test
    void aClientFindsTheCalendarsFromTheDomainAlone() {
        Reply start = server.send("PROPFIND", "/.well-known/caldav", "", "depth", "0");
        Reply root = propfind("/caldav/", "0", "<D:current-user-principal/>", "accept-language", "ar");
        Reply principal = propfind("/caldav/principals/ar/", "0", "<C:calendar-home-set/>");
        Reply home = propfind("/caldav/ar/", "1", "<D:resourcetype/><D:displayname/>");

        assertEquals(301, start.status());
        assertEquals("/caldav/", start.header("location"));
        assertEquals("1, 3, calendar-access", root.header("dav"));
        assertTrue(root.text().contains("<D:href>/caldav/principals/ar/</D:href>"), root.text());
        assertTrue(principal.text().contains("<D:href>/caldav/ar/</D:href>"), principal.text());
        assertEquals(
                List.of(
                        "/caldav/ar/",
                        "/caldav/ar/all/",
                        "/caldav/ar/kind-festival/",
                        "/caldav/ar/kind-holiday/",
                        "/caldav/ar/kind-delegation/"),
                hrefs(home));
        assertEquals(4, elements(home, Dav.CALDAV, "calendar").size());
        assertTrue(home.text().contains("طهران – "), home.text());
    }

    @Test
    void whatACalendarHasIsGivenAndWhatItLacksIsNamed() {
        Reply reply = propfind(
                "/caldav/en/all/",
                "0",
                "<S:getctag/><D:sync-token/><A:calendar-color/><D:supported-report-set/><D:quota-used-bytes/>"
                        + "<C:supported-calendar-component-set/><D:current-user-privilege-set/><C:calendar-timezone/>"
                        + "<x:odd xmlns:x='urn:x'/><plain xmlns=''/>");

        assertEquals(207, reply.status());
        assertEquals(List.of("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"), texts(reply, "DAV:", "status"));
        assertTrue(text(reply, "DAV:", "sync-token").startsWith("urn:citykit:sync:"));
        assertTrue(text(reply, "DAV:", "sync-token").endsWith(text(reply, Dav.CALENDAR_SERVER, "getctag")));
        assertEquals(3, elements(reply, "DAV:", "supported-report").size());
        assertEquals("VEVENT", elements(reply, Dav.CALDAV, "comp").get(0).getAttribute("name"));
        assertEquals(1, elements(reply, "DAV:", "read").size());
        assertEquals(0, elements(reply, "DAV:", "write").size());
        assertTrue(text(reply, Dav.CALDAV, "calendar-timezone").contains("TZID:Asia/Tehran"));
        assertEquals(1, elements(reply, "urn:x", "odd").size());
        assertEquals(1, elements(reply, "DAV:", "quota-used-bytes").size());
    }

    @Test
    void anEmptyBodyAsksForEverythingAndPropnameForNames() {
        Reply all = server.send("PROPFIND", "/caldav/en/all/", "", "depth", "0");
        Reply names = server.send(
                "PROPFIND", "/caldav/en/all/", "<D:propfind xmlns:D='DAV:'><D:propname/></D:propfind>", "depth", "0");

        assertFalse(text(all, "DAV:", "displayname").isEmpty());
        assertEquals(0, elements(all, Dav.CALDAV, "calendar-timezone").size());
        assertEquals("", text(names, "DAV:", "displayname"));
        assertEquals(1, elements(names, Dav.CALDAV, "calendar-timezone").size());
    }

    @Test
    void everyEventHasAnAddressAndTheTagThatGetGives() {
        Reply list = propfind("/caldav/en/all/", "1", "<D:getetag/>");
        List<String> addresses = hrefs(list);

        assertEquals(7, addresses.size());
        Reply event = server.get("/caldav/en/all/city.delegation.ics");
        assertTrue(addresses.contains("/caldav/en/all/city.delegation.ics"));
        assertTrue(texts(list, "DAV:", "getetag").contains(event.header("etag")));
        assertEquals("text/calendar; charset=utf-8; component=VEVENT", event.header("content-type"));
        assertTrue(event.text().contains("SUMMARY;LANGUAGE=en:Delegation from Seoul"), event.text());
        assertFalse(event.text().contains("METHOD"));
        assertEquals(
                304,
                server.get("/caldav/en/all/city.delegation.ics", "if-none-match", event.header("etag"))
                        .status());
        assertEquals(
                "",
                server.send("HEAD", "/caldav/en/all/city.delegation.ics", "").text());
    }

    @Test
    void aCalendarCanBeNarrowedByAnyFilter() {
        Reply kind = propfind("/caldav/en/kind-festival/", "1", "<D:getetag/>");
        Reply filter = propfind("/caldav/en/q/kind=festival/", "1", "<D:getetag/>");

        assertEquals(2, hrefs(kind).size());
        assertEquals("/caldav/en/q/kind=festival/", hrefs(filter).get(0));
        assertEquals(texts(kind, "DAV:", "getetag"), texts(filter, "DAV:", "getetag"));
    }

    @Test
    void peopleWhoOpenACalendarAreLedToItsFeed() {
        assertEquals(
                "/feeds/events.ics?kind=festival&lang=en",
                server.get("/caldav/en/kind-festival/").header("location"));
        assertEquals("/en/events", server.get("/caldav/en/").header("location"));
    }

    private static Reply propfind(String address, String depth, String properties, String... headers) {
        String[] all =
                Stream.concat(Stream.of("depth", depth), Stream.of(headers)).toArray(String[]::new);
        return server.send(
                "PROPFIND", address, "<D:propfind " + NAMES + "><D:prop>" + properties + "</D:prop></D:propfind>", all);
    }

    static List<String> hrefs(Reply reply) {
        return elements(reply, "DAV:", "response").stream()
                .map(response -> response.getFirstChild().getTextContent())
                .toList();
    }

    static String text(Reply reply, String namespace, String name) {
        return texts(reply, namespace, name).get(0);
    }

    static List<String> texts(Reply reply, String namespace, String name) {
        return elements(reply, namespace, name).stream()
                .map(Element::getTextContent)
                .toList();
    }

    static List<Element> elements(Reply reply, String namespace, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
            NodeList found = document.getElementsByTagNameNS(namespace, name);
            List<Element> all = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                all.add((Element) found.item(i));
            }
            return all;
        } catch (Exception broken) {
            throw new AssertionError("no XML: " + reply.status() + " " + reply.text(), broken);
        }
    }
}
