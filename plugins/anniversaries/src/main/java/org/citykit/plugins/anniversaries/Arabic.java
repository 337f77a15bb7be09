package org.citykit.plugins.anniversaries;

import java.util.List;
import java.util.Locale;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.icalendar.dates.DateText;

/** Arabic. */
record Arabic() implements Language {
    @Override
    public Locale locale() {
        return Locale.forLanguageTag("ar");
    }

    @Override
    public String bond(AgreementKind kind) {
        return switch (kind) {
            case TWIN -> "التوأمة";
            case SISTER -> "التآخي";
            case FRIENDSHIP -> "الصداقة";
            case MEMORANDUM -> "مذكرة التفاهم";
            case PROJECT_PARTNERSHIP -> "الشراكة في المشاريع";
            case CONTACT -> "التواصل";
            case NETWORK_MEMBERSHIP -> "العضوية المشتركة في شبكة";
            case MUTUAL_AID -> "اتفاق العون المتبادل";
            case COUNTRY_LEVEL -> "العلاقة على مستوى الدولة";
        };
    }

    @Override
    public String list(List<String> names) {
        return Wording.joined(names, "، ", " و", more -> " وأطراف أخرى (" + Wording.ARABIC.digits(more) + ")");
    }

    @Override
    public String yearly(String bond, String cities, String year) {
        return "ذكرى " + bond + " بين " + cities + " (منذ " + year + ")";
    }

    @Override
    public String jubilee(String bond, String cities, int years, DateText digits) {
        String length =
                switch (years) {
                    case 1 -> "عام";
                    case 2 -> "عامان";
                    default -> digits.digits(years) + " " + counted(years);
                };
        return length + " على " + bond + " بين " + cities;
    }

    @Override
    public String year(String digits, CalendarSystem calendar) {
        return switch (calendar) {
            case GREGORIAN -> digits;
            case PERSIAN -> digits + " هـ.ش";
            case ISLAMIC_UMALQURA, ISLAMIC_CIVIL -> digits + " هـ";
        };
    }

    @Override
    public String since(String date, List<String> sources) {
        return "منذ " + date + "، وفقًا لما يلي: " + String.join("؛ ", sources) + ".";
    }

    @Override
    public String known(String date, boolean whole) {
        return date + "." + (whole ? "" : " اليوم غير معروف.");
    }

    @Override
    public String doubts(PartialDate date, boolean contradicted) {
        return (date.uncertain() ? " المصدر غير متأكد من هذا التاريخ." : "")
                + (date.approximate() ? " التاريخ تقريبي." : "")
                + (contradicted ? " وتذكر مصادر أخرى تاريخًا آخر." : "");
    }

    /** The word for years beside a number: 3 to 10 take the plural, 11 to 99 the accusative, hundreds the singular. */
    private static String counted(int years) {
        int rest = years % 100;
        if (rest >= 3 && rest <= 10) {
            return "أعوام";
        }
        return rest >= 11 ? "عامًا" : "عام";
    }
}
