package org.citykit.plugins.playbooks;

import java.util.List;
import java.util.Map;

/** A piece of a file with its place. */
sealed interface YamlNode {
    Position at();

    /** A word, number or text, as it is written; nothing at all is the empty text. */
    record Scalar(String text, Position at) implements YamlNode {}

    /** A list. */
    record Items(List<YamlNode> items, Position at) implements YamlNode {}

    /**
     * A map.
     *
     * @param entries by key, in the file's order
     * @param repeated where a key stands a second time
     */
    record Entries(Map<String, Entry> entries, Map<String, Position> repeated, Position at) implements YamlNode {}

    /** A value and the place of its key. */
    record Entry(Position key, YamlNode value) {}

    /** What it is, in words for people. */
    default String shape() {
        if (this instanceof Scalar scalar) {
            return scalar.text().isEmpty() ? "empty" : "\"" + Complaints.shortened(scalar.text(), 60) + "\"";
        }
        return this instanceof Items ? "a list" : "a map";
    }
}
