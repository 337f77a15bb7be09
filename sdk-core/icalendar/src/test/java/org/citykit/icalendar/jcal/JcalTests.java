package org.citykit.icalendar.jcal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.ReachedLimit;
import org.citykit.icalendar.ReadLimits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JcalTests {

    /** A content line and the same as jCal. */
    private record Pair(String line, String json) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("SUMMARY:a\\, b\\; c\\\\d\\ne", "[\"summary\",{},\"text\",\"a, b; c\\\\d\\ne\"]"),
            new Pair(
                    "SUMMARY;LANGUAGE=fa:\u062c\u0634\u0646",
                    "[\"summary\",{\"language\":\"fa\"},\"text\",\"\u062c\u0634\u0646\"]"),
            new Pair("DTSTART;VALUE=DATE:20260321", "[\"dtstart\",{},\"date\",\"2026-03-21\"]"),
            new Pair(
                    "DTSTART;TZID=Asia/Tehran:20260321T090000",
                    "[\"dtstart\",{\"tzid\":\"Asia/Tehran\"},\"date-time\",\"2026-03-21T09:00:00\"]"),
            new Pair("DTSTAMP:20260321T090000Z", "[\"dtstamp\",{},\"date-time\",\"2026-03-21T09:00:00Z\"]"),
            new Pair("EXDATE;VALUE=DATE:20260321,20260322", "[\"exdate\",{},\"date\",\"2026-03-21\",\"2026-03-22\"]"),
            new Pair(
                    "RDATE;VALUE=PERIOD:20260321T090000Z/PT1H,20260322T090000Z/20260322T100000Z",
                    "[\"rdate\",{},\"period\",[\"2026-03-21T09:00:00Z\",\"PT1H\"],"
                            + "[\"2026-03-22T09:00:00Z\",\"2026-03-22T10:00:00Z\"]]"),
            new Pair(
                    "FREEBUSY;FBTYPE=BUSY:20260321T090000Z/PT1H",
                    "[\"freebusy\",{\"fbtype\":\"BUSY\"},\"period\",[\"2026-03-21T09:00:00Z\",\"PT1H\"]]"),
            new Pair(
                    "RRULE:FREQ=YEARLY;COUNT=5;BYDAY=-1SU,2MO;BYMONTH=10;UNTIL=20261001T000000Z",
                    "[\"rrule\",{},\"recur\",{\"freq\":\"YEARLY\",\"count\":5,\"byday\":[\"-1SU\",\"2MO\"],\"bymonth\":10,"
                            + "\"until\":\"2026-10-01T00:00:00Z\"}]"),
            new Pair(
                    "RRULE:RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;SKIP=FORWARD",
                    "[\"rrule\",{},\"recur\",{\"rscale\":\"HEBREW\",\"freq\":\"YEARLY\",\"bymonth\":\"5L\",\"skip\":\"FORWARD\"}]"),
            new Pair("GEO:37.386013;-122.082932", "[\"geo\",{},\"float\",[37.386013,-122.082932]]"),
            new Pair(
                    "REQUEST-STATUS:2.0;Success\\, almost;x",
                    "[\"request-status\",{},\"text\",[\"2.0\",\"Success, almost\",\"x\"]]"),
            new Pair("CATEGORIES:a\\,b,c", "[\"categories\",{},\"text\",\"a,b\",\"c\"]"),
            new Pair("SEQUENCE:3", "[\"sequence\",{},\"integer\",3]"),
            new Pair("TZOFFSETFROM:+0330", "[\"tzoffsetfrom\",{},\"utc-offset\",\"+03:30\"]"),
            new Pair("TZOFFSETTO:-033015", "[\"tzoffsetto\",{},\"utc-offset\",\"-03:30:15\"]"),
            new Pair("TRIGGER:-PT15M", "[\"trigger\",{},\"duration\",\"-PT15M\"]"),
            new Pair(
                    "TRIGGER;VALUE=DATE-TIME:20260321T090000Z",
                    "[\"trigger\",{},\"date-time\",\"2026-03-21T09:00:00Z\"]"),
            new Pair("URL:https://example.org/a,b;c", "[\"url\",{},\"uri\",\"https://example.org/a,b;c\"]"),
            new Pair(
                    "ATTENDEE;MEMBER=\"mailto:a@x.org\",\"mailto:b@x.org\";CN=^'Q^':mailto:c@x.org",
                    "[\"attendee\",{\"member\":[\"mailto:a@x.org\",\"mailto:b@x.org\"],\"cn\":\"\\\"Q\\\"\"},"
                            + "\"cal-address\",\"mailto:c@x.org\"]"),
            new Pair("X-FOO;X-P=1:a\\,b;c", "[\"x-foo\",{\"x-p\":\"1\"},\"unknown\",\"a\\\\,b;c\"]"),
            new Pair("X-FLAG;VALUE=BOOLEAN:TRUE", "[\"x-flag\",{},\"boolean\",true]"),
            new Pair("X-N;VALUE=INTEGER:1,2", "[\"x-n\",{},\"integer\",1,2]"),
            new Pair("X-T;VALUE=TIME:090000Z", "[\"x-t\",{},\"time\",\"09:00:00Z\"]"),
            new Pair("X-NEW;VALUE=X-TYPE:a\\,b", "[\"x-new\",{},\"x-type\",\"a\\\\,b\"]"),
            new Pair(
                    "IMAGE;VALUE=URI;DISPLAY=BADGE:https://x.org/i.png",
                    "[\"image\",{\"display\":\"BADGE\"},\"uri\",\"https://x.org/i.png\"]"),
            new Pair(
                    "ATTACH;VALUE=BINARY;ENCODING=BASE64:AAEC",
                    "[\"attach\",{\"encoding\":\"BASE64\"},\"binary\",\"AAEC\"]"),
            new Pair("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "[\"refresh-interval\",{},\"duration\",\"PT1H\"]"),
            new Pair("DTSTART:tomorrow", "[\"dtstart\",{},\"date-time\",\"tomorrow\"]"),
            new Pair("GEO:north", "[\"geo\",{},\"float\",[\"north\"]]"),
            new Pair("RRULE:FREQ", "[\"rrule\",{},\"recur\",\"FREQ\"]"));

    @TestFactory
    List<DynamicTest> everyTypeIsWrittenAndReadBack() {
        return PAIRS.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.line(), () -> check(pair)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PRIORITY:+5| 'integer',5",
                "PRIORITY:05| 'integer',5",
                "GEO:+37.5;-012.25| 'float',[37.5,-12.25]",
                "GEO:007.50;00| 'float',[7.50,0]",
                "PRIORITY:1.5| 'integer','1.5'",
                "RRULE:FREQ=YEARLY;INTERVAL=02;BYMONTH=01;BYMONTHDAY=+7,-08| 'recur',{'freq':'YEARLY','interval':2,'bymonth':1,'bymonthday':[7,-8]}",
                "RRULE:FREQ=WEEKLY;BYDAY=+1MO;X-A=07| 'recur',{'freq':'WEEKLY','byday':'+1MO','x-a':'07'}"
            })
    void aNumberWithAPlusOrAZeroInFrontIsANumber(String line, String json) {
        String text = "BEGIN:VEVENT\r\n" + line + "\r\nEND:VEVENT\r\n";

        String written = text(JcalWriter.write(
                CalendarReader.read(octets(text), ReadLimits.standard()).components("VEVENT")));

        assertTrue(written.endsWith(json.replace('\'', '"') + "]],[]]"), written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['geo',{},'float',[3.75e1,-1E-2]]| GEO:37.5;-0.01",
                "['priority',{},'integer',1e1]| PRIORITY:10",
                "['rrule',{},'recur',{'freq':'DAILY','count':1E+2}]| RRULE:FREQ=DAILY;COUNT=100",
                "['x-f',{},'float',1e999999999]| X-F;VALUE=FLOAT:1e999999999",
                "['x-f',{},'float',1e99999999999]| X-F;VALUE=FLOAT:1e99999999999"
            })
    void aNumberWithAnExponentIsWrittenOut(String json, String line) {
        assertEquals(line, read(json));
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        CalendarDocument document =
                JcalReader.read(octets("\ufeff[\"vcalendar\",[],[[\"vevent\",[],[]]]]"), ReadLimits.standard());

        assertEquals(1, document.components("VEVENT").size());
        assertEquals(
                List.of(Defect.Kind.ENCODING),
                document.defects().stream().map(Defect::kind).toList());
    }

    @Test
    void theTypeCountsAndNotAParameterThatSaysAnother() {
        assertEquals("X-A;VALUE=TEXT:2026", read("['x-a',{'value':'date'},'text','2026']"));
        assertEquals("X-A;P=1:2026", read("['x-a',{'VALUE':'DATE','p':'1'},'unknown','2026']"));
    }

    private static String read(String property) {
        String json = "[\"vevent\",[" + property.replace('\'', '"') + "],[]]";
        return JcalReader.read(octets(json), ReadLimits.standard())
                .components("VEVENT")
                .get(0)
                .properties()
                .get(0)
                .toString();
    }

    private static void check(Pair pair) {
        String text = "BEGIN:VEVENT\r\n" + pair.line() + "\r\nEND:VEVENT\r\n";
        Component event = CalendarReader.read(octets(text), ReadLimits.standard())
                .components("VEVENT")
                .get(0);

        String json = text(JcalWriter.write(List.of(event)));

        assertEquals("[\"vevent\",[" + pair.json() + "],[]]", json);
        CalendarDocument back = JcalReader.read(octets(json), ReadLimits.standard());
        assertEquals(event.properties(), back.components("VEVENT").get(0).properties());
    }

    @Test
    void aCalendarWithInnerComponentsGoesThereAndBack() {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\n"
                + "END:VALARM\r\nEND:VEVENT\r\nBEGIN:X-THING\r\nEND:X-THING\r\nEND:VCALENDAR\r\n";
        CalendarDocument document = CalendarReader.read(octets(text), ReadLimits.standard());

        byte[] json = JcalWriter.write(document.calendars());

        assertEquals(
                "[\"vcalendar\",[[\"version\",{},\"text\",\"2.0\"]],[[\"vevent\",[[\"uid\",{},\"text\",\"1\"]],"
                        + "[[\"valarm\",[[\"trigger\",{},\"duration\",\"-PT5M\"]],[]]]],[\"x-thing\",[],[]]]]",
                text(json));
        CalendarDocument back = JcalReader.read(json, ReadLimits.standard());
        assertEquals(text, text(CalendarWriter.write(back.calendars())));
        assertEquals(0, back.defectCount());
    }

    @Test
    void severalCalendarsAreAnArrayOfThem() {
        CalendarDocument two =
                JcalReader.read(octets("[[\"vcalendar\",[],[]],[\"vcalendar\",[],[]]]"), ReadLimits.standard());

        assertEquals(2, two.calendars().size());
        assertEquals("[[\"vcalendar\",[],[]],[\"vcalendar\",[],[]]]", text(JcalWriter.write(two.calendars())));
        assertEquals("[]", text(JcalWriter.write(List.of())));
    }

    @Test
    void aPeriodThatIsOneStringIsReadToo() {
        CalendarDocument document = JcalReader.read(
                octets("[\"vevent\",[[\"rdate\",{},\"period\",\"1996-04-03T02:00:00Z/1996-04-03T04:00:00Z\","
                        + "\"1996-04-04T01:00:00/PT3H\"]],[]]"),
                ReadLimits.standard());

        assertEquals(
                "RDATE;VALUE=PERIOD:19960403T020000Z/19960403T040000Z,19960404T010000/PT3H",
                document.components("VEVENT").get(0).properties().get(0).toString());
    }

    @Test
    void aDateWithoutItsTypeIsTakenForWhatItIs() {
        Component event = CalendarReader.read(
                        octets("BEGIN:VEVENT\r\nDTSTART:20260321\r\nEND:VEVENT\r\n"), ReadLimits.standard())
                .components("VEVENT")
                .get(0);

        assertEquals(
                "[\"vevent\",[[\"dtstart\",{},\"date\",\"2026-03-21\"]],[]]", text(JcalWriter.write(List.of(event))));
    }

    @Test
    void whatIsNoPropertyNeverCostsItsNeighbours() {
        CalendarDocument document = JcalReader.read(
                octets(
                        "[\"vcalendar\",[[\"version\",{},\"text\",\"2.0\"],[],7,{\"a\":[1]},[\"x\"],[\"x\",{}],"
                                + "[\"x\",{},\"text\"],[1,{},\"text\",\"v\"],[\"a b\",{},\"text\",\"v\"],[\"begin\",{},\"text\",\"v\"],"
                                + "[\"x-a\",{\"p\":{\"q\":1},\"r\":[\"s\",2]},\"text\",\"v\",null,[1,[2,3]]]],"
                                + "[5,[],[6,[],[]],[\"vevent\"],[\"v v\",[],[]],[\"vevent\",[[\"uid\",{},\"text\",\"1\"]],[]]]]"),
                ReadLimits.standard());

        Component calendar = document.calendars().get(0);
        assertEquals(
                "[VERSION:2.0, X-A;VALUE=TEXT;R=s,2:v,,1;2\\,3]",
                calendar.properties().toString());
        assertEquals(2, document.components("VEVENT").size());
        assertEquals(
                "1",
                document.components("VEVENT")
                        .get(1)
                        .property("UID")
                        .orElseThrow()
                        .value());
        assertTrue(document.defects().stream().allMatch(defect -> defect.kind() == Defect.Kind.JSON));
        assertEquals(13, document.defectCount());
    }

    @Test
    void jsonThatBreaksOffKeepsWhatStoodBefore() {
        CalendarDocument document = JcalReader.read(
                octets(
                        "[\"vcalendar\",[[\"version\",{},\"text\",\"2.0\"]],\n [[\"vevent\",[[\"uid\",{},\"text\",\"1\"],[\"su"),
                ReadLimits.standard());

        assertEquals(
                "1",
                document.components("VEVENT")
                        .get(0)
                        .property("UID")
                        .orElseThrow()
                        .value());
        Defect defect = document.defects().get(0);
        assertEquals(Defect.Kind.JSON, defect.kind());
        assertEquals(2, defect.line());
    }

    @Test
    void everyLimitGivesATypedOutcome() {
        byte[] json =
                octets("[\"vcalendar\",[[\"x-long\",{},\"text\",\"0123456789\"],[\"version\",{},\"text\",\"2.0\"]],"
                        + "[[\"vevent\",[],[[\"a\",[],[[\"b\",[],[]]]]]],[\"vevent\",[],[]]]]");
        ReadLimits all = ReadLimits.standard();

        assertEquals(
                Set.of(ReachedLimit.BYTES),
                JcalReader.read(json, all.withBytes(60)).reachedLimits());
        assertEquals(
                Set.of(ReachedLimit.LINE_OCTETS),
                JcalReader.read(json, all.withLineOctets(9)).reachedLimits());
        assertEquals(
                Set.of(ReachedLimit.PROPERTIES),
                JcalReader.read(json, all.withProperties(1)).reachedLimits());
        assertEquals(
                Set.of(ReachedLimit.COMPONENTS),
                JcalReader.read(json, all.withComponents(2)).reachedLimits());
        CalendarDocument shallow = JcalReader.read(json, all.withDepth(2));
        assertEquals(Set.of(ReachedLimit.DEPTH), shallow.reachedLimits());
        assertEquals(2, shallow.components("VEVENT").size());
        assertTrue(JcalReader.read(json, all).isWhole());
    }

    @Test
    void aHundredThousandNestedComponentsEndTyped() {
        CalendarDocument document =
                JcalReader.read(octets("[\"vcalendar\",[],[".repeat(100_000)), ReadLimits.standard());

        assertEquals(1, document.calendars().size());
        assertEquals(Set.of(ReachedLimit.DEPTH), document.reachedLimits());
    }

    @Test
    void nothingAndNoJsonGiveNoCalendar() {
        for (String text : List.of("", " ", "nonsense", "{}", "{\"a\":[1]}", "7", "[]", "[[]]", "[7]", "\"x\"")) {
            assertEquals(
                    List.of(),
                    JcalReader.read(octets(text), ReadLimits.standard()).calendars(),
                    text);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
