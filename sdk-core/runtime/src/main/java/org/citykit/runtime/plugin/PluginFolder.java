package org.citykit.runtime.plugin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.runtime.Generation;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;

/**
 * Reads plugin files: modular jars, zips with one plugin's jar and its libraries, and folders with a compiled module.
 * A file that cannot be used costs nobody else anything: it becomes a problem. Runs nothing of what it reads.
 */
public final class PluginFolder {
    private PluginFolder() {}

    /**
     * Reads every plugin file in a folder, in the order of their names. Files of other kinds, hidden ones and folders
     * called {@code lib} are passed over.
     *
     * @param path the folder; or one plugin file, or one folder with a compiled module
     * @param stage where the files' copies are kept, and read from
     */
    public static PluginScan scan(Path path, PluginStage stage) {
        return scan(List.of(path), stage);
    }

    /**
     * Reads the plugin files of several folders, in the order given. A file that is found twice is read once.
     *
     * @param paths folders, plugin files and folders with compiled modules
     * @param stage where the files' copies are kept, and read from
     */
    public static PluginScan scan(List<Path> paths, PluginStage stage) {
        List<Problem> problems = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            files.addAll(candidates(path.toAbsolutePath().normalize(), problems));
        }
        List<PluginFacts> plugins = new ArrayList<>();
        PluginIndex index = stage.index();
        for (Path file : files) {
            try {
                plugins.add(index.plugin(file));
            } catch (PluginRefusedException e) {
                problems.addAll(e.problems());
            } catch (RuntimeException | StackOverflowError e) {
                problems.add(unreadable(file, e));
            }
        }
        index.save();
        return new PluginScan(plugins, problems);
    }

    /**
     * Reads plugin files as they were when a generation was applied, whatever has become of them since.
     *
     * @param pins the files
     * @param stage where their copies are kept
     */
    public static PluginScan pinned(List<Generation.PinnedPlugin> pins, PluginStage stage) {
        List<PluginFacts> plugins = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        PluginIndex index = stage.index();
        for (Generation.PinnedPlugin pin : pins) {
            try {
                Optional<PluginFacts> known = index.pinned(pin.file(), pin.sha256());
                plugins.add(known.isPresent() ? known.get() : stage.kept(pin.file(), pin.sha256()));
            } catch (PluginRefusedException e) {
                problems.addAll(e.problems());
            } catch (RuntimeException | StackOverflowError e) {
                problems.add(unreadable(pin.file(), e));
            }
        }
        return new PluginScan(plugins, problems);
    }

    /**
     * Reads one plugin file.
     *
     * @throws PluginRefusedException when it cannot be used
     */
    public static PluginFacts read(Path file, PluginStage stage) {
        refuseOtherFolder(file);
        return stage.install(file);
    }

    private static void refuseOtherFolder(Path file) {
        if (Files.isDirectory(file) && !PluginFile.isExploded(file)) {
            throw PluginRefusedException.of(
                    RuntimeError.PLUGIN_NOT_A_MODULE,
                    PluginFile.nameOf(file),
                    "The folder is no compiled module: it has no module-info.class. Compile it, or remove it from the"
                            + " folder of plugins.");
        }
    }

    private static List<Path> candidates(Path path, List<Problem> problems) {
        if (Files.isRegularFile(path) || PluginFile.isExploded(path)) {
            return List.of(path);
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            Map<String, Path> byName = new TreeMap<>();
            for (Path child : children) {
                String name = PluginFile.nameOf(child);
                if (isCandidate(child, name)) {
                    byName.put(name, child);
                }
            }
            return List.copyOf(byName.values());
        } catch (DirectoryIteratorException | IOException e) {
            problems.add(unreadable(
                    path.toString(),
                    "The folder of plugins cannot be read: " + e + ". Create it, or correct 'plugins:'."));
            return List.of();
        }
    }

    private static boolean isCandidate(Path path, String name) {
        if (name.startsWith(".") || name.equals("lib")) {
            return false;
        }
        return PluginFile.isJar(name) || PluginFile.isZip(name) || Files.isDirectory(path);
    }

    /** The JDK's readers of archives and descriptors do not document all that hostile bytes make them throw. */
    private static Problem unreadable(Path file, Throwable why) {
        return unreadable(
                PluginFile.nameOf(file),
                "The file cannot be read: " + why + ". Copy it here again, or ask its vendor.");
    }

    private static Problem unreadable(String file, String message) {
        return new Problem(RuntimeError.PLUGIN_UNREADABLE, "", file, 0, 0, message);
    }
}
