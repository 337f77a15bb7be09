package org.citykit.plugins.anniversaries;

import java.util.List;
import java.util.Locale;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.icalendar.dates.DateText;

/** What one language calls things. Immutable. */
sealed interface Language permits English, Persian, Arabic {
    /** The language itself. */
    Locale locale();

    /** What a kind of agreement makes. */
    String bond(AgreementKind kind);

    /** "A, B and C". */
    String list(List<String> names);

    /** The title of an anniversary that comes every year. */
    String yearly(String bond, String cities, String year);

    /** The title of an anniversary with its number. */
    String jubilee(String bond, String cities, int years, DateText digits);

    /** A year with its calendar, where the language needs it. */
    String year(String digits, CalendarSystem calendar);

    /** Since when, according to whom. */
    String since(String date, List<String> sources);

    /** A date, and that no more of it is known. */
    String known(String date, boolean whole);

    /** What must be known of a date before it is believed; empty or a sentence with a space before it. */
    String doubts(PartialDate date, boolean contradicted);
}
