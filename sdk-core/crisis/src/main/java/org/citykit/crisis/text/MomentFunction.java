package org.citykit.crisis.text;

import com.ibm.icu.message2.Directionality;
import com.ibm.icu.message2.FormattedPlaceholder;
import com.ibm.icu.message2.Function;
import com.ibm.icu.message2.PlainStringFormattedValue;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;

/**
 * {@code :time}, {@code :date} and {@code :datetime}: hours and minutes, and the day with its name, in the zone that the
 * value brings.
 *
 * <p>Takes the place of the library's functions, whose Solar Hijri dates put the year first in Persian, and which ignore
 * options they do not know. The option {@code length}, or {@code dateLength} of {@code :datetime}, is {@code short}
 * (numbers only), {@code medium} or {@code long}; {@code precision}, or {@code timePrecision}, can only be {@code minute}.
 */
@SuppressWarnings("deprecation") // the library marks functions of one's own as a preview
final class MomentFunction implements Function {
    private final Locale locale;
    private final boolean date;
    private final boolean time;
    private final String length;

    private MomentFunction(Locale locale, boolean date, boolean time, String length) {
        this.locale = locale;
        this.date = date;
        this.time = time;
        this.length = length;
    }

    static Function date(Locale locale, Map<String, ?> options) {
        Options.allow(options, "length", "short", "medium", "long");
        return new MomentFunction(locale, true, false, Options.of(options, "length", "long"));
    }

    static Function time(Locale locale, Map<String, ?> options) {
        Options.allow(options, "precision", "minute");
        return new MomentFunction(locale, false, true, "long");
    }

    static Function dateTime(Locale locale, Map<String, ?> options) {
        Options.allow(options, "dateLength", "short", "medium", "long", "timePrecision", "minute");
        return new MomentFunction(locale, true, true, Options.of(options, "dateLength", "long"));
    }

    @Override
    public String formatToString(Object value, Map<String, ?> options) {
        return format(value, options).toString();
    }

    @Override
    public FormattedPlaceholder format(Object value, Map<String, ?> options) {
        if (!(value instanceof Value.Moment moment)) {
            throw new IllegalArgumentException("only a point in time can be formatted as one");
        }
        StringBuilder text = new StringBuilder();
        if (date) {
            text.append(dateFormat().format(calendar(moment.time())));
        }
        if (time) {
            text.append(date ? separator() : "");
            text.append(DateFormat.getInstanceForSkeleton("jm", ulocale()).format(calendar(moment.time())));
        }
        return new FormattedPlaceholder(
                value, new PlainStringFormattedValue(text.toString()), Directionality.of(locale), true);
    }

    private DateFormat dateFormat() {
        if (length.equals("short")) {
            return DateFormat.getInstanceForSkeleton("yMd", ulocale());
        }
        if (Tongue.isPersianDate(locale)) {
            return new SimpleDateFormat("EEEE d MMMM y", ulocale());
        }
        return DateFormat.getInstanceForSkeleton(length.equals("medium") ? "yMMMEd" : "yMMMMEEEEd", ulocale());
    }

    private String separator() {
        return switch (locale.getLanguage()) {
            case "ar", "fa", "ur", "ckb", "ps", "ug" -> "، ";
            default -> ", ";
        };
    }

    private ULocale ulocale() {
        return ULocale.forLocale(locale);
    }

    private Calendar calendar(ZonedDateTime time) {
        Calendar calendar =
                Calendar.getInstance(TimeZone.getTimeZone(time.getZone().getId()), ulocale());
        calendar.setTimeInMillis(time.toInstant().toEpochMilli());
        return calendar;
    }
}
