package org.citykit.host.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code citykit explain}: says what an error code means and what to do about it. */
final class Explain implements Callable<Integer> {
    private static final String HEADING = "#";
    private static final String ENTRY = "### ";

    private final Console console;
    private final PositionalParamSpec code = PositionalParamSpec.builder()
            .paramLabel("CODE")
            .type(String.class)
            .index("0")
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
        List<String> lines = document().lines().toList();
        int first = first(lines, anchor);
        if (first < 0) {
            console.err()
                    .println("There is no error code '" + anchor + "'. Messages end in theirs, as errors.md#code.");
            return Citykit.FAILED;
        }
        int last = first + 1;
        while (last < lines.size() && !lines.get(last).startsWith(HEADING)) {
            last++;
        }
        lines.subList(first, last).forEach(line -> console.out().println(line));
        return Citykit.OK;
    }

    private static int first(List<String> lines, String anchor) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(ENTRY) && line.substring(ENTRY.length()).strip().equals(anchor)) {
                return i;
            }
        }
        return -1;
    }

    private static String document() {
        try (InputStream bytes = Explain.class.getResourceAsStream("errors.md")) {
            return bytes == null ? "" : new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The host cannot read its own errors.md.", broken);
        }
    }
}
