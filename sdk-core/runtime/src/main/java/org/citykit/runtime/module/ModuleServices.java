package org.citykit.runtime.module;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.guard.Deadlines;

/**
 * What all modules of a runtime share.
 *
 * @param clock tells when things happened
 * @param deadlines ends calls that take too long
 * @param timer starts fetches; its tasks are short
 * @param keeper stores what was fetched; its tasks may take long
 * @param ports the portal around the runtime
 * @param random from 0 to 1, spreads fetches
 */
public record ModuleServices(
        Clock clock,
        Deadlines deadlines,
        ScheduledExecutorService timer,
        Executor keeper,
        RuntimePorts ports,
        DoubleSupplier random) {}
