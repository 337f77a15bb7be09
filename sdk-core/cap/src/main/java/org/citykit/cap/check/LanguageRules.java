package org.citykit.cap.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.cap.Category;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Info;

/** Rules between the info blocks of one message: one event, told in several languages (CAP 1.2 §3.2.2). */
final class LanguageRules {
    private final Report report;
    private final Map<String, String> languageOfText = new HashMap<>();

    private LanguageRules(Report report) {
        this.report = report;
    }

    static void check(List<Info> infos, Report report) {
        LanguageRules rules = new LanguageRules(report);
        for (int i = 0; i < infos.size(); i++) {
            Info info = infos.get(i);
            String path = report.path(info, "/alert", "info", i, infos.size());
            rules.checkSameEvent(infos.get(0), info, path);
            rules.checkTranslated(info, path);
        }
    }

    private void checkSameEvent(Info first, Info info, String path) {
        if (!new HashSet<>(first.categories()).equals(new HashSet<>(info.categories()))) {
            report.add(
                    FindingCode.CATEGORIES_DIFFER,
                    path + "/category",
                    "The first info block has " + words(first) + ", this one " + words(info) + ".");
        }
        if (!new HashSet<>(first.eventCodes()).equals(new HashSet<>(info.eventCodes()))) {
            report.add(
                    FindingCode.EVENT_CODES_DIFFER,
                    path + "/eventCode",
                    "The event codes are not those of the first info block.");
        }
    }

    private static String words(Info info) {
        return String.join(", ", info.categories().stream().map(Category::text).toList());
    }

    private void checkTranslated(Info info, String path) {
        String language = primary(info.languageOrDefault());
        checkText("event", Optional.of(info.event()), language, path);
        checkText("headline", info.headline(), language, path);
        checkText("description", info.description(), language, path);
        checkText("instruction", info.instruction(), language, path);
    }

    private void checkText(String element, Optional<String> text, String language, String path) {
        text.map(t -> languageOfText.putIfAbsent(element + '\n' + t, language))
                .filter(earlier -> !earlier.equals(language))
                .ifPresent(earlier -> report.add(
                        FindingCode.SAME_TEXT_IN_TWO_LANGUAGES,
                        path + "/" + element,
                        "The same text stands under '" + earlier + "' and '" + language + "'."));
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
