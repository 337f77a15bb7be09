package org.citykit.host.clients;

import java.util.ArrayList;
import java.util.List;

/** Reads what calcurse lists: a line with the day, then what takes place on it. */
final class Calcurse {
    private Calcurse() {}

    static List<Seen> read(List<String> lines) {
        List<Seen> seen = new ArrayList<>();
        String day = "";
        for (String line : lines) {
            if (line.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}:")) {
                day = line.substring(0, line.length() - 1);
            } else if (!line.isBlank()) {
                String[] parts = line.split("\t", 2);
                seen.add(new Seen(parts[0].equals("day") ? day : parts[0], parts[1]));
            }
        }
        return seen;
    }
}
