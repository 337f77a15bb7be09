package org.citykit.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citykit.runtime.Problem;

/**
 * A plan for people: what is added is marked {@code +}, what is replaced {@code ~}, what goes {@code -}, what cannot be
 * opened or applied {@code !}. What is kept is counted and not listed. Immutable.
 *
 * @param lines as they are shown in a terminal, each at most 80 characters wide where words allow it; names in Persian
 *     and Arabic text are isolated from its direction
 */
public record PlanText(List<String> lines) {
    public PlanText {
        lines = List.copyOf(lines);
    }

    /** Writes a plan: in Persian or Arabic if that is asked for, in English otherwise. */
    public static PlanText of(Plan plan, Locale locale) {
        return new Writer(plan, locale, Words.of(locale)).text();
    }

    /** The lines as one text, each ended by a line feed. */
    @Override
    public String toString() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** One plan while it is written. Confined. */
    private static final class Writer {
        private final Plan plan;
        private final Locale locale;
        private final Words words;
        private final Paragraphs out = new Paragraphs();

        Writer(Plan plan, Locale locale, Words words) {
            this.plan = plan;
            this.locale = locale;
            this.words = words;
        }

        PlanText text() {
            out.add("", words.text("plan.title", Map.of("before", number(plan.from()), "after", number(plan.to()))));
            if (plan.isEmpty()) {
                out.add("", words.text("plan.empty"));
            }
            portal();
            plugins();
            modules();
            permissions();
            settings();
            files();
            section(
                    "plan.obstacles",
                    plan.obstacles().stream().map(it -> "! " + it.text(locale)).toList());
            counts();
            return new PlanText(out.lines());
        }

        private String number(int number) {
            return words.count(number);
        }

        private void section(String key, List<String> entries) {
            if (!entries.isEmpty()) {
                out.add("", words.text(key));
                entries.forEach(entry -> out.add("  ", entry));
            }
        }

        private void portal() {
            section(
                    "plan.portal",
                    plan.portal().stream()
                            .map(part -> "~ " + words.text(part.key()))
                            .toList());
        }

        private void plugins() {
            List<PluginChange> changed =
                    plan.plugins().stream().filter(PluginChange::isChange).toList();
            if (!changed.isEmpty()) {
                out.add("", words.text("plan.plugins"));
            }
            for (PluginChange change : changed) {
                out.add("  ", marker(change.action()) + " " + headline(change));
                details(change).forEach(detail -> out.add("      ", detail));
            }
        }

        private static String marker(PluginChange.Action action) {
            return switch (action) {
                case ADDED -> "+";
                case REMOVED -> "-";
                case UPGRADED, DOWNGRADED, REBUILT -> "~";
                case KEPT -> "=";
            };
        }

        private String headline(PluginChange change) {
            String versions = change.before()
                    .filter(was -> change.after().isPresent()
                            && !was.version().equals(change.state().version()))
                    .map(was -> was.version() + " → " + change.state().version())
                    .orElse(change.state().version());
            String line = words.isolated(change.plugin()) + " " + words.isolated(versions);
            return switch (change.action()) {
                case REBUILT -> line + " (" + words.text("plan.content") + ")";
                case DOWNGRADED -> line + " (" + words.text("plan.older") + ")";
                case ADDED, REMOVED, UPGRADED, KEPT -> line;
            };
        }

        private List<String> details(PluginChange change) {
            List<String> details = new ArrayList<>();
            change.after().ifPresent(state -> {
                details.add(words.isolated(state.file()));
                details.add(words.isolated("SHA-256 " + state.sha256()));
                if (!state.apiLevel().isEmpty()) {
                    details.add(words.text("plan.api", Map.of("version", state.apiLevel())));
                }
                if (!state.signers().isEmpty()) {
                    details.add(words.text(
                            "plan.signed", Map.of("signers", String.join(words.semicolon(), state.signers()))));
                }
            });
            change.unload().ifPresent(unload -> details.add(unload(unload)));
            return details;
        }

        private String unload(PluginChange.Unload unload) {
            if (unload.live()) {
                return words.text("plan.live");
            }
            return unload.reasons().isEmpty()
                    ? words.text("plan.pinned-unsaid")
                    : words.text("plan.pinned", Map.of("reasons", String.join(words.semicolon(), unload.reasons())));
        }

        private void modules() {
            List<String> entries = new ArrayList<>();
            for (ModuleChange change : plan.modules()) {
                if (change.action() != ModuleChange.Action.KEPT) {
                    entries.add(entry(change));
                }
            }
            section("plan.modules", entries);
        }

        private String entry(ModuleChange change) {
            String causes = change.causes().stream()
                    .map(cause -> cause.text(locale))
                    .collect(Collectors.joining(words.semicolon()));
            String refused = change.action() == ModuleChange.Action.REFUSED
                    ? words.text("plan.refused") + words.semicolon()
                    : "";
            return marker(change.action()) + " " + words.isolated(change.module()) + ": " + refused + causes;
        }

        private static String marker(ModuleChange.Action action) {
            return switch (action) {
                case ADDED -> "+";
                case REPLACED -> "~";
                case REMOVED -> "-";
                case REFUSED -> "!";
                case KEPT -> "=";
            };
        }

        private void permissions() {
            List<String> entries = new ArrayList<>();
            for (Permission permission : plan.permissions()) {
                entries.add((permission.asked() ? "+ " : "- ") + words.isolated(permission.subject()) + ": "
                        + words.text(permission.kind().key(), Map.of("what", permission.what())));
            }
            section("plan.permissions", entries);
        }

        private void settings() {
            List<String> entries = new ArrayList<>();
            for (SettingFinding finding : plan.settings()) {
                String told = words.text(finding.kind().key(), Map.of("key", finding.key(), "now", finding.other()));
                String more = finding.problem()
                        .map(problem -> ": " + words.isolated(problem.message()))
                        .orElse("");
                String mark = finding.kind().isProblem() ? "! " : "= ";
                entries.add(mark + words.isolated(finding.module()) + ": " + told + more);
            }
            section("plan.settings", entries);
        }

        private void files() {
            List<String> notUsed = new ArrayList<>();
            plan.refusals().forEach(it -> notUsed.add("! " + words.isolated(it.fileName()) + ": " + it.text(locale)));
            section("plan.not-used", notUsed);
            List<String> notes = new ArrayList<>();
            plan.notes().forEach(it -> notes.add("= " + words.isolated(it.fileName()) + ": " + it.text(locale)));
            section("plan.notes", notes);
            section("plan.problems", plan.problems().stream().map(this::entry).toList());
        }

        private String entry(Problem problem) {
            return "! " + words.isolated(problem.toString());
        }

        private void counts() {
            out.add(
                    "",
                    words.text(
                            "plan.counts",
                            Map.of(
                                    "added", count(ModuleChange.Action.ADDED),
                                    "replaced", count(ModuleChange.Action.REPLACED),
                                    "removed", count(ModuleChange.Action.REMOVED),
                                    "refused", count(ModuleChange.Action.REFUSED),
                                    "kept", count(ModuleChange.Action.KEPT))));
        }

        private String count(ModuleChange.Action action) {
            return number(plan.modules(action).size());
        }
    }
}
