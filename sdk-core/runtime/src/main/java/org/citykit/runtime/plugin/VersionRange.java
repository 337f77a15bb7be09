package org.citykit.runtime.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which versions of another plugin will do, written as for node-semver 7: {@code ^1.2} (up to the next major), {@code
 * ~1.2} (up to the next minor), {@code 1.2} or {@code 1.2.x} (all of 1.2), {@code =1.2.3}, {@code >=1.2 <3}, {@code 1.2
 * - 2.3} (both included), {@code *}. Parts separated by spaces all hold, alternatives are separated by {@code ||}. The
 * intervals of OSGi, {@code [1.2,2)}, are read too. Immutable.
 *
 * <p>A pre-release is taken only where the range itself names a pre-release of the same three numbers: {@code
 * >=1.2.3-rc.1} takes {@code 1.2.3-rc.4} and {@code 1.2.4}, but not {@code 1.2.4-rc.1}.
 *
 * <p>A range is kept as the set of versions it means, so that two ranges can be compared and cut with each other
 * exactly, however they are written.
 *
 * @param text as the vendor wrote it
 * @param releases the spans of releases in it, ascending, apart from each other
 * @param preReleases the spans of pre-releases in it, ascending, apart from each other; each lies within the
 *     pre-releases of one release
 */
public record VersionRange(String text, List<Span> releases, List<Span> preReleases) {
    private static final int LENGTH = 500;

    public VersionRange {
        Objects.requireNonNull(text, "text");
        releases = List.copyOf(releases);
        preReleases = List.copyOf(preReleases);
    }

    /**
     * All versions from one on and below another.
     *
     * @param from the first version in it
     * @param to the first version above it that is not; nothing if there is no end
     */
    public record Span(SemanticVersion from, Optional<SemanticVersion> to) {
        boolean holds(SemanticVersion version) {
            return from.compareTo(version) <= 0
                    && to.map(end -> version.compareTo(end) < 0).orElse(true);
        }
    }

    /** Reads a range; empty when it is none. */
    public static Optional<VersionRange> parse(String text) {
        return text.length() > LENGTH ? Optional.empty() : new RangeReader(text).read();
    }

    /** Whether a version lies in the range. */
    public boolean admits(SemanticVersion version) {
        List<Span> spans = version.preRelease().isEmpty() ? releases : preReleases;
        return spans.stream().anyMatch(span -> span.holds(version));
    }

    /** Whether no version at all lies in the range, as in {@code >2 <1}. */
    public boolean isEmpty() {
        return releases.isEmpty() && preReleases.isEmpty();
    }

    /** The versions that lie in both ranges; its text is made, and read to the same range again. */
    public VersionRange and(VersionRange other) {
        List<Span> common = Spans.common(releases, other.releases);
        List<Span> commonBefore = Spans.common(preReleases, other.preReleases);
        return new VersionRange(written(common, commonBefore), common, commonBefore);
    }

    /** Whether every version of another range lies in this one. */
    public boolean covers(VersionRange other) {
        return Spans.common(releases, other.releases).equals(other.releases)
                && Spans.common(preReleases, other.preReleases).equals(other.preReleases);
    }

    private static String written(List<Span> releases, List<Span> preReleases) {
        List<String> parts = new ArrayList<>();
        preReleases.forEach(span -> parts.add(written(span)));
        releases.forEach(span -> parts.add(written(span)));
        return parts.isEmpty() ? "<0.0.0" : String.join(" || ", parts);
    }

    private static String written(Span span) {
        return span.to()
                .map(end -> ">=" + span.from() + " <" + end)
                .orElseGet(() -> span.from().equals(SemanticVersion.LOWEST) ? "*" : ">=" + span.from());
    }

    @Override
    public String toString() {
        return text;
    }
}
