package org.citykit.host.command;

import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code citykit} with its subcommands. */
public final class Citykit {
    /** Everything went well. */
    static final int OK = 0;
    /** It could not be done; the reason was printed. */
    static final int FAILED = 1;
    /** The arguments make no sense; the usage was printed. */
    static final int USAGE = 2;

    private Citykit() {}

    /**
     * Runs a command on the process's standard streams.
     *
     * @return its exit code: 0 done, 1 could not be done, 2 wrong arguments
     */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("citykit.home")).map(Path::of);
        return run(new Console(out, err, home), arguments);
    }

    static int run(Console console, String... arguments) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection((Runnable) () -> {})
                .name("citykit")
                .mixinStandardHelpOptions(true)
                .versionProvider(() -> new String[] {"citykit " + version()})
                .addSubcommand("serve", new Serve(console).spec())
                .addSubcommand("pack", new Pack(console).spec())
                .addSubcommand("check", new Check(console).spec())
                .addSubcommand("sign", new Sign(console, System::getenv).spec())
                .addSubcommand("plan", new Plan(console).spec())
                .addSubcommand("apply", new Apply(console).spec())
                .addSubcommand("rollback", new Rollback(console).spec())
                .addSubcommand("status", new Status(console).spec())
                .addSubcommand("explain", new Explain(console).spec());
        spec.usageMessage().description("Serves a city portal and makes plugins for it.");
        CommandLine line = new CommandLine(spec)
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpWidth(100);
        line.setExecutionStrategy(parsed -> {
            if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
                line.usage(console.err());
                return USAGE;
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(arguments);
    }

    private static String version() {
        return Optional.ofNullable(Citykit.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("(development)");
    }
}
