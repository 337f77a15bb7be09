package org.citykit.runtime.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.citykit.runtime.RuntimeError;

/** Holds the archives of one plugin file against the limits and against names that mislead. Confined. */
final class ArchiveCheck {
    private static final String INFORMATION = "META-INF";

    private final ArchiveLimits limits;
    private final Findings findings;
    private long entries;
    private long unpacked;

    ArchiveCheck(ArchiveLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Checks an archive that is unpacked: every entry can be a file on every system, and no two become one file. */
    List<ZipDirectory.Entry> unpacked(String name, Path archive) {
        ZipDirectory directory = sized(name, archive);
        strictly(name, directory, EntryName::key);
        directory.entries().forEach(entry -> refuseIf(name, entry, EntryName.unfit(entry.name())));
        return whole(name, archive, directory);
    }

    /** Checks the jar of the plugin's own module. */
    List<ZipDirectory.Entry> main(String name, Path archive) {
        ZipDirectory directory = sized(name, archive);
        strictly(name, directory, UnaryOperator.identity());
        directory.entries().forEach(entry -> refuseIf(name, entry, VersionedNames.wrong(entry.name())));
        return whole(name, archive, directory);
    }

    /** Checks a library, which may hold what it likes as long as its classes are unambiguous. */
    List<ZipDirectory.Entry> library(String name, Path archive) {
        ZipDirectory directory = sized(name, archive);
        Set<String> seen = new HashSet<>();
        for (ZipDirectory.Entry entry : directory.entries()) {
            if (entry.name().endsWith(".class") && !seen.add(entry.name())) {
                throw malformed("Class '" + EntryName.shown(entry.name()) + "' is twice in " + name
                        + ". Use a copy of the library with one of them.");
            }
        }
        return whole(name, archive, directory);
    }

    private void strictly(String name, ZipDirectory directory, UnaryOperator<String> key) {
        Set<String> seen = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (ZipDirectory.Entry entry : directory.entries()) {
            if (entry.link()) {
                throw malformed(at(name, entry) + " is a symbolic link. Pack the file it points to.");
            }
            if (entry.special()) {
                throw malformed(at(name, entry) + " is a device or a pipe. Leave it out.");
            }
            refuseIf(name, entry, EntryName.misleads(entry.name()));
            if (isInformationMisspelt(entry.name())) {
                throw malformed(at(name, entry) + " is not in META-INF, but some programs think so. Write META-INF.");
            }
            if (entry.isFolder() && entry.unpacked() > 0) {
                throw malformed(at(name, entry) + " is a folder with content. Pack it again.");
            }
            if (!seen.add(key.apply(entry.name()))) {
                throw malformed(at(name, entry) + " is there twice, or differs from another by upper and lower case"
                        + " alone. Leave one of them.");
            }
            if (!entry.isFolder()) {
                files.add(key.apply(entry.name()));
            }
        }
        for (ZipDirectory.Entry entry : directory.entries()) {
            refuseBelowFile(name, entry, key, files);
        }
    }

    private void refuseBelowFile(String name, ZipDirectory.Entry entry, UnaryOperator<String> key, Set<String> files) {
        String path = entry.name();
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (files.contains(key.apply(path.substring(0, end)))) {
                throw malformed(at(name, entry) + " lies in a folder that is also a file. Leave one of them.");
            }
        }
    }

    private ZipDirectory sized(String name, Path archive) {
        ZipDirectory directory;
        try {
            directory = ZipDirectory.read(archive);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        entries += directory.entries().size();
        if (entries > limits.entries()) {
            throw malformed("With " + name + " it holds " + entries + " entries; " + limits.entries()
                    + " are allowed. Leave out what the plugin does not need.");
        }
        directory.entries().forEach(entry -> count(name, entry));
        return directory;
    }

    private List<ZipDirectory.Entry> whole(String name, Path archive, ZipDirectory directory) {
        try {
            ZipLayout.check(archive, directory);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        return directory.entries();
    }

    private void count(String name, ZipDirectory.Entry entry) {
        if (entry.encrypted()) {
            throw malformed(at(name, entry) + " is encrypted. Pack it without a password.");
        }
        if (entry.unpacked() > ArchiveLimits.LARGE && entry.unpacked() / limits.ratio() > entry.packed()) {
            throw malformed(at(name, entry) + " becomes more than " + limits.ratio()
                    + " times its size when unpacked. Pack smaller data, or fetch it.");
        }
        unpacked += entry.unpacked();
        if (unpacked > limits.unpackedBytes()) {
            throw malformed("Unpacked it takes more than " + (limits.unpackedBytes() >> 20)
                    + " MiB. Leave out what the plugin does not need.");
        }
    }

    private void refuseIf(String name, ZipDirectory.Entry entry, Optional<String> why) {
        why.ifPresent(reason -> {
            throw malformed(at(name, entry) + " " + reason + ".");
        });
    }

    /** The JDK reads the manifest and signatures below this folder in any case; other programs do not. */
    private static boolean isInformationMisspelt(String name) {
        int end = name.indexOf('/');
        String first = end < 0 ? "" : name.substring(0, end);
        return first.toUpperCase(Locale.ROOT).equals(INFORMATION) && !first.equals(INFORMATION);
    }

    private PluginRefusedException unreadable(String name, IOException why) {
        return why instanceof MisleadingZipException
                ? malformed(name + " is not built as a zip file must be: " + why.getMessage()
                        + ". Programs may read different things from it; pack it again.")
                : findings.refuse(
                        RuntimeError.PLUGIN_UNREADABLE,
                        name + " cannot be read: " + why.getMessage()
                                + ". Copy the file here again, or ask its vendor.");
    }

    private PluginRefusedException malformed(String message) {
        return findings.refuse(RuntimeError.PLUGIN_MALFORMED, message);
    }

    private static String at(String archive, ZipDirectory.Entry entry) {
        return "Entry '" + EntryName.shown(entry.name()) + "' of " + archive;
    }
}
