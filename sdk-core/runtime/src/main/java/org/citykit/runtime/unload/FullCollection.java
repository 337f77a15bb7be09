package org.citykit.runtime.unload;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Collects garbage on request, and says whether what is left is proven to be held. Thread-safe. */
final class FullCollection {
    private static final int ROUNDS = 2;

    private final VmFlags flags;

    FullCollection(VmFlags flags) {
        this.flags = flags;
    }

    /**
     * What a collection proved.
     *
     * @param proven whether whatever is left is held by somebody
     * @param doubt why not, with what to do
     */
    record Result(boolean proven, Optional<String> doubt) {
        static Result doubtful(String why) {
            return new Result(false, Optional.of(why));
        }
    }

    /** Collects twice: what a finalizer held is free at the second time. */
    Result run() {
        if (flags.isOn("DisableExplicitGC")) {
            return Result.doubtful("The JVM was started with -XX:+DisableExplicitGC, so that nobody can ask it for a"
                    + " collection of garbage. Ask for the heap path, or leave the switch out.");
        }
        if (flags.isOff("ClassUnloading")) {
            return Result.doubtful("The JVM was started with -Xnoclassgc or -XX:-ClassUnloading and never unloads a"
                    + " class. Leave the switch out.");
        }
        boolean unloaded = true;
        for (int round = 0; round < ROUNDS; round++) {
            Canary canary = Canary.release();
            System.gc();
            unloaded &= canary.gone();
        }
        if (!unloaded) {
            return Result.doubtful(
                    "The JVM was asked for a collection of garbage and unloaded no classes. Ask again" + " later.");
        }
        if (marksWhileRunning()) {
            return Result.doubtful("The JVM was started with -XX:+ExplicitGCInvokesConcurrent, whose collections leave"
                    + " some garbage behind. Ask for the heap path, or leave the switch out.");
        }
        return new Result(true, Optional.empty());
    }

    /** With G1 a collection that marks while the program runs has been seen to leave clean loaders alive. */
    private boolean marksWhileRunning() {
        return flags.isOn("ExplicitGCInvokesConcurrent")
                && ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .anyMatch(name -> name.startsWith("G1"));
    }
}
