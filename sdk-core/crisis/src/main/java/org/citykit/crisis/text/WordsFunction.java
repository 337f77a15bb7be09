package org.citykit.crisis.text;

import com.ibm.icu.message2.Directionality;
import com.ibm.icu.message2.FormattedPlaceholder;
import com.ibm.icu.message2.Function;
import com.ibm.icu.message2.PlainStringFormattedValue;
import java.util.List;
import java.util.Map;

/**
 * {@code :string}: shows words and labels as they are and selects on the key of a choice.
 *
 * <p>Takes the place of the library's function, which would show the key of a choice to people and turn numbers into
 * ASCII digits.
 */
@SuppressWarnings("deprecation") // the library marks functions of one's own as a preview
final class WordsFunction implements Function {
    static Function create(Map<String, ?> options) {
        Options.allow(options);
        return new WordsFunction();
    }

    @Override
    public String formatToString(Object value, Map<String, ?> options) {
        return format(value, options).toString();
    }

    @Override
    public FormattedPlaceholder format(Object value, Map<String, ?> options) {
        if (value instanceof Value.Words || value instanceof Value.Chosen || value instanceof String) {
            return shown(value, Directionality.AUTO);
        }
        if (value instanceof Value.Machine) {
            return shown(value, Directionality.LTR);
        }
        throw new IllegalArgumentException("a number or a point in time cannot be shown as words");
    }

    @Override
    public List<String> matches(Object value, List<String> keys, Map<String, ?> options) {
        if (!(value instanceof Value.Chosen chosen)) {
            throw new IllegalArgumentException("only a choice can be selected on as words");
        }
        return keys.contains(chosen.key()) ? List.of(chosen.key()) : List.of();
    }

    private static FormattedPlaceholder shown(Object value, Directionality direction) {
        return new FormattedPlaceholder(value, new PlainStringFormattedValue(value.toString()), direction, true);
    }
}
