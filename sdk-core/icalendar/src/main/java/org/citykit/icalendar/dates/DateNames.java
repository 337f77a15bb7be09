package org.citykit.icalendar.dates;

import java.util.List;
import java.util.Optional;

/** The names of weekdays and months in one language; weekdays begin with Monday. */
record DateNames(
        String language,
        List<String> weekdays,
        List<String> shortWeekdays,
        List<String> gregorian,
        List<String> persian,
        List<String> islamic) {

    static final DateNames ENGLISH = new DateNames(
            "en",
            list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
            list("Mon Tue Wed Thu Fri Sat Sun"),
            list("January February March April May June July August September October November December"),
            list("Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand"),
            list(
                    "Muharram Safar Rabi_al-Awwal Rabi_al-Thani Jumada_al-Ula Jumada_al-Akhirah Rajab Shaban Ramadan Shawwal"
                            + " Dhu_al-Qadah Dhu_al-Hijjah"));

    static final DateNames PERSIAN = new DateNames(
            "fa",
            list("دوشنبه سه\u200cشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه"),
            list("د س چ پ ج ش ی"),
            list("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
            list("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"),
            list("محرم صفر ربیع\u200cالاول ربیع\u200cالثانی جمادی\u200cالاول جمادی\u200cالثانی رجب شعبان رمضان شوال"
                    + " ذی\u200cقعده ذی\u200cحجه"));

    static final DateNames ARABIC = new DateNames(
            "ar",
            list("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
            list("ن ث ر خ ج س ح"),
            list("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
            list("فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند"),
            list("محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة"));

    private static List<String> list(String names) {
        return List.of(names.split(" ", -1)).stream()
                .map(name -> name.replace('_', ' '))
                .toList();
    }

    /** Returns the names of the months of a scale, or empty where the language has none for it. */
    Optional<List<String>> months(CalendarScale scale) {
        return switch (scale.name()) {
            case "GREGORIAN" -> Optional.of(gregorian);
            case "PERSIAN" -> Optional.of(persian);
            case "ISLAMIC-UMALQURA", "ISLAMIC-CIVIL", "ISLAMIC-TBLA" -> Optional.of(islamic);
            default -> Optional.empty();
        };
    }
}
