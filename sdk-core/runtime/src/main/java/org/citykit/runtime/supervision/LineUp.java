package org.citykit.runtime.supervision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.module.RunningModule;

/**
 * The modules that run, and what they run on. Immutable; a change of the portal is another one of these.
 *
 * @param number the generation's number; 0 before the first one has been applied
 * @param composition what was asked for
 * @param footing the plugins it runs on
 * @param members the modules that run, by id
 * @param others how those modules do that do not run, by id
 */
record LineUp(
        int number,
        Composition composition,
        Footing footing,
        Map<String, Member> members,
        Map<String, ModuleHealth> others) {
    LineUp {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** The modules of a composition while nothing is known of its plugins. */
    static LineUp waiting(Composition composition, Footing none, Bystanders bystanders) {
        return new LineUp(0, composition, none, Map.of(), bystanders.waiting(composition));
    }

    Optional<RunningModule> module(String id) {
        return Optional.ofNullable(members.get(id)).map(Member::module);
    }

    Collection<RunningModule> modules() {
        return members.values().stream().map(Member::module).toList();
    }

    /** How each module does, in the order of the composition. */
    List<ModuleHealth> health() {
        Map<String, ModuleHealth> all = new LinkedHashMap<>(others);
        List<ModuleHealth> inOrder = new ArrayList<>();
        composition.modules().forEach(spec -> add(spec.id(), all, inOrder));
        composition.refused().forEach(refused -> add(refused.id(), all, inOrder));
        return inOrder;
    }

    private void add(String id, Map<String, ModuleHealth> all, List<ModuleHealth> inOrder) {
        module(id)
                .map(RunningModule::health)
                .or(() -> Optional.ofNullable(all.get(id)))
                .ifPresent(inOrder::add);
    }

    List<Problem> problems() {
        return footing.problems();
    }
}
