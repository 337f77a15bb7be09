package org.citykit.host.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.citykit.runtime.check.Baseline;
import org.citykit.runtime.check.CheckOptions;
import org.citykit.runtime.check.CheckReport;
import org.citykit.runtime.check.CheckText;
import org.citykit.runtime.check.PluginCheck;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code citykit check}: finds everything that is wrong with plugin files, without running them. */
final class Check implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "json", "sarif");

    private final Console console;
    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("1..*")
            .required(true)
            .description("A plugin file, or a folder with a compiled module; they may require each other.")
            .build();
    private final OptionSpec plugins = OptionSpec.builder("--plugins", "-p")
            .paramLabel("FOLDER")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("1")
            .description("A folder of plugins that the files may require; may be given several times.")
            .build();
    private final OptionSpec format = OptionSpec.builder("--format", "-f")
            .paramLabel("FORMAT")
            .type(String.class)
            .defaultValue("text")
            .description("text (unless said), json, or sarif, which code hosts and editors read.")
            .build();
    private final OptionSpec output = OptionSpec.builder("--output", "-o")
            .paramLabel("OUT")
            .type(Path.class)
            .description("The file to write the report to, instead of the terminal.")
            .build();
    private final OptionSpec strict = OptionSpec.builder("--strict")
            .type(boolean.class)
            .description("Warnings count like errors.")
            .build();
    private final OptionSpec baseline = OptionSpec.builder("--baseline")
            .paramLabel("ACCEPTED")
            .type(Path.class)
            .description("A file of findings that are accepted; those that are not found any more are told.")
            .build();
    private final OptionSpec written = OptionSpec.builder("--write-baseline")
            .paramLabel("ACCEPTED")
            .type(Path.class)
            .description("Writes the errors and warnings that are found to a file for --baseline.")
            .build();

    Check(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .mixinStandardHelpOptions(true)
                .addPositional(files)
                .addOption(plugins)
                .addOption(format)
                .addOption(output)
                .addOption(strict)
                .addOption(baseline)
                .addOption(written);
        spec.usageMessage()
                .description("Finds everything that is wrong with plugin files, without running them.")
                .footer("", "Exit code: 0 nothing wrong, 1 something is, 2 wrong arguments.");
        return spec;
    }

    @Override
    public Integer call() {
        String form = format.<String>getValue().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(form)) {
            console.err().println("There is no format '" + form + "'. Use one of " + String.join(", ", FORMATS) + ".");
            return Citykit.USAGE;
        }
        try {
            CheckReport report = PluginCheck.of(options()).check(files.getValue());
            write(report, form);
            Path accepted = written.getValue();
            if (accepted != null) {
                Files.write(accepted, Baseline.lines(report), StandardCharsets.UTF_8);
            }
            return report.isGood(Boolean.TRUE.equals(strict.getValue())) ? Citykit.OK : Citykit.FAILED;
        } catch (IOException | UncheckedIOException failed) {
            console.err()
                    .println("The check cannot be made: " + failed.getMessage()
                            + ". Check the baseline, the output and the folder of temporary files.");
            return Citykit.FAILED;
        }
    }

    private CheckOptions options() throws IOException {
        CheckOptions options = CheckOptions.on(LocalDate.now(Clock.systemUTC()));
        List<Path> folders = plugins.getValue();
        if (folders != null) {
            options = options.withPlugins(folders);
        }
        Path accepted = baseline.getValue();
        return accepted == null ? options : options.withBaseline(Baseline.read(accepted));
    }

    private void write(CheckReport report, String form) throws IOException {
        List<String> lines =
                switch (form) {
                    case "json" -> pretty(CheckJson.of(report));
                    case "sarif" -> pretty(CheckSarif.of(report, Path.of("")));
                    default -> CheckText.lines(report);
                };
        Path out = output.getValue();
        if (out == null) {
            lines.forEach(line -> console.out().println(line));
        } else {
            Files.write(out, lines, StandardCharsets.UTF_8);
        }
    }

    private static List<String> pretty(ObjectNode json) {
        return json.toPrettyString().lines().toList();
    }
}
