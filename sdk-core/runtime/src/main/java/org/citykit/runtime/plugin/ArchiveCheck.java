package org.citykit.runtime.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.citykit.runtime.RuntimeError;

/** Holds the archives of one plugin file against the limits and against names that mislead. Confined. */
final class ArchiveCheck {
    private final ArchiveLimits limits;
    private final Findings findings;
    private long entries;
    private long unpacked;

    ArchiveCheck(ArchiveLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Checks an archive that is unpacked: no two names may become one file. */
    List<ZipDirectory.Entry> unpacked(String name, Path archive) {
        return strictly(name, archive, entry -> entry.toLowerCase(Locale.ROOT));
    }

    /** Checks the jar of the plugin's own module. */
    List<ZipDirectory.Entry> main(String name, Path archive) {
        return strictly(name, archive, UnaryOperator.identity());
    }

    private List<ZipDirectory.Entry> strictly(String name, Path archive, UnaryOperator<String> key) {
        List<ZipDirectory.Entry> found = sized(name, archive);
        Set<String> seen = new HashSet<>();
        for (ZipDirectory.Entry entry : found) {
            String at = "Entry '" + shown(entry.name()) + "' of " + name;
            if (entry.link()) {
                throw malformed(at + " is a symbolic link. Pack the file it points to.");
            }
            if (misleads(entry.name())) {
                throw malformed(at + " leads out of the archive. Use names relative to its root, with '/'.");
            }
            if (!seen.add(key.apply(entry.name()))) {
                throw malformed(at + " is there twice, or differs from another by upper and lower case alone."
                        + " Leave one of them.");
            }
        }
        return found;
    }

    /** Checks a library, which may hold what it likes as long as its classes are unambiguous. */
    List<ZipDirectory.Entry> library(String name, Path archive) {
        List<ZipDirectory.Entry> found = sized(name, archive);
        Set<String> seen = new HashSet<>();
        for (ZipDirectory.Entry entry : found) {
            if (entry.name().endsWith(".class") && !seen.add(entry.name())) {
                throw malformed("Class '" + shown(entry.name()) + "' is twice in " + name
                        + ". Use a copy of the library with one of them.");
            }
        }
        return found;
    }

    private List<ZipDirectory.Entry> sized(String name, Path archive) {
        List<ZipDirectory.Entry> found;
        try {
            found = ZipDirectory.read(archive);
        } catch (IOException e) {
            throw findings.refuse(
                    RuntimeError.PLUGIN_UNREADABLE,
                    name + " cannot be read: " + e.getMessage() + ". Copy the file here again, or ask its vendor.");
        }
        entries += found.size();
        if (entries > limits.entries()) {
            throw malformed("With " + name + " it holds " + entries + " entries; " + limits.entries()
                    + " are allowed. Leave out what the plugin does not need.");
        }
        found.forEach(entry -> count(name, entry));
        return found;
    }

    private void count(String name, ZipDirectory.Entry entry) {
        String at = "Entry '" + shown(entry.name()) + "' of " + name;
        if (entry.encrypted()) {
            throw malformed(at + " is encrypted. Pack it without a password.");
        }
        if (entry.unpacked() > ArchiveLimits.LARGE && entry.unpacked() / limits.ratio() > entry.packed()) {
            throw malformed(at + " becomes more than " + limits.ratio()
                    + " times its size when unpacked. Pack smaller data, or fetch it.");
        }
        unpacked += entry.unpacked();
        if (unpacked > limits.unpackedBytes()) {
            throw malformed("Unpacked it takes more than " + (limits.unpackedBytes() >> 20)
                    + " MiB. Leave out what the plugin does not need.");
        }
    }

    private PluginRefusedException malformed(String message) {
        return findings.refuse(RuntimeError.PLUGIN_MALFORMED, message);
    }

    private static boolean misleads(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return true;
        }
        for (String segment : (name.endsWith("/") ? name.substring(0, name.length() - 1) : name).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return name.chars().anyMatch(Character::isISOControl);
    }

    private static String shown(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().limit(120).forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return out.toString();
    }
}
