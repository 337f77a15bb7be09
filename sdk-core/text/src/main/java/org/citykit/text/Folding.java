package org.citykit.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.fa.PersianNormalizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Makes spellings of one word equal: case and accents of Latin script; the forms of alef, yeh, kaf, heh and hamza;
 * tatweel, vowel signs, zero-width and direction marks; digits of every script.
 */
public final class Folding {
    /** Tokens are cut here, in folded characters. */
    public static final int LONGEST_TOKEN = 60;

    /** Longer names are nobody's key. */
    static final int LONGEST_KEY = 200;

    /** What follows in a longer text is not read. */
    static final int LONGEST_TEXT = 10_000;

    private static final ArabicNormalizer ARABIC = new ArabicNormalizer();
    private static final PersianNormalizer PERSIAN = new PersianNormalizer();
    private static final String APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u2018\u2019\uff07";
    private static final char HAMZA = '\u0621';
    private static final char TATWEEL = '\u0640';
    private static final char ALEF_WASLA = '\u0671';
    private static final char ALEF = '\u0627';
    private static final char AE = '\u06d5';
    private static final char HEH = '\u0647';

    private Folding() {}

    /** The words of a text, folded, in their order, at most 10,000 characters deep. */
    public static List<String> tokens(String text) {
        String folded = folded(text);
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int end = folded.indexOf(' ', at);
            end = end < 0 ? folded.length() : end;
            if (end > at) {
                tokens.add(folded.substring(at, Math.min(end, at + LONGEST_TOKEN)));
            }
            at = end + 1;
        }
        return tokens;
    }

    /** The whole of a name, folded, as a key that its other spellings share; empty if it has no letters or is too long. */
    public static String key(String name) {
        return name.length() > LONGEST_KEY ? "" : folded(name);
    }

    /** Folded words with one space between them. */
    private static String folded(String given) {
        String text = given.length() > LONGEST_TEXT ? given.substring(0, LONGEST_TEXT) : given;
        return isAscii(text) ? ascii(text) : anyScript(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(String text) {
        Words words = new Words(text.length());
        for (int i = 0; i < text.length(); i++) {
            words.add(text.charAt(i));
        }
        return words.toString();
    }

    private static String anyScript(String text) {
        char[] letters = Normalizer.normalize(text, Normalizer.Form.NFKD).toCharArray();
        int length = 0;
        for (char letter : letters) {
            if (!isIgnored(letter)) {
                letters[length++] = letterOf(letter);
            }
        }
        length = ARABIC.normalize(letters, length);
        length = PERSIAN.normalize(letters, length);
        char[] plain = new char[length * 4];
        int plainLength = ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, length);
        Words words = new Words(plainLength);
        for (int i = 0; i < plainLength; i++) {
            words.add(plain[i]);
        }
        return words.toString();
    }

    private static boolean isIgnored(char letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.FORMAT
                || letter == HAMZA
                || letter == TATWEEL
                || (letter >= 0x80 && APOSTROPHES.indexOf(letter) >= 0);
    }

    private static char letterOf(char letter) {
        if (letter >= 0x80 && Character.isDigit(letter)) {
            return (char) ('0' + Character.digit(letter, 10));
        }
        return letter == ALEF_WASLA ? ALEF : letter == AE ? HEH : letter;
    }

    /** Letters and digits in lower case, anything else between them as one space. */
    private static final class Words {
        private char[] out;
        private int length;
        private boolean gap;

        Words(int capacity) {
            out = new char[Math.max(capacity, 8)];
        }

        void add(char letter) {
            if (letter < 0x80 && APOSTROPHES.indexOf(letter) >= 0) {
                return;
            }
            if (!Character.isLetterOrDigit(letter) && !Character.isSurrogate(letter) && !isSpacingMark(letter)) {
                gap = length > 0;
                return;
            }
            if (gap) {
                push(' ');
                gap = false;
            }
            push(Character.toLowerCase(letter));
        }

        private static boolean isSpacingMark(char letter) {
            return Character.getType(letter) == Character.COMBINING_SPACING_MARK;
        }

        private void push(char letter) {
            if (length == out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            out[length++] = letter;
        }

        @Override
        public String toString() {
            return new String(out, 0, length);
        }
    }
}
