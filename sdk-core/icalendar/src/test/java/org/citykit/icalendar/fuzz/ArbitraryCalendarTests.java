package org.citykit.icalendar.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.TextValue;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.jcal.JcalReader;
import org.citykit.icalendar.jcal.JcalWriter;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.schema.EventJsonLd;
import org.citykit.icalendar.zone.ZoneResolver;

/** Calendars sound and broken, made by the thousand: nothing throws, nothing is lost on the way there and back. */
class ArbitraryCalendarTests {
    /** One commit gives one answer; try others by hand when the reader changes. */
    private static final String SEED = "20261129";

    private static final ReadLimits LIMITS = ReadLimits.standard();
    /** What small input may cost, the first use of classes included. */
    private static final long MOST_ALLOCATED = 64L << 20;

    private static final String[] PIECES = {
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VCALENDAR\r\n",
        "END:VCALENDAR\r\n",
        "BEGIN:VTIMEZONE\r\n",
        "BEGIN:STANDARD\r\n",
        "BEGIN:VALARM\r\n",
        "BEGIN:VLOCATION\r\n",
        "END:",
        "begin:",
        "TZID:X\r\n",
        "TZOFFSETFROM:+0000\r\n",
        "TZOFFSETTO:+0330\r\n",
        "DTSTART",
        ";TZID=X",
        ";TZID=\"Iran Standard Time\"",
        ";TZID=/freeassociation.sourceforge.net/Asia/Tehran",
        ";VALUE=DATE",
        ";VALUE=PERIOD",
        ";VALUE=X-Y",
        ";LANGUAGE=fa",
        ";CN=\"a:b\"",
        ";X=^n^'^^",
        ":20260321T090000",
        ":20260321",
        ":20260321T090000Z/PT1H",
        "RRULE:FREQ=YEARLY",
        ";RSCALE=PERSIAN",
        ";BYDAY=1MO,-1SU",
        ";COUNT=3",
        ";INTERVAL=0",
        ";UNTIL=20270101",
        "EXDATE",
        "RDATE",
        "GEO:1.5;2",
        "SUMMARY:",
        "CATEGORIES:a,b\\,c",
        "REQUEST-STATUS:2.0;ok",
        "STATUS:POSTPONED",
        "IMAGE;VALUE=BINARY;ENCODING=BASE64:AAEC",
        "CONFERENCE;VALUE=URI:https://x.org",
        "DURATION:-P1W",
        "SEQUENCE:1",
        "\u062c\u0634\u0646",
        "\u00e9",
        "\ud83c\udf89",
        "\u0000",
        "\r\n",
        "\n",
        "\r",
        " ",
        "\r\n ",
        "\t",
        "\\",
        "\\n",
        "\"",
        ",",
        ";",
        ":",
        "=",
        "^",
        "-",
        "99999999999",
        "X-A;P=1,2:v"
    };

    @Property(tries = 3_000, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void whateverTheOctetsNothingThrowsAndWritingIsStable(@ForAll("octets") byte[] octets) {
        long before = allocated();

        CalendarDocument document = CalendarReader.read(octets, LIMITS);

        byte[] written = CalendarWriter.write(document.calendars());
        CalendarDocument again = CalendarReader.read(written, LIMITS);
        assertArrayEquals(written, CalendarWriter.write(again.calendars()));
        assertEquals(lines(document), lines(again));
        // What RFC 5545 forbids in text is left behind on the first way back; from then on all is the same.
        byte[] json = JcalWriter.write(throughJson(document).calendars());
        assertArrayEquals(json, JcalWriter.write(JcalReader.read(json, LIMITS).calendars()), () -> text(json));
        view(document);
        assertTrue(allocated() - before < MOST_ALLOCATED);
    }

    @Property(tries = 800, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void aSoundCalendarIsTheSameAfterJcal(@ForAll("soundEvents") String event) {
        String text = "BEGIN:VCALENDAR\r\n" + event + "END:VCALENDAR\r\n";
        CalendarDocument document = CalendarReader.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);

        CalendarDocument back = throughJson(document);

        assertEquals(0, document.defectCount());
        assertEquals(lines(document), lines(back));
    }

    @Property(tries = 1_500, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void whateverTheJsonNothingThrowsAndReadingIsStable(@ForAll("json") String text) {
        CalendarDocument document = JcalReader.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);

        byte[] written = CalendarWriter.write(document.calendars());
        assertEquals(lines(document), lines(CalendarReader.read(written, LIMITS)));
    }

    @Provide
    Arbitrary<byte[]> octets() {
        Arbitrary<byte[]> pieces = Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(80)
                .map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> broken = Combinators.combine(
                        pieces, Arbitraries.integers().between(0, 2_000), Arbitraries.bytes())
                .as(ArbitraryCalendarTests::broken);
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(3, broken), Tuple.of(1, noise));
    }

