package org.citykit.runtime.plugin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of entries: which lead astray, and which are one name to some systems. */
final class EntryName {
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])( *\\..*)?");
    private static final Set<Integer> NO_LETTERS = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED);
    private static final int SHOWN = 120;

    private EntryName() {}

    /** Why a name leads somewhere else than it seems, if it does; reads on after the entry's name. */
    static Optional<String> misleads(String name) {
        if (leadsOut(name) || leadsOut(Normalizer.normalize(name, Normalizer.Form.NFKC))) {
            return Optional.of("leads out of the archive. Use names relative to its root, with '/'");
        }
        return name.codePoints().anyMatch(c -> NO_LETTERS.contains(Character.getType(c)))
                ? Optional.of("has characters in its name that nobody sees. Use letters, digits, '.', '_' and '-'")
                : Optional.empty();
    }

    /** Why a name cannot be a file's on every system, if so; reads on after the entry's name. */
    static Optional<String> unfit(String name) {
        for (String segment : name.split("/", -1)) {
            if (RESERVED.matcher(segment).matches()
                    || segment.endsWith(".")
                    || segment.endsWith(" ")
                    || segment.chars().anyMatch(c -> "<>\"|?*".indexOf(c) >= 0)) {
                return Optional.of("has a name that Windows keeps for itself or cannot write. Use another");
            }
        }
        return Optional.empty();
    }

    /** Two names with one key are one file to a system that does not tell upper from lower case, or composed letters. */
    static String key(String name) {
        String folded = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A name fit for a message. */
    static String shown(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints()
                .limit(SHOWN)
                .forEach(c -> out.appendCodePoint(NO_LETTERS.contains(Character.getType(c)) ? '?' : c));
        return out.toString();
    }

    private static boolean leadsOut(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return true;
        }
        for (String segment : (name.endsWith("/") ? name.substring(0, name.length() - 1) : name).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return name.indexOf('\0') >= 0;
    }
}
