package org.citykit.runtime.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.audit.Use;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.unload.Forecast;
import org.citykit.runtime.unload.UnloadForecast;

/** Puts the audit of a plugin's bytecode into findings: one a kind of use, the libraries apart. Confined. */
final class AuditFindings {
    private static final int NAMED = 4;
    private static final int PLACES = 5;

    private final Audit audit;
    private final Consumer<Finding> found;

    AuditFindings(Audit audit, Consumer<Finding> found) {
        this.audit = audit;
        this.found = found;
    }

    void run() {
        byKind(use -> use.isOwn() && !use.declared()).forEach((kind, uses) -> undeclared(kind, uses));
        byKind(use -> !use.isOwn() && !use.declared()).forEach((kind, uses) -> ofLibraries(kind, uses));
        pins(use -> use.isOwn(), Severity.WARNING, "It");
        pins(use -> !use.isOwn(), Severity.NOTE, "One of its libraries");
        audit.unread().forEach(this::unread);
        if (audit.leftOut() > 0) {
            unread(audit.leftOut() + " more uses and class files, which are too many");
        }
    }

    private Map<UseKind, List<Use>> byKind(Predicate<Use> wanted) {
        Map<UseKind, List<Use>> byKind = new EnumMap<>(UseKind.class);
        audit.uses().stream()
                .filter(wanted)
                .forEach(use -> byKind.computeIfAbsent(use.kind(), it -> new ArrayList<>())
                        .add(use));
        return byKind;
    }

    private void undeclared(UseKind kind, List<Use> uses) {
        tell(
                FindingRule.UNDECLARED_USE,
                FindingRule.UNDECLARED_USE.severity(),
                kind.word(),
                uses,
                "Its own code uses " + kind.word() + " without saying so: " + named(uses) + ".",
                "The portal does not prevent it; who admits the plugin is not told.",
                "Use the plugin's context instead, or add \"" + kind.word() + "\" to \"uses\" in plugin.json.");
    }

    private void ofLibraries(UseKind kind, List<Use> uses) {
        Set<String> jars = new LinkedHashSet<>();
        uses.forEach(use -> jars.add(use.library()));
        tell(
                FindingRule.UNDECLARED_LIBRARY_USE,
                FindingRule.UNDECLARED_LIBRARY_USE.severity(),
                kind.word(),
                uses,
                "Its libraries can use " + kind.word() + ": " + named(uses) + " in " + String.join(", ", jars) + ".",
                "Whether the plugin ever calls that code is not known.",
                "If it does, add \"" + kind.word() + "\" to \"uses\" in plugin.json.");
    }

    private void pins(Predicate<Use> whose, Severity severity, String who) {
        List<Use> uses = audit.uses().stream()
                .filter(whose)
                .filter(AuditFindings::mayStay)
                .toList();
        if (!uses.isEmpty()) {
            tell(
                    FindingRule.MAY_NOT_UNLOAD,
                    severity,
                    severity == Severity.WARNING ? "own" : "libraries",
                    uses,
                    who + " uses what may outlive the plugin: " + named(uses) + ".",
                    "After a live update the old version may stay in memory.",
                    "End or remove it when the source or channel is closed.");
        }
    }

    private static boolean mayStay(Use use) {
        Audit alone = new Audit(List.of(use), List.of(), 1, 0);
        return UnloadForecast.of(alone).expectation() == Forecast.Expectation.LIKELY_PINNED;
    }

    private void unread(String what) {
        found.accept(Finding.of(
                FindingRule.CLASS_UNREADABLE,
                what,
                "It was not checked: " + what + ".",
                "Nobody can say what is in it.",
                "Leave it out, or compile it for a Java that this portal's tools can read."));
    }

    private void tell(
            FindingRule rule,
            Severity severity,
            String subject,
            List<Use> uses,
            String summary,
            String detail,
            String advice) {
        List<String> places = uses.stream()
                .flatMap(use -> use.places().stream())
                .map(Use.Place::toString)
                .distinct()
                .limit(PLACES)
                .toList();
        int count = uses.stream().mapToInt(Use::count).sum();
        found.accept(new Finding(rule.anchor(), severity, "", subject, places, count, summary, detail, advice));
    }

    private static String named(List<Use> uses) {
        List<String> names = uses.stream().map(Use::api).distinct().toList();
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
