package org.citykit.testkit;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of the guide keeps every rule, compiled and tested as the guide says. */
class GuideExampleTests implements EventCalendarContract {
    private static final String PACKAGE = "org/example/delegations";

    @TempDir
    static Path folder;

    private static URLClassLoader loader;
    private static EventCalendarContract vendors;

    @BeforeAll
    static void theVendorCompilesPluginAndTests() throws Exception {
        Path plugin = root().resolve("sdk-core/portal/src/test/resources/org/citykit/portal/docs/delegations");
        Path classes = folder.resolve("classes");
        Path tests = folder.resolve("tests");
        String path = path("jdk.module.path") + File.pathSeparator + path("java.class.path");
        compile(sources(plugin), classes, "--module-path", path("jdk.module.path"), "--module-version", "1.0.0");
        Files.copy(plugin.resolve("visits.json"), classes.resolve(PACKAGE).resolve("visits.json"));
        compile(
                List.of(root().resolve("sdk-testkit/src/test/resources/org/citykit/testkit/docs"
                        + "/DelegationCalendarTests.java")),
                tests,
                "--class-path",
                classes + File.pathSeparator + path);
        loader = new URLClassLoader(
                new URL[] {tests.toUri().toURL(), classes.toUri().toURL()}, GuideExampleTests.class.getClassLoader());
        Constructor<?> made = loader.loadClass("org.example.delegations.DelegationCalendarTests")
                .getDeclaredConstructor();
        made.setAccessible(true);
        vendors = (EventCalendarContract) made.newInstance();
    }

    @AfterAll
    static void theFilesAreLetGo() throws IOException {
        loader.close();
    }

    @Override
    public Subject subject() {
        return vendors.subject();
    }

    private static List<Path> sources(Path plugin) throws IOException {
        try (Stream<Path> all = Files.walk(plugin)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void compile(List<Path> files, Path target, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8", "--release", "17"));
        arguments.addAll(List.of("-d", target.toString()));
        arguments.addAll(List.of(options));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter said = new StringWriter();
        PrintWriter log = new PrintWriter(said);
        if (ToolProvider.findFirst("javac").orElseThrow().run(log, log, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The example does not compile:\n" + said);
        }
    }

    private static String path(String property) {
        return System.getProperty(property, "");
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("docs/guide"))) {
                return at;
            }
        }
        throw new IllegalStateException("No folder above " + Path.of("").toAbsolutePath() + " holds docs/guide.");
    }
}
