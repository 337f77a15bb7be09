package org.citykit.runtime.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.candidate.ModuleGate;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.module.ModulePlan;
import org.citykit.runtime.module.RunningModule;

/** Makes the modules of a composition, none of which has begun. Confined. */
final class Crew {
    private final int number;
    private final Composition composition;
    private final RuntimePorts ports;
    private final Workshop workshop;
    private final Assembly assembly;
    private final Bystanders bystanders;
    private final Footing footing;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, ModuleHealth> others = new LinkedHashMap<>();

    /**
     * What modules are made with.
     *
     * @param ports the portal around the runtime
     * @param options what the embedder has set
     * @param workshop threads and tools
     */
    record Tools(RuntimePorts ports, RuntimeOptions options, Workshop workshop) {}

    /** @param number of the generation that they are made for */
    Crew(int number, Composition composition, Footing footing, Tools tools) {
        this.number = number;
        this.composition = composition;
        this.footing = footing;
        this.ports = tools.ports();
        this.workshop = tools.workshop();
        this.assembly = new Assembly(composition, ports, tools.options(), workshop);
        this.bystanders = new Bystanders(ports);
        others.putAll(bystanders.refused(composition));
    }

    /** Adds a module that runs already. */
    void keep(ModuleSpec spec, Member running) {
        members.put(spec.id(), new Member(spec, running.plugin(), running.gate(), running.module()));
    }

    /**
     * Makes a module whose data is passed on at once.
     *
     * @param ear hears how it does
     */
    void open(ModuleSpec spec, Consumer<ModuleHealth> ear) {
        List<Problem> problems = make(spec, ModuleGate.open(ports, ear));
        problems.stream().findFirst().ifPresent(problem -> standBy(spec, problem));
    }

    /**
     * Makes a module that has to prove itself.
     *
     * @param ear hears how it does
     * @return why it cannot be made; empty if it is
     */
    List<Problem> candidate(ModuleSpec spec, Consumer<ModuleHealth> ear) {
        return make(spec, ModuleGate.shut(ports, ear));
    }

    /** Notes that a module does not run. */
    void standBy(ModuleSpec spec, Problem problem) {
        others.put(spec.id(), bystanders.health(spec.id(), spec.use(), Optional.of(problem)));
    }

    Member member(String id) {
        return Objects.requireNonNull(members.get(id), id);
    }

    /** The modules as they line up. */
    LineUp lineUp() {
        return new LineUp(number, composition, footing, members, others);
    }

    private List<Problem> make(ModuleSpec spec, ModuleGate gate) {
        Assembly.Assembled assembled = assembly.assemble(spec, footing, gate);
        if (assembled.plan().isEmpty()) {
            return assembled.problem().stream().toList();
        }
        ModulePlan plan = assembled.plan().get();
        RunningModule module = RunningModule.of(plan, workshop.services(gate, number), gate.lastGood(spec.id()));
        members.put(spec.id(), new Member(spec, plan.plugin(), gate, module));
        return List.of();
    }
}
