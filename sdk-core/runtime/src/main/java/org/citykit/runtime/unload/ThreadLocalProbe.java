package org.citykit.runtime.unload;

import java.util.List;
import java.util.Optional;

/** Values that plugins left in threads. */
final class ThreadLocalProbe implements Probe {
    private static final List<String> MAPS = List.of("threadLocals", "inheritableThreadLocals");

    @Override
    public void look(Look look) {
        for (Thread thread : ThreadProbe.all()) {
            for (String map : MAPS) {
                look.innards()
                        .read(Thread.class, thread, map)
                        .flatMap(found -> look.innards().read(found.getClass(), found, "table"))
                        .ifPresent(table -> entries(look, thread, (Object[]) table));
            }
        }
    }

    private static void entries(Look look, Thread thread, Object[] table) {
        for (Object entry : table) {
            Optional<Object> value =
                    entry == null ? Optional.empty() : look.innards().read(entry.getClass(), entry, "value");
            value.ifPresent(it -> look.reach()
                    .from(
                            it,
                            PinKind.THREAD_LOCAL,
                            "the value of a ThreadLocal on the thread '" + thread.getName() + "'"));
        }
    }
}
