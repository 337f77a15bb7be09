package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of a jar that only some versions of Java see (JAR File Specification, "Multi-release JAR files"). What a
 * plugin says of itself must be the same for all of them, or it would be another plugin after an update of Java.
 */
final class VersionedNames {
    private static final String FOLDER = "META-INF/versions/";
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/([1-9][0-9]{0,2})/(.+)?");
    private static final int FIRST = 9;
    private static final int LAST = 99;

    private VersionedNames() {}

    /** What is wrong with such an entry; reads on after its name. */
    static Optional<String> wrong(String entry) {
        if (!entry.startsWith(FOLDER) || entry.equals(FOLDER)) {
            return Optional.empty();
        }
        Matcher parts = VERSIONED.matcher(entry);
        if (!parts.matches() || !isJava(parts.group(1))) {
            return Optional.of("is for no version of Java. Use META-INF/versions/9 and above");
        }
        String name = parts.group(2) == null ? "" : parts.group(2);
        if (name.startsWith("META-INF/")) {
            return Optional.of("is never read: what is in META-INF is the same for all versions. Leave it out");
        }
        return name.equals(PluginFile.DESCRIPTOR)
                ? Optional.of("makes it another module for some versions of Java. Leave it out")
                : Optional.empty();
    }

    /** The entry that is a class for some versions of Java, if there is one. */
    static Optional<String> of(List<ZipDirectory.Entry> entries, String classFile) {
        return entries.stream()
                .map(ZipDirectory.Entry::name)
                .filter(name -> {
                    Matcher parts = VERSIONED.matcher(name);
                    return parts.matches() && classFile.equals(parts.group(2));
                })
                .findFirst();
    }

    private static boolean isJava(String version) {
        int number = Integer.parseInt(version);
        return number >= FIRST && number <= LAST;
    }
}
