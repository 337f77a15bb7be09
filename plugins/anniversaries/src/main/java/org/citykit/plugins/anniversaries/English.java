package org.citykit.plugins.anniversaries;

import java.util.List;
import java.util.Locale;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.icalendar.dates.DateText;

/** English. */
record English() implements Language {
    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public String bond(AgreementKind kind) {
        return switch (kind) {
            case TWIN -> "twinning";
            case SISTER -> "sister-city partnership";
            case FRIENDSHIP -> "friendship";
            case MEMORANDUM -> "memorandum of understanding";
            case PROJECT_PARTNERSHIP -> "project partnership";
            case CONTACT -> "contact";
            case NETWORK_MEMBERSHIP -> "common network membership";
            case MUTUAL_AID -> "mutual-aid pact";
            case COUNTRY_LEVEL -> "country-level relation";
        };
    }

    @Override
    public String list(List<String> names) {
        return Wording.joined(names, ", ", " and ", more -> " and " + more + " others");
    }

    @Override
    public String yearly(String bond, String cities, String year) {
        return "Anniversary of the " + bond + " between " + cities + " (since " + year + ")";
    }

    @Override
    public String jubilee(String bond, String cities, int years, DateText digits) {
        return years + (years == 1 ? " year" : " years") + " of the " + bond + " between " + cities;
    }

    @Override
    public String year(String digits, CalendarSystem calendar) {
        return switch (calendar) {
            case GREGORIAN -> digits;
            case PERSIAN -> digits + " Solar Hijri";
            case ISLAMIC_UMALQURA, ISLAMIC_CIVIL -> digits + " AH";
        };
    }

    @Override
    public String since(String date, List<String> sources) {
        return "Since " + date + ", according to " + String.join("; ", sources) + ".";
    }

    @Override
    public String known(String date, boolean whole) {
        return date + "." + (whole ? "" : " The day is not known.");
    }

    @Override
    public String doubts(PartialDate date, boolean contradicted) {
        return (date.uncertain() ? " The source doubts the date." : "")
                + (date.approximate() ? " The date is approximate." : "")
                + (contradicted ? " Other sources give another date." : "");
    }
}
