package org.citykit.runtime.plugin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of another plugin will do: {@code *}, {@code 1.2} (which means {@code =1.2.0}), {@code ^1.2} (up to
 * the next major), {@code ~1.2} (up to the next minor), {@code 1.x}, {@code >=1.2 <3}; parts separated by spaces all
 * hold, alternatives are separated by {@code ||}. Immutable.
 *
 * <p>Pre-releases are ordered like all versions: {@code ^1.0} takes {@code 1.4.0-rc.1}, but neither {@code
 * 1.0.0-SNAPSHOT}, which is older than 1.0.0, nor {@code 2.0.0-rc.1}.
 *
 * @param text as the vendor wrote it
 * @param alternatives one of them must hold; in each, every bound must
 */
public record VersionRange(String text, List<List<Bound>> alternatives) {
    private static final Pattern PART = Pattern.compile("(\\^|~|>=|<=|>|<|=|)([0-9].*)");
    private static final Pattern WHOLE = Pattern.compile("[~^][0-9]{1,18}");
    private static final Pattern SERIES = Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,18}))?(?:\\.[xX*]){1,2}");

    public VersionRange {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /**
     * One end of a range.
     *
     * @param lower whether versions must be above it
     * @param inclusive whether it belongs to the range
     * @param version where it is
     */
    public record Bound(boolean lower, boolean inclusive, SemanticVersion version) {
        boolean admits(SemanticVersion candidate) {
            int order = candidate.compareTo(version);
            return order == 0 ? inclusive : lower == order > 0;
        }
    }

    /** Reads a range; empty when it is none. */
    public static Optional<VersionRange> parse(String text) {
        List<List<Bound>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|", -1)) {
            Optional<List<Bound>> bounds = boundsOf(alternative.strip());
            if (bounds.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(bounds.get());
        }
        return Optional.of(new VersionRange(text, alternatives));
    }

    /** Whether a version lies in the range. */
    public boolean admits(SemanticVersion version) {
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(bound -> bound.admits(version)));
    }

    private static Optional<List<Bound>> boundsOf(String text) {
        List<Bound> bounds = new ArrayList<>();
        if (text.equals("*")) {
            return Optional.of(bounds);
        }
        for (String part : text.replaceAll("([<>=^~])\\s+", "$1").split("\\s+", -1)) {
            if (!addPart(part, bounds)) {
                return Optional.empty();
            }
        }
        return Optional.of(bounds);
    }

    private static boolean addPart(String part, List<Bound> bounds) {
        Matcher series = SERIES.matcher(part);
        if (series.matches()) {
            addSeries(new BigInteger(series.group(1)), series.group(2), bounds);
            return true;
        }
        Matcher found = PART.matcher(part);
        Optional<SemanticVersion> version = found.matches() ? SemanticVersion.parse(found.group(2)) : Optional.empty();
        if (WHOLE.matcher(part).matches()) {
            return addPart(found.group(2) + ".x", bounds);
        }
        version.ifPresent(it -> addBounds(found.group(1), it, bounds));
        return version.isPresent();
    }

    private static void addSeries(BigInteger major, @Nullable String minor, List<Bound> bounds) {
        BigInteger zero = BigInteger.ZERO;
        BigInteger second = minor == null ? zero : new BigInteger(minor);
        SemanticVersion start = SemanticVersion.of(major, second, zero);
        add(bounds, true, true, start);
        add(bounds, false, false, minor == null ? nextMajor(start) : nextMinor(start));
    }

    private static void addBounds(String operator, SemanticVersion version, List<Bound> bounds) {
        switch (operator) {
            case ">" -> add(bounds, true, false, version);
            case ">=" -> add(bounds, true, true, version);
            case "<" -> add(bounds, false, false, version.preRelease().isEmpty() ? version.floor() : version);
            case "<=" -> add(bounds, false, true, version);
            case "^" -> {
                add(bounds, true, true, version);
                add(bounds, false, false, afterCaret(version));
            }
            case "~" -> {
                add(bounds, true, true, version);
                add(bounds, false, false, nextMinor(version));
            }
            default -> {
                add(bounds, true, true, version);
                add(bounds, false, true, version);
            }
        }
    }

    /** Below 1.0.0 the leftmost number that is not zero is what breaks. */
    private static SemanticVersion afterCaret(SemanticVersion version) {
        if (version.major().signum() > 0) {
            return nextMajor(version);
        }
        return version.minor().signum() > 0
                ? nextMinor(version)
                : SemanticVersion.of(
                                version.major(),
                                version.minor(),
                                version.patch().add(BigInteger.ONE))
                        .floor();
    }

    private static SemanticVersion nextMajor(SemanticVersion version) {
        return SemanticVersion.of(version.major().add(BigInteger.ONE), BigInteger.ZERO, BigInteger.ZERO)
                .floor();
    }

    private static SemanticVersion nextMinor(SemanticVersion version) {
        return SemanticVersion.of(version.major(), version.minor().add(BigInteger.ONE), BigInteger.ZERO)
                .floor();
    }

    private static void add(List<Bound> bounds, boolean lower, boolean inclusive, SemanticVersion version) {
        bounds.add(new Bound(lower, inclusive, version));
    }

    @Override
    public String toString() {
        return text;
    }
}
