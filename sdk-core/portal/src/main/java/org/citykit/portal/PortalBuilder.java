package org.citykit.portal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.citykit.api.Limits;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.supervision.RuntimeOptions;
import org.citykit.runtime.telemetry.RuntimeListener;
import org.citykit.runtime.value.Environment;

/** Options of a portal. Not thread-safe. */
public final class PortalBuilder {
    /** How long opening waits for modules that have no stored data, unless said otherwise. */
    public static final Duration FIRST_DATA = Duration.ofSeconds(20);

    private Optional<Path> file = Optional.empty();
    private Optional<Composition> composition = Optional.empty();
    private RuntimeOptions options = RuntimeOptions.standard();
    private Duration firstData = FIRST_DATA;
    private boolean lastGeneration;

    PortalBuilder() {}

    /** Describes the portal by a {@code portal.yaml}. */
    public PortalBuilder file(Path yaml) {
        file = Optional.of(yaml);
        composition = Optional.empty();
        return this;
    }

    /** Describes the portal by a value, see {@link Composition#builder}. */
    public PortalBuilder composition(Composition value) {
        composition = Optional.of(value);
        file = Optional.empty();
        return this;
    }

    /** What each module may use; {@link Limits#STANDARD} unless said. */
    public PortalBuilder limits(Limits limits) {
        options = options.withLimits(limits);
        return this;
    }

    /** The clock; the system's unless said. */
    public PortalBuilder clock(Clock clock) {
        options = options.withClock(clock);
        return this;
    }

    /** The variables that {@code {env: NAME}} names; the process's unless said. */
    public PortalBuilder environment(Environment environment) {
        options = options.withEnvironment(environment);
        return this;
    }

    /** How long opening waits for modules that have no stored data; zero not to wait. */
    public PortalBuilder firstData(Duration longest) {
        firstData = longest;
        return this;
    }

    /**
     * The languages in which the host has texts; all unless said. A change to another is not made, and its plan says so;
     * opening does not ask.
     */
    public PortalBuilder spoken(Predicate<Locale> languages) {
        options = options.withSpoken(languages);
        return this;
    }

    /** Hears what happens in the runtime, on a thread of its own. */
    public PortalBuilder listener(RuntimeListener listener) {
        options = options.withListener(listener);
        return this;
    }

    /**
     * Starts with the generation that ran last, whatever the files say by now, so that they can be planned and applied
     * afterwards. Without one, the files are taken up.
     */
    public PortalBuilder lastGeneration() {
        lastGeneration = true;
        return this;
    }

    /**
     * Opens the portal: with what describes it, or, if that has not changed since it was opened last, or cannot be
     * used, with the generation that ran last.
     *
     * @throws CompositionException if what describes it cannot be used, and there is no generation
     * @throws IllegalStateException if nothing describes it
     */
    public Portal open() {
        CompositionReader reader = CompositionReader.keeping(options.environment());
        CompositionReader.Read read = composition
                .map(value -> new CompositionReader.Read(Optional.of(value), List.of(), Optional.of(value.data())))
                .or(() -> file.map(reader::read))
                .orElseThrow(() -> new IllegalStateException("Say which portal to open: file(..) or composition(..)."));
        return Portal.open(new PortalDescription(read, file, reader, lastGeneration), options, firstData);
    }
}
