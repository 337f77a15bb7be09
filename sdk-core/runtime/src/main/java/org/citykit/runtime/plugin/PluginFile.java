package org.citykit.runtime.plugin;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which paths are plugin files, and what they are called in messages. */
final class PluginFile {
    static final String DESCRIPTOR = "module-info.class";

    private PluginFile() {}

    static boolean isJar(String name) {
        return endsWith(name, ".jar");
    }

    static boolean isZip(String name) {
        return endsWith(name, ".zip");
    }

    private static boolean endsWith(String name, String end) {
        return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
    }

    /** Whether a path is a folder that the compiler wrote a module to. */
    static boolean isExploded(Path path) {
        return Files.isDirectory(path) && Files.isRegularFile(path.resolve(DESCRIPTOR));
    }

    static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
