package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.citykit.api.CityKitException;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.ChangeRefusedException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.plan.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One change, from linking to what is left behind. Confined, but for {@link #stop}. */
final class Change {
    private static final Logger LOG = LoggerFactory.getLogger(Change.class);

    /** Notes a generation, so that it can be gone back to. */
    interface Notebook {
        Generation note(Composition composition, Footing footing, Generation.Cause cause);
    }

    private final Plan plan;
    private final ApplyOptions how;
    private final LineUp before;
    private final Crew.Tools tools;
    private final Groundwork groundwork;
    private final Trial trial;
    private final List<Problem> leftovers = new ArrayList<>();

    Change(Plan plan, ApplyOptions how, LineUp before, Crew.Tools tools, Groundwork groundwork) {
        this.plan = plan;
        this.how = how;
        this.before = before;
        this.tools = tools;
        this.groundwork = groundwork;
        this.trial = new Trial(how.acceptStored());
    }

    /** Has the change refused, wherever it is. */
    void stop() {
        trial.stop();
    }

    /**
     * Makes it.
     *
     * @param swap puts the new line-up in the place of the old
     * @param ear hears how modules do
     * @throws ChangeRefusedException if it is not made
     */
    Applied make(Notebook notebook, Consumer<LineUp> swap, Consumer<ModuleHealth> ear) {
        long began = System.nanoTime();
        Composition next = plan.next();
        Footing footing = groundwork.footing(groundwork.pinned(next, plan.files()), before.footing());
        Crew crew = new Crew(before.number() + 1, next, footing, tools);
        try {
            line(crew, ear);
            prove();
            adopt(next);
        } catch (RuntimeException | Error notMade) {
            abandon(footing);
            throw notMade;
        }
        Generation generation = noted(notebook, next, footing);
        LineUp after = crew.lineUp();
        swap.accept(after);
        letThrough();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        clearUp(after);
        return new Applied(generation, plan, leftovers, took);
    }

    private void line(Crew crew, Consumer<ModuleHealth> ear) {
        Bell bell = trial.bell(); // all that a module holds of its trial, for it lives longer
        Consumer<ModuleHealth> ears = health -> {
            bell.ring();
            ear.accept(health);
        };
        List<Problem> problems = new ArrayList<>();
        for (ModuleSpec spec : plan.next().modules()) {
            Member running = before.members().get(spec.id());
            if (running != null && plan.keeps(spec.id())) {
                crew.keep(spec, running);
                continue;
            }
            List<Problem> wrong = crew.candidate(spec, ears);
            if (wrong.isEmpty()) {
                trial.add(crew.member(spec.id()));
            } else if (running == null && before.others().containsKey(spec.id())) {
                crew.standBy(spec, wrong.get(0)); // it did not run before either
            } else {
                problems.addAll(wrong);
            }
        }
        if (!problems.isEmpty()) {
            throw new ChangeRefusedException(problems);
        }
    }

    private void prove() {
        trial.start();
        List<Problem> problems =
                trial.verdict(how.proof().orElse(plan.next().changes().proof()));
        if (!problems.isEmpty()) {
            throw new ChangeRefusedException(problems);
        }
    }

    /** The one step that stores: if it fails, what was stored before is stored again. */
    private void adopt(Composition next) {
        try {
            trial.candidates().forEach(candidate -> candidate.gate().writeRecords());
            Set<String> ids = new LinkedHashSet<>();
            next.modules().forEach(spec -> ids.add(spec.id()));
            next.refused().forEach(refused -> ids.add(refused.id()));
            tools.ports().adopt(next.portal(), trial.fetched(), ids);
        } catch (RuntimeException | Error notStored) {
            takeBackRecords(notStored);
            if (notStored instanceof Error error) {
                throw error;
            }
            throw new ChangeRefusedException(List.of(Problem.of(
                    codeOf(notStored, RuntimeError.CHANGE_REFUSED),
                    "",
                    "The data of the changed modules cannot be stored: " + reasonOf(notStored))));
        }
    }

    private void takeBackRecords(Throwable reason) {
        for (Member candidate : trial.candidates()) {
            try {
                candidate.gate().takeBackRecords();
            } catch (RuntimeException left) {
                LOG.error(
                        "Records of module '{}' stay as it wrote them.",
                        candidate.spec().id(),
                        left);
                reason.addSuppressed(left);
            }
        }
        if (!(reason instanceof CityKitException)) {
            LOG.error("A change is not made, because its data could not be stored.", reason);
        }
    }

    private static ErrorCode codeOf(Throwable thrown, ErrorCode otherwise) {
        return thrown instanceof CityKitException known ? known.code() : otherwise;
    }

    private static String reasonOf(Throwable thrown) {
        return thrown instanceof CityKitException known ? String.valueOf(known.getMessage()) : thrown.toString();
    }

    private Generation noted(Notebook notebook, Composition next, Footing footing) {
        try {
            return notebook.note(next, footing, how.cause());
        } catch (RuntimeException notNoted) {
            LOG.error("A generation could not be noted; it runs, but a restart does not know of it.", notNoted);
            leftovers.add(Problem.of(
                    codeOf(notNoted, RuntimeError.CHANGE_REFUSED),
                    "",
                    "The generation runs, but could not be noted: " + reasonOf(notNoted)));
            return new Generation(
                    before.number() + 1,
                    tools.options().clock().instant(),
                    how.cause(),
                    next.file(),
                    next.home(),
                    next.text(),
                    "",
                    footing.pins());
        }
    }

    /** From here on the new modules are heard and the old ones are not, however late their last fetch ends. */
    private void letThrough() {
        List<Member> retired = retired();
        retired.forEach(member -> member.gate().retire());
        for (Member candidate : trial.candidates()) {
            Optional<ModuleSnapshot> adopted = candidate.gate().held();
            keepIfLost(candidate.spec().id(), adopted);
            told(candidate.spec().id(), () -> candidate.gate().open(adopted));
        }
    }

    /** The old module may have stored something after the new one's data was taken up. */
    private void keepIfLost(String module, Optional<ModuleSnapshot> adopted) {
        told(
                module,
                () -> adopted.filter(fresh -> !tools.ports().lastGood(module).equals(adopted))
                        .ifPresent(tools.ports()::keep));
    }

    /** The change is made by now: what cannot be stored any more is told, and stored with the next fetch. */
    private void told(String module, Runnable storing) {
        try {
            storing.run();
        } catch (RuntimeException notStored) {
            LOG.error("What module '{}' has fetched could not be stored.", module, notStored);
            leftovers.add(Problem.of(
                    codeOf(notStored, RuntimeError.FETCH_FAILED),
                    module,
                    "runs, but what it has fetched could not be stored: " + reasonOf(notStored)));
        }
    }

    private List<Member> retired() {
        return before.members().values().stream()
                .filter(member -> !plan.keeps(member.spec().id()))
                .toList();
    }

    private void clearUp(LineUp after) {
        leftovers.addAll(Closing.of(
                retired().stream().map(Member::module).toList(), tools.options().limits()));
        before.footing().release(after.footing(), tools.workshop(), after.number());
    }

    private void abandon(Footing footing) {
        trial.candidates().forEach(candidate -> candidate.gate().retire());
        Closing.of(
                trial.candidates().stream().map(Member::module).toList(),
                tools.options().limits());
        footing.release(before.footing(), tools.workshop(), before.number());
    }
}
