package org.citykit.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.citykit.runtime.RuntimeError;

/**
 * A zip with one jar at its root, which is the plugin's module, and its private libraries in {@code lib/}. Other files
 * at the root, such as a licence, are left aside. Confined.
 */
final class PluginZip {
    private static final String LIBRARIES = "lib/";
    private static final Pattern JAR_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,199}\\.jar");
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Path archive;
    private final Findings findings;

    PluginZip(String name, Path archive, Findings findings) {
        this.name = name;
        this.archive = archive;
        this.findings = findings;
    }

    /** Unpacks the jars and gives their names, the plugin's own first. */
    List<String> unpack(Path target) throws IOException {
        List<String> names = jars();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (String jar : names) {
                ZipEntry entry = zip.getEntry(jar);
                if (entry == null) {
                    throw new ZipException("entry '" + jar + "' cannot be found again");
                }
                Path file = target.resolve(jar);
                Files.createDirectories(file.getParent());
                copy(zip, entry, file);
            }
        } catch (ZipException e) {
            throw findings.refuse(
                    RuntimeError.PLUGIN_UNREADABLE,
                    "The zip cannot be unpacked: " + e.getMessage() + ". Copy the file here again, or ask its vendor.");
        }
        return names;
    }

    private List<String> jars() {
        List<String> roots = new ArrayList<>();
        List<String> libraries = new ArrayList<>();
        for (ZipDirectory.Entry entry : new ArchiveCheck(ArchiveLimits.DEFAULT, findings).unpacked(name, archive)) {
            String path = entry.name();
            if (path.startsWith(LIBRARIES) && !entry.isFolder()) {
                libraries.add(jarName(path, path.substring(LIBRARIES.length())));
            } else if (path.indexOf('/') < 0 && PluginFile.isJar(path)) {
                roots.add(jarName(path, path));
            } else if (!isAside(path)) {
                findings.add(
                        RuntimeError.PLUGIN_MALFORMED,
                        "Entry '" + path + "' has no place in a plugin zip. Put the plugin's jar at the root and its"
                                + " libraries as jars into lib/.");
            }
        }
        findings.refuseIfAny();
        if (roots.size() != 1) {
            throw findings.refuse(RuntimeError.PLUGIN_NOT_A_MODULE, wrongCount(roots));
        }
        libraries.sort(null);
        libraries.add(0, roots.get(0));
        return libraries;
    }

    private static String wrongCount(List<String> roots) {
        return roots.isEmpty()
                ? "The zip has no jar at its root. Put the plugin's own module there, and its libraries into lib/."
                : "The zip has " + roots.size() + " jars at its root: " + String.join(", ", roots)
                        + ". One file is one plugin: leave its module there, put its libraries into lib/ and make a"
                        + " second zip for a second plugin.";
    }

    private String jarName(String path, String jar) {
        if (!JAR_NAME.matcher(jar).matches()) {
            findings.add(
                    RuntimeError.PLUGIN_MALFORMED,
                    "Entry '" + path + "' is not named like a jar: letters, digits, '.', '_', '+' and '-' of ASCII,"
                            + " then .jar, directly at the root or in lib/. Rename it.");
        }
        return path;
    }

    private static boolean isAside(String path) {
        return path.equals(LIBRARIES)
                || path.startsWith("META-INF/")
                || (path.indexOf('/') < 0 && !PluginFile.isZip(path) && !path.endsWith(".class"));
    }

    /** The declared size was counted against the limit, so not a byte more is written; nor one that was changed. */
    private static void copy(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            CRC32 sum = new CRC32();
            long left = entry.getSize();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new ZipException("entry '" + entry.getName() + "' is larger than it says");
                }
                out.write(buffer, 0, n);
                sum.update(buffer, 0, n);
            }
            if (left != 0) {
                throw new ZipException("entry '" + entry.getName() + "' is cut off");
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException("entry '" + entry.getName() + "' is damaged");
            }
        }
    }
}
