package org.citykit.runtime.value;

import java.util.Optional;
import org.citykit.api.ErrorCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one YAML text and turns the library's complaints into problems. */
final class YamlText {
    private static final int REASON_LENGTH = 200;

    private final Complaints complaints;
    private final ErrorCode malformed;
    private final ValueLimits limits;

    YamlText(String file, ErrorCode malformed, ValueLimits limits) {
        this.complaints = new Complaints(new Terms("key", malformed, malformed, malformed), file);
        this.malformed = malformed;
        this.limits = limits;
    }

    Parsed parse(String text) {
        Optional<Value> value = Optional.empty();
        try {
            value = Optional.of(tree(new StreamReader(text)));
        } catch (MalformedValuesException end) {
            complaints.add(malformed, end.place(), end.reason());
        } catch (MarkedYAMLException wrong) {
            complaints.add(malformed, place(wrong), reason(wrong));
        } catch (ReaderException wrong) {
            String before = text.substring(0, text.offsetByCodePoints(0, wrong.getPosition()));
            String character = Shown.cut(Character.toString(wrong.getCodePoint()), 1);
            complaints.add(malformed, end(before), "holds the control character " + character + ". Remove it.");
        } catch (YAMLException wrong) {
            complaints.add(malformed, Place.top("", 0, 0), sentence(String.valueOf(wrong.getMessage())));
        }
        return new Parsed(complaints.count() == 0 ? value : Optional.empty(), complaints.problems());
    }

    private Value tree(StreamReader text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.bytes());
        options.setNestingDepthLimit(limits.depth() + 1);
        try {
            return new YamlTree(new ParserImpl(text, options), limits, malformed, complaints).document();
        } catch (IllegalArgumentException | IndexOutOfBoundsException escape) {
            // the library lets these through for escapes that stand for no character
            throw new MalformedValuesException(
                    malformed,
                    Place.top("", text.getLine() + 1, text.getColumn() + 1),
                    "has an escape after '\\' that stands for no character. Write the character itself.");
        }
    }

    /** The place right after a text. */
    static Place end(String text) {
        String[] lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
        String last = lines[lines.length - 1];
        return Place.top("", lines.length, last.codePointCount(0, last.length()) + 1);
    }

    private static Place place(MarkedYAMLException wrong) {
        Mark mark = wrong.getProblemMark() == null ? wrong.getContextMark() : wrong.getProblemMark();
        return mark == null ? Place.top("", 0, 0) : Place.top("", mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String reason(MarkedYAMLException wrong) {
        String context = wrong.getContext() == null ? "" : wrong.getContext() + ", ";
        return sentence(context + wrong.getProblem());
    }

    private static String sentence(String reason) {
        return "is not well-formed YAML: " + Shown.cut(reason.strip(), REASON_LENGTH)
                + ". Check the indentation, colons and quotes here and in the line above.";
    }
}
