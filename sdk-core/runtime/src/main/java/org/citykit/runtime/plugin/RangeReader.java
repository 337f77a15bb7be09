package org.citykit.runtime.plugin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citykit.runtime.plugin.VersionRange.Span;

/**
 * Reads what is written for a range of versions, as the grammar of node-semver 7 has it, but for numbers after an
 * {@code x}, which say nothing. Confined.
 */
final class RangeReader {
    private static final Pattern ALTERNATIVE = Pattern.compile("\\|\\|");
    private static final Pattern HYPHEN = Pattern.compile("(\\S+)\\s+-\\s+(\\S+)");
    private static final Pattern INTERVAL = Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([\\])])");
    private static final Pattern PART = Pattern.compile("(\\^|~>?|>=|<=|>|<|=|)v?(.+)");
    private static final Pattern AFTER_OPERATOR = Pattern.compile("([<>=^~])\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private final List<Span> releases = new ArrayList<>();
    private final List<Span> preReleases = new ArrayList<>();

    RangeReader(String text) {
        this.text = text;
    }

    Optional<VersionRange> read() {
        for (String alternative : ALTERNATIVE.split(text, -1)) {
            Limits limits = new Limits();
            if (!alternative(alternative.strip(), limits)) {
                return Optional.empty();
            }
            limits.addTo(releases, preReleases);
        }
        return Optional.of(new VersionRange(text, Spans.joined(releases), Spans.joined(preReleases)));
    }

    private static boolean alternative(String text, Limits limits) {
        Matcher hyphen = HYPHEN.matcher(text);
        if (hyphen.matches()) {
            return both(hyphen.group(1), ">=", hyphen.group(2), "<=", limits);
        }
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            Optional<SemanticVersion> from = SemanticVersion.parse(interval.group(2));
            Optional<SemanticVersion> to = SemanticVersion.parse(interval.group(3));
            from.ifPresent(it -> limits.lower(it, interval.group(1).equals("[")));
            to.ifPresent(it -> limits.upper(it, interval.group(4).equals("]")));
            return from.isPresent() && to.isPresent();
        }
        for (String part : SPACE.split(AFTER_OPERATOR.matcher(text).replaceAll("$1"), -1)) {
            Matcher found = PART.matcher(part);
            if (!found.matches() || !part(found.group(1), found.group(2), limits)) {
                return false;
            }
        }
        return true;
    }

    private static boolean both(String from, String lower, String to, String upper, Limits limits) {
        return part(lower, from, limits) && part(upper, to, limits);
    }

    private static boolean part(String operator, String version, Limits limits) {
        Optional<PartialVersion> read = PartialVersion.parse(version);
        read.ifPresent(it -> bound(operator, it, limits));
        return read.isPresent();
    }

    private static void bound(String operator, PartialVersion version, Limits limits) {
        SemanticVersion first = version.first();
        Optional<SemanticVersion> after = version.after();
        switch (operator) {
            case ">=" -> limits.lower(first, true);
            case "<" -> limits.upper(version.isWhole() ? first : first.floor(), false);
            case ">" -> {
                if (version.isWhole()) {
                    limits.lower(first, false);
                } else {
                    after.ifPresentOrElse(it -> limits.lower(it, true), limits::nothing);
                }
            }
            case "<=" -> {
                if (version.isWhole()) {
                    limits.upper(first, true);
                } else {
                    after.ifPresent(it -> limits.upper(it.floor(), false));
                }
            }
            case "^" -> {
                limits.lower(first, true);
                version.nextBreaking().ifPresent(it -> limits.upper(it.floor(), false));
            }
            case "~", "~>" -> {
                limits.lower(first, true);
                version.nextMinor().ifPresent(it -> limits.upper(it.floor(), false));
            }
            default -> {
                limits.lower(first, true);
                if (version.isWhole()) {
                    limits.upper(first, true);
                } else {
                    after.ifPresent(it -> limits.upper(it.floor(), false));
                }
            }
        }
    }

    /** The bounds of one alternative. Confined. */
    private static final class Limits {
        private SemanticVersion from = SemanticVersion.LOWEST.floor();
        private Optional<SemanticVersion> to = Optional.empty();
        private final List<SemanticVersion> named = new ArrayList<>();

        void lower(SemanticVersion version, boolean inclusive) {
            note(version);
            SemanticVersion start = inclusive ? version : version.successor();
            from = start.compareTo(from) > 0 ? start : from;
        }

        void upper(SemanticVersion version, boolean inclusive) {
            note(version);
            SemanticVersion end = inclusive ? version.successor() : version;
            to = Optional.of(to.filter(it -> it.compareTo(end) < 0).orElse(end));
        }

        void nothing() {
            upper(SemanticVersion.LOWEST.floor(), false);
        }

        private void note(SemanticVersion version) {
            if (!version.preRelease().isEmpty()) {
                named.add(version.release());
            }
        }

        void addTo(List<Span> releases, List<Span> preReleases) {
            Spans.add(releases, from.release(), to.map(SemanticVersion::release));
            for (SemanticVersion release : named) {
                Spans.add(
                        preReleases,
                        release.floor().compareTo(from) > 0 ? release.floor() : from,
                        Optional.of(to.filter(it -> it.compareTo(release) < 0).orElse(release)));
            }
        }
    }

    /**
     * A version of which numbers may be left out or written {@code x}.
     *
     * @param numbers those that are there
     * @param first the lowest version it stands for
     */
    private record PartialVersion(List<BigInteger> numbers, SemanticVersion first) {
        private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
        private static final Pattern SERIES =
                Pattern.compile("(?:" + NUMBER + "(?:\\." + NUMBER + ")?|[xX*])(?:\\.[xX*]){0,2}");
        private static final Pattern WHOLE = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+(?:[-+].*)?");

        static Optional<PartialVersion> parse(String text) {
            if (WHOLE.matcher(text).matches()) {
                return SemanticVersion.parse(text)
                        .map(it -> new PartialVersion(List.of(it.major(), it.minor(), it.patch()), it));
            }
            Matcher series = SERIES.matcher(text);
            if (!series.matches() || text.chars().filter(c -> c == '.').count() > 2) {
                return Optional.empty();
            }
            List<BigInteger> numbers = new ArrayList<>();
            for (int group = 1; group <= 2 && series.group(group) != null; group++) {
                numbers.add(new BigInteger(series.group(group)));
            }
            BigInteger major = numbers.isEmpty() ? BigInteger.ZERO : numbers.get(0);
            BigInteger minor = numbers.size() < 2 ? BigInteger.ZERO : numbers.get(1);
            return Optional.of(new PartialVersion(numbers, SemanticVersion.of(major, minor, BigInteger.ZERO)));
        }

        boolean isWhole() {
            return numbers.size() == 3;
        }

        /** The first release after all it stands for; nothing if it stands for every version. */
        Optional<SemanticVersion> after() {
            return numbers.isEmpty() ? Optional.empty() : Optional.of(first.next(numbers.size()));
        }

        /** The first release that may break those who use it: below 1.0.0 the leftmost number that is not zero counts. */
        Optional<SemanticVersion> nextBreaking() {
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i).signum() > 0 || i == numbers.size() - 1) {
                    return Optional.of(first.next(i + 1));
                }
            }
            return Optional.empty();
        }

        Optional<SemanticVersion> nextMinor() {
            return numbers.isEmpty() ? Optional.empty() : Optional.of(first.next(Math.min(2, numbers.size())));
        }
    }
}
