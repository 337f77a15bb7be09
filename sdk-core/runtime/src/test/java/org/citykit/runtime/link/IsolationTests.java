package org.citykit.runtime.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citykit.api.Provider;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plugin.Fixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.slf4j.Logger;
import org.yaml.snakeyaml.Yaml;

/** What a plugin sees, asked in every kind of host. */
final class IsolationTests {
    @TempDir
    static Path work;

    private static Path plugins;

    @TempDir
    Path home;

    @BeforeAll
    static void packFixtures() throws Exception {
        plugins = Files.createDirectory(work.resolve("plugins"));
        base();
        asker();
        Fixture.plugin(work, "acme.stranger", "stranger").zip(plugins.resolve("stranger.zip"));
    }

    @Test
    void aPluginSeesWhatItMayInThisHost() throws Exception {
        assertEquals(List.of(), IsolationProbe.wrongs(plugins, home.resolve("var")));
    }

    @Test
    void aPluginSeesTheSameWhenTheHostIsOnTheClassPath() throws Exception {
        List<Path> path = hostPath();
        path.add(Fixture.homeOf(IsolationProbe.class));
        path.add(hostServices());

        assertEquals(List.of(), wrongsIn(List.of("-cp", joined(path), IsolationProbe.class.getName())));
    }

    @Test
    void aPluginSeesTheSameWhenTheHostIsOnTheModulePath() throws Exception {
        Path tests = testClasses();

        assertEquals(
                List.of(),
                wrongsIn(List.of(
                        "-p",
                        joined(hostPath()),
                        "--patch-module",
                        "org.citykit.runtime=" + joined(List.of(tests, hostServices())),
                        "--add-modules",
                        "java.sql,org.citykit.runtime",
                        "-m",
                        "org.citykit.runtime/" + IsolationProbe.class.getName())));
    }

    @Test
    void aJdkModuleThatTheHostRunsWithoutIsNamed() throws Exception {
        List<String> wrongs = wrongsIn(List.of(
                "-p",
                joined(hostPath()),
                "--patch-module",
                "org.citykit.runtime=" + testClasses(),
                "-m",
                "org.citykit.runtime/" + IsolationProbe.class.getName()));

        assertEquals(
                List.of(
                        "asker.zip  Module acme.asker in acme.asker.jar requires java.sql, a module of the JDK that this"
                                + " portal runs without. Start the portal with --add-modules java.sql."
                                + " See errors.md#dependency-missing"),
                wrongs);
    }

    private List<String> wrongsIn(List<String> jvm) throws Exception {
        Path out = home.resolve("wrongs");
        Path log = home.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Xshare:auto"));
        command.addAll(jvm);
        command.addAll(List.of(plugins.toString(), home.resolve("var").toString(), out.toString()));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, child.waitFor(), () -> read(log));
        return Files.readAllLines(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<Path> hostPath() {
        List<Path> path = new ArrayList<>();
        for (Class<?> type : List.of(Provider.class, Logger.class, ClassReader.class, Yaml.class)) {
            path.add(Fixture.homeOf(type));
        }
        path.add(0, mainClasses());
        return path;
    }

    /** On a patched module the classes of the tests and of the module have one location. */
    private static Path mainClasses() {
        Path home = Fixture.homeOf(Problem.class);
        return home.endsWith("test-classes") ? home.resolveSibling("classes") : home;
    }

    private static Path testClasses() {
        return mainClasses().resolveSibling("test-classes");
    }

    private Path hostServices() throws Exception {
        Path root = home.resolve("host-services");
        Path file = root.resolve("META-INF/services/java.util.function.IntSupplier");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "org.citykit.runtime.link.HostService\n");
        return root;
    }

    private static String joined(List<Path> path) {
        return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    }

    private static void base() throws Exception {
        Path library = baseLibrary();
        baseModule(library).zip(plugins.resolve("base.zip"), library);
    }

