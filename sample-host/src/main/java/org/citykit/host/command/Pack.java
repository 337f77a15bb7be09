package org.citykit.host.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code citykit pack}. */
final class Pack implements Callable<Integer> {
    private final Console console;

    Pack(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        return CommandSpec.wrapWithoutInspection(this).mixinStandardHelpOptions(true);
    }

    @Override
    public Integer call() {
        console.err().println("?");
        return Citykit.FAILED;
    }
}
