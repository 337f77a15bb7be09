package org.citykit.testkit;

import java.util.Locale;
import java.util.TimeZone;

/** The defaults of the JVM, to be changed for the length of a rule and put back. */
final class Defaults implements AutoCloseable {
    private final Locale locale = Locale.getDefault();
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final TimeZone zone = TimeZone.getDefault();

    void locale(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
    }

    void zone(String id) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));
    }

    @Override
    public void close() {
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.FORMAT, format);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        TimeZone.setDefault(zone);
    }
}
