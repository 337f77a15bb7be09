package org.citykit.icalendar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One property of a component: name, parameters and raw value (RFC 5545 §3.1). Immutable.
 *
 * <p>It is a window on the unfolded octets of its content line; text is decoded when asked for, so that a large
 * calendar costs little more than its bytes.
 */
public final class Property {
    private final String name;
    private final byte[] octets;
    private final int start;
    private final int colon;
    private final int end;
    private final int line;

    /** Takes ownership of the octets, which hold the line from start to end with the value after the colon. */
    Property(String name, byte[] octets, int start, int colon, int end, int line) {
        this.name = name;
        this.octets = octets;
        this.start = start;
        this.colon = colon;
        this.end = end;
        this.line = line;
    }

    /**
     * Makes a property from a raw value.
     *
     * @param name the name, in any case
     * @param value the value as it shall stand in the file, already escaped where it is text
     * @return the property
     * @throws MalformedContentException if the name is no token or the value holds a line break
     */
    public static Property of(String name, String value) {
        return of(name, List.of(), value);
    }

    /**
     * Makes a property from parameters and a raw value.
     *
     * @param name the name, in any case
     * @param parameters the parameters, kept in this order
     * @param value the value as it shall stand in the file
     * @return the property
     * @throws MalformedContentException if the name is no token or the value holds a line break
     */
    public static Property of(String name, List<Parameter> parameters, String value) {
        if (!Names.isToken(name)) {
            throw new MalformedContentException(
                    "Property name '" + name + "' is not a token. Use letters, digits and '-'.");
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new MalformedContentException(
                    "The value of property " + name + " holds a line break. Escape text with TextValue.escape first.");
        }
        String upper = name.toUpperCase(Locale.ROOT);
        byte[] octets = ContentLine.encode(upper, parameters, value);
        int colon = ContentLine.valueColon(octets, upper.length(), octets.length);
        return new Property(upper, octets, 0, colon, octets.length, 0);
    }

    /**
     * Makes a property from plain text, which is escaped.
     *
     * @param name the name
     * @param text any text
     * @return the property
     */
    public static Property text(String name, String text) {
        return of(name, List.of(), TextValue.escape(text));
    }

    /**
     * Returns the name.
     *
     * @return the name in upper case
     */
    public String name() {
        return name;
    }

    /**
     * Returns the value as it stands in the file, unfolded.
     *
     * @return the raw value
     */
    public String value() {
        return ContentLine.string(octets, colon + 1, end);
    }

    /**
     * Returns the value read as TEXT.
     *
     * @return the unescaped text
     */
    public String text() {
        return TextValue.unescape(value());
    }

    /**
     * Returns the value read as a list of TEXT parted by commas.
     *
     * @return the unescaped texts
     */
    public List<String> texts() {
        return TextValue.unescapeList(value());
    }

    /**
     * Returns the parameters in their order.
     *
     * @return the parameters
     */
    public List<Parameter> parameters() {
        int nameEnd = start + name.length();
        return nameEnd == colon ? List.of() : ContentLine.parameters(octets, nameEnd, colon);
    }

    /**
     * Returns the first value of the first parameter of a name.
     *
     * @param parameterName the name, in any case
     * @return the value, or empty where there is no such parameter
     */
    public Optional<String> parameter(String parameterName) {
        if (start + name.length() == colon) {
            return Optional.empty();
        }
        String wanted = parameterName.toUpperCase(Locale.ROOT);
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst()
                .map(Parameter::value);
    }

    /**
     * Returns the line of the file on which the property began.
     *
     * @return the line, counted from 1; 0 for a property that was not read
     */
    public int line() {
        return line;
    }

    byte[] octets() {
        return octets;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Two properties are equal when their unfolded content lines are; the line number does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Property that && Arrays.equals(octets, start, end, that.octets, that.start, that.end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + octets[i];
        }
        return hash;
    }

    /** Returns the unfolded content line. */
    @Override
    public String toString() {
        return new String(octets, start, end - start, StandardCharsets.UTF_8);
    }
}
