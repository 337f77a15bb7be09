package org.citykit.host.control;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.CityKitException;
import org.citykit.portal.Portal;
import org.citykit.runtime.ChangeRefusedException;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.supervision.Applied;
import org.citykit.runtime.supervision.ApplyOptions;
import org.citykit.runtime.unload.CheckDepth;

/**
 * Answers orders about one portal. Options of all orders: {@code format} (text or json) and {@code language}. Of plan
 * and apply: {@code rollback} (the number of a generation). Of apply: {@code plan} (the name of the plan that was
 * looked at), {@code accept-stored} (true), {@code proof} (an ISO 8601 duration). Of status: {@code unloads} (probes or
 * heap). Thread-safe; an answer may take as long as the change.
 */
public final class Control {
    private final Portal portal;
    private final Clock clock;

    /** A control of a portal. */
    public Control(Portal portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    /** Does what is wanted, and says what came of it. */
    public Answer answer(Order order) {
        Report report = order.option("format").filter("json"::equals).isPresent()
                ? new JsonReport(clock)
                : new TextReport(clock, portal.settings(), language(order));
        try {
            return switch (order.what()) {
                case STATUS -> status(order, report);
                case PLAN -> new Answer(true, report.plan(plan(order)));
                case APPLY -> apply(order, report);
            };
        } catch (CompositionException wrong) {
            return refused(report, wrong.problems());
        } catch (ChangeRefusedException refused) {
            return refused(report, refused.problems());
        } catch (CityKitException failed) {
            return refused(report, List.of(Problem.of(failed.code(), "", String.valueOf(failed.getMessage()))));
        } catch (NumberFormatException | DateTimeParseException wrong) {
            return new Answer(false, "An option cannot be understood: " + wrong.getMessage() + "\n");
        }
    }

    private Answer status(Order order, Report report) {
        Optional<String> unloads = order.option("unloads");
        return new Answer(
                true,
                report.status(new Status(
                        portal.settings().id(),
                        portal.health(),
                        portal.generations(),
                        portal.problems(),
                        unloads.isEmpty()
                                ? portal.unloads()
                                : portal.checkUnloads(
                                        unloads.get().equals("heap") ? CheckDepth.HEAP_PATH : CheckDepth.PROBES))));
    }

    private Plan plan(Order order) {
        Optional<String> rollback = order.option("rollback");
        return rollback.isPresent() ? portal.planRollback(Integer.parseInt(rollback.get())) : portal.plan();
    }

    private Answer apply(Order order, Report report) {
        Plan plan = plan(order);
        Optional<String> looked = order.option("plan");
        if (looked.isPresent() && !looked.get().equals(PlanName.of(plan))) {
            return new Answer(false, report.plan(plan) + report.anotherPlan(looked.get(), PlanName.of(plan)));
        }
        if (plan.isEmpty()) {
            return new Answer(true, report.plan(plan));
        }
        ApplyOptions how = order.option("rollback").isPresent() ? ApplyOptions.ROLLBACK : ApplyOptions.STANDARD;
        if (order.has("accept-stored")) {
            how = how.acceptingStored();
        }
        Optional<Duration> proof = order.option("proof").map(Duration::parse);
        if (proof.isPresent()) {
            how = how.provenWithin(proof.get());
        }
        try {
            Applied applied = portal.apply(plan, how);
            return new Answer(true, report.applied(applied));
        } catch (ChangeRefusedException refused) {
            return new Answer(false, report.refused(Optional.of(plan), refused.problems()));
        }
    }

    private static Answer refused(Report report, List<Problem> problems) {
        return new Answer(false, report.refused(Optional.empty(), problems));
    }

    private Locale language(Order order) {
        return order.option("language")
                .map(Locale::forLanguageTag)
                .orElseGet(() -> portal.settings().languages().get(0));
    }
}
