package org.citykit.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarReaderTests {

    @Test
    void anEventWithoutItsEndNeverCostsItsNeighbours() {
        CalendarDocument document = read(
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "UID:1",
                "BEGIN:VEVENT",
                "UID:2",
                "BEGIN:VALARM",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:3",
                "END:VEVENT",
                "END:VCALENDAR");

        assertEquals(List.of("1", "2", "3"), uids(document));
        assertEquals(2, count(document, Defect.Kind.UNTERMINATED));
        assertEquals(4, document.defects().get(0).line());
    }

    @Test
    void anEndWithoutBeginIsPassedOver() {
        CalendarDocument document = read(
                "BEGIN:VCALENDAR",
                "END:VTODO",
                "BEGIN:VEVENT",
                "UID:1",
                "END:VALARM",
                "SUMMARY:x",
                "END:VEVENT",
                "END:VCALENDAR");

        assertEquals(2, count(document, Defect.Kind.UNEXPECTED_END));
        assertEquals(2, document.components("VEVENT").get(0).properties().size());
    }

    @Test
    void aFileCutShortKeepsWhatWasRead() {
        CalendarDocument document = read("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:half");

        assertEquals(List.of("1"), uids(document));
        assertEquals(2, count(document, Defect.Kind.UNTERMINATED));
    }

    @Test
    void aNameIsFoundAmongVeryManyOthersHoweverShortItIs() {
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "BEGIN:VEVENT", "A:first", "EXRULE:first"));
        lines.addAll(Collections.nCopies(10_000, "EXDATE:20260101T000000"));
        lines.addAll(List.of("AB;C=d:", "x-q:last", "A:", "END:VEVENT", "END:VCALENDAR"));

        Component event =
                read(lines.toArray(String[]::new)).components("VEVENT").get(0);

        assertEquals(List.of("first", ""), values(event, "A"));
        assertEquals(List.of(""), values(event, "AB"));
        assertEquals(List.of("last"), values(event, "X-Q"));
        assertEquals(List.of("first"), values(event, "EXRULE"));
        assertEquals(10_000, values(event, "EXDATE").size());
        assertEquals(List.of(), values(event, "EXD"));
        assertEquals(10_005, event.properties().size());
    }

    private static List<String> values(Component component, String name) {
        return component.properties(name).stream().map(Property::value).toList();
    }

    @Test
    void eventsWithoutCalendarAreWrapped() {
        CalendarDocument document = read("BEGIN:VEVENT", "UID:1", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "END:VEVENT");

        assertEquals(1, document.calendars().size());
        assertEquals(List.of("1", "2"), uids(document));
        assertEquals(1, count(document, Defect.Kind.MISSING_VCALENDAR));
        assertEquals(1, document.defectCount());
    }

    @Test
    void proseThatGoesOnWithoutWhiteSpaceIsJoined() {
        CalendarDocument document = read(
                "BEGIN:VEVENT",
                "DESCRIPTION:first line",
                "second line",
                "DTSTART:20260101",
                "garbage",
                "ATTENDEE;CN=A very long name that fills the line up to its very end for sure:mai",
                "lto",
                "END:VEVENT");
        Component event = document.components("VEVENT").get(0);

        assertEquals(
                "first line\nsecond line",
                event.property("DESCRIPTION").orElseThrow().text());
        assertEquals("20260101", event.property("DTSTART").orElseThrow().value());
        assertEquals("mailto", event.property("ATTENDEE").orElseThrow().value());
        assertEquals(2, count(document, Defect.Kind.FOLDING));
        assertEquals(new DefectPlace(5, 1), place(document, Defect.Kind.CONTENT_LINE));
    }

    @Test
    void lowerCaseCrOnlyMarkAndBlankLinesAreReportedOnceEach() {
        String text = "\ufeffbegin:vcalendar\r\r\rbegin:vevent\rsummary:x\rend:vevent\rend:vcalendar\r";

        CalendarDocument document = CalendarReader.read(text.getBytes(StandardCharsets.UTF_8), ReadLimits.standard());

        assertEquals(
                "x",
                document.components("VEVENT")
                        .get(0)
                        .property("SUMMARY")
                        .orElseThrow()
                        .text());
        assertEquals(
                Set.of(Defect.Kind.ENCODING, Defect.Kind.LETTER_CASE, Defect.Kind.LINE_ENDS, Defect.Kind.BLANK_LINES),
                Set.copyOf(document.defects().stream().map(Defect::kind).toList()));
        assertEquals(4, document.defectCount());
    }

    @Test
    void latinOctetsBecomeTextAndSoundOnesStay() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("BEGIN:VEVENT\r\nSUMMARY:Stra".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xdf);
        bytes.writeBytes("e \u0634\u0647\u0631 ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0x96);
        bytes.writeBytes("\r\nEND:VEVENT\r\n".getBytes(StandardCharsets.UTF_8));

        CalendarDocument document = CalendarReader.read(bytes.toByteArray(), ReadLimits.standard());

        assertEquals(
                "Stra\u00dfe \u0634\u0647\u0631 \u2013",
                document.components("VEVENT")
                        .get(0)
                        .property("SUMMARY")
                        .orElseThrow()
                        .text());
        assertEquals(new DefectPlace(2, 13), place(document, Defect.Kind.ENCODING));
    }

    @Test
    void aMarkBetweenFilesThatWerePutTogetherCostsNothing() {
        String file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        CalendarDocument document =
                CalendarReader.read((file + "\ufeff" + file).getBytes(StandardCharsets.UTF_8), ReadLimits.standard());

        assertEquals(2, document.calendars().size());
        assertEquals(
                List.of(Defect.Kind.ENCODING),
                document.defects().stream().map(Defect::kind).toList());
        assertEquals(6, document.defects().get(0).line());
    }

    @Test
    void utf16IsReadByItsMark() {
        byte[] wide = "\ufeffBEGIN:VEVENT\r\nSUMMARY:\u0646\u0648\u0631\u0648\u0632\r\nEND:VEVENT\r\n"
                .getBytes(StandardCharsets.UTF_16LE);

        CalendarDocument document = CalendarReader.read(wide, ReadLimits.standard());

        assertEquals(
                "\u0646\u0648\u0631\u0648\u0632",
                document.components("VEVENT")
                        .get(0)
                        .property("SUMMARY")
                        .orElseThrow()
                        .text());
    }

    @Test
    void utf16WithoutAMarkIsToldByItsZeros() {
        String text = "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n";

        assertEquals(
                List.of("1"),
                uids(CalendarReader.read(text.getBytes(StandardCharsets.UTF_16LE), ReadLimits.standard())));
        assertEquals(
                List.of("1"),
                uids(CalendarReader.read(text.getBytes(StandardCharsets.UTF_16BE), ReadLimits.standard())));
    }

    @Test
    void propertiesAreEqualEachTimeTheyAreMadeAndFoundByWholeNames() {
        StringBuilder text = new StringBuilder("BEGIN:VEVENT\r\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("X-LONG-NAME;P=")
                    .append(i)
                    .append(":v\r\nX-LONG:")
                    .append(i)
                    .append("\r\n");
        }
        Component event = CalendarReader.read(
                        text.append("END:VEVENT\r\n").toString().getBytes(StandardCharsets.UTF_8),
                        ReadLimits.standard())
                .components("VEVENT")
                .get(0);

        assertEquals(10_000, event.properties().size());
        assertEquals(event.properties(), List.copyOf(event.properties()));
        assertEquals("4999", event.properties().get(9_999).value());
        assertEquals("4999", event.properties().get(9_998).parameter("P").orElseThrow());
        assertEquals(10_000, event.properties().get(9_998).line());
        assertEquals(5_000, event.properties("X-LONG").size());
        assertEquals(3, event.properties("X-LONG", 3).size());
        assertTrue(event.property("X").isEmpty());
        assertTrue(event.property("X-LONG-NAME;P").isEmpty());
    }

    @Test
    void foldsAreUndoneByOctetsEvenInsideACharacterAndAcrossBlankLines() {
        byte[] text = "BEGIN:VEVENT\r\nSUMMARY:\u0634\u0647\u0631\r\nEND:VEVENT\r\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        folded.write(text, 0, 23);
        folded.writeBytes("\r\r\n\t".getBytes(StandardCharsets.UTF_8));
        folded.write(text, 23, text.length - 23);

        CalendarDocument document = CalendarReader.read(folded.toByteArray(), ReadLimits.standard());

        assertEquals(
                "\u0634\u0647\u0631",
                document.components("VEVENT")
                        .get(0)
                        .property("SUMMARY")
                        .orElseThrow()
                        .text());
    }

    @Test
    void aTimeZoneWithoutObservancesIsKeptAndReported() {
        CalendarDocument document =
                read("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:X", "END:VTIMEZONE", "END:VCALENDAR");

        assertEquals(1, document.components("VTIMEZONE").size());
        assertEquals(1, count(document, Defect.Kind.EMPTY_TIMEZONE));
    }

    @Test
    void anOpenQuoteStillGivesAValue() {
        CalendarDocument document = read("BEGIN:VEVENT", "ATTENDEE;CN=\"Tom:mailto:t@example.org", "END:VEVENT");

        assertEquals(
                "mailto:t@example.org",
                document.components("VEVENT").get(0).properties().get(0).value());
        assertEquals(1, count(document, Defect.Kind.PARAMETER));
    }

    @Test
    void unknownComponentsPropertiesAndParametersAreKeptInOrder() {
        CalendarDocument document = read(
                "BEGIN:VCALENDAR",
                "BEGIN:X-THING",
                "X-B;X-P=1,\"a:b\";Y=^'q^'^n^^^x:v",
                "X-A:w",
                "BEGIN:VEVENT",
                "UID:in",
                "END:VEVENT",
                "END:X-THING",
                "END:VCALENDAR");
        Component thing = document.calendars().get(0).components().get(0);

        assertEquals("X-THING", thing.name());
        assertEquals("X-B", thing.properties().get(0).name());
        assertEquals(
                List.of(new Parameter("X-P", List.of("1", "a:b")), Parameter.of("Y", "\"q\"\n^^x")),
                thing.properties().get(0).parameters());
        assertEquals("VEVENT", thing.components().get(0).name());
        assertEquals(0, document.defectCount());
    }

    @Test
    void aLineBeyondTheLimitIsLeftOutAlone() {
        CalendarDocument document = CalendarReader.read(
                lines("BEGIN:VEVENT", "UID:1", "SUMMARY:" + "x".repeat(50), "LOCATION:here", "END:VEVENT"),
                ReadLimits.standard().withLineOctets(40));

        Component event = document.components("VEVENT").get(0);
        assertEquals(
                List.of("UID", "LOCATION"),
                event.properties().stream().map(Property::name).toList());
        assertEquals(Set.of(ReachedLimit.LINE_OCTETS), document.reachedLimits());
        assertFalse(document.isWhole());
    }

    @Test
    void everyOtherLimitGivesATypedOutcome() {
        byte[] text = lines(
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "UID:1",
                "BEGIN:A",
                "BEGIN:B",
                "END:B",
                "END:A",
                "SUMMARY:s",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:2",
                "END:VEVENT",
                "END:VCALENDAR");
        ReadLimits all = ReadLimits.standard();

        assertEquals(
                Set.of(ReachedLimit.BYTES),
                CalendarReader.read(text, all.withBytes(60)).reachedLimits());
        assertEquals(
                Set.of(ReachedLimit.COMPONENTS),
                CalendarReader.read(text, all.withComponents(2)).reachedLimits());
        assertEquals(
                Set.of(ReachedLimit.PROPERTIES),
                CalendarReader.read(text, all.withProperties(2)).reachedLimits());
        CalendarDocument shallow = CalendarReader.read(text, all.withDepth(2));
        assertEquals(Set.of(ReachedLimit.DEPTH), shallow.reachedLimits());
        assertEquals(List.of("1", "2"), uids(shallow));
        assertEquals(
                "s",
                shallow.components("VEVENT")
                        .get(0)
                        .property("SUMMARY")
                        .orElseThrow()
                        .text());
    }

    @Test
    void defectsBeyondTheLimitAreCountedNotKept() {
        String[] garbage = new String[50];
        java.util.Arrays.fill(garbage, "garbage");

        CalendarDocument document =
                CalendarReader.read(lines(garbage), ReadLimits.standard().withDefects(3));

        assertEquals(3, document.defects().size());
        assertEquals(50, document.defectCount());
        assertTrue(document.calendars().isEmpty());
    }

    private record DefectPlace(int line, int column) {}

    private static DefectPlace place(CalendarDocument document, Defect.Kind kind) {
        return document.defects().stream()
                .filter(defect -> defect.kind() == kind)
                .map(defect -> new DefectPlace(defect.line(), defect.column()))
                .findFirst()
                .orElseThrow();
    }

    private static long count(CalendarDocument document, Defect.Kind kind) {
        return document.defects().stream()
                .filter(defect -> defect.kind() == kind)
                .count();
    }

    private static List<String> uids(CalendarDocument document) {
        return document.components("VEVENT").stream()
                .map(event -> event.property("UID").orElseThrow().text())
                .toList();
    }

    private static CalendarDocument read(String... lines) {
        return CalendarReader.read(lines(lines), ReadLimits.standard());
    }

    private static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
