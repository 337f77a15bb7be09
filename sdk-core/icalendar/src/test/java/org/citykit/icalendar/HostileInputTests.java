package org.citykit.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Test;

/** Input made to cost much: each must end with a typed outcome, within 32 MiB. */
class HostileInputTests {
    private static final long MOST_ALLOCATED = 32L << 20;

    @Test
    void hostileFilesAllocateLittleWhenReadViewedAndFollowed() {
        assertCheap("BEGIN:X-A\r\n".repeat(100_000) + "END:X-A\r\n".repeat(100_000));
        assertCheap("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\nRRULE:FREQ=DAILY\r\n"
                + "EXDATE:20260101T000000\r\n".repeat(500_000) + "END:VEVENT\r\n");
        assertCheap("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\nRRULE:FREQ=DAILY\r\nEXDATE:"
                + "20260101T000000,".repeat(60_000) + "20260102T000000\r\nEND:VEVENT\r\n");
        assertCheap("BEGIN:VEVENT\r\nDESCRIPTION:x\r\n" + (" " + "y".repeat(73) + "\r\n").repeat(800_000)
                + "END:VEVENT\r\n");
        assertCheap("BEGIN:VTIMEZONE\r\nTZID:B\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
                + "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                + "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=B:20260101T090000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n");
    }

    private static void assertCheap(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        CalendarDocument document = CalendarReader.read(octets, ReadLimits.standard());
        view(document);

        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MOST_ALLOCATED, () -> text.substring(0, 40) + ": " + (allocated >> 10) + " KiB");
    }

    @Test
    void datesBeyondTheBoundAreReportedAndTheOthersFollowed() {
        StringBuilder text =
                new StringBuilder("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\nRRULE:FREQ=DAILY\r\n");
        text.append("EXDATE:20260101T000000,20260102T000000\r\n".repeat(20_000)).append("END:VEVENT\r\n");

        VEvent event = VEvent.of(read(text.toString()).components("VEVENT").get(0), ZoneResolver.ofNames());

        assertEquals(Defect.Kind.LIMIT, event.defects().get(0).kind());
        assertEquals(
                "20260103T000000",
                event.recurrence()
                        .orElseThrow()
                        .first(1, Budget.standard())
                        .starts()
                        .get(0)
                        .toText());
    }

    @Test
    void aHundredThousandNestedComponentsAreLeftOutBelowTheDepth() {
        String text = "BEGIN:X-A\r\n".repeat(100_000) + "SUMMARY:deep\r\n" + "END:X-A\r\n".repeat(100_000)
                + "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n";

        CalendarDocument document = read(text);

        assertEquals(Set.of(ReachedLimit.DEPTH), document.reachedLimits());
        assertEquals(1, document.components("VEVENT").size());
        assertTrue(document.defectCount() < 10);
    }

    @Test
    void aDepthThatTheCallerAllowsIsWrittenWithoutRecursion() {
        String text = "BEGIN:X-A\r\n".repeat(50_000) + "END:X-A\r\n".repeat(50_000);
        CalendarDocument document = CalendarReader.read(
                text.getBytes(StandardCharsets.UTF_8), ReadLimits.standard().withDepth(60_000));

        byte[] written = CalendarWriter.write(document.calendars());

        assertEquals(text.length() + "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".length(), written.length);
    }

    @Test
    void aHundredThousandUnclosedComponentsDoNotMultiply() {
        CalendarDocument document = read("BEGIN:VEVENT\r\nBEGIN:VALARM\r\n".repeat(50_000));

        assertEquals(50_000, document.components("VEVENT").size());
        assertEquals(ReadLimits.standard().defects(), document.defects().size());
        assertTrue(document.isWhole());
    }

    @Test
    void aFoldedLineOfSixtyFourMegabytesIsLeftOutWithoutBeingKept() throws IOException {
        byte[] head = "BEGIN:VEVENT\r\nUID:1\r\nDESCRIPTION:x\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] fold = (" " + "y".repeat(73) + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "SUMMARY:still here\r\nEND:VEVENT\r\n".getBytes(StandardCharsets.UTF_8);
        int folds = (64 << 20) / fold.length;

        CalendarDocument document = CalendarReader.read(
                new Repeated(head, fold, folds, tail), ReadLimits.standard().withBytes(70L << 20));

        Component event = document.components("VEVENT").get(0);
        assertEquals(
                List.of("UID", "SUMMARY"),
                event.properties().stream().map(Property::name).toList());
        assertEquals(Set.of(ReachedLimit.LINE_OCTETS), document.reachedLimits());
    }

    @Test
    void anEndlessStreamStopsAtTheLimitOfOctets() throws IOException {
        byte[] event = "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n".getBytes(StandardCharsets.UTF_8);

        CalendarDocument document = CalendarReader.read(
                new Repeated(event, event, Integer.MAX_VALUE, event),
                ReadLimits.standard().withBytes(1 << 20));

        assertEquals(Set.of(ReachedLimit.BYTES), document.reachedLimits());
    }

    @Test
    void proseWithoutFoldingDoesNotGrowByCopying() {
        CalendarDocument document = read("BEGIN:VEVENT\r\nDESCRIPTION:x\r\n" + "no colon here\r\n".repeat(200_000));

        assertEquals(Set.of(ReachedLimit.LINE_OCTETS), document.reachedLimits());
        assertEquals(1, document.components("VEVENT").size());
    }

