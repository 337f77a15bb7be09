package org.citykit.host.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code citykit explain}: says what an error code means and what to do about it. */
final class Explain implements Callable<Integer> {
    private final Console console;
    private final PositionalParamSpec code = PositionalParamSpec.builder()
            .paramLabel("CODE")
            .type(String.class)
            .index("0")
            .required(true)
            .description("The code at the end of a message, for example setting-missing.")
            .build();

    Explain(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .mixinStandardHelpOptions(true)
                .addPositional(code);
        spec.usageMessage().description("Says what an error code means and what to do about it.");
        return spec;
    }

    @Override
    public Integer call() {
        String named = code.getValue();
        String anchor = named.substring(named.indexOf('#') + 1);
        Optional<List<String>> entry = HelpPages.entry(anchor);
        if (entry.isEmpty()) {
            console.err()
                    .println("There is no error code '" + anchor + "'. Messages end in theirs, as errors.md#code.");
            return Citykit.FAILED;
        }
        entry.get().forEach(line -> console.out().println(line));
        return Citykit.OK;
    }
}
