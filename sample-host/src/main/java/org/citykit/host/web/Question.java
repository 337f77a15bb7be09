package org.citykit.host.web;

import java.util.Map;
import java.util.Optional;
import org.citykit.host.language.Language;

/**
 * What is asked for.
 *
 * @param language in which language
 * @param address the path without its language, for example {@code twinning}
 * @param segments the variable parts of the path, decoded
 * @param parameters those of the query that the route knows
 */
public record Question(Language language, String address, Map<String, String> segments, Parameters parameters) {
    public Question {
        segments = Map.copyOf(segments);
    }

    /** The language, if a program has asked for one. */
    public Optional<Language> asked() {
        return parameters.text("lang").isEmpty() ? Optional.empty() : Optional.of(language);
    }

    /** A variable part of the path. */
    public String segment(String name) {
        return segments.getOrDefault(name, "");
    }
}
