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
import javax.xml.parsers.DocumentBuilderFactory;
import org.citykit.host.web.Reader.Reply;
import org.citykit.host.web.SampleServer;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.ReadLimits;
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
        assertEquals(5, events(read).size());
    }

    @Test
    void anEventThatCountsInAnotherCalendarIsGivenWithItsNextDates() {
        Component nowruz = event("/feeds/events.ics?lang=fa", "نوروز");

        assertTrue(nowruz.property("RRULE").isEmpty());
        assertEquals(
                List.of("20270321", "20280320", "20290320", "20300321", "20310321"),
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
    void theCalendarCanHoldOneKindAlone() {
        Reply reply = server.get("/feeds/events.ics?lang=en&kind=festival");

        assertTrue(reply.text().contains("Film & <video> week"));
        assertFalse(reply.text().contains("Nowruz"));
    }

    @Test
    void newsIsWellFormedWhateverATextHolds() throws Exception {
        Document events = xml("/feeds/events.atom?lang=en");
        Document alerts = xml("/feeds/alerts.atom?lang=fa");

        assertEquals(2, events.getElementsByTagNameNS("*", "entry").getLength());
        assertEquals(4, alerts.getElementsByTagNameNS("*", "entry").getLength());
        assertEquals("fa", alerts.getDocumentElement().getAttribute("xml:lang"));
        NodeList titles = events.getElementsByTagNameNS("*", "title");
        assertEquals("Film & <video> week", titles.item(1).getTextContent());
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
