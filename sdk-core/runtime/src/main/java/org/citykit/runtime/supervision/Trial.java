package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.module.RunningModule;

/** Candidates that have to prove themselves: opened, and fetched well once. Confined, but for its bell. */
final class Trial {
    private final List<Member> candidates = new ArrayList<>();
    private final boolean acceptStored;
    private final Bell bell = new Bell();

    Trial(boolean acceptStored) {
        this.acceptStored = acceptStored;
    }

    void add(Member candidate) {
        candidates.add(candidate);
    }

    List<Member> candidates() {
        return candidates;
    }

    void start() {
        candidates.forEach(candidate -> candidate.module().start());
    }

    /** Has the verdict be against them. */
    void stop() {
        bell.breakOff();
    }

    /** To be rung whenever a candidate does better or worse. */
    Bell bell() {
        return bell;
    }

    /**
     * Waits until every candidate has been tried.
     *
     * @return why they cannot be taken up; empty if they can
     */
    List<Problem> verdict(Duration longest) {
        if (!bell.await(longest, this::settled)) {
            return List.of(Problem.of(RuntimeError.RUNTIME_CLOSED, "", "The change was broken off."));
        }
        List<Problem> problems = new ArrayList<>();
        candidates.forEach(candidate -> reason(candidate, longest).ifPresent(problems::add));
        return problems;
    }

    /** What the candidates have fetched. */
    List<ModuleSnapshot> fetched() {
        return candidates.stream()
                .flatMap(candidate -> candidate.gate().held().stream())
                .toList();
    }

    private boolean settled() {
        return candidates.stream().map(Member::module).allMatch(RunningModule::settled);
    }

    private Optional<Problem> reason(Member candidate, Duration longest) {
        RunningModule module = candidate.module();
        ModuleHealth health = module.health();
        if (health.state() == ModuleHealth.State.LIVE) {
            return Optional.empty();
        }
        if (!module.settled()) {
            return Optional.of(Problem.of(
                    RuntimeError.CHANGE_REFUSED,
                    candidate.spec().id(),
                    "has not been fetched within " + longest.toMillis()
                            + " ms. Give it more time, or mend what makes it slow."));
        }
        boolean storedWillDo = acceptStored && health.state() == ModuleHealth.State.STALE && module.opened();
        return storedWillDo ? Optional.empty() : health.reason();
    }
}
