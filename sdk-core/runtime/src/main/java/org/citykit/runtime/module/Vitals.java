package org.citykit.runtime.module;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.telemetry.Measuring;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Samples;
import org.citykit.runtime.telemetry.Telemetry;

/** How a module does, as health, as an event whenever it changes, and as numbers. Thread-safe. */
final class Vitals implements Measuring {
    private static final double MILLIS = 1e3;

    private final ModulePlan plan;
    private final ModuleServices services;
    private final Telemetry telemetry;
    private final Guard guard;
    private ModuleHealth health;

    Vitals(ModulePlan plan, ModuleServices services, Guard guard, Held held) {
        this.plan = plan;
        this.services = services;
        this.telemetry = services.deadlines().telemetry();
        this.guard = guard;
        this.health = health(ModuleHealth.State.STARTING, Optional.empty(), Optional.empty(), held);
    }

    /** Shows its numbers from now on. */
    void show() {
        telemetry.measure(part(), this);
    }

    /** Shows its numbers no more. */
    void hide() {
        telemetry.forget(part(), this);
    }

    /** How it does. While it is set aside, the stack is where its thread stands now. */
    ModuleHealth health() {
        ModuleHealth told;
        synchronized (this) {
            told = health;
        }
        List<String> stack = told.state() == ModuleHealth.State.QUARANTINED
                ? guard.stuck().map(Guarded.Failed::stack).orElse(told.stack())
                : told.stack();
        return new ModuleHealth(
                told.module(),
                told.provider(),
                told.plugin(),
                told.domain(),
                told.state(),
                told.reason(),
                stack,
                told.lastGood(),
                told.lastTried(),
                told.items(),
                told.defects(),
                told.defectCount(),
                guard.circuit(),
                guard.abandoned());
    }

    /** Takes down how it does after a try. */
    ModuleHealth tried(ModuleHealth.State state, Optional<Setback> setback, Held held) {
        return now(health(state, setback, Optional.of(services.clock().instant()), held));
    }

    /** Takes down that it has what it needs, without a try. */
    ModuleHealth resting(Held held) {
        return now(health(ModuleHealth.State.LIVE, Optional.empty(), Optional.empty(), held));
    }

    private ModuleHealth now(ModuleHealth now) {
        ModuleHealth.State before;
        synchronized (this) {
            before = health.state();
            health = now;
        }
        if (before != now.state()) {
            telemetry.publish(new RuntimeEvent.ModuleStateChanged(
                    telemetry.now(), services.generation(), plan.id(), before, now.state(), now.reason()));
        }
        return now;
    }

    @Override
    public void measure(Samples samples) {
        ModuleHealth now;
        synchronized (this) {
            now = health;
        }
        samples.gauge("citykit_module_items", "Items that a module holds.", now.items(), "module", plan.id());
        samples.gauge(
                "citykit_module_defects",
                "Pieces of input of the last good fetch that could not be used.",
                (double) now.defectCount(),
                "module",
                plan.id());
        now.lastGood()
                .ifPresent(since -> samples.gauge(
                        "citykit_module_data_age_seconds",
                        "How long ago a module last did well.",
                        Duration.between(since, services.clock().instant()).toMillis() / MILLIS,
                        "module",
                        plan.id()));
        for (ModuleHealth.State state : ModuleHealth.State.values()) {
            samples.gauge(
                    "citykit_module_state",
                    "1 for the state of a module, 0 for the others.",
                    state == now.state() ? 1 : 0,
                    "module",
                    plan.id(),
                    "state",
                    state.name().toLowerCase(Locale.ROOT));
        }
    }

    private String part() {
        return "module " + plan.id();
    }

    private ModuleHealth health(
            ModuleHealth.State state, Optional<Setback> setback, Optional<Instant> tried, Held held) {
        return new ModuleHealth(
                plan.id(),
                plan.provider(),
                plan.plugin() + " " + plan.pluginVersion(),
                Optional.of(plan.domain()),
                state,
                setback.map(Setback::problem),
                setback.map(Setback::stack).orElse(List.of()),
                held.since(),
                tried,
                held.items(),
                held.defects(),
                held.defectCount(),
                guard.circuit(),
                guard.abandoned());
    }
}
