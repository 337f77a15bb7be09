package org.citykit.crisis.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no message may hold: leftovers of templates, and characters that hide, turn or break text. Stateless. */
public final class Blemishes {
    private static final Pattern LEFTOVER = Pattern.compile(String.join(
            "|",
            "[{}\uFFFD]",
            "\\(\\(|\\)\\)|\\[\\[|\\]\\]",
            "_{3,}|\\?{3,}",
            "\\$[(A-Za-z]", // variables of shells and of MessageFormat 2
            "%[0-9]+\\$|%[sd](?![\\p{L}\\p{N}])", // printf
            "&#?[A-Za-z0-9]{1,10};", // character references
            "(?<![\\p{L}\\p{N}])(?:X{3,}|TBD|TBC|TODO|(?i:lorem ipsum))(?![\\p{L}\\p{N}])"));
    private static final Pattern NOTHING = Pattern.compile("(?i)null|undefined|n/a");

    private Blemishes() {}

    /** What a writer left to be filled in by hand, if anything: braces, {@code ((}, XXX, TBD and their kind. */
    public static Optional<String> leftover(String text) {
        Matcher matcher = LEFTOVER.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** A value that stands for no value, such as {@code null}. */
    public static boolean meansNothing(String value) {
        return NOTHING.matcher(value).matches();
    }

    /** True if people see anything: a letter or digit that is not invisible. */
    public static boolean isSeen(String text) {
        return text.codePoints().anyMatch(c -> UCharacter.isLetterOrDigit(c) && !isInvisible(c));
    }

    /**
     * The first character that no name or short text may hold, if there is one: controls and line breaks, bidirectional
     * controls, invisible characters except joiners and variation selectors, markup, private use and code points without
     * a character.
     */
    public static Optional<Integer> unfitForName(String text) {
        return first(text, c -> isUnfit(c) || c == '\n' || c == '\t' || c == '<' || c == '>' || c == '\\' || isBidi(c));
    }

    /** The first character that no text may hold, if there is one; here line feeds and bidirectional isolates may stand. */
    public static Optional<Integer> unfitForText(String text) {
        return first(text, c -> (isUnfit(c) && !isIsolate(c)) || (c >= 0x202A && c <= 0x202E));
    }

    private static Optional<Integer> first(String text, IntPredicate unfit) {
        return text.codePoints().filter(unfit).boxed().findFirst();
    }

    private static boolean isUnfit(int c) {
        int type = UCharacter.getType(c); // not the JDK's, which knows other characters in each version
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || type == UCharacterCategory.SURROGATE
                || type == UCharacterCategory.PRIVATE_USE
                || type == UCharacterCategory.UNASSIGNED
                || type == UCharacterCategory.LINE_SEPARATOR
                || type == UCharacterCategory.PARAGRAPH_SEPARATOR
                || (isInvisible(c) && !isJoiner(c) && !isBidi(c));
    }

    private static boolean isInvisible(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT) || c == 0x2800;
    }

    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D || c == 0xFE0E || c == 0xFE0F;
    }

    private static boolean isBidi(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL);
    }

    private static boolean isIsolate(int c) {
        return c >= 0x2066 && c <= 0x2069;
    }
}
