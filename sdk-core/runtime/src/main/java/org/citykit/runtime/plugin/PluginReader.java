package org.citykit.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citykit.runtime.Domain;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.trust.Bom;
import org.citykit.runtime.trust.Signatures;

/** Reads what a staged plugin is. Confined. */
final class PluginReader {
    private static final String SLF4J = "org.slf4j";
    private static final List<String> BOMS =
            List.of("META-INF/sbom/application.cdx.json", "META-INF/sbom/bom.json", "META-INF/sbom/bom.cdx.json");
    /** One byte more than {@link Bom} takes is told as too many. */
    private static final int BOM_BYTES = 4 << 20;

    private static final int FIRST_CLASS_VERSION = 44;

    private final StagedFile file;
    private final Findings findings;
    private List<ZipDirectory.Entry> entries = List.of();

    private PluginReader(StagedFile file) {
        this.file = file;
        this.findings = new Findings(file.fileName());
    }

    /** @throws PluginRefusedException when it cannot be used */
    static ReadPlugin read(StagedFile file) {
        return new PluginReader(file).facts();
    }

    private ReadPlugin facts() {
        checkArchives();
        StagedFile.Jar first = file.jars().get(0);
        try {
            StagedModule main = main(first);
            List<StagedModule> libraries = libraries();
            checkNames(main, libraries);
            Optional<String> apiVersion = checkDescriptor(main.module().descriptor());
            List<ProviderFacts> providers = new ProviderReader(main, findings).read();
            providers.forEach(provider -> checkVersions(main, provider));
            PluginManifest manifest = manifest(main);
            checkOptional(main.module().descriptor(), manifest);
            Optional<Bom> bom = bom(main);
            findings.refuseIfAny();
            PluginHead head = PluginHead.of(
                    ModuleShape.of(main.module().descriptor()), apiVersion, providers, manifest, signatures());
            List<StagedModule> modules = new ArrayList<>(libraries);
            modules.add(0, main);
            Audit audit = Audit.of(modules.stream().map(StagedModule::path).toList(), manifest.declared());
            return new ReadPlugin(head, modules, audit, bom);
        } catch (IOException e) {
            throw findings.refuse(
                    RuntimeError.PLUGIN_UNREADABLE,
                    first.name() + " cannot be read: " + e.getMessage() + ". Copy the file here again.");
        }
    }

