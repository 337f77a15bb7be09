package org.citykit.host.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.citykit.api.CityKitException;
import org.citykit.runtime.plugin.pack.PackedPlugin;
import org.citykit.runtime.plugin.pack.PluginPacker;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code citykit pack}: makes one plugin file of a module and its private libraries. */
final class Pack implements Callable<Integer> {
    private final Console console;
    private final PositionalParamSpec module = PositionalParamSpec.builder()
            .paramLabel("MODULE.jar")
            .type(Path.class)
            .index("0")
            .required(true)
            .description("The plugin's own module, with its version.")
            .build();
    private final OptionSpec libraries = OptionSpec.builder("--lib", "-l")
            .paramLabel("JAR|FOLDER")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("1")
            .description("A private library, or a folder of them; may be given several times.")
            .build();
    private final OptionSpec target = OptionSpec.builder("--output", "-o")
            .paramLabel("PLUGIN.zip")
            .type(Path.class)
            .description("The plugin file; beside the module, and called like it, unless said.")
            .build();

    Pack(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .mixinStandardHelpOptions(true)
                .addPositional(module)
                .addOption(libraries)
                .addOption(target);
        spec.usageMessage().description("Makes one plugin file of a module and its private libraries, and checks it.");
        return spec;
    }

    @Override
    public Integer call() {
        Path jar = module.getValue();
        Path zip = target.getValue() == null ? beside(jar) : target.getValue();
        try {
            tell(PluginPacker.pack(jar, jars(libraries.getValue()), zip));
            return Citykit.OK;
        } catch (CityKitException refused) {
            console.err().println(refused.getMessage());
        } catch (IOException failed) {
            console.err()
                    .println("The plugin file cannot be made: " + failed + ". Check that the jars are there and that "
                            + zip + " can be written.");
        }
        return Citykit.FAILED;
    }

    private void tell(PackedPlugin packed) {
        PrintWriter out = console.out();
        out.println(packed.id() + " " + packed.version()
                + packed.apiVersion()
                        .map(api -> "   compiled against API " + api)
                        .orElse(""));
        out.println("  provides    " + String.join(", ", packed.providers()));
        if (!packed.libraries().isEmpty()) {
            out.println("  libraries   " + String.join(", ", packed.libraries()));
        }
        if (!packed.network().isEmpty()) {
            out.println("  asks for    network " + String.join(", ", packed.network()));
        }
        out.println("  SHA-256     " + packed.sha256());
        out.println("  written to  " + packed.file());
    }

    private static List<Path> jars(List<Path> given) throws IOException {
        List<Path> all = new ArrayList<>();
        if (given == null) {
            return all;
        }
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(all::add);
                }
            } else {
                all.add(path);
            }
        }
        return all;
    }

    private static Path beside(Path jar) {
        return jar.resolveSibling(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "") + ".zip");
    }
}
