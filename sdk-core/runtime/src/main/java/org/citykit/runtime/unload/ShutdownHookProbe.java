package org.citykit.runtime.unload;

import java.util.Map;

/** Hooks that run when the JVM stops. */
final class ShutdownHookProbe implements Probe {
    @Override
    public void look(Look look) {
        look.innards().read("java.lang.ApplicationShutdownHooks", "hooks").ifPresent(hooks -> {
            for (Object hook : ((Map<?, ?>) hooks).keySet().toArray()) {
                Thread thread = (Thread) hook;
                ThreadProbe.parts(look, thread, PinKind.SHUTDOWN_HOOK, "the shutdown hook '" + thread.getName() + "'");
            }
        });
    }
}
