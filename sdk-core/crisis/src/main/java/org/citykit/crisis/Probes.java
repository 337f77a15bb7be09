package org.citykit.crisis;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Direction;
import org.citykit.api.crisis.Parameter;
import org.citykit.crisis.text.Plurals;
import org.citykit.crisis.text.Value;

/**
 * The values that the texts of one language are proven with: every sample, every choice, the least and the most, one
 * number of each plural category, and names of the shortest and longest length allowed.
 */
final class Probes {
    private static final int LONGEST = 2_000;
    private static final List<String> MOMENTS = List.of("2030-01-01T00:00Z", "2030-06-30T12:30Z");

    private final ZoneId zone;
    private final Locale language;

    Probes(ZoneId zone, Locale language) {
        this.zone = zone;
        this.language = language;
    }

    /** The values of each parameter, the first sample first; a parameter without any good value is left out. */
    Map<String, List<Value>> of(List<Parameter> parameters) {
        Map<String, List<Value>> all = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            List<Value> values = values(parameter);
            if (!values.isEmpty()) {
                all.put(parameter.name(), values);
            }
        }
        return all;
    }

    private List<Value> values(Parameter parameter) {
        List<String> typed = new ArrayList<>(parameter.samples());
        switch (parameter.type()) {
            case PLACE, TEXT -> typed.addAll(names(parameter));
            case INSTANT -> typed.addAll(MOMENTS);
            case COUNT -> numbers(parameter).forEach(number -> typed.add(Long.toString(number)));
            case CHOICE -> parameter.choices().forEach(choice -> typed.add(choice.key()));
            case PHONE, URL -> {}
        }
        Set<Value> values = new LinkedHashSet<>();
        for (String text : typed) {
            read(parameter, text).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private Optional<Value> read(Parameter parameter, String typed) {
        try {
            return Optional.of(ParameterReader.read(parameter, typed, zone, language));
        } catch (ParameterReader.Refusal refused) {
            return Optional.empty(); // a bad sample is a problem of its own; see MessageProof
        }
    }

    private List<String> names(Parameter parameter) {
        String letter = Direction.of(language) == Direction.RTL ? "م" : "M";
        int least = (int) Math.max(1, Math.min(parameter.least(), LONGEST));
        int most = (int) Math.max(1, Math.min(parameter.most(), LONGEST));
        return List.of(letter.repeat(least), letter.repeat(most));
    }

    private List<Long> numbers(Parameter parameter) {
        List<Long> numbers = new ArrayList<>(List.of(parameter.least(), parameter.most()));
        numbers.addAll(Plurals.probes(language, parameter.least(), parameter.most()));
        return numbers;
    }
}
