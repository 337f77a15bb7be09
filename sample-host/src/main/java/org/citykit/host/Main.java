package org.citykit.host;

import org.citykit.host.command.Citykit;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Citykit.run(arguments));
    }
}
