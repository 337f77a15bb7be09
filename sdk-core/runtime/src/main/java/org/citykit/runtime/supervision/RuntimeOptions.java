package org.citykit.runtime.supervision;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.citykit.api.Limits;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.telemetry.RuntimeListener;
import org.citykit.runtime.value.Environment;

/**
 * What the embedder may set and the webmaster may not. Immutable.
 *
 * @param clock tells when things happened; its zone does not matter
 * @param limits what each module may use
 * @param environment the variables that secrets may name
 * @param random from 0 to 1, spreads the fetches of many modules
 * @param listener hears what happens
 * @param guard how the runtime guards itself against modules
 */
public record RuntimeOptions(
        Clock clock,
        Limits limits,
        Environment environment,
        DoubleSupplier random,
        RuntimeListener listener,
        GuardLimits guard) {
    public RuntimeOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(guard, "guard");
    }

    /** The system's clock and environment, {@link Limits#STANDARD}, and nobody who listens. */
    public static RuntimeOptions standard() {
        return new RuntimeOptions(
                Clock.systemUTC(),
                Limits.STANDARD,
                Environment.ofProcess(),
                () -> ThreadLocalRandom.current().nextDouble(),
                RuntimeListener.none(),
                GuardLimits.STANDARD);
    }

    /** The same with another clock. */
    public RuntimeOptions withClock(Clock other) {
        return new RuntimeOptions(other, limits, environment, random, listener, guard);
    }

    /** The same with other limits. */
    public RuntimeOptions withLimits(Limits other) {
        return new RuntimeOptions(clock, other, environment, random, listener, guard);
    }

    /** The same with other variables. */
    public RuntimeOptions withEnvironment(Environment other) {
        return new RuntimeOptions(clock, limits, other, random, listener, guard);
    }

    /** The same with other numbers to spread fetches by. */
    public RuntimeOptions withRandom(DoubleSupplier other) {
        return new RuntimeOptions(clock, limits, environment, other, listener, guard);
    }

    /** The same with another listener. */
    public RuntimeOptions withListener(RuntimeListener other) {
        return new RuntimeOptions(clock, limits, environment, random, other, guard);
    }

    /** The same with another guard. */
    public RuntimeOptions withGuard(GuardLimits other) {
        return new RuntimeOptions(clock, limits, environment, random, listener, other);
    }
}
