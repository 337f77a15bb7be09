package org.citykit.testkit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.api.Provider;
import org.citykit.runtime.Domain;
import org.citykit.testkit.faulty.LineCalendar;
import org.slf4j.Logger;

/** Makes a plugin of the providers that stand among the tests: their classes, and a module descriptor of its own. */
final class CompiledPlugin {
    private static final Path FAULTY = Path.of("org", "citykit", "testkit", "faulty");

    private CompiledPlugin() {}

    /** A module that provides every provider of the package, but for those that may not be provided. */
    static Path ofAll(Path folder) throws Exception {
        List<String> names;
        try (Stream<Path> all = Files.list(testClasses().resolve(FAULTY))) {
            names = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
        List<Class<?>> providers = new ArrayList<>();
        for (String name : names) {
            Class<?> type =
                    Class.forName("org.citykit.testkit.faulty." + name, false, CompiledPlugin.class.getClassLoader());
            boolean provided = type.isAnnotationPresent(Provider.class) && Modifier.isPublic(type.getModifiers());
            if (provided && !type.getSimpleName().equals("Unannounced")) {
                providers.add(type);
            }
        }
        return of(folder, "", providers);
    }

    /** A module that provides some of them. */
    static Path of(Path folder, String requires, List<Class<?>> providers) throws Exception {
        Path classes = folder.resolve("classes");
        copyClasses(classes.resolve(FAULTY));
        Map<String, String> services = new TreeMap<>();
        for (Class<?> provider : providers) {
            services.merge(service(provider), provider.getCanonicalName(), (a, b) -> a + ", " + b);
        }
        String provides = services.entrySet().stream()
                .map(it -> "provides " + it.getKey() + " with " + it.getValue() + ";")
                .collect(Collectors.joining("\n"));
        compile(folder, classes, "module org.citykit.faulty { requires org.citykit.api;" + requires + provides + "}");
        return classes;
    }

    /** Puts a module where the compiler finds it, and the test kit does not. */
    static void library(Path folder, String name) throws Exception {
        compile(folder.resolve("library"), folder.resolve("more"), "module " + name + " {}");
    }

    private static void compile(Path folder, Path classes, String descriptor) throws Exception {
        Path source = Files.createDirectories(folder.resolve("src")).resolve("module-info.java");
        Files.writeString(source, descriptor);
        Files.createDirectories(classes);
        StringBuilder path = new StringBuilder();
        for (Path entry : List.of(homeOf(Provider.class), homeOf(Logger.class), folder.resolve("more"))) {
            path.append(path.isEmpty() ? "" : java.io.File.pathSeparator).append(entry);
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "--release",
                        "17",
                        "--module-version",
                        "1.0.0",
                        "-p",
                        path.toString(),
                        "-d",
                        classes.toString(),
                        source.toString());
        if (code != 0) {
            throw new IllegalStateException(said.toString());
        }
    }

    private static String service(Class<?> provider) {
        return Stream.of(Domain.values())
                .filter(domain -> domain.service().isAssignableFrom(provider))
                .map(domain -> domain.service().getName())
                .findFirst()
                .orElseThrow();
    }

    private static void copyClasses(Path target) throws Exception {
        Files.createDirectories(target);
        try (Stream<Path> all = Files.list(testClasses().resolve(FAULTY))) {
            for (Path file : all.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static Path testClasses() throws IOException, URISyntaxException {
        Path file = Path.of(LineCalendar.class.getResource("LineCalendar.class").toURI());
        return file.getParent().getParent().getParent().getParent().getParent();
    }

    private static Path homeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
