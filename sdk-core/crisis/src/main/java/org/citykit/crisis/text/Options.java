package org.citykit.crisis.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The options of a function in a text: known ones pass, every other one is an error instead of being ignored. */
final class Options {
    private static final String INTERNAL = "icu:impl:";

    private Options() {}

    /** @param allowed names of options, in lower camel case, each followed by its values, in lower case */
    static void allow(Map<String, ?> options, String... allowed) {
        List<String> words = Arrays.asList(allowed);
        options.forEach((name, value) -> {
            if (!name.startsWith(INTERNAL) && !(words.contains(name) && words.contains(value.toString()))) {
                throw new IllegalArgumentException("the option " + name + "=" + value + " is not supported");
            }
        });
    }

    static String of(Map<String, ?> options, String name, String otherwise) {
        Object value = options.get(name);
        return value == null ? otherwise : value.toString();
    }
}
