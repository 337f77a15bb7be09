package org.citykit.host.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PlanText;
import org.citykit.runtime.supervision.Applied;
import org.citykit.runtime.unload.Unloading;

/** Answers for people, in their language, on a terminal of 80 columns. */
final class TextReport implements Report {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;
    private final ZoneId zone;
    private final Locale language;
    private final ReportWords words;

    TextReport(Clock clock, PortalSettings settings, Locale language) {
        this.clock = clock;
        this.zone = settings.zone();
        this.language = language;
        this.words = ReportWords.of(language);
    }

    @Override
    public String status(Status status) {
        Lines out = new Lines();
        out.add(words.fill("portal", "id", status.portal()) + "  " + running(status.generations()));
        out.title(words.of("modules"));
        status.modules().forEach(health -> module(out, health));
        out.title(words.of("generations"));
        status.generations().forEach(generation -> generation(out, generation, status.generations()));
        if (!status.problems().isEmpty()) {
            out.title(words.of("problems"));
            status.problems().forEach(problem -> out.add("  " + problem));
        }
        if (!status.unloads().isEmpty()) {
            out.title(words.of("unloads"));
            status.unloads().forEach(unloading -> unload(out, unloading));
        }
        return out.text();
    }

    @Override
    public String plan(Plan plan) {
        Lines out = new Lines();
        PlanText.of(plan, language).lines().forEach(out::add);
        if (!plan.isEmpty() && plan.isApplicable()) {
            out.title(words.fill("plan-name", "name", PlanName.of(plan)));
            out.add("  citykit apply --plan " + PlanName.of(plan)); // to be copied, so without marks of direction
        }
        return out.text();
    }

    @Override
    public String applied(Applied applied) {
        Lines out = new Lines();
        PlanText.of(applied.plan(), language).lines().forEach(out::add);
        out.title(words.fill(
                "applied",
                "took",
                applied.took().toMillis(),
                "number",
                applied.generation().number()));
        if (!applied.leftovers().isEmpty()) {
            out.add(words.of("leftovers"));
            applied.leftovers().forEach(problem -> out.add("  " + problem));
        }
        return out.text();
    }

    @Override
    public String anotherPlan(String looked, String now) {
        return "\n" + words.fill("another-plan", "looked", looked, "now", now) + "\n";
    }

    @Override
    public String refused(Optional<Plan> plan, List<Problem> problems) {
        Lines out = new Lines();
        plan.ifPresent(made -> PlanText.of(made, language).lines().forEach(out::add));
        out.title(words.of("refused"));
        problems.forEach(problem -> out.add("  " + problem));
        return out.text();
    }

    private String running(List<Generation> generations) {
        return generations.isEmpty()
                ? words.of("no-generation")
                : words.fill(
                        "generation",
                        "number",
                        last(generations).number(),
                        "since",
                        time(last(generations).since()),
                        "cause",
                        words.of(last(generations).cause()));
    }

    private void module(Lines out, ModuleHealth health) {
        String held = words.fill("items", "count", health.items())
                + health.lastGood().map(at -> "  " + age(at)).orElse("");
        out.add(String.format(
                Locale.ROOT,
                "  %-20s %-12s %-14s %s",
                words.name(health.module()),
                words.of(health.state()),
                words.name(health.provider()),
                held));
        health.reason().ifPresent(reason -> out.add("      " + reason));
        health.stack().stream().limit(3).forEach(line -> out.add("        " + line));
    }

    private void generation(Lines out, Generation generation, List<Generation> all) {
        out.add(String.format(
                Locale.ROOT,
                "%s %4d  %s  %-14s %s",
                generation.number() == last(all).number() ? "*" : " ",
                generation.number(),
                time(generation.since()),
                words.of(generation.cause()),
                words.fill("files", "count", generation.plugins().size())));
    }

    private void unload(Lines out, Unloading unloading) {
        out.add("  " + words.name(unloading.plugin() + " " + unloading.version()) + "  " + words.of(unloading.state()));
        unloading.pins().forEach(pin -> out.add("      " + pin.description()));
        unloading.notes().forEach(note -> out.add("      " + note));
    }

    private static Generation last(List<Generation> generations) {
        return generations.get(generations.size() - 1);
    }

    private String time(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private String age(Instant at) {
        Duration age = Duration.between(at, clock.instant());
        if (age.toHours() >= 48) {
            return words.count("days-ago", age.toDays());
        }
        if (age.toMinutes() >= 120) {
            return words.count("hours-ago", age.toHours());
        }
        return age.toSeconds() >= 120
                ? words.count("minutes-ago", age.toMinutes())
                : words.count("seconds-ago", Math.max(0, age.toSeconds()));
    }

    /** Lines of text, with an empty one before each title. */
    private static final class Lines {
        private final StringBuilder out = new StringBuilder();

        void add(String line) {
            out.append(line).append('\n');
        }

        void title(String title) {
            add("");
            add(title);
        }

        String text() {
            return out.toString();
        }
    }
}
