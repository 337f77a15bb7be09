package org.citykit.host.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.citykit.host.web.Reader.Reply;
import org.citykit.host.web.SampleServer;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.jcal.JcalReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FeedTests {
    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = new SampleServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anUnknownAlertHasNoDocument() {
        assertEquals(404, server.get("/feeds/alerts/t-9.cap.xml").status());
        assertEquals(404, server.get("/feeds/alerts/t-3").status());
        assertEquals(404, server.get("/feeds/none.ics").status());
    }

    @Test
    void anUnknownKindIsRefused() {
        assertEquals(400, server.get("/feeds/events.ics?kind=party").status());
    }

    @Test
    void theDocumentOfAnAlertIsThatOfTheEngine() {
        Reply reply = server.get("/feeds/alerts/t-3.cap.xml");

        assertEquals("application/cap+xml; charset=utf-8", reply.header("content-type"));
        assertEquals("<alert>t-3</alert>", reply.text());
    }

    @Test
    void theCalendarCanBeReadWithoutADefect() {
        Reply reply = server.get("/feeds/events.ics?lang=en");

        CalendarDocument read =
                CalendarReader.read(reply.text().getBytes(StandardCharsets.UTF_8), ReadLimits.standard());

        assertEquals("text/calendar; charset=utf-8", reply.header("content-type"));
        assertEquals(List.of(), read.defects());
        assertEquals(6, events(read).size());
    }

    @Test
    void anEventThatCountsInAnotherCalendarIsGivenWithItsNextDates() {
        Component nowruz = event("/feeds/events.ics?lang=fa", "نوروز");

        assertTrue(nowruz.property("RRULE").isEmpty());
        assertEquals(
                List.of(
                        "20210321",
                        "20220321",
                        "20230321",
                        "20240320",
                        "20250321",
                        "20260321",
                        "20270321",
                        "20280320",
                        "20290320",
                        "20300321",
                        "20310321"),
                nowruz.properties("RDATE").stream().map(Property::value).toList());
    }

    @Test
    void aCancelledEventStaysInTheCalendarAsCancelled() {
        Component delegation = event("/feeds/events.ics?lang=en", "Delegation from Seoul");

        assertEquals("CANCELLED", delegation.property("STATUS").orElseThrow().value());
        assertEquals(
                "20261125T180000", delegation.property("DTSTART").orElseThrow().value());
        assertEquals(
                "city.delegation@tehran.example",
                delegation.property("UID").orElseThrow().text());
    }

    @Test
    void theNumberOfRevisionIsThatOfTheData() {
        Component delegation = event("/feeds/events.ics?lang=en", "Delegation from Seoul");
        Component fair = event("/feeds/events.ics?lang=en", "Fair");

        assertEquals("2", delegation.property("SEQUENCE").orElseThrow().value());
        assertTrue(fair.property("SEQUENCE").isEmpty());
    }

    @Test
    void aRuleInAnotherCalendarIsKeptForThoseWhoReadIt() {
        Component nowruz = event("/feeds/events.ics?lang=fa&rscale=keep", "نوروز");

        assertEquals(
                "RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
                nowruz.property("RRULE").orElseThrow().value());
        assertEquals(400, server.get("/feeds/events.ics?rscale=flat").status());
    }

    @Test
    void aCopyThatStillHoldsIsNotSentAgain() {
        Reply whole = server.get("/feeds/events.ics?lang=en");
        String modified = whole.header("last-modified");

        assertEquals(
                304,
                server.get("/feeds/events.ics?lang=en", "if-none-match", whole.header("etag"))
                        .status());
        assertEquals(
                304,
                server.get("/feeds/events.ics?lang=en", "if-modified-since", modified)
                        .status());
        assertEquals(
                200,
                server.get("/feeds/events.ics?lang=en", "if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .status());
        assertEquals(
                200,
                server.get("/feeds/events.ics?lang=en", "if-modified-since", "yesterday")
                        .status());
        assertEquals( // the tag decides where there is one
                200,
                server.get("/feeds/events.ics?lang=en", "if-none-match", "\"other\"", "if-modified-since", modified)
                        .status());
    }

    @Test
    void aFeedHasANameAndCanBeReadFromElsewhere() {
        Reply feed = server.get("/feeds/events.ics?lang=en&kind=festival");
        Reply preflight = server.send("OPTIONS", "/feeds/events.ics", "", "origin", "https://other.example");

        assertEquals("inline; filename=\"tehran-events-en-kind-festival.ics\"", feed.header("content-disposition"));
        assertEquals("*", feed.header("access-control-allow-origin"));
        assertTrue(feed.header("access-control-expose-headers").contains("ETag"));
        assertEquals(204, preflight.status());
        assertEquals("GET, HEAD", preflight.header("access-control-allow-methods"));
        assertTrue(feed.text().contains("REFRESH-INTERVAL;VALUE=DURATION:PT60M"), feed.text());
        assertTrue(feed.text().contains("SOURCE;VALUE=URI:https://tehran.example/feeds/events.ics"), feed.text());
        assertTrue(feed.text().contains("COLOR:teal"), feed.text());
    }

    @Test
    void anyFilterMakesAFeed() {
        assertEquals(List.of("Delegation from Seoul"), titles("/feeds/events.ics?lang=en&q=seoul"));
        assertEquals(List.of("Delegation from Seoul"), titles("/feeds/events.ics?lang=en&where=hall"));
        assertEquals(List.of("Delegation from Seoul"), titles("/feeds/events.ics?lang=en&status=cancelled,postponed"));
        assertEquals(List.of("Delegation from Seoul"), titles("/feeds/events.ics?lang=en&agreement=tehran-seoul"));
        assertEquals(List.of("Nowruz"), titles("/feeds/events.ics?lang=en&series=city.nowruz"));
        assertEquals(List.of(), titles("/feeds/events.ics?lang=en&source=none"));
        assertEquals(
                2, titles("/feeds/events.ics?lang=en&kind=festival,holiday").size());
        for (String wrong : List.of("audience=nobody", "near=1,2", "near=a,b,c", "language=x", "status=gone")) {
            assertEquals(400, server.get("/feeds/events.ics?" + wrong).status(), wrong);
        }
    }

    @Test
    void oneEventIsAFileOfItsOwn() {
        Reply file = server.get("/feeds/events/city.delegation.ics?lang=fa");

        assertTrue(file.text().contains("SUMMARY;LANGUAGE=fa:هیئت سئول"), file.text());
        assertEquals(1, file.text().split("BEGIN:VEVENT", -1).length - 1);
        assertEquals(404, server.get("/feeds/events/city.none.ics").status());
        assertEquals(404, server.get("/feeds/events/city.delegation").status());
    }

    @Test
    void theSameCalendarIsThereAsJcal() {
        Reply reply = server.get("/feeds/events.jcal?lang=en&kind=delegation");

        CalendarDocument read = JcalReader.read(reply.text().getBytes(StandardCharsets.UTF_8), ReadLimits.standard());
        assertEquals("application/calendar+json", reply.header("content-type"));
        assertEquals(
                List.of("Delegation from Seoul"),
                events(read).stream()
                        .map(event -> event.property("SUMMARY").orElseThrow().text())
                        .toList());
    }

    @Test
    void searchEnginesReadTheSameEvents() throws JsonProcessingException {
        Reply reply = server.get("/feeds/events.jsonld?lang=en");
        JsonNode list = new ObjectMapper().readTree(reply.text());
        String page = server.get("/en/events/city.delegation").text();

        assertEquals("application/ld+json", reply.header("content-type"));
        assertEquals(6, list.size());
        assertEquals("https://schema.org", list.get(0).get("@context").asText());
        assertFalse(reply.text().contains("<video>"), "it may stand in a script element");
        assertTrue(page.contains("<script type=\"application/ld+json\">{"), page);
        assertTrue(page.contains("EventCancelled"), page);
    }

    @Test
    void theCalendarCanHoldOneKindAlone() {
        Reply reply = server.get("/feeds/events.ics?lang=en&kind=festival");

        assertTrue(reply.text().contains("Film & <video> week"));
        assertFalse(reply.text().contains("Nowruz"));
    }

    @Test
    void newsIsWellFormedWhateverATextHolds() throws Exception {
        Document events = xml("/feeds/events.atom?lang=en");
        Document alerts = xml("/feeds/alerts.atom?lang=fa");

        assertEquals(6, events.getElementsByTagNameNS("*", "entry").getLength());
        assertEquals(4, alerts.getElementsByTagNameNS("*", "entry").getLength());
        assertEquals("fa", alerts.getDocumentElement().getAttribute("xml:lang"));
        NodeList titles = events.getElementsByTagNameNS("*", "title");
        assertTrue(IntStream.range(0, titles.getLength())
                .mapToObj(i -> titles.item(i).getTextContent())
                .anyMatch("Film & <video> week"::equals));
    }

    @Test
    void theSameNewsHasTheSameIdInEveryLanguage() throws Exception {
        String persian = xml("/feeds/alerts.atom?lang=fa")
                .getElementsByTagNameNS("*", "id")
                .item(1)
                .getTextContent();
        String english = xml("/feeds/alerts.atom?lang=en")
                .getElementsByTagNameNS("*", "id")
                .item(1)
                .getTextContent();

        assertEquals(persian, english);
        assertTrue(persian.startsWith("urn:uuid:"));
    }

    @Test
    void theMapHasALineForEveryRelationWithPlaces() throws JsonProcessingException {
        JsonNode map = new ObjectMapper()
                .readTree(server.get("/feeds/agreements.geojson?lang=en").text());

        assertEquals("FeatureCollection", map.get("type").asText());
        assertEquals(3, map.get("features").size());
        JsonNode line = map.get("features").get(0);
        assertEquals(
                "[[51.42,35.69],[", line.at("/geometry/coordinates").toString().substring(0, 16));
        assertEquals("Tehran", line.at("/properties/from").asText());
    }

    private static List<String> titles(String address) {
        byte[] bytes = server.get(address).text().getBytes(StandardCharsets.UTF_8);
        return events(CalendarReader.read(bytes, ReadLimits.standard())).stream()
                .map(event -> event.property("SUMMARY").orElseThrow().text())
                .toList();
    }

    private static Component event(String address, String title) {
        byte[] bytes = server.get(address).text().getBytes(StandardCharsets.UTF_8);
        return events(CalendarReader.read(bytes, ReadLimits.standard())).stream()
                .filter(event -> event.property("SUMMARY").orElseThrow().text().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> events(CalendarDocument read) {
        return read.calendars().get(0).components("VEVENT");
    }

    private static Document xml(String address) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        byte[] bytes = server.get(address).text().getBytes(StandardCharsets.UTF_8);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
