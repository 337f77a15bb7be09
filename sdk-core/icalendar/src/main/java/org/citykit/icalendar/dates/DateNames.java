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

    /** Arabic as written in Iraq and the Levant, with the Syriac names of the months. */
    private static final DateNames MASHRIQ = ARABIC.withGregorian(
            "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول");

    /** Arabic as written in Algeria and Tunisia, with the French names of the months. */
    private static final DateNames MAGHRIB =
            ARABIC.withGregorian("جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر");

    private static final DateNames MOROCCO =
            ARABIC.withGregorian("يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر");

    private static final DateNames MAURITANIA =
            ARABIC.withGregorian("يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر");

    /** Persian as written in Afghanistan, with the months of the zodiac. */
    static final DateNames DARI = new DateNames(
            "fa",
            PERSIAN.weekdays(),
            PERSIAN.shortWeekdays(),
            list("جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر"),
            list("حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت"),
            PERSIAN.islamic());

    static final DateNames PASHTO = new DateNames(
            "ps",
            list("دونۍ درېنۍ څلرنۍ پينځنۍ جمعه اونۍ يونۍ"),
            list("د در څ پ ج ا ی"),
            list("جنوري فبروري مارچ اپریل مۍ جون جولای اګست سېپتمبر اکتوبر نومبر دسمبر"),
            list("وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب"),
            list("محرم صفر ربيع_الاول ربيع_الثاني جمادي_الاول جمادي_الثاني رجب شعبان رمضان شوال ذوالقعده ذوالحجه"));

    static final DateNames KURDISH = new DateNames(
            "ckb",
            list("دووشەممە سێشەممە چوارشەممە پێنجشەممە ھەینی شەممە یەکشەممە"),
            list("د س چ پ ھ ش ی"),
            list("کانوونی_دووەم شوبات ئازار نیسان ئایار حوزەیران تەمووز ئاب ئەیلوول تشرینی_یەکەم تشرینی_دووەم"
                    + " کانوونی_یەکەم"),
            list("خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر گەڵاڕێزان سەرماوەز بەفرانبار ڕێبەندان"
                    + " ڕەشەمە"),
            list("موحەڕەم سەفەر ڕەبیعی_یەکەم ڕەبیعی_دووەم جومادای_یەکەم جومادای_دووەم ڕەجەب شەعبان ڕەمەزان شەووال"
                    + " زولقەعدە زولحەججە"));

    static final DateNames URDU = new DateNames(
            "ur",
            list("پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار"),
            list("پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار"),
            list("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
            list("فروردین اردیبہشت خرداد تیر مرداد شہریور مہر آبان آذر دی بہمن اسفند"),
            list("محرم صفر ربیع_الاول ربیع_الثانی جمادی_الاول جمادی_الثانی رجب شعبان رمضان شوال ذوالقعدہ ذوالحجہ"));

    private static List<String> list(String names) {
        return List.of(names.split(" ", -1)).stream()
                .map(name -> name.replace('_', ' '))
                .toList();
    }

    private DateNames withGregorian(String months) {
        return new DateNames(language, weekdays, shortWeekdays, list(months), persian, islamic);
    }

    /** Returns the Arabic names of a region: its words for the Gregorian months differ, all others do not. */
    static DateNames arabic(String region) {
        return switch (region) {
            case "IQ", "JO", "LB", "PS", "SY" -> MASHRIQ;
            case "DZ", "TN" -> MAGHRIB;
            case "MA" -> MOROCCO;
            case "MR" -> MAURITANIA;
            default -> ARABIC;
        };
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
