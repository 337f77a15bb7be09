package org.citykit.runtime.plugin;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.Text;

/**
 * What {@code META-INF/citykit/plugin.json} says: what Java's module descriptor cannot. Immutable.
 *
 * @param title how the plugin is called
 * @param vendor who makes it
 * @param licence under which terms, as an SPDX expression
 * @param requires the plugins it cannot do without, by id
 * @param optional the plugins it uses when they are there and fit, by id; none of them is among those it requires
 * @param network the hosts it talks to whatever its settings say
 * @param personalData what it holds about people; an empty list says "nothing", no list says nothing either way
 * @param supportEnd the last day on which the vendor mends it
 */
public record PluginManifest(
        Optional<Text> title,
        Optional<String> vendor,
        Optional<String> licence,
        Map<String, VersionRange> requires,
        Map<String, VersionRange> optional,
        List<String> network,
        Optional<List<PersonalData>> personalData,
        Optional<LocalDate> supportEnd) {
    /** What a plugin without {@code plugin.json} says. */
    public static final PluginManifest NONE = new PluginManifest(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public PluginManifest {
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
        network = List.copyOf(network);
        personalData = personalData.map(List::copyOf);
    }

    /**
     * One kind of data about people that a plugin holds.
     *
     * @param category which data, for example {@code contact details}
     * @param purpose what for
     * @param retention for how long, in words or as an ISO 8601 duration
     */
    public record PersonalData(String category, String purpose, String retention) {}
}
