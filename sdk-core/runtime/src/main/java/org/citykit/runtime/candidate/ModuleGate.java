package org.citykit.runtime.candidate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.citykit.api.Records;
import org.citykit.api.Views;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.RuntimePorts;
import org.jspecify.annotations.Nullable;

/**
 * The portal's ports as one module sees them: what it stores is held back while it is a candidate, passed on while it
 * runs, and dropped once it has been retired, however late its last fetch ends. Thread-safe.
 */
public final class ModuleGate implements RuntimePorts {
    private final RuntimePorts ports;
    private final Consumer<ModuleHealth> ear;
    private final Map<Integer, StagedRecords> records = new TreeMap<>();
    private Phase phase;
    private @Nullable ModuleSnapshot held;

    private enum Phase {
        CANDIDATE,
        RUNNING,
        RETIRED
    }

    private ModuleGate(RuntimePorts ports, Consumer<ModuleHealth> ear, Phase phase) {
        this.ports = ports;
        this.ear = ear;
        this.phase = phase;
    }

    /**
     * The gate of a module that has to prove itself.
     *
     * @param ear hears how the module does, in every phase
     */
    public static ModuleGate shut(RuntimePorts ports, Consumer<ModuleHealth> ear) {
        return new ModuleGate(ports, ear, Phase.CANDIDATE);
    }

    /** The gate of a module that runs from the beginning. */
    public static ModuleGate open(RuntimePorts ports, Consumer<ModuleHealth> ear) {
        return new ModuleGate(ports, ear, Phase.RUNNING);
    }

    /** What the candidate has fetched. */
    public synchronized Optional<ModuleSnapshot> held() {
        return Optional.ofNullable(held);
    }

    /**
     * Writes the records that the candidate has written. To be called before anything else of it is taken up, because
     * it can fail.
     *
     * @throws org.citykit.api.CityKitException if somebody else has changed them meanwhile
     */
    public synchronized void writeRecords() {
        records.values().forEach(StagedRecords::write);
    }

    /** Has the durable records as they were before {@link #writeRecords}. */
    public synchronized void takeBackRecords() {
        records.values().forEach(StagedRecords::takeBack);
    }

    /**
     * Lets the module through from now on.
     *
     * @param adopted what of it the portal has taken up; what is newer is passed on
     * @throws org.citykit.api.CityKitException if what is newer cannot be stored; it is let through all the same
     */
    public synchronized void open(Optional<ModuleSnapshot> adopted) {
        phase = Phase.RUNNING;
        ModuleSnapshot newest = held;
        held = null;
        writeRecords(); // those that it first asked for since
        if (newest != null && adopted.filter(newest::equals).isEmpty()) {
            ports.keep(newest);
        }
    }

    /** Drops whatever the module still does; waits until what it is storing is stored. */
    public synchronized void retire() {
        if (phase == Phase.CANDIDATE) {
            records.values().forEach(StagedRecords::forget);
        }
        phase = Phase.RETIRED;
        held = null;
    }

    @Override
    public Optional<ModuleSnapshot> lastGood(String module) {
        return held().or(() -> ports.lastGood(module));
    }

    @Override
    public synchronized void keep(ModuleSnapshot snapshot) {
        switch (phase) {
            case CANDIDATE -> held = snapshot;
            case RUNNING -> ports.keep(snapshot);
            case RETIRED -> {} // nobody asks for it any more
        }
    }

    @Override
    public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
        throw new UnsupportedOperationException("a module does not take up others");
    }

    @Override
    public GenerationLog generations() {
        return ports.generations();
    }

    @Override
    public synchronized Records records(String module, int version) {
        if (phase == Phase.RUNNING) {
            return ports.records(module, version);
        }
        return records.computeIfAbsent(version, first -> new StagedRecords(ports.records(module, first)));
    }

    @Override
    public Views views(String module) {
        return ports.views(module);
    }

    @Override
    public void changed(ModuleHealth health) {
        boolean running;
        synchronized (this) {
            running = phase == Phase.RUNNING;
        }
        if (running) {
            ports.changed(health);
        }
        ear.accept(health);
    }
}
