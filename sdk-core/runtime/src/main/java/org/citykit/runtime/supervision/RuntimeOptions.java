package org.citykit.runtime.supervision;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.citykit.api.Limits;
import org.citykit.runtime.value.Environment;

/**
 * What the embedder may set and the webmaster may not.
 *
 * @param clock tells when things happened; its zone does not matter
 * @param limits what each module may use
 * @param environment the variables that secrets may name
 * @param random from 0 to 1, spreads the fetches of many modules
 */
public record RuntimeOptions(Clock clock, Limits limits, Environment environment, DoubleSupplier random) {
    /** The system's clock and environment, and {@link Limits#STANDARD}. */
    public static RuntimeOptions standard() {
        return new RuntimeOptions(
                Clock.systemUTC(),
                Limits.STANDARD,
                Environment.ofProcess(),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
