package org.citykit.host.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in the foreground of this JVM: it shares the terminal and is stopped, gracefully, before this JVM
 * ends, whoever ends it. A plain child process would be left behind by a build that is told to stop.
 */
public final class Foreground {
    private static final long GRACE_SECONDS = 20;

    private Foreground() {}

    /**
     * Runs a program and exits this JVM with the program's exit code.
     *
     * @param command the program and its arguments
     * @throws IOException where the program cannot be started
     * @throws InterruptedException where this thread is interrupted while the program runs
     */
    public static void main(String[] command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program), "stop-program"));
        System.exit(program.waitFor());
    }

    private static void stop(Process program) {
        // Where a process can only be killed, Ctrl-C has reached it through the terminal already.
        if (program.supportsNormalTermination()) {
            program.destroy();
        }
        try {
            if (!program.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException e) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
