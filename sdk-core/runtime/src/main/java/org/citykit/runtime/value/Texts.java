package org.citykit.runtime.value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/** Reads a text in one or more languages: {@code {fa: تهران, en: Tehran}}, or one text whose language is not known. */
public final class Texts {
    private static final String EXPECTED = "a text, or texts by language";
    private static final String ADVICE = "Write it as  { fa: تهران, en: Tehran }.";

    private Texts() {}

    /** Reads a value, or complains that it does not fit. */
    public static Optional<Text> read(Value value, Complaints complaints) {
        int before = complaints.count();
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof ScalarValue scalar && !scalar.isEmpty()) {
            texts.put(Text.UNDETERMINED, scalar.text());
        } else if (value instanceof MapValue map && !map.members().isEmpty()) {
            map.members().forEach((tag, member) -> add(texts, tag, member, complaints));
        } else {
            complaints.wrong(value, EXPECTED, ADVICE);
        }
        return complaints.count() > before ? Optional.empty() : text(texts, value, complaints);
    }

    private static void add(Map<String, String> texts, String tag, MapValue.Member member, Complaints complaints) {
        Optional<Locale> language = Notations.LANGUAGE.read(tag);
        if (language.isEmpty()) {
            String shown = Shown.of(tag);
            complaints.refused(
                    member.key(),
                    "must be under a language tag, but is under \"" + shown + "\". " + Notations.LANGUAGE.advice());
        } else if (!(member.value() instanceof ScalarValue scalar) || scalar.isEmpty()) {
            complaints.wrong(member.value(), "a text", ADVICE);
        } else if (texts.putIfAbsent(language.get().toLanguageTag(), scalar.text()) != null) {
            complaints.refused(member.key(), "is a second text in one language. Remove one of them.");
        }
    }

    private static Optional<Text> text(Map<String, String> texts, Value value, Complaints complaints) {
        try {
            return Optional.of(new Text(texts));
        } catch (InvalidValueException wrong) {
            complaints.refused(value.place(), "holds a text that " + wrong.reason() + ".");
            return Optional.empty();
        }
    }
}
