package org.citykit.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Code that runs every day has no errors: the libraries that these tests themselves run with. */
final class CorpusTests {
    /** What is not there is true of many libraries, which look for others. */
    private static final Set<String> ABSENT = Set.of("package-not-found", "class-not-found");

    @Test
    void thousandsOfClassesThatWorkAreNotAccused() throws Exception {
        List<JarClasses> jars = new ArrayList<>();
        for (Path jar : libraries()) {
            jars.add(JarClasses.open(jar));
        }
        FoundList found = new FoundList();
        int classes = 0;
        try {
            Universe universe =
                    new Universe(jars, ModuleDescriptor.newModule("acme").build(), List.of(), new PortalClasses());
            Map<String, Ancestry> ancestries = LinkCheck.ancestries();
            for (JarClasses jar : jars) {
                LinkFindings words = new LinkFindings(universe, new Wording(universe, "1"), jar.name(), found::add);
                for (String name : jar.names()) {
                    byte[] bytes = jar.bytes(name).orElseThrow();
                    LinkCheck check = new LinkCheck(universe, words, ShapeReader.read(bytes), false, ancestries);
                    check.inheritance();
                    ReferenceReader.read(bytes, check);
                    classes++;
                }
            }
        } finally {
            for (JarClasses jar : jars) {
                jar.close();
            }
        }

        assertTrue(classes > 1_000, "only " + classes + " classes");
        assertEquals(
                List.of(),
                found.sorted().stream()
                        .filter(it -> it.severity() == Severity.ERROR && !ABSENT.contains(it.rule()))
                        .map(it -> it.archive() + " " + it.key() + " " + it.places())
                        .toList());
    }

    /** Without the API and SLF4J, which a portal brings, and without what other rooms are tested with. */
    private static Set<Path> libraries() {
        Set<Path> jars = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                String name = new File(entry).getName();
                if (name.endsWith(".jar") && !name.startsWith("citykit-") && !name.startsWith("slf4j-")) {
                    jars.add(Path.of(entry));
                }
            }
        }
        return jars;
    }
}
