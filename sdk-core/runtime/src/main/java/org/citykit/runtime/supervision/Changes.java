package org.citykit.runtime.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citykit.runtime.ChangeRefusedException;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.module.RunningModule;
import org.citykit.runtime.plan.Obstacle;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plugin.PluginScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from one line-up to the next: one change at a time, and whoever only looks never waits. Thread-safe. */
final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final Duration VIEW_PAUSE = Duration.ofMillis(250);

    /** So long closing waits for a beginning or a change to leave the ports alone; both look whether they should. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Start start;
    private final RuntimePorts ports;
    private final RuntimeOptions options;
    private final Workshop workshop;
    private final Groundwork groundwork;
    private final CompositionReader reader;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile LineUp current;
    private volatile Optional<Change> running = Optional.empty();
    private boolean begun;
    private boolean closed;

    Changes(Start start, RuntimePorts ports, RuntimeOptions options, Workshop workshop) {
        this.start = start;
        this.ports = ports;
        this.options = options;
        this.workshop = workshop;
        this.groundwork = new Groundwork(options.clock());
        this.reader = CompositionReader.keeping(options.environment());
        this.current = LineUp.waiting(start.composition(), groundwork.none(), new Bystanders(ports));
    }

    LineUp current() {
        return current;
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(start.problems());
        all.addAll(current.problems());
        return all;
    }

    /** Takes up what the portal starts with; a module that fails costs nobody else anything. */
    void begin() {
        changing.lock();
        try {
            Composition composition = start.composition();
            PluginScan scan = start.again()
                    .map(again -> groundwork.pinned(composition, again.plugins()))
                    .orElseGet(() -> groundwork.found(composition));
            if (isClosed()) {
                return;
            }
            Footing footing = groundwork.footing(scan, groundwork.none());
            Crew crew = new Crew(number(footing), composition, footing, new Crew.Tools(ports, options, workshop));
            composition.modules().forEach(spec -> crew.open(spec, this::moved));
            LineUp next = crew.lineUp();
            clean(composition, scan);
            synchronized (this) {
                current = next;
                if (closed) {
                    return;
                }
            }
            next.problems().forEach(problem -> LOG.warn("{}", problem));
            next.modules().forEach(RunningModule::start);
        } finally {
            changing.unlock(); // first: whoever waited for the beginning may want to make a change
            synchronized (this) {
                begun = true;
                notifyAll();
            }
        }
        current.others().values().stream()
                .filter(health -> health.reason().isPresent())
                .forEach(ports::changed);
    }

    /** The number under which the start runs: that of the generation it takes up again, or a new one. */
    private int number(Footing footing) {
        if (start.again().isPresent()) {
            return start.again().get().number();
        }
        try {
            return noted(current.composition(), footing, Generation.Cause.START).number();
        } catch (RuntimeException notNoted) {
            LOG.error("The generation that starts could not be noted; nobody can go back to it.", notNoted);
            return current.number() + 1;
        }
    }

    private void clean(Composition composition, PluginScan scan) {
        try {
            groundwork.clean(composition, ports.generations().all(), scan);
        } catch (RuntimeException unread) {
            LOG.warn("Old copies of plugin files are left: the generations cannot be read.", unread);
        }
    }

    private Generation noted(Composition composition, Footing footing, Generation.Cause cause) {
        List<Generation> kept = ports.generations().all();
        int last = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).number();
        Generation next = new Generation(
                Math.max(last, current.number()) + 1,
                options.clock().instant(),
                cause,
                composition.file(),
                composition.home(),
                composition.text(),
                seenFiles().name(),
                footing.pins());
        ports.generations().add(next, composition.changes().keep());
        return next;
    }

    /** Names the state of the files that the portal was opened with, readable or not. */
    Seen seenFiles() {
        if (start.yaml().isEmpty()) {
            return Start.seen(current.composition());
        }
        Path yaml = start.yaml().get();
        return reader.read(yaml)
                .composition()
                .map(Start::seen)
                .orElseGet(() -> Seen.now(text(yaml), current.composition().plugins()));
    }

    /** What would change if the files were taken up. */
    Plan plan() {
        Path yaml = start.yaml()
                .orElseThrow(() -> refused(Problem.of(
                        RuntimeError.CHANGE_REFUSED,
                        "",
                        "The portal was opened without a file. Plan the composition that is to follow.")));
        CompositionReader.Read read = reader.read(yaml);
        return plan(read.composition().orElseThrow(() -> new CompositionException(read.problems())));
    }

    /** What would change if a composition were taken up. */
    Plan plan(Composition next) {
        return planned(next, groundwork.found(next));
    }

    /** What would change by going back. */
    Plan planRollback(int number) {
        Generation wanted = ports.generations().all().stream()
                .filter(kept -> kept.number() == number)
                .findFirst()
                .orElseThrow(() -> refused(unknown(number)));
        List<Problem> problems = new ArrayList<>();
        Composition next = Start.composition(wanted, reader, problems).orElseThrow(() -> refused(problems));
        return planned(next, groundwork.pinned(next, wanted.plugins()));
    }

    private Plan planned(Composition next, PluginScan scan) {
        LineUp before = current;
        Plan plan = new Planning(groundwork, options, workshop).plan(before, next, scan);
        workshop.tell(plan);
        return plan;
    }

    /** Makes a change, or leaves everything as it is. */
    Applied apply(Plan plan, ApplyOptions how) {
        if (!changing.tryLock()) {
            throw refused(Problem.of(
                    RuntimeError.CHANGE_REFUSED, "", "Another change is being made. Plan again when it has ended."));
        }
        try {
            LineUp before = current;
            refuseIfUnfit(plan, before);
            Change change = new Change(plan, how, before, new Crew.Tools(ports, options, workshop), groundwork);
            begin(change);
            Applied applied = change.make(this::noted, this::swap, this::moved);
            closeIfLate();
            workshop.tell(applied, before.number());
            return applied;
        } catch (ChangeRefusedException notMade) {
            workshop.tell(notMade, current.number());
            throw notMade;
        } finally {
            running = Optional.empty();
            changing.unlock();
        }
    }

    private synchronized void begin(Change change) {
        if (closed) {
            throw refused(Problem.of(RuntimeError.RUNTIME_CLOSED, "", "The portal is closing."));
        }
        running = Optional.of(change);
    }

    private void refuseIfUnfit(Plan plan, LineUp before) {
        if (!begun()) {
            throw refused(Problem.of(
                    RuntimeError.CHANGE_REFUSED, "", "The portal has not read its plugin files yet. Plan again soon."));
        }
        if (plan.from() != before.number()) {
            throw refused(Problem.of(
                    RuntimeError.PLAN_OUTDATED,
                    "",
                    "The plan starts from generation " + plan.from() + ", but generation " + before.number()
                            + " runs by now. Plan again."));
        }
        if (!plan.isApplicable()) {
            throw refused(obstacles(plan));
        }
    }

    private static List<Problem> obstacles(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (Obstacle obstacle : plan.obstacles()) {
            String causes = plan.module(obstacle.subject()).stream()
                    .flatMap(change -> change.causes().stream())
                    .map(cause -> " Why: " + cause.text(Locale.ENGLISH) + ".")
                    .collect(Collectors.joining());
            problems.add(Problem.of(RuntimeError.CHANGE_REFUSED, "", obstacle.text(Locale.ENGLISH) + causes));
        }
        plan.settings().forEach(finding -> finding.problem().ifPresent(problems::add));
        plan.refusals().forEach(refusal -> problems.add(refusal.problem()));
        return problems;
    }

    private synchronized boolean begun() {
        return begun;
    }

    /** Whoever closed the runtime in the midst of a change has closed the old modules alone. */
    private void closeIfLate() {
        LineUp last;
        synchronized (this) {
            if (!closed) {
                return;
            }
            last = current;
        }
        close(last);
    }

    private void close(LineUp last) {
        Closing.of(last.modules(), options.limits());
        last.footing().close();
    }

    private synchronized void swap(LineUp next) {
        current = next;
        notifyAll();
    }

    /**
     * Waits for modules.
     *
     * @return false if that took longer, or the runtime was closed
     */
    synchronized boolean await(Duration longest, Predicate<RunningModule> wanted) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!begun || !current.modules().stream().allMatch(wanted)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || closed) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Ends a change that is being made, and stops every module within its limit. Idempotent. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        running.ifPresent(Change::stop);
        awaitQuiet();
        workshop.stopStarting();
        close(current);
    }

    private void awaitQuiet() {
        try {
            if (changing.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                changing.unlock();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void moved(ModuleHealth health) {
        synchronized (this) {
            notifyAll();
            if (closed) {
                return;
            }
        }
        workshop.soon(VIEW_PAUSE, this::refreshOutdated);
    }

    private void refreshOutdated() {
        current.modules().stream().filter(RunningModule::outdated).forEach(RunningModule::refresh);
    }

    private static String text(Path yaml) {
        try {
            return new String(Files.readAllBytes(yaml), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Problem unknown(int number) {
        return Problem.of(
                RuntimeError.GENERATION_UNKNOWN,
                "",
                "Generation " + number + " is not kept. Choose one of those that the status lists.");
    }

    private static ChangeRefusedException refused(Problem problem) {
        return refused(List.of(problem));
    }

    private static ChangeRefusedException refused(List<Problem> problems) {
        return new ChangeRefusedException(problems);
    }
}
