package org.citykit.host.clients;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An occurrence as somebody lists it.
 *
 * @param start a day, or a time as the clocks of the portal show it: {@code 2027-03-21T18:00}
 * @param title what it is called
 */
record Seen(String start, String title) implements Comparable<Seen> {
    /** Reads lines of start and title parted by a tabulator. */
    static List<Seen> read(List<String> lines) {
        return lines.stream()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Seen(parts[0], parts[1]))
                .toList();
    }

    /** Reads lines of start, zone and title; without a zone the start is in the portal's. */
    static List<Seen> readZoned(List<String> lines, ZoneId here) {
        return lines.stream()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Seen(here(parts[0], parts[1], here), parts[2]))
                .toList();
    }

    private static String here(String start, String zone, ZoneId here) {
        if (zone.isEmpty()) {
            return start;
        }
        ZoneId own = zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone);
        return LocalDateTime.parse(start)
                .atZone(own)
                .withZoneSameInstant(here)
                .toLocalDateTime()
                .toString();
    }

    @Override
    public int compareTo(Seen other) {
        int byStart = start.compareTo(other.start);
        return byStart == 0 ? title.compareTo(other.title) : byStart;
    }
}
