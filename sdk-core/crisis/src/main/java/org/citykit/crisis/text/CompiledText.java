package org.citykit.crisis.text;

import com.ibm.icu.message2.MFDataModel;
import com.ibm.icu.message2.MFParseException;
import com.ibm.icu.message2.MFParser;
import com.ibm.icu.message2.MessageFormatter;
import com.ibm.icu.message2.MessageFormatter.BidiIsolation;
import com.ibm.icu.message2.MessageFormatter.ErrorHandlingBehavior;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One text in one language, ready to be formatted. Immutable and thread-safe. */
@SuppressWarnings("deprecation") // the library marks its data model as a preview
public final class CompiledText {
    private final Locale locale;
    private final MFDataModel.Message message;
    private final MessageFormatter formatter;

    private CompiledText(Locale locale, MFDataModel.Message message) {
        this.locale = locale;
        this.message = message;
        this.formatter = MessageFormatter.builder()
                .setLocale(locale)
                .setDataModel(message)
                .setFunctionRegistry(Functions.registry())
                .setErrorHandlingBehavior(ErrorHandlingBehavior.STRICT)
                .setBidiIsolation(BidiIsolation.DEFAULT)
                .build();
    }

    /**
     * Compiles a text.
     *
     * @param source in MessageFormat 2
     * @param language the language it is in
     * @throws TextFault when it is not in MessageFormat 2
     */
    public static CompiledText of(String source, Locale language) throws TextFault {
        try {
            return new CompiledText(Tongue.of(language), MFParser.parse(source));
        } catch (MFParseException | RuntimeException wrong) {
            throw new TextFault(reason(wrong), wrong);
        }
    }

    /** What it is made of. */
    public Anatomy anatomy() {
        return Dissection.of(message);
    }

    /** Each of its variants as a text of its own; empty when it does not select. */
    public List<CompiledText> variants() {
        return Dissection.variants(message).stream()
                .map(variant -> new CompiledText(locale, variant))
                .toList();
    }

    /**
     * Fills it in.
     *
     * @param values by the names of the variables
     * @return with bidirectional isolates around what was filled in
     * @throws TextFault when a value is missing or cannot be formatted
     */
    public String format(Map<String, Value> values) throws TextFault {
        Map<String, Object> arguments = new HashMap<>();
        values.forEach((name, value) ->
                arguments.put(name, value instanceof Value.Count count ? count.number() : value));
        try {
            return formatter.formatToString(arguments);
        } catch (RuntimeException wrong) { // the library promises no type
            throw new TextFault(reason(wrong), wrong);
        }
    }

    private static String reason(Exception wrong) {
        String said = wrong.getMessage() == null ? wrong.getClass().getSimpleName() : wrong.getMessage();
        return said.replaceAll("\\s+", " ").strip();
    }
}
