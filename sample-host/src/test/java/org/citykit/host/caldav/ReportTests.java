package org.citykit.host.caldav;

import static org.citykit.host.caldav.CalDavTests.elements;
import static org.citykit.host.caldav.CalDavTests.hrefs;
import static org.citykit.host.caldav.CalDavTests.text;
import static org.citykit.host.caldav.CalDavTests.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.citykit.host.content.SampleHeld;
import org.citykit.host.web.Reader.Reply;
import org.citykit.host.web.SampleServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String NAMES = "xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'";
    private static final String CALENDAR = "/caldav/en/all/";

    private final AtomicReference<EventIndex> events = new AtomicReference<>(index(sample()));
    private SampleServer server;

    @BeforeEach
    void start() {
        server = new SampleServer(SampleHeld.held(events::get));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<CalendarEvent> sample() {
        CalendarEvent weekly = CalendarEvent.of("weekly")
                .kind(EventKind.COUNCIL)
                .title(Text.of("en", "Council"))
                .recurrence(new Recurrence(
                        List.of("FREQ=WEEKLY;BYDAY=MO"), List.of(), List.of(LocalDateTime.of(2027, 3, 15, 18, 0))))
                .at(ZonedDateTime.of(2027, 3, 1, 18, 0, 0, 0, BERLIN), Duration.ofHours(2));
        CalendarEvent moved = CalendarEvent.of("weekly-moved")
                .kind(EventKind.COUNCIL)
                .title(Text.of("en", "Council, moved"))
                .replaces(new ReplacedOccurrence("weekly", LocalDateTime.of(2027, 3, 22, 18, 0), false))
                .at(ZonedDateTime.of(2027, 3, 24, 17, 0, 0, 0, BERLIN), Duration.ofHours(1));
        CalendarEvent nowruz = CalendarEvent.of("nowruz")
                .kind(EventKind.HOLIDAY)
                .title(Text.of("fa", "نوروز").and("en", "Nowruz"))
                .recurrence(Recurrence.of("RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"))
                .on(LocalDate.of(2020, 3, 20));
        CalendarEvent fair = CalendarEvent.of("fair")
                .kind(EventKind.FESTIVAL)
                .title(Text.of("en", "Fair"))
                .status(EventStatus.CANCELLED)
                .on(LocalDate.of(2027, 5, 1));
        return List.of(weekly, moved, nowruz, fair);
    }

    private static EventIndex index(List<CalendarEvent> events) {
        Revision revision = Revision.of(List.of(events.toString()));
        return EventIndex.of(List.of(new CalendarSnapshot("city", revision, events)), ZoneId.of("Asia/Tehran"));
    }

    @ParameterizedTest
    @CsvSource({
        "/caldav/en/, supported-report, <C:calendar-query/>",
        "/caldav/en/all/city.fair.ics, supported-report, <C:calendar-query/>",
        "/caldav/en/all/, supported-report, <C:free-busy-query/>",
        "/caldav/en/all/, valid-filter, <C:calendar-query/>",
        "/caldav/en/all/, valid-filter, <C:calendar-query><C:filter/></C:calendar-query>",
        "/caldav/en/all/, valid-filter, <C:calendar-query><C:filter><C:comp-filter name='VEVENT'/></C:filter></C:calendar-query>",
        "/caldav/en/all/, valid-sync-token, <D:sync-collection><D:sync-token>http://other/1</D:sync-token></D:sync-collection>",
        "/caldav/en/all/, valid-sync-token, <D:sync-collection><D:sync-token>urn:citykit:sync:x</D:sync-token></D:sync-collection>"
    })
    void whatCannotBeAnsweredIsRefusedWithItsCondition(String address, String condition, String body) {
        Reply reply = server.send("REPORT", address, body.replaceFirst("( ?/?>)", " " + NAMES + "$1"), "depth", "1");

        assertEquals(403, reply.status(), reply.text());
        assertTrue(
                reply.text().contains(":" + condition + ">") || reply.text().contains(":" + condition + "/>"),
                reply.text());
    }

    @ParameterizedTest
    @CsvSource({"20270101T000000,20270102T000000Z", "20270102T000000Z,20270101T000000Z", "yesterday,20270101T000000Z"})
    void aSpanOfTimeThatIsNoneIsRefused(String start, String end) {
        Reply reply = query(
                "<C:comp-filter name='VEVENT'><C:time-range start='" + start + "' end='" + end + "'/></C:comp-filter>");

        assertEquals(403, reply.status());
    }

    @Test
    void anotherFormOfCalendarDataIsRefused() {
        Reply reply = server.send(
                "REPORT",
                CALENDAR,
                "<C:calendar-multiget " + NAMES + "><D:prop><C:calendar-data content-type='application/xml'/></D:prop>"
                        + "</C:calendar-multiget>");

        assertEquals(403, reply.status());
        assertEquals(1, elements(reply, Dav.CALDAV, "supported-calendar-data").size());
    }

    @Test
    void anotherCollationIsRefused() {
        Reply reply = query("<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'>"
                + "<C:text-match collation='i;klingon'>x</C:text-match></C:prop-filter></C:comp-filter>");

        assertEquals(1, elements(reply, Dav.CALDAV, "supported-collation").size());
    }

    @Test
    void aSpanOfTimeFindsWhatTakesPlaceInIt() {
        assertEquals(List.of("weekly"), within("20270308T160000Z", "20270308T180000Z"));
        assertEquals(List.of(), within("20270308T190000Z", "20270309T000000Z"));
        assertEquals(List.of(), within("20270315T000000Z", "20270316T000000Z"));
        assertEquals(List.of(), within("20270322T160000Z", "20270322T200000Z"));
        assertEquals(List.of("weekly"), within("20270324T160000Z", "20270324T170000Z"));
        assertEquals(List.of("nowruz"), within("20280320T000000Z", "20280320T010000Z"));
        assertEquals(List.of("fair"), within("20270430T210000Z", "20270430T220000Z"));
    }

    @Test
    void aSpanWithoutAnEndFindsWhatGoesOn() {
        Reply reply = query("<C:comp-filter name='VEVENT'><C:time-range start='20270601T000000Z'/></C:comp-filter>");
        Reply before = query("<C:comp-filter name='VEVENT'><C:time-range end='20260101T000000Z'/></C:comp-filter>");

        assertEquals(List.of("weekly", "nowruz"), names(reply));
        assertEquals(List.of("nowruz"), names(before));
    }

    @Test
    void textIsLookedForInProperties() {
        assertEquals(List.of("fair"), names(queryFor("SUMMARY", "<C:text-match>fAIR</C:text-match>")));
        assertEquals(List.of(), names(queryFor("SUMMARY", "<C:text-match collation='i;octet'>fAIR</C:text-match>")));
        assertEquals(
                List.of("weekly", "nowruz"),
                names(queryFor("SUMMARY", "<C:text-match negate-condition='yes'>fair</C:text-match>")));
        assertEquals(List.of("weekly"), names(queryFor("RECURRENCE-ID", "<C:text-match>2027</C:text-match>")));
        assertEquals(3, names(queryFor("X-NONE", "<C:is-not-defined/>")).size());
        assertEquals(
                List.of("weekly"),
                names(queryFor(
                        "DTSTART",
                        "<C:param-filter name='TZID'><C:text-match>berlin</C:text-match></C:param-filter>")));
        assertEquals(
                List.of("nowruz"),
                names(queryFor("DTSTART", "<C:time-range start='20200101T000000Z' end='20210101T000000Z'/>")));
        assertEquals(List.of("fair"), names(queryFor("STATUS", "<C:text-match>CANCELLED</C:text-match>")));
    }

    @Test
    void thereAreNoTasks() {
        assertEquals(List.of(), names(query("<C:comp-filter name='VTODO'/>")));
        assertEquals(
                3,
                names(query("<C:comp-filter name='VTODO'><C:is-not-defined/></C:comp-filter>"))
                        .size());
    }

    @Test
    void partsOfAnEventCanBeAskedFor() {
        Reply reply = server.send(
                "REPORT",
                CALENDAR,
                "<C:calendar-multiget " + NAMES + "><D:prop><D:getetag/><C:calendar-data><C:comp name='VCALENDAR'>"
                        + "<C:prop name='VERSION'/><C:comp name='VEVENT'><C:prop name='UID'/>"
                        + "<C:prop name='SUMMARY' novalue='yes'/></C:comp></C:comp></C:calendar-data></D:prop>"
                        + "<D:href>/caldav/en/all/city.fair.ics</D:href><D:href>/caldav/en/all/none.ics</D:href>"
                        + "<D:href>http://127.0.0.1/caldav/en/all/city.nowruz.ics</D:href><D:href>:</D:href>"
                        + "</C:calendar-multiget>");

        assertEquals(
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:city.fair@tehran.example\nSUMMARY;LANGUAGE=en:\n"
                        + "END:VEVENT\nEND:VCALENDAR\n",
                texts(reply, Dav.CALDAV, "calendar-data").get(0).replace("\r", ""));
        assertEquals(2, texts(reply, Dav.CALDAV, "calendar-data").size());
        assertEquals(4, hrefs(reply).size());
        assertTrue(reply.text().contains("404 Not Found"));
    }

    @Test
    void aSeriesCanBeWrittenOut() {
        Reply reply = server.send(
                "REPORT",
                CALENDAR,
                "<C:calendar-query " + NAMES + "><D:prop><C:calendar-data><C:expand start='20270308T000000Z'"
                        + " end='20270331T000000Z'/></C:calendar-data></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
                        + "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match>council</C:text-match>"
                        + "</C:prop-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>",
                "depth",
                "1");

        String data = text(reply, Dav.CALDAV, "calendar-data");
        assertEquals(List.of("20270308T170000Z", "20270329T160000Z", "20270324T160000Z"), values(data, "DTSTART"));
        assertEquals(
                List.of("20270308T170000Z", "20270329T160000Z", "20270322T170000Z"), values(data, "RECURRENCE-ID"));
        assertFalse(data.contains("RRULE"));
        assertFalse(data.contains("VTIMEZONE"));
    }

    @Test
    void overridesCanBeLimitedToASpan() {
        String inside = limited("20270320T000000Z", "20270323T000000Z");
        String outside = limited("20270401T000000Z", "20270402T000000Z");

        assertTrue(inside.contains("Council\\, moved"), inside);
        assertFalse(outside.contains("Council\\, moved"), outside);
        assertTrue(outside.contains("RRULE"), outside);
    }

    private String limited(String start, String end) {
        Reply reply = server.send(
                "REPORT",
                CALENDAR,
                "<C:calendar-multiget " + NAMES + "><D:prop><C:calendar-data><C:limit-recurrence-set start='" + start
                        + "' end='" + end + "'/></C:calendar-data></D:prop>"
                        + "<D:href>/caldav/en/all/city.weekly.ics</D:href></C:calendar-multiget>");
        return text(reply, Dav.CALDAV, "calendar-data");
    }

    @Test
    void aClientThatComesBackIsToldWhatHasChanged() {
        Reply first = sync("");
        List<CalendarEvent> changed = new ArrayList<>(sample());
        changed.remove(3);
        changed.add(CalendarEvent.of("new").title(Text.of("en", "New")).on(LocalDate.of(2027, 1, 1)));
        change(changed);
        Reply second = sync(text(first, "DAV:", "sync-token"));
        Reply third = sync(text(second, "DAV:", "sync-token"));

        assertEquals(3, hrefs(first).size());
        assertEquals(List.of("/caldav/en/all/city.new.ics", "/caldav/en/all/city.fair.ics"), hrefs(second));
        assertTrue(elements(second, "DAV:", "response").get(1).getTextContent().contains("404"));
        assertEquals(List.of(), hrefs(third));
        assertEquals(text(second, "DAV:", "sync-token"), text(third, "DAV:", "sync-token"));
    }

    @Test
    void aTokenHoldsAfterARestartWhileNothingHasChanged() {
        String token = text(sync(""), "DAV:", "sync-token");
        server.close();
        start();

        assertEquals(List.of(), hrefs(sync(token)));
    }

    @Test
    void aTokenThatNobodyRemembersMakesTheClientBeginAnew() {
        String token = text(sync(""), "DAV:", "sync-token");
        server.close();
        change(sample().subList(0, 3));
        start();

        Reply reply = sync(token);
        assertEquals(403, reply.status());
        assertEquals(1, elements(reply, "DAV:", "valid-sync-token").size());
    }

    @Test
    void whatComesBackAsItWasHasNotChanged() {
        String token = text(sync(""), "DAV:", "sync-token");
        change(sample().subList(0, 2));
        String other = text(sync(token), "DAV:", "sync-token");
        change(sample());

        assertNotEquals(token, other);
        assertEquals(List.of(), hrefs(sync(token)));
        assertEquals(2, hrefs(sync(other)).size());
    }

    @Test
    void anAnswerIsNeverCut() {
        Reply reply = server.send(
                "REPORT",
                CALENDAR,
                "<D:sync-collection " + NAMES + "><D:sync-token/><D:sync-level>1</D:sync-level><D:limit><D:nresults>2"
                        + "</D:nresults></D:limit><D:prop><D:getetag/></D:prop></D:sync-collection>");

        assertEquals(403, reply.status());
        assertEquals(
                1, elements(reply, "DAV:", "number-of-matches-within-limits").size());
    }

    private void change(List<CalendarEvent> now) {
        events.set(index(now));
        server.dataChanged();
    }

    private Reply sync(String token) {
        return server.send(
                "REPORT",
                CALENDAR,
                "<D:sync-collection " + NAMES + "><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>1</D:sync-level>"
                        + "<D:prop><D:getetag/></D:prop></D:sync-collection>");
    }

    private List<String> within(String start, String end) {
        return names(query("<C:comp-filter name='VEVENT'><C:time-range start='" + start + "' end='" + end
                + "'/></C:comp-filter>"));
    }

    private Reply queryFor(String property, String condition) {
        return query("<C:comp-filter name='VEVENT'><C:prop-filter name='" + property + "'>" + condition
                + "</C:prop-filter></C:comp-filter>");
    }

    private Reply query(String filter) {
        return server.send(
                "REPORT",
                CALENDAR,
                "<C:calendar-query " + NAMES
                        + "><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>" + filter
                        + "</C:comp-filter></C:filter></C:calendar-query>",
                "depth",
                "1");
    }

    private static List<String> names(Reply reply) {
        return hrefs(reply).stream()
                .map(href -> href.replaceFirst(".*/city\\.", "").replaceFirst("\\.ics$", ""))
                .toList();
    }

    private static List<String> values(String data, String property) {
        return data.lines()
                .filter(line -> line.startsWith(property + ":"))
                .map(line -> line.substring(property.length() + 1))
                .toList();
    }
}
