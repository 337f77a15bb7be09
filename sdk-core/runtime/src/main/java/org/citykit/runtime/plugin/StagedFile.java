package org.citykit.runtime.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * A plugin file's copy, which nobody changes. Immutable.
 *
 * @param source the file or folder it was made from
 * @param sha256 of that file; for a folder, of the archive made of it
 * @param home the folder of the copy
 * @param archive the file itself
 * @param jars the plugin's own jar, then its libraries by name
 */
record StagedFile(Path source, String sha256, Path home, Path archive, List<Jar> jars) {
    StagedFile {
        jars = List.copyOf(jars);
    }

    /**
     * One jar.
     *
     * @param name how the plugin file calls it
     * @param path where its copy is
     */
    record Jar(String name, Path path) {}

    String fileName() {
        return PluginFile.nameOf(source);
    }

    /** Whether the file is a jar and holds no others. */
    boolean isAlone() {
        return jars.size() == 1 && jars.get(0).path().equals(archive);
    }
}
