package org.citykit.plugins.ical;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.icalendar.Property;

/** Brings the texts of all copies of an event together, one for each language. Confined to one fetch. */
final class Wording {
    private static final int MOST_LANGUAGES = 100;
    /** What a text of the API holds. */
    private static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_TITLE = 200;

    private final String language;
    private final Complaints complaints;

    /** @param language the tag of texts that do not name theirs */
    Wording(String language, Complaints complaints) {
        this.language = language;
        this.complaints = complaints;
    }

    /** What a property says in each language; the first copy that has a language is believed. */
    Optional<Text> of(String property, Collection<EventCopy> copies, boolean oneLine) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (EventCopy copy : copies) {
            Map<String, String> own = new LinkedHashMap<>();
            for (Property each : copy.component().properties(property)) {
                Optional<String> text = oneLine ? line(each.text()) : paragraphs(each.text());
                text.ifPresent(words -> take(each, words, copy, own));
            }
            own.forEach(texts::putIfAbsent);
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Text(texts));
    }

    /** The title, or what can stand for it. */
    Optional<Text> title(List<EventCopy> copies) {
        return of("SUMMARY", copies, true).or(() -> {
            EventCopy first = copies.get(0);
            complaints.add(first, first.line(), "there is no SUMMARY, so the DESCRIPTION's first line is the title");
            return of("DESCRIPTION", copies, false).map(Wording::firstLines);
        });
    }

    /** A text on one line without control characters, if anything is left of it. */
    static Optional<String> line(String text) {
        return paragraphs(text).map(words -> words.replaceAll("\\s+", " "));
    }

    private static Optional<String> paragraphs(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> clean.append((char) c));
        String stripped = clean.toString().strip();
        if (stripped.length() > LONGEST_TEXT) {
            stripped = stripped.substring(0, LONGEST_TEXT - 1) + "…";
        }
        return stripped.isBlank() ? Optional.empty() : Optional.of(stripped);
    }

    private static Text firstLines(Text text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.texts().forEach((tag, words) -> {
            String line = words.lines().findFirst().orElse(words).strip();
            lines.put(tag, line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE - 1) + "…" : line);
        });
        return new Text(lines);
    }

    private void take(Property property, String words, EventCopy copy, Map<String, String> own) {
        String tag = tag(property, copy);
        String before = own.size() >= MOST_LANGUAGES ? words : own.putIfAbsent(tag, words);
        if (before != null && !before.equals(words)) {
            complaints.add(
                    copy,
                    property.line(),
                    property.name() + " stands twice in the language " + tag + "; the first is kept");
        }
    }

    private String tag(Property property, EventCopy copy) {
        Optional<String> written = property.parameter("LANGUAGE")
                .map(tag -> tag.strip().replace('_', '-'))
                .filter(tag -> !tag.isEmpty());
        if (written.isEmpty()) {
            return language;
        }
        try {
            return Text.of(written.get(), ".").tags().get(0);
        } catch (InvalidValueException unknown) {
            complaints.add(copy, property.line(), "LANGUAGE " + unknown.reason() + "; took it for " + language);
            return language;
        }
    }
}
