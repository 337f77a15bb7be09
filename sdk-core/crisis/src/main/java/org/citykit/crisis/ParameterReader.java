package org.citykit.crisis;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citykit.api.crisis.Parameter;
import org.citykit.crisis.text.Blemishes;
import org.citykit.crisis.text.Value;

/**
 * Reads what people typed as the values that parameters declare, strictly. Stateless.
 *
 * <p>White space around a value is dropped; Arabic-Indic and Persian digits of numbers, times and telephone numbers are
 * read as digits, since keyboards write them.
 */
final class ParameterReader {
    /** A refusal, worded to follow the parameter's name. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final CrisisError code;
        private final String reason;

        Refusal(CrisisError code, String reason) {
            super(reason, null, false, false);
            this.code = code;
            this.reason = reason;
        }

        CrisisProblem on(String parameter) {
            return new CrisisProblem(code, parameter, reason);
        }

        String reason() {
            return reason;
        }
    }

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}|[0-9]{2,8}");
    private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,18}");
    private static final int LONGEST_URL = 2_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private ParameterReader() {}

    /**
     * @param typed not blank
     * @param language the one of the text, for the label of a choice
     */
    static Value read(Parameter parameter, String typed, ZoneId zone, Locale language) throws Refusal {
        String text = typed.strip();
        return switch (parameter.type()) {
            case PLACE, TEXT -> new Value.Words(words(parameter, text));
            case INSTANT -> moment(digits(text), zone);
            case PHONE -> new Value.Machine(phone(digits(text)));
            case URL -> new Value.Machine(address(text));
            case COUNT -> new Value.Count(count(parameter, digits(text)));
            case CHOICE -> chosen(parameter, text, language);
        };
    }

    private static String words(Parameter parameter, String text) throws Refusal {
        String words = text.replace('\u00A0', ' ').replace('\u202F', ' ');
        Optional<Integer> unfit = Blemishes.unfitForName(words);
        if (unfit.isPresent()) {
            throw invalid(String.format("must not contain the character U+%04X.", unfit.get()));
        }
        Optional<String> leftover = Blemishes.leftover(words);
        if (leftover.isPresent() || Blemishes.meansNothing(words)) {
            throw invalid(
                    "must not contain \"" + leftover.orElse(words) + "\", which stands for something not filled in.");
        }
        if (!Blemishes.isSeen(words)) {
            throw new Refusal(CrisisError.PARAMETER_MISSING, "must contain a letter or digit.");
        }
        int length = words.codePointCount(0, words.length());
        if (length < parameter.least() || length > parameter.most()) {
            throw invalid("must have " + parameter.least() + " to " + parameter.most() + " characters, but has "
                    + length + ".");
        }
        return words;
    }

    private static Value moment(String text, ZoneId zone) throws Refusal {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw invalid("must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
            }
            return new Value.Moment(time.atZoneSameInstant(zone));
        } catch (DateTimeException wrong) {
            throw invalid("must be a time with its offset, such as 2030-10-09T18:05+03:30.");
        }
    }

    private static String phone(String text) throws Refusal {
        if (!PHONE.matcher(text).matches()) {
            throw invalid(
                    "must be a number with + and country code, or a short code of 2 to 8 digits, without spaces.");
        }
        return text;
    }

    private static String address(String text) throws Refusal {
        try {
            URI uri = new URI(text);
            boolean ascii = text.chars().allMatch(c -> c > ' ' && c < 0x7F);
            if (ascii
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && text.length() <= LONGEST_URL
                    && Blemishes.leftover(text).isEmpty()) {
                return text;
            }
        } catch (URISyntaxException wrong) {
            // refused below, like every other text that is no address
        }
        throw invalid("must be a full address that begins with https://.");
    }

    private static long count(Parameter parameter, String text) throws Refusal {
        if (COUNT.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= parameter.least() && number <= parameter.most()) {
                return number;
            }
        }
        throw invalid("must be a whole number from " + parameter.least() + " to " + parameter.most() + ".");
    }

    private static Value chosen(Parameter parameter, String key, Locale language) throws Refusal {
        for (Parameter.Choice choice : parameter.choices()) {
            if (choice.key().equals(key)) {
                return new Value.Chosen(key, choice.label().in(language));
            }
        }
        throw invalid("must be one of "
                + String.join(
                        ", ",
                        parameter.choices().stream().map(Parameter.Choice::key).toList())
                + ".");
    }

    private static String digits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean folded = (c >= '\u0660' && c <= '\u0669') || (c >= '\u06F0' && c <= '\u06F9');
            ascii.append(folded ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return ascii.toString();
    }

    private static Refusal invalid(String reason) {
        return new Refusal(CrisisError.PARAMETER_INVALID, reason);
    }
}
