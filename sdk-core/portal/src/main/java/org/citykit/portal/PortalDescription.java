package org.citykit.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citykit.api.CityKitException;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.supervision.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an embedder or a file says of a portal, right or wrong. Immutable.
 *
 * @param read what it says
 * @param yaml the file, if there is one
 * @param reader reads such files
 * @param lastGeneration whether the generation that ran last comes before the file
 */
record PortalDescription(
        CompositionReader.Read read, Optional<Path> yaml, CompositionReader reader, boolean lastGeneration) {
    private static final Logger LOG = LoggerFactory.getLogger(PortalDescription.class);

    /**
     * The folder for what must survive. What cannot be used does not make one.
     *
     * @throws CompositionException if it cannot be told, or nothing can be in it
     */
    Path data() {
        return read.data()
                .filter(folder -> read.composition().isPresent() || Files.isDirectory(folder))
                .orElseThrow(() -> new CompositionException(read.problems()));
    }

    /**
     * With what the portal starts.
     *
     * @throws CompositionException if there is nothing to start with
     */
    Start start(GenerationLog log) {
        List<Generation> kept = kept(log);
        return lastGeneration ? Start.last(read, yaml, kept, reader) : Start.choose(read, yaml, kept, reader);
    }

    private static List<Generation> kept(GenerationLog log) {
        try {
            return log.all();
        } catch (CityKitException unreadable) {
            LOG.error("No earlier generation can be gone back to. {}", unreadable.getMessage());
            return List.of();
        }
    }
}
