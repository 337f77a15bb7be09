package org.citykit.runtime.unload;

import java.util.Optional;

/** Tasks that wait in the JVM's common pool, for a delay, or for a timer. */
final class PoolProbe implements Probe {
    @Override
    public void look(Look look) {
        Innards innards = look.innards();
        innards.read("java.util.concurrent.ForkJoinPool", "common")
                .flatMap(pool -> innards.read(pool.getClass(), pool, "queues"))
                .ifPresent(queues -> queued(look, (Object[]) queues));
        innards.read("java.util.concurrent.CompletableFuture$Delayer", "delayer")
                .ifPresent(delayer -> look.reach().from(delayer, PinKind.POOL_TASK, "a task that waits for its delay"));
        for (Thread thread : ThreadProbe.all()) {
            if (thread.getClass().getName().equals("java.util.TimerThread")) {
                Optional<Object> queue = innards.read(thread.getClass(), thread, "queue");
                queue.flatMap(it -> innards.read(it.getClass(), it, "queue"))
                        .ifPresent(tasks -> look.reach()
                                .from(tasks, PinKind.TIMER, "a task of the timer '" + thread.getName() + "'"));
            }
        }
    }

    private static void queued(Look look, Object[] queues) {
        for (Object queue : queues) {
            if (queue != null) {
                look.innards()
                        .read(queue.getClass(), queue, "array")
                        .ifPresent(tasks ->
                                look.reach().from(tasks, PinKind.POOL_TASK, "a task in the JVM's common pool"));
            }
        }
    }
}