    private static Fixture baseModule(Path library) {
        return Fixture.named(work, "acme.base")
                .source("""
                        module acme.base {
                            requires transitive org.citykit.api;
                            requires transitive java.logging;
                            requires acme.baselib;
                            exports acme.base.api;
                            exports acme.base.friends to acme.asker;
                            exports acme.base.others to acme.somebody;
                            provides org.citykit.api.events.EventCalendar with acme.base.Main;
                        }
                        """)
                .main("acme.base", "base", "")
                .source("package acme.base.api; public class Base { public static String name() { return \"base\"; } }")
                .source("package acme.base.friends; public class Friend {}")
                .source("package acme.base.others; public class Other {}")
                .source("package acme.base.inner; public class Inner {}")
                .resource("acme/base/base.txt", "hidden")
                .reading(library);
    }

    private static void asker() throws Exception {
        Path text = Fixture.named(work, "acme.text")
                .source("""
                        module acme.text {
                            exports acme.text;
                            provides acme.text.Word with acme.text.Upper;
                        }
                        """)
                .source("package acme.text; public interface Word {}")
                .source("package acme.text; public class Upper implements Word {}")
                .resource("acme/text/words.txt", "words")
                .jar();
        Path plain = Fixture.named(work, "acme-plain")
                .source("package acme.plain; public interface PlainWord {}")
                .source("package acme.plain; public class Plain implements PlainWord {}")
                .resource("acme/plain/plain.txt", "plain")
                .resource("META-INF/services/acme.plain.PlainWord", "acme.plain.Plain\n")
                .jar("acme-plain-1.2.jar");
        Path base = baseModule(baseLibrary()).jar();
        Fixture.named(work, "acme.asker")
                .source("""
                        module acme.asker {
                            requires org.citykit.api;
                            requires java.sql;
                            requires acme.text;
                            requires acme.plain;
                            requires acme.base;
                            uses acme.text.Word;
                            uses acme.plain.PlainWord;
                            uses java.util.function.IntSupplier;
                            uses java.nio.file.spi.FileSystemProvider;
                            provides org.citykit.api.events.EventCalendar with acme.asker.Main;
                        }
                        """)
                .source("""
                        package acme.asker;
                        import java.io.InputStream;
                        import java.util.ServiceLoader;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        @Provider(id = "asker", settings = Main.Settings.class)
                        public final class Main
                                implements EventCalendar<Main.Settings>, java.util.function.Predicate<String> {
                            public record Settings(String name) {}
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                throw new UnsupportedOperationException(acme.base.api.Base.name());
                            }
                            @Override public boolean test(String question) {
                                String what = question.substring(question.indexOf(' ') + 1);
                                ClassLoader own = Main.class.getClassLoader();
                                ClassLoader context = Thread.currentThread().getContextClassLoader();
                                try {
                                    return switch (question.substring(0, question.indexOf(' '))) {
                                        case "class" -> Class.forName(what, false, own) != null;
                                        case "caller" -> Class.forName(what) != null;
                                        case "tccl" -> context.loadClass(what) != null;
                                        case "resource" -> read(own.getResource(what))
                                                && own.getResources(what).hasMoreElements();
                                        case "near" -> read(Main.class.getResource(what));
                                        case "stream" -> own.getResourceAsStream(what) != null;
                                        case "service" -> ServiceLoader.load(Class.forName(what, false, own))
                                                .iterator().hasNext();
                                        case "reads" -> Main.class.getModule()
                                                .canRead(Class.forName(what, false, own).getModule());
                                        default -> throw new IllegalArgumentException(question);
                                    };
                                } catch (ClassNotFoundException | NoClassDefFoundError e) {
                                    return false;
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            }
                            private static boolean read(java.net.URL url) throws java.io.IOException {
                                if (url == null) {
                                    return false;
                                }
                                try (InputStream in = url.openStream()) {
                                    return in.read() >= 0;
                                }
                            }
                        }
                        """)
                .reading(text, plain, base)
                .resource("acme/asker/hello.txt", "hello")
                .resource("META-INF/asker.txt", "asker")
                .resource("META-INF/citykit/plugin.json", "{\"requires\": {\"acme.base\": \"^1.0\"}}")
                .zip(plugins.resolve("asker.zip"), text, plain);
    }

    private static Path baseLibrary() throws Exception {
        return Fixture.named(work, "acme.baselib")
                .source("module acme.baselib { exports acme.baselib; }")
                .source("package acme.baselib; public class BaseLib {}")
                .resource("acme/baselib/words.txt", "hidden")
                .jar();
    }
}
