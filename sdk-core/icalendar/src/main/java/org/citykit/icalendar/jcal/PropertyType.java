package org.citykit.icalendar.jcal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.PropertyDefinition;
import org.citykit.icalendar.TextValue;

/**
 * The type under which a property stands in jCal and the raw values it has there.
 *
 * @param name lower-case name of the type
 * @param form how the values are parted
 */
record PropertyType(String name, PropertyDefinition.Form form) {
    static final String UNKNOWN = "unknown";

    /** Types whose values hold no comma of their own. */
    private static final Set<String> PARTED_BY_COMMAS =
            Set.of("boolean", "date", "date-time", "duration", "float", "integer", "period", "time", "utc-offset");

    /** Returns the type that VALUE or the standard says; dates and periods are taken for what they are. */
    static PropertyType of(Property property) {
        Optional<PropertyDefinition> definition = PropertyDefinition.of(property.name());
        Optional<String> written = property.parameter("VALUE")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
        String type = written.or(() -> definition.flatMap(PropertyDefinition::defaultType))
                .orElse(UNKNOWN);
        PropertyDefinition.Form form = definition
                .map(PropertyDefinition::form)
                .orElse(
                        PARTED_BY_COMMAS.contains(type)
                                ? PropertyDefinition.Form.LIST
                                : PropertyDefinition.Form.SINGLE);
        if (form == PropertyDefinition.Form.STRUCTURED
                && !definition.flatMap(PropertyDefinition::defaultType).equals(Optional.of(type))) {
            return new PropertyType(type, PropertyDefinition.Form.SINGLE);
        }
        if (form == PropertyDefinition.Form.LIST && !type.equals("text") && !PARTED_BY_COMMAS.contains(type)) {
            return new PropertyType(type, PropertyDefinition.Form.SINGLE);
        }
        if (written.isEmpty() && type.equals("date-time")) {
            return new PropertyType(seen(property.value(), form), form);
        }
        return new PropertyType(type, form);
    }

    private static String seen(String value, PropertyDefinition.Form form) {
        List<String> values = form == PropertyDefinition.Form.LIST ? List.of(value.split(",", -1)) : List.of(value);
        if (values.stream().allMatch(TimeText::isDate)) {
            return "date";
        }
        return form == PropertyDefinition.Form.LIST && values.stream().allMatch(each -> each.indexOf('/') > 0)
                ? "period"
                : "date-time";
    }

    /** Returns the values of a line, unescaped where they are text. */
    List<String> values(Property property) {
        return switch (form) {
            case SINGLE -> List.of(name.equals("text") ? property.text() : property.value());
            case LIST ->
                name.equals("text")
                        ? property.texts()
                        : List.of(property.value().split(",", -1));
            case STRUCTURED ->
                name.equals("text")
                        ? TextValue.split(property.value(), ';')
                        : List.of(property.value().split(";", -1));
        };
    }

    /** Tells whether a property of a name needs no VALUE to be of a type. */
    static boolean isDefault(String property, String type) {
        return type.equals(UNKNOWN)
                || PropertyDefinition.of(property)
                        .flatMap(PropertyDefinition::defaultType)
                        .filter(type::equals)
                        .isPresent();
    }
}