    private Signatures signatures() throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        file.jars().forEach(jar -> jars.put(jar.name(), jar.path()));
        return file.isAlone() ? Signatures.read(file.archive()) : Signatures.read(file.archive(), jars);
    }

    private void checkArchives() {
        ArchiveCheck check = new ArchiveCheck(ArchiveLimits.DEFAULT, findings);
        StagedFile.Jar main = file.jars().get(0);
        entries = check.main(main.name(), main.path());
        for (ZipDirectory.Entry entry : entries) {
            if (PluginFile.isJar(entry.name())) {
                malformed("Entry '" + entry.name() + "' of " + main.name() + " is a jar in a jar, which is never read."
                        + " Make a zip with the plugin's jar at its root and its libraries in lib/.");
            }
        }
        file.jars().stream().skip(1).forEach(jar -> check.library(jar.name(), jar.path()));
    }

    private void checkVersions(StagedModule main, ProviderFacts provider) {
        for (String name : List.of(provider.className(), provider.settingsName())) {
            VersionedNames.of(entries, name.replace('.', '/') + ".class")
                    .ifPresent(entry -> malformed("Entry '" + entry + "' of " + main.name()
                            + " makes a provider or its settings another for some versions of Java. Leave it out."));
        }
    }

    private StagedModule main(StagedFile.Jar jar) throws IOException {
        checkClassVersion(jar);
        Optional<StagedModule> read = module(jar);
        findings.refuseIfAny();
        StagedModule main = read.orElseThrow();
        if (main.module().descriptor().isAutomatic()) {
            throw findings.refuse(
                    RuntimeError.PLUGIN_NOT_A_MODULE,
                    jar.name() + " is no Java module: it has no module-info.class. Write a module-info.java that"
                            + " requires " + HostApi.MODULE + " and provides its interfaces.");
        }
        return main;
    }

    private void checkClassVersion(StagedFile.Jar jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.path().toFile())) {
            ZipEntry entry = zip.getEntry(PluginFile.DESCRIPTOR);
            if (entry == null) {
                return;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] head = in.readNBytes(8);
                int java = isClass(head) ? (((head[6] & 0xff) << 8) | (head[7] & 0xff)) - FIRST_CLASS_VERSION : 0;
                if (java > Runtime.version().feature()) {
                    throw findings.refuse(
                            RuntimeError.PLUGIN_UNLINKABLE,
                            jar.name() + " is compiled for Java " + java + ", and this portal runs on Java "
                                    + Runtime.version().feature()
                                    + ". Run the portal on Java " + java + ", or ask the vendor for a plugin for Java "
                                    + Runtime.version().feature() + ".");
                }
            }
        }
    }

    private static boolean isClass(byte[] head) {
        return head.length == 8 && ByteBuffer.wrap(head).getInt() == 0xcafebabe;
    }

    private List<StagedModule> libraries() {
        List<StagedModule> libraries = new ArrayList<>();
        for (StagedFile.Jar jar : file.jars().subList(1, file.jars().size())) {
            module(jar).ifPresent(libraries::add);
        }
        return libraries;
    }

    private Optional<StagedModule> module(StagedFile.Jar jar) {
        try {
            Set<ModuleReference> found = ModuleFinder.of(jar.path()).findAll();
            if (found.size() == 1) {
                return Optional.of(new StagedModule(
                        jar.name(), jar.path(), found.iterator().next()));
            }
            findings.add(RuntimeError.PLUGIN_NOT_A_MODULE, jar.name() + " is no jar with classes. Leave it out.");
        } catch (FindException | SecurityException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            findings.add(
                    RuntimeError.PLUGIN_NOT_A_MODULE,
                    jar.name() + " cannot be read as a Java module: " + reason.getMessage()
                            + ". Pack it again, or use another version of it.");
        }
        return Optional.empty();
    }

    private void checkNames(StagedModule main, List<StagedModule> libraries) {
        Map<String, String> names = new HashMap<>(Map.of(main.moduleName(), main.name()));
        for (StagedModule library : libraries) {
            String other = names.put(library.moduleName(), library.name());
            if (other != null) {
                malformed(library.name() + " and " + other + " are both module " + library.moduleName()
                        + ". Leave one of them.");
            }
            if (provides(library)) {
                findings.add(
                        RuntimeError.PLUGIN_NOT_A_MODULE,
                        library.name() + " is a plugin of its own: it provides an interface of the API, and so does "
                                + main.name() + ". Make a second plugin file of it.");
            }
        }
        List<StagedModule> all = new ArrayList<>(libraries);
        all.add(main);
        all.forEach(this::checkBroughtByPortal);
    }

    private static boolean provides(StagedModule jar) {
        return jar.module().descriptor().provides().stream()
                .anyMatch(it -> Domain.ofService(it.service()).isPresent());
    }

    private void checkBroughtByPortal(StagedModule jar) {
        Set<String> packages = new HashSet<>(HostApi.packages());
        packages.add(SLF4J);
        packages.retainAll(jar.module().descriptor().packages());
        if (!packages.isEmpty()) {
            malformed(jar.name() + " holds package " + packages.iterator().next() + ", which the portal brings. Leave"
                    + " it out of the plugin.");
        }
    }

    private Optional<String> checkDescriptor(ModuleDescriptor descriptor) {
        Optional<String> version = descriptor.rawVersion();
        if (version.isEmpty()) {
            malformed("Module " + descriptor.name() + " has no version. Compile or pack it with --module-version.");
        } else if (SemanticVersion.parse(version.get()).isEmpty()) {
            malformed("Module " + descriptor.name() + " has the version '" + version.get()
                    + "', which cannot be compared with others. Use numbers by semver.org, for example 1.4.0.");
        }
        Optional<ModuleDescriptor.Requires> api = descriptor.requires().stream()
                .filter(it -> it.name().equals(HostApi.MODULE))
                .findFirst();
        if (api.isEmpty()) {
            malformed("Module " + descriptor.name() + " does not require " + HostApi.MODULE
                    + ". Add it to module-info.java.");
        }
        Optional<String> compiled = api.flatMap(ModuleDescriptor.Requires::rawCompiledVersion);
        compiled.ifPresent(this::checkApi);
        return compiled;
    }

    /** What may be absent at run time must be declared so to Java as well, or its module cannot be linked without. */
    private void checkOptional(ModuleDescriptor descriptor, PluginManifest manifest) {
        for (ModuleDescriptor.Requires requires : descriptor.requires()) {
            if (manifest.optional().containsKey(requires.name())
                    && !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) {
                malformed("Module " + descriptor.name() + " requires " + requires.name()
                        + ", which " + ManifestReader.PATH + " calls optional. Write 'requires static "
                        + requires.name() + "' into module-info.java, or leave 'optional' out.");
            }
        }
    }

    private void checkApi(String compiled) {
        Optional<SemanticVersion> theirs = SemanticVersion.parse(compiled);
        Optional<SemanticVersion> ours = HostApi.descriptor().rawVersion().flatMap(SemanticVersion::parse);
        if (theirs.isPresent()
                && ours.isPresent()
                && theirs.get().major().compareTo(ours.get().major()) > 0) {
            findings.add(
                    RuntimeError.PLUGIN_API_MISMATCH,
                    "It is compiled against API " + compiled + ", and this portal has " + ours.get()
                            + ". Update the portal, or use an older version of the plugin.");
        }
    }

    private PluginManifest manifest(StagedModule main) throws IOException {
        try (ModuleReader reader = main.module().open()) {
            Optional<InputStream> found = reader.open(ManifestReader.PATH);
            if (found.isEmpty()) {
                return PluginManifest.NONE;
            }
            try (InputStream in = found.get()) {
                byte[] json = in.readNBytes(ManifestReader.BYTES + 1);
                if (json.length > ManifestReader.BYTES) {
                    malformed(ManifestReader.PATH + " is larger than " + ManifestReader.BYTES + " bytes. Shorten it.");
                    return PluginManifest.NONE;
                }
                return ManifestReader.read(json, findings);
            }
        }
    }

    private static Optional<Bom> bom(StagedModule main) throws IOException {
        try (ModuleReader reader = main.module().open()) {
            for (String name : BOMS) {
                Optional<InputStream> found = reader.open(name);
                if (found.isPresent()) {
                    try (InputStream in = found.get()) {
                        return Optional.of(Bom.read(in.readNBytes(BOM_BYTES + 1)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void malformed(String message) {
        findings.add(RuntimeError.PLUGIN_MALFORMED, message);
    }
}
