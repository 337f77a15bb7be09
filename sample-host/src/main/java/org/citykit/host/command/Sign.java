package org.citykit.host.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.citykit.api.CityKitException;
import org.citykit.runtime.plugin.pack.PluginSigner;
import org.citykit.runtime.plugin.pack.SigningKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code citykit sign}: signs a plugin file with a key of the signer's own. */
final class Sign implements Callable<Integer> {
    private final Console console;
    private final Function<String, @Nullable String> environment;
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .paramLabel("FILE")
            .type(Path.class)
            .index("0")
            .required(true)
            .description("The plugin file.")
            .build();
    private final OptionSpec store = OptionSpec.builder("--keystore", "-k")
            .paramLabel("P12")
            .type(Path.class)
            .required(true)
            .description("The PKCS#12 file with the key; keytool makes one.")
            .build();
    private final OptionSpec alias = OptionSpec.builder("--alias", "-a")
            .paramLabel("NAME")
            .type(String.class)
            .defaultValue("")
            .description("The key's name in it, unless there is only one.")
            .build();
    private final OptionSpec passwordName = OptionSpec.builder("--password-env")
            .paramLabel("VARIABLE")
            .type(String.class)
            .description("The environment variable that holds the password.")
            .build();
    private final OptionSpec asked = OptionSpec.builder("--password")
            .type(char[].class)
            .interactive(true)
            .arity("0")
            .prompt("Password of the keystore: ")
            .description("Asks for the password.")
            .build();
    private final OptionSpec target = OptionSpec.builder("--output", "-o")
            .paramLabel("OUT")
            .type(Path.class)
            .description("The signed file; it takes the file's own place unless said.")
            .build();
    private final OptionSpec replace = OptionSpec.builder("--replace")
            .type(boolean.class)
            .description("Takes earlier signatures out, instead of standing beside them.")
            .build();

    /** @param environment the variables of the process */
    Sign(Console console, Function<String, @Nullable String> environment) {
        this.console = console;
        this.environment = environment;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .mixinStandardHelpOptions(true)
                .addPositional(file)
                .addOption(store)
                .addOption(alias)
                .addOption(passwordName)
                .addOption(asked)
                .addOption(target)
                .addOption(replace);
        spec.usageMessage().description("Signs a plugin file, so that portals know who answers for it.");
        return spec;
    }

    @Override
    public Integer call() {
        Optional<char[]> password = password();
        if (password.isEmpty()) {
            return Citykit.USAGE;
        }
        Path archive = file.getValue();
        Path out = target.getValue() == null ? archive : target.getValue();
        try {
            SigningKey key = SigningKey.of(store.getValue(), alias.getValue(), password.get());
            PluginSigner.Earlier earlier =
                    Boolean.TRUE.equals(replace.getValue()) ? PluginSigner.Earlier.REPLACE : PluginSigner.Earlier.KEEP;
            tell(PluginSigner.sign(archive, out, key, earlier));
            return Citykit.OK;
        } catch (CityKitException refused) {
            console.err().println(refused.getMessage());
        } catch (IOException failed) {
            console.err()
                    .println("The file cannot be signed: " + failed + ". Check that " + archive
                            + " is a plugin file and that " + out + " can be written.");
        } finally {
            Arrays.fill(password.get(), '\0');
        }
        return Citykit.FAILED;
    }

    private void tell(PluginSigner.SignedPlugin signed) {
        PrintWriter out = console.out();
        out.println("signed by     " + signed.signer().subject());
        out.println("  key         " + signed.signer().keySha256());
        out.println("  until       " + signed.signer().notAfter());
        out.println("  SHA-256     " + signed.sha256());
        out.println("  written to  " + signed.file());
        out.println("A portal trusts it once the key stands under trust: in its portal.yaml.");
    }

    private Optional<char[]> password() {
        char[] typed = asked.getValue();
        if (typed != null) {
            return Optional.of(typed);
        }
        String variable = passwordName.getValue();
        if (variable == null) {
            console.err()
                    .println("The keystore has a password. Name an environment variable that holds it with"
                            + " --password-env, or be asked for it with --password.");
            return Optional.empty();
        }
        String value = environment.apply(variable);
        if (value == null || value.isEmpty()) {
            console.err()
                    .println("The environment variable '" + variable + "' is not set. Set it, or be asked for the"
                            + " password with --password.");
            return Optional.empty();
        }
        return Optional.of(value.toCharArray());
    }
}
