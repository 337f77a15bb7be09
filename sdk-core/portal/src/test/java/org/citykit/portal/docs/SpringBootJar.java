package org.citykit.portal.docs;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Spring Boot application around a portal, compiled from {@code src/test/spring-boot} and packed by Spring Boot's own
 * tools as the one jar that its developers start with {@code java -jar}.
 */
final class SpringBootJar {
    private SpringBootJar() {}

    /** Packs it with everything that this JVM's tests have on their paths. */
    static Path pack(Path work) throws Exception {
        Path sources = ProjectFiles.root().resolve("sdk-core/portal/src/test/spring-boot");
        List<Path> tools = jars(System.getProperty("java.class.path"), work);
        List<Path> libraries = new ArrayList<>(jars(System.getProperty("jdk.module.path", ""), work));
        libraries.addAll(tools);
        libraries.removeIf(jar -> isTool(jar.getFileName().toString()));
        Path classes = Files.createDirectories(work.resolve("classes"));
        compile(sources.resolve("Application.java"), classes, libraries);
        Path plain = zipped(classes, work.resolve("plain.jar"));
        Path fat = work.resolve("application.jar");
        List<String> arguments = new ArrayList<>(List.of(
                "-cp", joined(tools), sources.resolve("Packing.java").toString(), plain.toString(), fat.toString()));
        libraries.forEach(jar -> arguments.add(jar.toString()));
        ChildJvm.run(work, arguments);
        return fat;
    }

    /** What tests need and an application does not. */
    private static boolean isTool(String jar) {
        return Stream.of("junit-", "surefire-", "archunit", "opentest4j", "apiguardian", "spring-boot-loader-tools")
                .anyMatch(jar::startsWith);
    }

    /** The jars of a path; folders of classes are packed. */
    private static List<Path> jars(String path, Path work) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            Path part = Path.of(entry);
            if (entry.endsWith(".jar")) {
                found.add(part);
            } else if (!entry.isEmpty() && Files.isDirectory(part) && !entry.endsWith("test-classes")) {
                String room = String.valueOf(part.resolve("../..").normalize().getFileName());
                found.add(zipped(part, Files.createDirectories(work).resolve("room-" + room + ".jar")));
            }
        }
        return found;
    }

    private static Path zipped(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Path one : all(classes)) {
                out.putNextEntry(new ZipEntry(classes.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, out);
            }
        }
        return jar;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void compile(Path source, Path classes, List<Path> path) {
        StringWriter said = new StringWriter();
        PrintWriter log = new PrintWriter(said);
        String[] options = {
            "-proc:none",
            "-nowarn",
            "--release",
            "17",
            "-encoding",
            "UTF-8",
            "-cp",
            joined(path),
            "-d",
            classes.toString(),
            source.toString()
        };
        if (ToolProvider.findFirst("javac").orElseThrow().run(log, log, options) != 0) {
            throw new IllegalStateException(said.toString());
        }
    }

    private static String joined(List<Path> path) {
        return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    }
}
