package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.plan.Reason;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.SemanticVersion;
import org.citykit.runtime.plugin.VersionRange;
import org.jspecify.annotations.Nullable;

/** One file that a plugin could be taken from. Confined. */
final class Candidate {
    private final PluginFacts facts;
    private @Nullable SemanticVersion version;
    private boolean versionRead;
    private final List<Need> needs = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private List<String> cause;
    private boolean dead;

    Candidate(PluginFacts facts) {
        this.facts = facts;
        this.cause = List.of(facts.id());
        for (Map.Entry<String, VersionRange> one : facts.requires().entrySet()) {
            needs.add(new Need(this, one.getKey(), one.getValue()));
        }
    }

    /** The highest version first; of one version the file whose name comes first. */
    static void sortBestFirst(List<Candidate> candidates) {
        if (candidates.size() > 1) {
            candidates.sort(Comparator.comparing(Candidate::order)
                    .reversed()
                    .thenComparing(candidate -> candidate.facts().fileName())
                    .thenComparing(candidate -> candidate.facts().sha256()));
        }
    }

    PluginFacts facts() {
        return facts;
    }

    String id() {
        return facts.id();
    }

    /** What it cannot do without. */
    List<Need> needs() {
        return needs;
    }

    boolean fits(VersionRange range) {
        return version().isPresent() && range.admits(version().get());
    }

    boolean isNewerThan(Candidate other) {
        return order().compareTo(other.order()) > 0;
    }

    boolean isSameVersionAs(Candidate other) {
        return order().compareTo(other.order()) == 0;
    }

    private SemanticVersion order() {
        return version().orElseGet(Candidate::lowest);
    }

    private static SemanticVersion lowest() {
        return SemanticVersion.parse("0.0.0-0").orElseThrow();
    }

    /** Read when it is first asked for: most plugins are the only ones of their ids, and nobody requires them. */
    private Optional<SemanticVersion> version() {
        if (!versionRead) {
            version = SemanticVersion.parse(facts.version()).orElse(null);
            versionRead = true;
        }
        return Optional.ofNullable(version);
    }

    boolean isDead() {
        return dead;
    }

    void die() {
        dead = true;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void refuse(Reason reason, Map<String, String> arguments) {
        refuse(reason, arguments, cause);
    }

    void refuse(Reason reason, Map<String, String> arguments, List<String> chain) {
        refusals.add(new Refusal(id(), facts.version(), facts.fileName(), reason, arguments, chain));
    }

    /** Refuses it because another, which it needs, is refused. */
    void refuseBecauseOf(Candidate other) {
        List<String> chain = new ArrayList<>(List.of(id()));
        chain.addAll(other.cause);
        cause = List.copyOf(chain);
        String root = cause.get(cause.size() - 1);
        refuse(Reason.REFUSED, Map.of("required", other.id(), "root", root));
    }

    /** The file with its version, as a message names it. */
    String named() {
        return facts.fileName() + " (" + facts.version() + ")";
    }
}
