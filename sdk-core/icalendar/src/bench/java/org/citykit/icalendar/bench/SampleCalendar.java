package org.citykit.icalendar.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A city's calendar as a file, the same octets for the same number of events: Persian and Arabic text, folded at 75
 * octets, about 730 octets an event, a third of them weekly.
 */
public final class SampleCalendar {
    /** How many events the goals are about. */
    public static final int EVENTS = 10_000;

    private static final int LINE_OCTETS = 75;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 8, 0);

    private static final String[] TITLES = {
        "جشن نوروز در پارک ملت",
        "نشست شورای شهر و گفت‌وگو با شهروندان",
        "مهرجان الخريف في الحديقة العامة",
        "اجتماع مجلس المدينة المفتوح للجميع",
        "کارگاه سفال‌گری برای کودکان و نوجوانان",
        "أمسية شعرية مع شعراء من المدن التوأم"
    };
    private static final String[] TEXTS = {
        "ورود برای همه آزاد است\\; لطفاً ده دقیقه پیش از آغاز برنامه در محل حاضر باشید.\\n"
                + "برای آگاهی بیشتر با شهرداری تماس بگیرید.",
        "الدخول مجاني للجميع\\; يرجى الحضور قبل عشر دقائق من بداية البرنامج.\\n"
                + "للمزيد من المعلومات يرجى الاتصال بالبلدية."
    };
    private static final String[] PLACES = {"تالار وحدت، خیابان حافظ، تهران", "قاعة المدينة، شارع الملك، الرباط"};
    private static final String[] KINDS = {"فرهنگی,شهروندی", "ثقافة,مجتمع", "festival,city"};

    private SampleCalendar() {}

    /** The file. */
    public static byte[] octets(int events) {
        StringBuilder file = new StringBuilder(events * 600);
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//CityKit//Benchmark//EN");
        zone(file);
        for (int i = 0; i < events; i++) {
            event(file, i);
        }
        line(file, "END:VCALENDAR");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void zone(StringBuilder file) {
        line(file, "BEGIN:VTIMEZONE");
        line(file, "TZID:Asia/Tehran");
        line(file, "BEGIN:STANDARD");
        line(file, "DTSTART:19700101T000000");
        line(file, "TZOFFSETFROM:+0330");
        line(file, "TZOFFSETTO:+0330");
        line(file, "END:STANDARD");
        line(file, "END:VTIMEZONE");
    }

    private static void event(StringBuilder file, int number) {
        LocalDateTime start = FIRST.plusDays(number % 720).plusMinutes(30L * (number % 24));
        boolean arabic = number % 2 == 1;
        line(file, "BEGIN:VEVENT");
        line(file, "UID:event-" + number + "@portal.example.org");
        line(file, "DTSTAMP:20260101T000000Z");
        line(file, "LAST-MODIFIED:20251231T120000Z");
        line(file, "SEQUENCE:" + number % 4);
        line(file, "DTSTART;TZID=Asia/Tehran:" + TIME.format(start));
        line(file, "DTEND;TZID=Asia/Tehran:" + TIME.format(start.plusHours(2)));
        if (number % 3 == 0) {
            line(file, "RRULE:FREQ=WEEKLY;UNTIL=" + TIME.format(start.plusWeeks(20)) + "Z");
        }
        line(
                file,
                "SUMMARY;LANGUAGE=" + (arabic ? "ar" : "fa") + ":" + TITLES[number % TITLES.length] + " " + number);
        line(file, "DESCRIPTION:" + TEXTS[number % TEXTS.length]);
        line(file, "LOCATION:" + PLACES[number % PLACES.length]);
        line(file, "GEO:35.7" + number % 1000 + ";51.4" + number % 777);
        line(file, "CATEGORIES:" + KINDS[number % KINDS.length]);
        line(file, "STATUS:" + (number % 50 == 0 ? "CANCELLED" : "CONFIRMED"));
        line(file, "URL:https://portal.example.org/fa/events/" + number);
        line(file, "END:VEVENT");
    }

    /** Ends the line, folded as RFC 5545 §3.1 says. */
    private static void line(StringBuilder file, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (octets + size > LINE_OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            octets += size;
            file.append(c);
        }
        file.append("\r\n");
    }
}
