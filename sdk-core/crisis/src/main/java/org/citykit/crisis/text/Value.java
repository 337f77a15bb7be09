package org.citykit.crisis.text;

import java.time.ZonedDateTime;

/** A typed value for a text. Immutable. */
public sealed interface Value {
    /** Words that are shown as they are, in whatever direction they run. */
    record Words(String words) implements Value {
        @Override
        public String toString() {
            return words;
        }
    }

    /** A telephone number or address: ASCII, always from left to right. */
    record Machine(String characters) implements Value {
        @Override
        public String toString() {
            return characters;
        }
    }

    /** A point in time, in the zone it is told in. */
    record Moment(ZonedDateTime time) implements Value {}

    /** A whole number. */
    record Count(long number) implements Value {}

    /** One of several choices: texts select on the key and show the label. */
    record Chosen(String key, String label) implements Value {
        @Override
        public String toString() {
            return label;
        }
    }
}
