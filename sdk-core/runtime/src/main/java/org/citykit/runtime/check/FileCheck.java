package org.citykit.runtime.check;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.ProviderFacts;
import org.citykit.runtime.trust.Signatures;
import org.objectweb.asm.Opcodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks one plugin file that a portal can read. Confined. */
final class FileCheck {
    private static final Logger LOG = LoggerFactory.getLogger(FileCheck.class);

    private static final long LARGE = 64L << 20;
    private static final int JAVA_FLOOR = 17;

    private final PluginFacts facts;
    private final PortalClasses portal;
    private final CheckOptions options;
    private final String api;
    private final FoundList found = new FoundList();
    private final List<Closeable> opened = new ArrayList<>();

    FileCheck(PluginFacts facts, PortalClasses portal, CheckOptions options, String api) {
        this.facts = facts;
        this.portal = portal;
        this.options = options;
        this.api = api;
    }

    /**
     * @param around the plugins it may require, by id
     * @param unlinkable why its modules cannot be linked
     */
    CheckedFile run(Path file, Path work, Map<String, PluginFacts> around, List<Problem> unlinkable) {
        int classes = 0;
        unlinkable.forEach(problem -> found.add(finding(problem)));
        try {
            PluginJars jars = PluginJars.of(file, work);
            List<JarClasses> opened = open(jars.all());
            classes = opened.stream().mapToInt(jar -> jar.names().size()).sum();
            Universe universe = new Universe(opened, facts.descriptor(), neighbours(around, work), portal);
            references(opened, universe);
            settings(opened.get(0), universe);
            Audit audit = Audit.of(jars.all(), facts.manifest().declared());
            new AuditFindings(audit, found::add).run();
            ManifestLint manifest = new ManifestLint(facts, options, found::add);
            manifest.run();
            manifest.declared(audit.kinds());
            trust(file);
            size(file, classes);
        } catch (IOException e) {
            found.add(finding(Problem.of(
                    RuntimeError.PLUGIN_UNREADABLE,
                    "",
                    "The file cannot be read: " + e.getMessage() + ". Copy it again.")));
        } finally {
            close();
        }
        return new CheckedFile(
                file.toString(),
                facts.id(),
                facts.version(),
                facts.sha256(),
                size(file),
                facts.providers().stream().map(ProviderFacts::id).toList(),
                classes,
                found.sorted(),
                0);
    }

    private void references(List<JarClasses> jars, Universe universe) {
        Wording wording = new Wording(universe, api);
        Map<String, Ancestry> ancestries = LinkCheck.ancestries();
        for (int i = 0; i < jars.size(); i++) {
            JarClasses jar = jars.get(i);
            boolean own = i == 0;
            LibraryFindings library = new LibraryFindings(jar.name());
            Consumer<Finding> sink = own ? found::add : library;
            LinkFindings words = new LinkFindings(universe, wording, own ? "" : jar.name(), sink);
            for (String name : jar.names()) {
                references(jar, name, new References(universe, words, own, ancestries));
            }
            library.tell(found::add);
        }
    }

    private record References(Universe universe, LinkFindings words, boolean own, Map<String, Ancestry> ancestries) {}

    private void references(JarClasses jar, String name, References to) {
        byte[] bytes;
        ClassShape shape;
        try {
            bytes = jar.bytes(name).orElse(new byte[0]);
            shape = ShapeReader.read(bytes);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // The audit tells it: it reads every class file too.
            return;
        }
        if (!shape.is(Opcodes.ACC_MODULE)) {
            LinkCheck check = new LinkCheck(to.universe(), to.words(), shape, to.own(), to.ancestries());
            check.inheritance();
            references(bytes, check);
        }
        if (to.own()) {
            javaVersion(bytes);
        }
    }

    private static void references(byte[] bytes, LinkCheck check) {
        try {
            ReferenceReader.read(bytes, check);
        } catch (RuntimeException | StackOverflowError unreadable) {
            // What was found so far counts; the audit tells that it is not all.
            LOG.debug("The code of a class cannot be read.", unreadable);
        }
    }

