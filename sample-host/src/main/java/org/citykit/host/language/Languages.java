package org.citykit.host.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of a portal, its first one first. Immutable. */
public final class Languages {
    private static final int LONGEST_HEADER = 500;

    private final List<Language> all;

    private Languages(List<Language> all) {
        this.all = all;
    }

    /**
     * The languages of a portal.
     *
     * @param locales at least one
     * @throws LanguageException if the host has no texts in one of them
     */
    public static Languages of(List<Locale> locales) {
        return new Languages(locales.stream().map(Language::of).toList());
    }

    /** All of them, in the portal's order. */
    public List<Language> all() {
        return all;
    }

    /** The portal's first language. */
    public Language first() {
        return all.get(0);
    }

    /** The language with a tag, as addresses write it. */
    public Optional<Language> find(String tag) {
        return all.stream().filter(language -> language.tag().equals(tag)).findFirst();
    }

    /**
     * The language that a reader prefers (RFC 9110 §12.5.4, RFC 4647 §3.4), else the portal's first.
     *
     * @param accepted the value of {@code Accept-Language}; whatever cannot be read counts as empty
     */
    public Language preferred(String accepted) {
        if (accepted.isBlank() || accepted.length() > LONGEST_HEADER) {
            return first();
        }
        try {
            List<Locale> locales = all.stream().map(Language::locale).toList();
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), locales);
            return best == null ? first() : all.get(locales.indexOf(best));
        } catch (IllegalArgumentException malformed) {
            return first();
        }
    }
}
