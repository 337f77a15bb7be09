package org.citykit.runtime.value;

import java.util.List;
import java.util.Map;

/** Writes values as JSON, which YAML contains, so that reading it gives the same values again. */
public final class ValueText {
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private ValueText() {}

    /** The text of a value, in lines. */
    public static String of(Value value) {
        ValueText text = new ValueText();
        text.write(value, "");
        return text.out.append('\n').toString();
    }

    private void write(Value value, String indent) {
        if (value instanceof MapValue map) {
            map(map, indent);
        } else if (value instanceof ListValue list) {
            list(list.elements(), indent);
        } else if (value instanceof ScalarValue scalar) {
            scalar(scalar);
        }
    }

    private void map(MapValue map, String indent) {
        String inner = indent + STEP;
        String separator = "{";
        for (Map.Entry<String, MapValue.Member> member : map.members().entrySet()) {
            out.append(separator).append('\n').append(inner);
            quote(member.getKey());
            out.append(": ");
            write(member.getValue().value(), inner);
            separator = ",";
        }
        out.append(map.members().isEmpty() ? "{}" : "\n" + indent + "}");
    }

    private void list(List<Value> elements, String indent) {
        String inner = indent + STEP;
        String separator = "[";
        for (Value element : elements) {
            out.append(separator).append('\n').append(inner);
            write(element, inner);
            separator = ",";
        }
        out.append(elements.isEmpty() ? "[]" : "\n" + indent + "]");
    }

    /** How a text is quoted means nothing but in one case: {@code null} in quotes is a word. */
    private void scalar(ScalarValue scalar) {
        if (scalar.isEmpty()) {
            out.append("null");
        } else {
            quote(scalar.text());
        }
    }

    private void quote(String text) {
        out.append('"');
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> unit(unit);
            }
        });
        out.append('"');
    }

    /** What YAML does not print, and what its readers take for the end of a line, is written by its number. */
    private void unit(int unit) {
        boolean printable = (unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit < 0xfffe);
        boolean lineEnd = unit == 0x2028 || unit == 0x2029 || unit == 0xfeff;
        if (printable && !lineEnd) {
            out.append((char) unit);
        } else {
            out.append("\\u").append(Character.forDigit(unit >> 12 & 15, 16));
            out.append(Character.forDigit(unit >> 8 & 15, 16));
            out.append(Character.forDigit(unit >> 4 & 15, 16));
            out.append(Character.forDigit(unit & 15, 16));
        }
    }
}
