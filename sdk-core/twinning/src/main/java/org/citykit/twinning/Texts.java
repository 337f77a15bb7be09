package org.citykit.twinning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.Text;

/** Joins texts of several sources into one of several languages. */
final class Texts {
    private static final int LANGUAGES = 100;

    private Texts() {}

    /** One text in all languages of the given ones; where two have a language, the earlier one's wording stands. */
    static Text merged(List<Text> texts) {
        Text first = texts.get(0);
        if (texts.stream().allMatch(first::equals)) {
            return first;
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (Text text : texts) {
            text.texts().forEach((tag, wording) -> {
                if (all.size() < LANGUAGES) {
                    all.putIfAbsent(tag, wording);
                }
            });
        }
        return new Text(all);
    }

    /** The same, if there is any. */
    static Optional<Text> mergedIfAny(List<Text> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(merged(texts));
    }
}
