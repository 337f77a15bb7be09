package org.citykit.runtime.plugin;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Text;
import org.citykit.runtime.audit.AuditDeclared;
import org.citykit.runtime.audit.UseKind;

/**
 * What {@code META-INF/citykit/plugin.json} says: what Java's module descriptor cannot. Immutable.
 *
 * @param title how the plugin is called
 * @param vendor who makes it
 * @param licence under which terms, as an SPDX expression
 * @param requires the plugins it cannot do without, by id
 * @param optional the plugins it uses when they are there and fit, by id; none of them is among those it requires
 * @param network the hosts it talks to whatever its settings say
 * @param uses what else it uses of the machine, past its context
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
        Set<UseKind> uses,
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
            Set.of(),
            Optional.empty(),
            Optional.empty());

    public PluginManifest {
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
        network = List.copyOf(network);
        uses = new AuditDeclared(uses).kinds();
        personalData = personalData.map(List::copyOf);
    }

    /** What the audit of the plugin's classes need not call undeclared; who names hosts uses the network. */
    public AuditDeclared declared() {
        Set<UseKind> all = EnumSet.noneOf(UseKind.class);
        all.addAll(uses);
        if (!network.isEmpty()) {
            all.add(UseKind.NETWORK);
        }
        return new AuditDeclared(all);
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
