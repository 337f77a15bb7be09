package org.citykit.host.caldav;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Compares texts as a request says (RFC 4791 §9.7.5, RFC 4790). */
final class TextMatch implements Predicate<String> {
    /** The ways of comparing that are known, the usual one first. */
    static final List<String> COLLATIONS = List.of("i;ascii-casemap", "i;octet", "i;unicode-casemap");

    private final String wanted;
    private final UnaryOperator<String> folding;
    private final boolean negated;

    private TextMatch(String wanted, UnaryOperator<String> folding, boolean negated) {
        this.wanted = folding.apply(wanted);
        this.folding = folding;
        this.negated = negated;
    }

    static TextMatch of(XmlElement element) {
        String collation = element.attribute("collation").orElse("default");
        UnaryOperator<String> folding =
                switch (collation) {
                    case "default", "i;ascii-casemap" -> TextMatch::asciiCase;
                    case "i;octet" -> UnaryOperator.identity();
                    case "i;unicode-casemap" ->
                        text -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
                    default ->
                        throw DavException.condition(
                                Dav.caldav("supported-collation"),
                                "Collation '" + collation + "' is not known. Use one of " + COLLATIONS + ".");
                };
        boolean negated = element.attribute("negate-condition").orElse("no").equals("yes");
        return new TextMatch(element.text(), folding, negated);
    }

    @Override
    public boolean test(String text) {
        return folding.apply(text).contains(wanted) != negated;
    }

    private static String asciiCase(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }
}
