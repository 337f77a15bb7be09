package org.citykit.portal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.Limits;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.composition.RefusedModule;
import org.citykit.runtime.supervision.RuntimeOptions;
import org.citykit.runtime.value.Environment;

/** Options of a portal. Not thread-safe. */
public final class PortalBuilder {
    /** How long opening waits for modules that have no stored data, unless said otherwise. */
    public static final Duration FIRST_DATA = Duration.ofSeconds(20);

    private Optional<Path> file = Optional.empty();
    private Optional<Composition> composition = Optional.empty();
    private RuntimeOptions options = RuntimeOptions.standard();
    private Duration firstData = FIRST_DATA;

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
        options = new RuntimeOptions(options.clock(), limits, options.environment(), options.random());
        return this;
    }

    /** The clock; the system's unless said. */
    public PortalBuilder clock(Clock clock) {
        options = new RuntimeOptions(clock, options.limits(), options.environment(), options.random());
        return this;
    }

    /** The variables that {@code {env: NAME}} names; the process's unless said. */
    public PortalBuilder environment(Environment environment) {
        options = new RuntimeOptions(options.clock(), options.limits(), environment, options.random());
        return this;
    }

    /** How long opening waits for modules that have no stored data; zero not to wait. */
    public PortalBuilder firstData(Duration longest) {
        firstData = longest;
        return this;
    }

    /**
     * Opens the portal.
     *
     * @throws CompositionException if what describes it cannot be used
     * @throws IllegalStateException if nothing describes it
     */
    public Portal open() {
        List<Problem> problems = new ArrayList<>();
        Composition described = composition
                .or(() -> file.map(yaml -> read(yaml, problems)))
                .orElseThrow(() -> new IllegalStateException("Say which portal to open: file(..) or composition(..)."));
        return Portal.open(described, problems, options, firstData);
    }

    /** The ids of all modules, the refused ones too, for their stored data is served. */
    static List<String> moduleIds(Composition composition) {
        return Stream.concat(
                        composition.modules().stream().map(ModuleSpec::id),
                        composition.refused().stream().map(RefusedModule::id))
                .toList();
    }

    private Composition read(Path yaml, List<Problem> problems) {
        CompositionReader.Read read =
                CompositionReader.of(options.environment()).read(yaml);
        problems.addAll(read.problems());
        return read.composition().orElseThrow(() -> new CompositionException(read.problems()));
    }
}
