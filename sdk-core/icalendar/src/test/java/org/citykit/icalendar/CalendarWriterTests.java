package org.citykit.icalendar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarWriterTests {

    @Test
    void aRawValueWithALineBreakIsRefused() {
        assertThrows(MalformedContentException.class, () -> Property.of("SUMMARY", "a\nEND:VEVENT"));
        assertThrows(MalformedContentException.class, () -> Property.of("SUM MARY", "a"));
        assertThrows(MalformedContentException.class, () -> Parameter.of("X:Y", "a"));
        assertThrows(MalformedContentException.class, () -> Component.of("", List.of(), List.of()));
    }

    @Test
    void textAndParametersCannotBreakOutOfTheirPlace() {
        Property property = Property.of(
                "X-NOTE",
                List.of(Parameter.of("CN", "a\"b;c:d\r\nBEGIN:VEVENT^")),
                TextValue.escape("x\r\nEND:VEVENT;,\\\u0007"));

        Component event = reread(Component.of("VEVENT", List.of(property), List.of()));

        assertEquals(
                "a\"b;c:d\nBEGIN:VEVENT^",
                event.properties().get(0).parameter("cn").orElseThrow());
        assertEquals("x\nEND:VEVENT;,\\", event.properties().get(0).text());
    }

    @Test
    void linesFoldAtSeventyFiveOctetsWithoutSplittingACharacter() {
        String text = "\u0634\u0647\u0631\u062f\u0627\u0631\u06cc \ud83c\udf89 ".repeat(40);
        byte[] octets = CalendarWriter.write(
                List.of(Component.of("VEVENT", List.of(Property.text("SUMMARY", text)), List.of())));

        String[] physical = new String(octets, StandardCharsets.UTF_8).split("\r\n", -1);

        for (String line : physical) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertEquals(-1, line.indexOf('\ufffd'));
        }
        assertTrue(physical.length > 10);
        assertEquals(text, reread(octets).properties().get(0).text());
    }

    @Test
    void whatWasReadIsWrittenAgain() {
        String file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                X-ODD;A="q,r",s;B=^n:raw\\,value\\q
                BEGIN:X-C
                END:X-C
                BEGIN:VEVENT
                SUMMARY:a
                BEGIN:VALARM
                ACTION:AUDIO
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n");
        byte[] octets = file.getBytes(StandardCharsets.UTF_8);

        byte[] again = CalendarWriter.write(
                CalendarReader.read(octets, ReadLimits.standard()).calendars());

        assertArrayEquals(octets, again);
    }

    @Test
    void listsSplitAtBareCommasOnly() {
        assertEquals(List.of("a,b", "c", ""), TextValue.unescapeList("a\\,b,c,"));
        assertEquals(List.of("1", "2;3"), TextValue.split("1;2\\;3", ';'));
        assertEquals("tab\\t end\\", TextValue.unescape("tab\\t end\\"));
    }

    private static Component reread(Component component) {
        return reread(CalendarWriter.write(List.of(component)));
    }

    private static Component reread(byte[] octets) {
        return CalendarReader.read(octets, ReadLimits.standard())
                .components("VEVENT")
                .get(0);
    }
}
