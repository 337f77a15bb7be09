package org.citykit.runtime.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.plan.Permission;
import org.citykit.runtime.plan.Permission.Kind;
import org.citykit.runtime.plugin.PluginFacts;

/** Compares what plugins and modules are allowed before and after a change. */
final class Permissions {
    private record Grant(Kind kind, String subject, String what) {
        Permission asked(boolean asked) {
            return new Permission(kind, asked, subject, what);
        }
    }

    private Permissions() {}

    /** Those that are new, then those that are given up; each by what they are about, subject and word. */
    static List<Permission> between(PlanInput before, PlanInput after) {
        Set<Grant> old = grants(before);
        Set<Grant> next = grants(after);
        List<Permission> permissions = new ArrayList<>();
        sorted(next).stream().filter(it -> !old.contains(it)).forEach(it -> permissions.add(it.asked(true)));
        sorted(old).stream().filter(it -> !next.contains(it)).forEach(it -> permissions.add(it.asked(false)));
        return permissions;
    }

    private static List<Grant> sorted(Set<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparing(Grant::kind)
                        .thenComparing(Grant::subject)
                        .thenComparing(Grant::what))
                .toList();
    }

    private static Set<Grant> grants(PlanInput input) {
        Set<Grant> grants = new LinkedHashSet<>();
        for (PluginFacts plugin : input.resolution().order()) {
            String id = plugin.id();
            plugin.manifest().network().forEach(host -> grants.add(new Grant(Kind.NETWORK, id, host)));
            plugin.manifest().uses().forEach(use -> grants.add(new Grant(Kind.MACHINE, id, use.word())));
            for (UseKind use : input.traitsOf(plugin).undeclared()) {
                grants.add(new Grant(Kind.UNDECLARED, id, use.word()));
            }
            plugin.manifest()
                    .personalData()
                    .ifPresent(all -> all.forEach(it -> grants.add(new Grant(Kind.PERSONAL_DATA, id, it.category()))));
        }
        input.composition()
                .modules()
                .forEach(spec ->
                        spec.network().forEach(host -> grants.add(new Grant(Kind.MODULE_NETWORK, spec.id(), host))));
        return grants;
    }
}
