package org.citykit.plugins.anniversaries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.citykit.api.PartialDate;
import org.citykit.api.Text;
import org.citykit.api.twinning.Activity;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.dates.DateText;

/** What anniversaries are called, in every language that is known here, the portal's own first. Immutable. */
final class Wording {
    /** Dates in Persian. */
    static final DateText PERSIAN = DateText.forLanguage("fa").orElseThrow();

    /** Dates in Arabic. */
    static final DateText ARABIC = DateText.forLanguage("ar").orElseThrow();

    private static final List<Language> LANGUAGES = List.of(new Persian(), new Arabic(), new English());
    private static final int NAMED = 4;
    private static final int LONGEST_WORDING = 300;

    private final Map<Language, DateText> dates = new LinkedHashMap<>();

    /** @param portal the portal's languages; a region decides on digits */
    Wording(List<Locale> portal) {
        portal.forEach(locale -> LANGUAGES.stream()
                .filter(language -> language.locale().getLanguage().equals(locale.getLanguage()))
                .forEach(language -> dates.putIfAbsent(language, text(locale))));
        LANGUAGES.forEach(language -> dates.putIfAbsent(language, text(language.locale())));
    }

    Text yearly(Bond bond, CityNames names, PartialDate date) {
        return each((language, written) -> language.yearly(
                language.bond(bond.kind()),
                cities(language, bond, names),
                language.year(written.digits(date.year()), date.calendar())));
    }

    Text jubilee(Bond bond, CityNames names, int years) {
        return each((language, written) ->
                language.jubilee(language.bond(bond.kind()), cities(language, bond, names), years, written));
    }

    /** Since when, who says so, and what is to be doubted. */
    Text description(Signing signing, boolean contradicted) {
        return each((language, written) -> {
            Set<String> sources = new LinkedHashSet<>();
            signing.sources().forEach(source -> sources.add(source.source().in(language.locale())));
            String words = oneLine(signing.date().wording());
            return language.since(date(language, written, signing.date()), List.copyOf(sources))
                    + language.doubts(signing.date(), contradicted)
                    + (words.isEmpty() ? "" : " «" + words + "»");
        });
    }

    /** When something was done, as exactly as it is known, and what came of it. */
    Text activity(Activity activity, PartialDate date) {
        return each((language, written) -> {
            String outcome = activity.outcome()
                    .map(text -> " " + oneLine(text.in(language.locale())))
                    .orElse("");
            return language.known(date(language, written, date), date.isComplete())
                    + language.doubts(date, false)
                    + outcome;
        });
    }

    /** A message on one line, at most a few hundred characters. */
    static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST_WORDING ? line.substring(0, LONGEST_WORDING) + "…" : line;
    }

    /** Names in a row; of many only the first are told. */
    static String joined(List<String> names, String comma, String and, IntFunction<String> others) {
        if (names.size() > NAMED) {
            return String.join(comma, names.subList(0, NAMED - 1)) + others.apply(names.size() - NAMED + 1);
        }
        List<String> rest = new ArrayList<>(names);
        String last = rest.remove(rest.size() - 1);
        return rest.isEmpty() ? last : String.join(comma, rest) + and + last;
    }

    private Text each(BiFunction<Language, DateText, String> wording) {
        Map<String, String> texts = new LinkedHashMap<>();
        dates.forEach(
                (language, written) -> texts.put(language.locale().toLanguageTag(), wording.apply(language, written)));
        return new Text(texts);
    }

    private static DateText text(Locale locale) {
        return DateText.forLanguage(locale.toLanguageTag()).orElseThrow();
    }

    private static String cities(Language language, Bond bond, CityNames names) {
        return language.list(bond.parties().stream()
                .map(party -> names.in(language.locale(), party))
                .toList());
    }

    private static String date(Language language, DateText written, PartialDate date) {
        CalendarScale scale = Scales.of(date.calendar());
        if (date.isComplete()) {
            return written.date(Scales.first(date, 0), scale, DateText.Style.MEDIUM);
        }
        return date.month() == 0
                ? language.year(written.digits(date.year()), date.calendar())
                : written.monthYear(scale, date.year(), date.month());
    }
}
