package org.citykit.runtime.module;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.guard.Deadlines;

/**
 * What all modules of a generation share.
 *
 * @param clock tells when things happened
 * @param deadlines ends calls that take too long; knows the limits of the guard and whom to tell what happens
 * @param timer starts fetches; its tasks are short
 * @param keeper stores what was fetched; its tasks may take long
 * @param ports the portal around the runtime
 * @param random from 0 to 1, spreads fetches
 * @param generation counts from 1; 0 where there is none
 */
public record ModuleServices(
        Clock clock,
        Deadlines deadlines,
        ScheduledExecutorService timer,
        Executor keeper,
        RuntimePorts ports,
        DoubleSupplier random,
        long generation) {
    /** Of modules that belong to no generation. */
    public ModuleServices(
            Clock clock,
            Deadlines deadlines,
            ScheduledExecutorService timer,
            Executor keeper,
            RuntimePorts ports,
            DoubleSupplier random) {
        this(clock, deadlines, timer, keeper, ports, random, 0);
    }
}