    @Test
    void namesWithoutEndAreNoNames() {
        String name = "A".repeat(500_000);

        CalendarDocument document =
                read("BEGIN:VEVENT\r\nX-A:x\r\n" + name + ":v\r\nEND:VEVENT\r\nBEGIN:" + name + "\r\n");

        assertEquals(1, document.components("VEVENT").size());
        assertTrue(ZoneResolver.ofNames().resolve("/a".repeat(500_000)).isEmpty());
    }

    @Test
    void aTimeZoneBombCostsNothingWhenReadAndWhenUsed() {
        CalendarDocument document = read("""
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Bomb
                BEGIN:STANDARD
                DTSTART:16010101T000000
                TZOFFSETFROM:+0000
                TZOFFSETTO:+0100
                RRULE:FREQ=SECONDLY
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1
                DTSTART;TZID=Bomb:20260101T090000
                RRULE:FREQ=DAILY;COUNT=2
                END:VEVENT
                END:VCALENDAR
                """);
        Component calendar = document.calendars().get(0);

        VEvent event = VEvent.of(calendar.components("VEVENT").get(0), ZoneResolver.of(calendar));

        Expansion found = event.recurrence().orElseThrow().first(5, Budget.standard());
        assertEquals(
                "2026-01-01T08:00:00Z",
                found.starts().get(0).toInstant(CalendarZone.UTC).toString());
        assertTrue(found.workUsed() < 20);
    }

    @Test
    void halfAMillionExceptionsInOneLineAreRead() {
        StringBuilder line = new StringBuilder("EXDATE:20260101T000000");
        for (int i = 1; i < 500_000; i++) {
            line.append(",20260101T000000");
        }
        CalendarDocument document = CalendarReader.read(
                ("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\nRRULE:FREQ=DAILY\r\n" + line
                                + "\r\nEND:VEVENT\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                ReadLimits.standard().withLineOctets(1 << 24));
        VEvent event = VEvent.of(document.components("VEVENT").get(0), ZoneResolver.ofNames());

        Expansion found = event.recurrence().orElseThrow().first(2, Budget.standard());

        assertEquals("20260102T000000", found.starts().get(0).toText());
        assertFalse(found.truncated());
        assertTrue(found.workUsed() < 100);
    }

    @Test
    void anythingAtAllIsReadViewedAndWrittenWithoutAnException() {
        String[] words = {
            "BEGIN:",
            "END:",
            "VEVENT",
            "VCALENDAR",
            "VTIMEZONE",
            "STANDARD",
            "DTSTART",
            "RRULE:",
            "FREQ=",
            "DAILY",
            "YEARLY",
            ";TZID=",
            ";VALUE=DATE",
            ":",
            ";",
            "=",
            "\"",
            "^",
            ",",
            "20260321",
            "T090000",
            "Z",
            "-",
            "P1D",
            "/",
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            "\\",
            "\u0634",
            "\u00e9",
            "\ud83c\udf89",
            "BYDAY=",
            "1MO",
            "EXDATE:",
            "RDATE:",
            "UNTIL=",
            "99999999999",
            "TZOFFSETTO:",
            "+0330",
            "COUNT=",
            "\r\nBEGIN:VEVENT\r\n",
            "\r\nEND:VEVENT\r\n",
            "INTERVAL=0",
            "GEO:1;2",
            "BYSETPOS=-1"
        };
        SplittableRandom random = new SplittableRandom(20_260_321);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]);
            }
            byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i > 0 && octets.length > 0; i--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }

            CalendarDocument document = CalendarReader.read(octets, ReadLimits.standard());

            view(document);
            byte[] written = CalendarWriter.write(document.calendars());
            assertEquals(
                    new String(written, StandardCharsets.UTF_8),
                    new String(
                            CalendarWriter.write(CalendarReader.read(written, ReadLimits.standard())
                                    .calendars()),
                            StandardCharsets.UTF_8));
        }
    }

    private static void view(CalendarDocument document) {
        for (Component calendar : document.calendars()) {
            ZoneResolver zones = ZoneResolver.of(calendar);
            for (Component component : calendar.components("VEVENT")) {
                VEvent event = VEvent.of(component, zones);
                assertFalse(event.summaries().isEmpty()
                        && component.property("SUMMARY").isPresent());
                assertEquals(
                        event.place().isPresent(),
                        event.place()
                                .map(place -> !Double.isNaN(place.latitude()))
                                .orElse(false));
                assertTrue(event.sequence() >= 0);
                event.recurrence()
                        .ifPresent(set ->
                                assertTrue(set.first(5, new Budget(10_000, 10)).workUsed() <= 10_000));
            }
        }
    }

    private static CalendarDocument read(String text) {
        return CalendarReader.read(text.getBytes(StandardCharsets.UTF_8), ReadLimits.standard());
    }

    /** A head, a part that comes many times, and a tail, none of it held in memory at once. */
    private static final class Repeated extends InputStream {
        private final byte[] head;
        private final byte[] part;
        private final long parts;
        private final byte[] tail;
        private long at;

        Repeated(byte[] head, byte[] part, long parts, byte[] tail) {
            this.head = head;
            this.part = part;
            this.parts = parts;
            this.tail = tail;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = 0;
            int next = length == 0 ? -1 : read();
            while (next >= 0) {
                into[offset + count++] = (byte) next;
                next = count == length ? -1 : read();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public int read() {
            long offset = at++;
            if (offset < head.length) {
                return head[(int) offset] & 0xff;
            }
            offset -= head.length;
            if (offset < parts * part.length) {
                return part[(int) (offset % part.length)] & 0xff;
            }
            offset -= parts * part.length;
            return offset < tail.length ? tail[(int) offset] & 0xff : -1;
        }
    }
}
