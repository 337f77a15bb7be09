package org.citykit.runtime.bench.load;

import java.io.IOException;
import java.nio.file.Path;

/** As many plugin files as a benchmark of another room needs. */
public final class PluginFiles {
    private PluginFiles() {}

    /**
     * Writes plugin files, each with one calendar whose provider is called {@code p0000}, {@code p0001} and so on and
     * which has seven events from 21 March 2026 on, one a day.
     *
     * @param libraries the folder with the versions of the library that each tenth carries
     */
    public static void write(int count, Path libraries, Path folder) throws IOException {
        Specimens specimens = Specimens.of(count, libraries);
        for (int i = 0; i < count; i++) {
            Contender.writePlugin(specimens, i, folder);
        }
    }
}
