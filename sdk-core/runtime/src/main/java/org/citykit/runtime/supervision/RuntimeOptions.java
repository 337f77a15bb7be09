package org.citykit.runtime.supervision;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
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
 * @param spoken the languages in which the host has texts
 */
public record RuntimeOptions(
        Clock clock,
        Limits limits,
        Environment environment,
        DoubleSupplier random,
        RuntimeListener listener,
        GuardLimits guard,
        Predicate<Locale> spoken) {
    public RuntimeOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(spoken, "spoken");
    }

    /** The system's clock and environment, {@link Limits#STANDARD}, nobody who listens, and texts in any language. */
    public static RuntimeOptions standard() {
        return new RuntimeOptions(
                Clock.systemUTC(),
                Limits.STANDARD,
                Environment.ofProcess(),
                () -> ThreadLocalRandom.current().nextDouble(),
                RuntimeListener.none(),
                GuardLimits.STANDARD,
                language -> true);
    }

    /** The same with another clock. */
    public RuntimeOptions withClock(Clock other) {
        return new RuntimeOptions(other, limits, environment, random, listener, guard, spoken);
    }

    /** The same with other limits. */
    public RuntimeOptions withLimits(Limits other) {
        return new RuntimeOptions(clock, other, environment, random, listener, guard, spoken);
    }

    /** The same with other variables. */
    public RuntimeOptions withEnvironment(Environment other) {
        return new RuntimeOptions(clock, limits, other, random, listener, guard, spoken);
    }

    /** The same with other numbers to spread fetches by. */
    public RuntimeOptions withRandom(DoubleSupplier other) {
        return new RuntimeOptions(clock, limits, environment, other, listener, guard, spoken);
    }

    /** The same with another listener. */
    public RuntimeOptions withListener(RuntimeListener other) {
        return new RuntimeOptions(clock, limits, environment, random, other, guard, spoken);
    }

    /** The same with another guard. */
    public RuntimeOptions withGuard(GuardLimits other) {
        return new RuntimeOptions(clock, limits, environment, random, listener, other, spoken);
    }

    /** The same with other languages in which the host has texts. */
    public RuntimeOptions withSpoken(Predicate<Locale> other) {
        return new RuntimeOptions(clock, limits, environment, random, listener, guard, other);
    }
}
