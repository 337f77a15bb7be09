package org.citykit.text;

import java.util.Locale;

/**
 * The alphabetical order of names in one language. Names in the language's own script stand before others.
 *
 * <p>The JDK has no Persian collation, and Unicode's numbers put the Persian letters after the Arabic ones.
 */
public final class Alphabet {
    private static final String PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقكگلمنوهي";
    private static final String ARABIC = "ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي";
    private static final char FIRST_RANK = '\u0100';
    private static final char OWN_SCRIPT = '\u0001';
    private static final char OTHER_SCRIPT = '\u0002';

    private final String letters;

    private Alphabet(String letters) {
        this.letters = letters;
    }

    /** The order of a language. */
    public static Alphabet of(Locale language) {
        return switch (language.getLanguage()) {
            case "fa", "ckb", "ps", "ur" -> new Alphabet(PERSIAN);
            case "ar" -> new Alphabet(ARABIC);
            default -> new Alphabet("");
        };
    }

    /** A key whose natural order is the alphabetical order of the names. */
    public String key(String name) {
        String folded = String.join(" ", Folding.tokens(name));
        StringBuilder key = new StringBuilder(folded.length() + 1);
        key.append(isOwn(folded) ? OWN_SCRIPT : OTHER_SCRIPT);
        for (int i = 0; i < folded.length(); i++) {
            int rank = letters.indexOf(folded.charAt(i));
            key.append(rank < 0 ? folded.charAt(i) : (char) (FIRST_RANK + rank));
        }
        return key.toString();
    }

    private boolean isOwn(String folded) {
        if (folded.isEmpty()) {
            return false;
        }
        return letters.isEmpty() ? folded.charAt(0) < 0x80 : letters.indexOf(folded.charAt(0)) >= 0;
    }
}