    private void javaVersion(byte... bytes) {
        int java = ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) - 44;
        if (java > JAVA_FLOOR) {
            found.add(Finding.of(
                    FindingRule.JAVA_TOO_NEW,
                    "Java " + java,
                    "Some of its classes are compiled for Java " + java + ".",
                    "Portals on Java " + JAVA_FLOOR + ", which CityKit supports, cannot load them.",
                    "Compile with --release " + JAVA_FLOOR + ", or tell webmasters."));
        }
    }

    private void settings(JarClasses own, Universe universe) {
        SettingsLint lint = new SettingsLint(universe, own, found::add);
        facts.providers().stream()
                .map(provider -> provider.settingsName().replace('.', '/'))
                .forEach(name -> binaryNames(own, name).forEach(lint::record));
    }

    /** A nested record is known by its name with dots. */
    private static Set<String> binaryNames(JarClasses own, String name) {
        return own.names().stream()
                .filter(it -> it.equals(name) || it.replace('$', '/').equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void trust(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Signatures signatures = facts.signatures();
        switch (signatures.state()) {
            case UNSIGNED ->
                found.add(Finding.of(
                        FindingRule.UNSIGNED,
                        "",
                        signatures.reason().isEmpty()
                                ? "It is not signed."
                                : "It is signed in part: " + signatures.reason() + ".",
                        "A portal that asks for signatures refuses it.",
                        "Sign it with 'citykit sign'."));
            case BROKEN ->
                found.add(Finding.of(
                        FindingRule.SIGNATURE_BROKEN,
                        "",
                        "Its signature does not hold: " + signatures.reason(),
                        "Every portal refuses it.",
                        "Sign it again after the last change."));
            case SIGNED -> {}
        }
    }

    private void size(Path file, int classes) {
        if (size(file) > LARGE) {
            found.add(Finding.of(
                    FindingRule.LARGE_PLUGIN,
                    "",
                    "The file has " + (size(file) >> 20) + " MiB and " + classes + " classes.",
                    "A portal takes up to 512 MiB unpacked; large plugins cost time and memory.",
                    "Leave out what the plugin does not need."));
        }
        if (found.leftOut() > 0) {
            found.add(Finding.of(
                    FindingRule.CLASS_UNREADABLE,
                    "the rest",
                    found.leftOut() + " more findings are not listed.",
                    "",
                    "Mend those that are, and check again."));
        }
    }

    private List<Universe.Neighbour> neighbours(Map<String, PluginFacts> around, Path work) throws IOException {
        List<Universe.Neighbour> neighbours = new ArrayList<>();
        for (PluginFacts other : Neighbours.seen(facts, around)) {
            JarClasses classes =
                    open(List.of(PluginJars.of(other.file(), work).own())).get(0);
            neighbours.add(new Universe.Neighbour(other.id(), other.version(), classes, exportsToUs(other)));
        }
        return neighbours;
    }

    private Set<String> exportsToUs(PluginFacts other) {
        return other.descriptor().exports().stream()
                .filter(it -> !it.isQualified() || it.targets().contains(facts.id()))
                .map(ModuleDescriptor.Exports::source)
                .map(it -> it.replace('.', '/'))
                .collect(Collectors.toSet());
    }

    private List<JarClasses> open(List<Path> jars) throws IOException {
        List<JarClasses> all = new ArrayList<>();
        for (Path jar : jars) {
            JarClasses classes = JarClasses.open(jar);
            opened.add(classes);
            all.add(classes);
        }
        return all;
    }

    private void close() {
        for (Closeable one : opened) {
            try {
                one.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Finding finding(Problem problem) {
        String place = problem.line() > 0 ? "plugin.json:" + problem.line() + ":" + problem.column() : "";
        int end = problem.message().indexOf(". ");
        boolean advised = end > 0 && end + 2 < problem.message().length();
        return new Finding(
                problem.code().anchor(),
                Severity.ERROR,
                "",
                advised ? problem.message().substring(0, end) : problem.message(),
                place.isEmpty() ? List.of() : List.of(place),
                1,
                advised ? problem.message().substring(0, end + 1) : problem.message(),
                "A portal does not take the file.",
                advised ? problem.message().substring(end + 2) : "");
    }

    static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
