package org.citykit.runtime.supervision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;

/**
 * With what a portal starts: with the files as they are, or, if they have not changed since or cannot be read, with the
 * generation that ran last. Immutable.
 *
 * @param composition what is to run
 * @param again the generation that runs again, with the very plugin files it ran with; absent if the files are read
 * @param yaml the file that describes the portal, if there is one
 * @param problems what is wrong with that file
 */
public record Start(Composition composition, Optional<Generation> again, Optional<Path> yaml, List<Problem> problems) {
    public Start {
        problems = List.copyOf(problems);
    }

    /** A start with a composition as it is, whatever ran before. */
    public static Start with(Composition composition) {
        return new Start(composition, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Chooses.
     *
     * @param read what the file says now
     * @param yaml the file, if there is one
     * @param kept the generations that were applied, the last one last
     * @throws CompositionException if there is nothing to start with
     */
    public static Start choose(
            CompositionReader.Read read, Optional<Path> yaml, List<Generation> kept, CompositionReader reader) {
        Optional<Generation> last = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
        boolean changed = read.composition()
                .map(written -> seen(written).name())
                .filter(now -> last.filter(before -> before.seen().equals(now)).isEmpty())
                .isPresent();
        return changed
                ? new Start(read.composition().orElseThrow(), Optional.empty(), yaml, read.problems())
                : last(read, yaml, kept, reader);
    }

    /**
     * A start with the generation that ran last, whatever the file says; with the file if there is none.
     *
     * @param read what the file says now
     * @param yaml the file, if there is one
     * @param kept the generations that were applied, the last one last
     * @throws CompositionException if there is nothing to start with
     */
    public static Start last(
            CompositionReader.Read read, Optional<Path> yaml, List<Generation> kept, CompositionReader reader) {
        Optional<Generation> last = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
        Optional<Composition> written = read.composition();
        List<Problem> problems = new ArrayList<>(written.isPresent() ? List.of() : read.problems());
        Optional<Composition> again = last.flatMap(generation -> composition(generation, reader, problems));
        return again.map(composition -> new Start(composition, last, yaml, problems))
                .or(() -> written.map(composition -> new Start(composition, Optional.empty(), yaml, read.problems())))
                .orElseThrow(() -> new CompositionException(problems));
    }

    /** The composition of a generation, read again. */
    static Optional<Composition> composition(Generation kept, CompositionReader reader, List<Problem> problems) {
        CompositionReader.Read read = reader.read(kept.text(), kept.file(), kept.home());
        problems.addAll(read.problems());
        return read.composition();
    }

    static Seen seen(Composition composition) {
        return Seen.now(composition.text(), composition.plugins());
    }
}
