package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.Refusal;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Telemetry;

/** Tells everybody that a call is not made: the numbers, the listener, and whoever waits for it. Thread-safe. */
final class Refusals {
    private final String module;
    private final long generation;
    private final Telemetry telemetry;
    private final CallMeter meter;

    Refusals(String module, long generation, Telemetry telemetry, CallMeter meter) {
        this.module = module;
        this.generation = generation;
        this.telemetry = telemetry;
        this.meter = meter;
    }

    /** Ends a call with the reason; to be called without any lock. */
    void tell(Call<?> call, Refusal why, Dispatch dispatch) {
        meter.operation(call.what).refused();
        telemetry.publish(new RuntimeEvent.CallRefused(telemetry.now(), generation, module, call.what, why));
        call.fail(failed(call.what + " was not called: ", why, dispatch));
    }

    private static Guarded.Failed<Object> failed(String notCalled, Refusal why, Dispatch dispatch) {
        return switch (why) {
            case CLOSED -> failed(RuntimeError.RUNTIME_CLOSED, notCalled + "the module is closed.");
            case QUEUE_FULL -> {
                int most = dispatch.deadlines().limits().calls().waiting();
                yield failed(RuntimeError.MODULE_BUSY, notCalled + most + " calls wait already.");
            }
            case CIRCUIT_OPEN -> {
                Duration pause = dispatch.pause();
                yield failed(
                        RuntimeError.CIRCUIT_OPEN,
                        notCalled + "too many of its last calls failed or were slow. It is tried again in "
                                + (pause.toSeconds() + 1) + " s.");
            }
            case QUARANTINED -> {
                Optional<Guarded.Failed<Object>> stuck = dispatch.stuck();
                yield stuck.orElseGet(() -> failed(
                        RuntimeError.MODULE_QUARANTINED, notCalled + "an earlier call had not come back at the time."));
            }
        };
    }

    private static Guarded.Failed<Object> failed(RuntimeError code, String reason) {
        return new Guarded.Failed<>(code, reason, List.of());
    }
}
