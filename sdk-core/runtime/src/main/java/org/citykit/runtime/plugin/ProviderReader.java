package org.citykit.runtime.plugin;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.runtime.Domain;
import org.citykit.runtime.RuntimeError;

/** Reads the providers of a plugin's module from its descriptor and its class files. Confined. */
final class ProviderReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");

    private final StagedModule main;
    private final Findings findings;

    ProviderReader(StagedModule main, Findings findings) {
        this.main = main;
        this.findings = findings;
    }

    List<ProviderFacts> read() throws IOException {
        List<ProviderFacts> providers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean provides = false;
        try (ModuleReader reader = main.module().open()) {
            for (ModuleDescriptor.Provides service : main.module().descriptor().provides()) {
                Optional<Domain> domain = Domain.ofService(service.service());
                if (domain.isEmpty()) {
                    continue;
                }
                provides = true;
                for (String className : service.providers()) {
                    provider(reader, domain.get(), className).ifPresent(facts -> {
                        if (!ids.add(facts.id())) {
                            malformed("Two providers have the id '" + facts.id() + "'. Give each its own.");
                        }
                        providers.add(facts);
                    });
                }
            }
        }
        providers.sort(Comparator.comparing(ProviderFacts::id).thenComparing(ProviderFacts::className));
        if (!provides) {
            malformed("Module " + main.moduleName() + " provides nothing of the API. Write 'provides … with …' for at"
                    + " least one of its provider interfaces into module-info.java.");
        }
        return providers;
    }

    private Optional<ProviderFacts> provider(ModuleReader reader, Domain domain, String className) throws IOException {
        Optional<ClassFileFacts> read = facts(reader, className.replace('.', '/'));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        ClassFileFacts facts = read.get();
        String what = "Provider class " + className;
        if (!facts.isAnnotated()) {
            malformed(what + " has no annotation @Provider. Add it, with an id and the record of its settings.");
            return Optional.empty();
        }
        if (!facts.isConstructible()) {
            malformed(what + " cannot be made. Make it a public class with a public constructor without parameters.");
        }
        if (!ID.matcher(facts.id()).matches()) {
            malformed(
                    what + " has the id '" + facts.id() + "'. Use 1 to 60 lower-case ASCII letters, digits and hyphens,"
                            + " without a hyphen at either end.");
        }
        checkSettings(reader, what, facts);
        return Optional.of(new ProviderFacts(facts.id(), domain, className, facts.settingsName()));
    }

    private void checkSettings(ModuleReader reader, String what, ClassFileFacts facts) throws IOException {
        boolean isRecord = facts(reader, facts.settingsPath())
                .map(ClassFileFacts::isRecord)
                .orElse(true);
        if (!isRecord) {
            malformed(what + " names " + facts.settingsName() + " as its settings, which is no record. Name a record.");
        }
    }

    private Optional<ClassFileFacts> facts(ModuleReader reader, String path) throws IOException {
        Optional<ByteBuffer> bytes = reader.read(path + ".class");
        if (bytes.isEmpty()) {
            malformed("Class " + path.replace('/', '.') + " is not in " + main.name()
                    + ". A provider and its settings belong into the plugin's own module.");
            return Optional.empty();
        }
        byte[] copy = new byte[bytes.get().remaining()];
        bytes.get().get(copy);
        reader.release(bytes.get().rewind());
        try {
            return Optional.of(ClassFileFacts.read(copy));
        } catch (RuntimeException | StackOverflowError e) {
            malformed("Class " + path.replace('/', '.') + " cannot be read: " + e + ". Compile it for Java "
                    + Runtime.version().feature() + " or older and pack it again.");
            return Optional.empty();
        }
    }

    private void malformed(String message) {
        findings.add(RuntimeError.PLUGIN_MALFORMED, message);
    }
}
