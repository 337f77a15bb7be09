package org.citykit.plugins.anniversaries;

import java.util.List;
import java.util.Locale;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.icalendar.dates.DateText;

/** Persian. */
record Persian() implements Language {
    @Override
    public Locale locale() {
        return Locale.forLanguageTag("fa");
    }

    @Override
    public String bond(AgreementKind kind) {
        return switch (kind) {
                    case TWIN, SISTER -> "خواهرخواندگی";
                    case FRIENDSHIP -> "پیمان دوستی";
                    case MEMORANDUM -> "تفاهم‌نامه";
                    case PROJECT_PARTNERSHIP -> "همکاری پروژه‌ای";
                    case CONTACT -> "ارتباط";
                    case NETWORK_MEMBERSHIP -> "عضویت مشترک در شبکه";
                    case MUTUAL_AID -> "پیمان یاری متقابل";
                    case COUNTRY_LEVEL -> "رابطه در سطح کشور";
                }
                + (kind == AgreementKind.MEMORANDUM
                                || kind == AgreementKind.NETWORK_MEMBERSHIP
                                || kind == AgreementKind.COUNTRY_LEVEL
                        ? " میان"
                        : "");
    }

    @Override
    public String list(List<String> names) {
        return Wording.joined(names, "، ", " و ", more -> " و " + Wording.PERSIAN.digits(more) + " طرف دیگر");
    }

    @Override
    public String yearly(String bond, String cities, String year) {
        return "سالگرد " + bond + " " + cities + " (از " + year + ")";
    }

    @Override
    public String jubilee(String bond, String cities, int years, DateText digits) {
        return digits.digits(years) + " سال " + bond + " " + cities;
    }

    @Override
    public String year(String digits, CalendarSystem calendar) {
        return switch (calendar) {
            case GREGORIAN -> digits + " میلادی";
            case PERSIAN -> digits;
            case ISLAMIC_UMALQURA, ISLAMIC_CIVIL -> digits + " قمری";
        };
    }

    @Override
    public String since(String date, List<String> sources) {
        return "از " + date + "، به گفتهٔ " + String.join("؛ ", sources) + ".";
    }

    @Override
    public String known(String date, boolean whole) {
        return date + "." + (whole ? "" : " روز آن معلوم نیست.");
    }

    @Override
    public String doubts(PartialDate date, boolean contradicted) {
        return (date.uncertain() ? " منبع در این تاریخ تردید دارد." : "")
                + (date.approximate() ? " این تاریخ تقریبی است." : "")
                + (contradicted ? " منابع دیگر تاریخ دیگری گفته‌اند." : "");
    }
}
