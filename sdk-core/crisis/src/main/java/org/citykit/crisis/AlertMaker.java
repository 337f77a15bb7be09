package org.citykit.crisis;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citykit.api.InvalidValueException;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.cap.Finding;
import org.citykit.cap.FindingCode;
import org.citykit.cap.check.CapCheck;

/** Makes alerts out of drafts, or says everything that is wrong with them. Stateless. */
final class AlertMaker {
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * What an alert is made for.
     *
     * @param announcement what is done
     * @param nature real or exercise
     * @param previous the alert that it follows, if it does
     * @param id its own
     * @param now when
     */
    record Occasion(Announcement announcement, Alert.Nature nature, Optional<Alert> previous, String id, Instant now) {}

    private AlertMaker() {}

    static Alert make(Draft draft, Composition said, Occasion occasion, Function<String, Optional<Alert>> earlier) {
        Instant sent = sent(occasion);
        List<Area> areas =
                draft.areas().isEmpty() ? occasion.previous().map(Alert::areas).orElse(List.of()) : draft.areas();
        List<CrisisProblem> problems = problems(draft, said, occasion, sent, areas);
        if (!problems.isEmpty()) {
            throw CrisisException.of(problems);
        }
        Alert alert = alert(draft, said, occasion, sent, areas);
        checkCap(alert, said.settings(), earlier);
        return alert;
    }

    private static List<CrisisProblem> problems(
            Draft draft, Composition said, Occasion occasion, Instant sent, List<Area> areas) {
        List<CrisisProblem> problems = new ArrayList<>();
        Announcement announcement = occasion.announcement();
        if (!announcement.phases().contains(said.phase())) {
            problems.add(new CrisisProblem(
                    CrisisError.PHASE_UNFIT,
                    "wording",
                    "is written for " + said.phase() + ", but " + announcement + " takes " + announcement.phases()
                            + ". Choose another message."));
        }
        occasion.previous()
                .filter(previous -> previous.emergency() != said.emergency())
                .ifPresent(previous -> problems.add(new CrisisProblem(
                        CrisisError.EMERGENCY_DIFFERS,
                        "wording",
                        "speaks of " + said.emergency() + ", but the alert that it follows of " + previous.emergency()
                                + ". Publish a new alert.")));
        if (areas.isEmpty()) {
            problems.add(new CrisisProblem(CrisisError.AREA_MISSING, "areas", "must say where the alert holds."));
        }
        if (!draft.expires().isAfter(sent) || draft.expires().isAfter(sent.plus(LONGEST))) {
            problems.add(new CrisisProblem(
                    CrisisError.EXPIRY_WRONG,
                    "expires",
                    "must lie after " + sent + " and within " + LONGEST.toDays() + " days, but is " + draft.expires()
                            + "."));
        }
        areas.forEach(area -> Composer.inspect("areas", area.description(), problems));
        Composer.inspect("sender", draft.sender(), problems);
        return problems;
    }

    private static Alert alert(Draft draft, Composition said, Occasion occasion, Instant sent, List<Area> areas) {
        List<String> references = new ArrayList<>();
        occasion.previous().ifPresent(previous -> {
            references.addAll(previous.references());
            references.add(previous.id());
        });
        try {
            return new Alert(
                    occasion.id(),
                    occasion.nature(),
                    occasion.announcement().message(),
                    said.emergency(),
                    said.phase(),
                    said.audience(),
                    said.hazard(),
                    said.rendering().headline(),
                    said.rendering().body(),
                    said.rendering().instruction(),
                    areas,
                    sent,
                    draft.expires().truncatedTo(ChronoUnit.SECONDS),
                    draft.sender(),
                    draft.web(),
                    references,
                    said.playbook());
        } catch (InvalidValueException wrong) {
            throw CrisisException.of(CrisisError.ALERT_INVALID, wrong.field(), wrong.reason() + ".");
        }
    }

    private static void checkCap(Alert alert, CrisisSettings settings, Function<String, Optional<Alert>> earlier) {
        List<CrisisProblem> problems = CapCheck.check(CapForm.of(alert, settings, earlier)).stream()
                .filter(AlertMaker::refuses)
                .map(finding -> new CrisisProblem(
                        CrisisError.CAP_BROKEN, finding.path(), finding.problem() + " " + finding.remedy()))
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw CrisisException.of(problems);
        }
    }

    /** Besides errors, borders that enclose something else than was meant. */
    private static boolean refuses(Finding finding) {
        return finding.isError()
                || finding.code() == FindingCode.POLYGON_CROSSES_ITSELF
                || finding.code() == FindingCode.POLYGON_WITHOUT_AREA;
    }

    /** CAP has whole seconds, and a follow-up is never older than what it follows, even when the clock was set back. */
    private static Instant sent(Occasion occasion) {
        Instant now = occasion.now().truncatedTo(ChronoUnit.SECONDS);
        return occasion.previous()
                .map(Alert::sent)
                .filter(earlier -> earlier.isAfter(now))
                .orElse(now);
    }
}
