package org.citykit.icalendar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads every calendar of the shared data and compares with a crude count made line by line. */
class SharedFilesTests {

    @TestFactory
    Stream<DynamicTest> everyWellFormedEventOfEveryFileIsKept() throws IOException {
        List<Path> files = new ArrayList<>(SharedData.files("calendar/ics", ".ics"));
        files.addAll(SharedData.files("calendar/real-city", ".ics"));
        SharedData.report("files" + ": " + String.valueOf(files.size()));
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        List<CrudeEvent> expected = crudeEvents(new String(octets, StandardCharsets.ISO_8859_1));

        CalendarDocument document = CalendarReader.read(octets, ReadLimits.standard());

        List<Component> events = allEvents(document);
        for (CrudeEvent crude : expected) {
            Component kept = events.stream()
                    .filter(event -> event.line() == crude.line())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("lost the event of line " + crude.line() + " of " + file));
            assertEquals(
                    crude.properties(),
                    kept.properties().size(),
                    () -> "properties of the event of line " + crude.line());
        }
        assertTrue(document.isWhole());
        byte[] written = CalendarWriter.write(document.calendars());
        assertArrayEquals(
                written,
                CalendarWriter.write(
                        CalendarReader.read(written, ReadLimits.standard()).calendars()));
        SharedData.report(file.getFileName().toString() + ": " + expected.size() + " well-formed events kept, "
                + document.defectCount() + " defects");
    }

    private record CrudeEvent(int line, int properties) {}

    /** Finds the events whose BEGIN and END match and whose inner lines all look like content lines. */
    private static List<CrudeEvent> crudeEvents(String text) {
        String[] lines = text.split("\r\n|\n|\r", -1);
        int begin = 0;
        for (int i = 1; i < lines.length; i++) {
            // Folded lines are gathered on their first one and left empty, so that line numbers stay.
            if (lines[i].startsWith(" ") || lines[i].startsWith("\t")) {
                lines[begin] += lines[i].substring(1);
                lines[i] = "";
            } else {
                begin = i;
            }
        }
        List<CrudeEvent> events = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().toUpperCase(Locale.ROOT).equals("BEGIN:VEVENT")) {
                int properties = crudeProperties(lines, i + 1);
                if (properties >= 0) {
                    events.add(new CrudeEvent(i + 1, properties));
                }
            }
        }
        return events;
    }

    private static int crudeProperties(String[] lines, int start) {
        int inner = 0;
        int properties = 0;
        for (int i = start; i < lines.length; i++) {
            String line = lines[i].toUpperCase(Locale.ROOT);
            if (line.strip().equals("END:VEVENT")) {
                return inner == 0 ? properties : -1;
            } else if (line.startsWith("BEGIN:")) {
                if (line.startsWith("BEGIN:VEVENT")) {
                    return -1;
                }
                inner++;
            } else if (line.startsWith("END:")) {
                inner--;
            } else if (!line.isEmpty()) {
                if (!line.matches("(?s)[A-Z0-9-]+[:;].*")) {
                    return -1;
                }
                properties += inner == 0 ? 1 : 0;
            }
        }
        return -1;
    }

    private static List<Component> allEvents(CalendarDocument document) {
        List<Component> events = new ArrayList<>();
        Deque<Component> open = new ArrayDeque<>(document.calendars());
        while (!open.isEmpty()) {
            Component next = open.pop();
            if (next.name().equals("VEVENT")) {
                events.add(next);
            }
            open.addAll(next.components());
        }
        return events;
    }
}
