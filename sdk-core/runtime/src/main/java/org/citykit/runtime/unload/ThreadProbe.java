package org.citykit.runtime.unload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** Threads that run a plugin's code, were made by it, or would tell it of an exception. */
final class ThreadProbe implements Probe {
    @Override
    public void look(Look look) {
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            if (thread != Thread.currentThread()) {
                stack(look.suspects(), thread, entry.getValue());
                parts(look, thread, kind(thread), "the thread '" + thread.getName() + "'");
                handler(look, thread);
            }
        }
    }

    /** Looks at what a thread was made from, whether or not it runs. */
    static void parts(Look look, Thread thread, PinKind kind, String named) {
        Suspects suspects = look.suspects();
        Optional<ClassLoader> own = suspects.ownerOf(thread);
        if (own.isPresent()) {
            suspects.pin(
                    own.get(), kind, named + " of class " + thread.getClass().getName());
            return;
        }
        suspects.ownerOf(thread.getContextClassLoader())
                .ifPresent(
                        loader -> suspects.pin(loader, kind, named + ", whose context class loader is the plugin's"));
        ThreadGroup group = thread.getThreadGroup();
        suspects.ownerOf(group)
                .ifPresent(loader -> suspects.pin(loader, kind, named + " in the group of class " + groupClass(group)));
        Innards innards = look.innards();
        innards.read(Thread.class, thread, "target")
                .or(() -> innards.read(Thread.class, thread, "holder")
                        .flatMap(holder -> innards.read(holder.getClass(), holder, "task")))
                .ifPresent(task -> look.reach().from(task, kind, "what " + named + " runs"));
        innards.read(Thread.class, thread, "inheritedAccessControlContext")
                .ifPresent(made -> look.reach()
                        .from(made, kind, "the access control context of " + named + ", which the plugin's code made"));
    }

    private static void stack(Suspects suspects, Thread thread, StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            for (ClassLoader loader : suspects.named(frame.getClassLoaderName())) {
                if (!isOfAnotherGeneration(thread.getContextClassLoader(), loader)) {
                    suspects.pin(
                            loader,
                            kind(thread),
                            "the running thread '" + thread.getName() + "', which is at " + frame);
                }
            }
            if (!suspects.named(frame.getClassLoaderName()).isEmpty()) {
                return;
            }
        }
    }

    /** A frame tells the name of its loader and not the loader itself; the thread's context may tell more. */
    private static boolean isOfAnotherGeneration(@Nullable ClassLoader context, ClassLoader loader) {
        return context != null
                && context != loader
                && loader.getName() != null
                && loader.getName().equals(context.getName());
    }

    private static void handler(Look look, Thread thread) {
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        if (handler != null && !(handler instanceof ThreadGroup)) {
            look.reach()
                    .from(
                            handler,
                            PinKind.UNCAUGHT_HANDLER,
                            "the handler of uncaught exceptions of the thread '" + thread.getName() + "'");
        }
    }

    private static PinKind kind(Thread thread) {
        String type = thread.getClass().getName();
        boolean pool = thread instanceof ForkJoinWorkerThread
                || thread.getName().equals("CompletableFutureDelayScheduler")
                || type.equals("java.util.concurrent.DelayScheduler");
        return type.equals("java.util.TimerThread") ? PinKind.TIMER : pool ? PinKind.POOL_TASK : PinKind.THREAD;
    }

    private static String groupClass(@Nullable ThreadGroup group) {
        return group == null ? "" : group.getClass().getName();
    }

    /** The threads of this JVM. */
    static List<Thread> all() {
        return List.copyOf(Thread.getAllStackTraces().keySet());
    }
}