    private static byte[] broken(byte[] octets, int at, byte value) {
        byte[] copy = octets.clone();
        if (copy.length > 0) {
            copy[at % copy.length] = value;
        }
        return copy;
    }

    @Provide
    Arbitrary<String> soundEvents() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab ,;:\\\"'^\u0634\u0647\ud83c\udf89<&")
                .ofMaxLength(120)
                .map(TextValue::escape);
        Arbitrary<String> number = Arbitraries.integers().between(0, 9_999).map(String::valueOf);
        Arbitrary<String> line = Arbitraries.oneOf(
                text.map(value -> "SUMMARY;LANGUAGE=fa:" + value),
                text.map(value -> "CATEGORIES:" + value + ",b"),
                text.map(value -> "X-RAW;X-P=\"a;b\",c:" + value),
                text.map(value -> "REQUEST-STATUS:2.0;" + value),
                number.map(value -> "SEQUENCE:" + value),
                number.map(value -> "GEO:35." + value + ";-5." + value),
                number.map(value ->
                        "DTSTART;TZID=Asia/Tehran:" + "2026" + "0321T09" + "0000".substring(value.length()) + value),
                number.map(value -> "RRULE:FREQ=DAILY;INTERVAL=" + value + ";BYMONTH=1,2;BYDAY=MO,-1SU"),
                Arbitraries.of(
                        "EXDATE;VALUE=DATE:20260321,20260322",
                        "RDATE;VALUE=PERIOD:20260321T090000Z/PT1H",
                        "TRIGGER:-PT15M",
                        "URL:https://x.org/a,b;c",
                        "X-TYPED;VALUE=X-NEW:a\\,b",
                        "X-FLAG;VALUE=BOOLEAN:TRUE",
                        "TZOFFSETTO:+0330"));
        return line.list().ofMaxSize(12).map(lines -> "BEGIN:VEVENT\r\n" + folded(lines) + "END:VEVENT\r\n");
    }

    private static String folded(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            int cut = Math.min(line.length(), 40);
            boolean splits = cut < line.length() && Character.isLowSurrogate(line.charAt(cut));
            int at = splits ? cut - 1 : cut;
            text.append(line, 0, at)
                    .append(at < line.length() ? "\r\n " : "")
                    .append(line.substring(at))
                    .append("\r\n");
        }
        return text.toString();
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.of(
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        ":",
                        "\"vcalendar\"",
                        "\"vevent\"",
                        "[\"vcalendar\",[",
                        "[\"summary\",{},\"text\",",
                        "\"a\\nb\"",
                        "\"\\ud800\"",
                        "{}",
                        "\"date\"",
                        "\"2026-03-21\"",
                        "\"recur\"",
                        "{\"freq\":\"DAILY\"}",
                        "1",
                        "-0.5e3",
                        "true",
                        "null",
                        "[[\"uid\",{},\"text\",\"1\"]]",
                        "[[\"vevent\",[],[]]]",
                        "\"",
                        "\\",
                        "\n",
                        "\u0634")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    private static CalendarDocument throughJson(CalendarDocument document) {
        return JcalReader.read(JcalWriter.write(document.calendars()), LIMITS);
    }

    private static void view(CalendarDocument document) {
        for (Component calendar : document.calendars()) {
            ZoneResolver zones = ZoneResolver.of(calendar);
            for (Component component : calendar.components("VEVENT")) {
                VEvent event = VEvent.of(component, zones);
                byte[] json = EventJsonLd.write(event);
                assertTrue(json.length >= 2 && text(json).indexOf('<') < 0);
                assertTrue(event.details().images().size()
                        <= component.properties().size());
                event.recurrence()
                        .ifPresent(set ->
                                assertTrue(set.first(3, new Budget(5_000, 10)).workUsed() <= 5_000));
            }
        }
    }

    private static List<String> lines(CalendarDocument document) {
        return Arrays.asList(text(CalendarWriter.write(document.calendars())).split("\r\n", -1));
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
