package org.citykit.cap;

import java.math.BigDecimal;
import java.math.MathContext;

/** The form CAP gives to a number: plain decimal digits, a point, no exponent, whatever the locale. */
public final class CapDecimal {
    private static final int MAX_LENGTH = 64;

    /** Decimal digits that every double keeps, and that tell every double apart; Double.toString differs between JDKs. */
    private static final int ALWAYS_EXACT = 15;

    private static final int ALWAYS_ENOUGH = 17;

    private CapDecimal() {}

    /**
     * Writes a number.
     *
     * @param value any finite number
     * @return the shortest plain decimal that reads back as the same double; {@code 5}, not {@code 5.0}
     * @throws CapValueException when the number is infinite or not a number
     */
    public static String format(double value) {
        double number = finite(value, "number");
        BigDecimal exact = new BigDecimal(number);
        for (int digits = ALWAYS_EXACT; digits < ALWAYS_ENOUGH; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits));
            if (shorter.doubleValue() == number) {
                return plain(shorter);
            }
        }
        return plain(exact.round(new MathContext(ALWAYS_ENOUGH)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * Reads a number.
     *
     * @param text an optional sign, digits and at most one point; at most 64 characters
     * @return a finite number, never negative zero
     * @throws CapValueException when the text has another form
     */
    public static double parse(String text) {
        if (!isDecimal(text)) {
            throw new CapValueException(
                    FindingCode.NUMBER_MALFORMED, "'" + Wording.shorten(text) + "' is no decimal number.");
        }
        return Double.parseDouble(text) + 0.0;
    }

    static double finite(double value, String element) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new CapValueException(FindingCode.NUMBER_MALFORMED, "The " + element + " is " + value + ".");
        }
        return value + 0.0;
    }

    private static boolean isDecimal(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || (c != '-' && c != '+')) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
