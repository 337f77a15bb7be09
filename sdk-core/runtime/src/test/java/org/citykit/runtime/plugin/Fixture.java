package org.citykit.runtime.plugin;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.citykit.api.Provider;
import org.slf4j.Logger;

/**
 * Compiles small modules for tests and packs them. A fixture without {@code module-info} becomes an automatic module.
 */
public final class Fixture {
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum|@interface)\\s+(\\w+)");

    private final Path work;
    private final String name;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> resources = new LinkedHashMap<>();
    private final List<Path> modulePath = new ArrayList<>();
    private String version = "1.0.0";

    private Fixture(Path work, String name) {
        this.work = work;
        this.name = name;
        modulePath.add(homeOf(Provider.class));
        modulePath.add(homeOf(Logger.class));
    }

    public static Fixture named(Path work, String name) {
        return new Fixture(work, name);
    }

    /** A plugin with one calendar provider, whose id is {@code id}. */
    public static Fixture plugin(Path work, String module, String id) {
        return named(work, module).source("""
                        module %s {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with %s.Main;
                        }
                        """.formatted(module, module)).main(module, id, "");
    }

    public Fixture main(String packageName, String id, String members) {
        return source("""
                package %s;
                import org.citykit.api.*;
                import org.citykit.api.events.*;
                @Provider(id = "%s", settings = Main.Settings.class)
                public final class Main implements EventCalendar<Main.Settings> {
                    public record Settings(String name) {}
                    @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                        throw new UnsupportedOperationException();
                    }
                    %s
                }
                """.formatted(packageName, id, members));
    }

    public Fixture source(String text) {
        Matcher inPackage = PACKAGE.matcher(text);
        String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        Matcher type = TYPE.matcher(text);
        boolean descriptor = folder.isEmpty();
        sources.put(
                descriptor ? "module-info.java" : folder + (type.find() ? type.group(1) : "package-info") + ".java",
                text);
        return this;
    }

    public Fixture resource(String path, String text) {
        return resource(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Fixture resource(String path, byte[] bytes) {
        resources.put(path, bytes);
        return this;
    }

    public Fixture reading(Path... jars) {
        modulePath.addAll(List.of(jars));
        return this;
    }

    /** Compiles without the API and SLF4J in sight. */
    public Fixture withoutApi() {
        modulePath.clear();
        return this;
    }

    /** An empty one leaves the version out. */
    public Fixture version(String text) {
        version = text;
        return this;
    }

    /** The folder the compiler wrote to. */
    public Path classes() throws IOException {
        Path root = Files.createTempDirectory(work, name + "-");
        Path target = Files.createDirectories(root.resolve("classes"));
        compile(root.resolve("src"), target);
        for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
            Path file = target.resolve(resource.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, resource.getValue());
        }
        return target;
    }

    public Path jar() throws IOException {
        return jar(name + ".jar");
    }

    public Path jar(String fileName) throws IOException {
        Path classes = classes();
        Path jar = classes.resolveSibling(fileName);
        try (SteadyZip out = SteadyZip.create(jar);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.add(classes.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return jar;
    }

    /** A plugin zip of this and its libraries, unchecked. */
    public Path zip(Path target, Path... libraries) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name + ".jar", Files.readAllBytes(jar()));
        for (Path library : libraries) {
            entries.put("lib/" + library.getFileName(), Files.readAllBytes(library));
        }
        return zipOf(target, entries);
    }

    public static Path zipOf(Path target, Map<String, byte[]> entries) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (SteadyZip out = SteadyZip.create(target)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.add(entry.getKey(), entry.getValue());
            }
        }
        return target;
    }

    /** The jar or folder that a class of the tests comes from. */
    public static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compile(Path sourceRoot, Path target) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = sourceRoot.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        boolean modular = sources.containsKey("module-info.java");
        List<String> options = new ArrayList<>(
                List.of("-proc:none", "-encoding", "UTF-8", "--release", "17", "-d", target.toString()));
        options.add(modular ? "--module-path" : "--class-path");
        options.add(String.join(
                File.pathSeparator, modulePath.stream().map(Path::toString).toList()));
        if (modular && !version.isEmpty()) {
            options.addAll(List.of("--module-version", version));
        }
        files.forEach(file -> options.add(file.toString()));
        StringWriter out = new StringWriter();
        PrintWriter log = new PrintWriter(out);
        if (ToolProvider.findFirst("javac").orElseThrow().run(log, log, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("fixture " + name + ":\n" + out);
        }
    }
}
