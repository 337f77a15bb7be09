package org.citykit.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.runtime.plugin.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A plugin is compiled against one version of a library and packed with another. What the verifier foretells is held
 * against what the JVM does.
 */
final class LinkCheckTests {
    @TempDir
    Path work;

    static Stream<Arguments> changes() {
        return Stream.of(
                change("class-not-found", "class Thing { public Thing() {} }", "class Other {}", "new Thing();"),
                change(
                        "method-not-found",
                        "class Thing { public static void go(int a) {} }",
                        "class Thing { public static void go(long a) {} }",
                        "Thing.go(1);"),
                change(
                        "method-not-found",
                        "class Thing { public Thing() {} }",
                        "class Thing { public Thing(int a) {} }",
                        "new Thing();"),
                change(
                        "method-not-found",
                        "class Thing { public static String go() { return \"\"; } }",
                        "class Thing { public static Object go() { return \"\"; } }",
                        "Thing.go();"),
                change(
                        "method-not-found",
                        "class Thing { public static void go() {} }",
                        "class Thing {}",
                        "Runnable later = Thing::go; later.run();"),
                change(
                        "field-not-found",
                        "class Thing { public static int size = 1; }",
                        "class Thing { public static long size = 1; }",
                        "Thing.size++;"),
                change("enum-constant-not-found", "enum Thing { A, B }", "enum Thing { A }", "Thing.B.name();"),
                change(
                        "record-components-changed",
                        "record Thing(int a) {}",
                        "record Thing(int a, int b) {}",
                        "new Thing(1);"),
                change(
                        "illegal-class-access",
                        "class Thing { public static void go() {} }",
                        "~class Thing { public static void go() {} }",
                        "Thing.go();"),
                change(
                        "illegal-method-access",
                        "class Thing { public static void go() {} }",
                        "class Thing { private static void go() {} }",
                        "Thing.go();"),
                change(
                        "illegal-method-access",
                        "class Thing { public static void go() {} }",
                        "class Thing { protected static void go() {} }",
                        "Thing.go();"),
                change(
                        "illegal-method-access",
                        "class Thing { public static void go() {} }",
                        "class Thing { static void go() {} }",
                        "Thing.go();"),
                change(
                        "illegal-field-access",
                        "class Thing { public static int size = 1; }",
                        "class Thing { static int size = 1; }",
                        "Thing.size++;"),
                change(
                        "static-call-of-instance-method",
                        "class Thing { public static void go() {} }",
                        "class Thing { public void go() {} }",
                        "Thing.go();"),
                change(
                        "instance-call-of-static-method",
                        "class Thing { public void go() {} }",
                        "class Thing { public static void go() {} }",
                        "new Thing().go();"),
                change(
                        "static-use-of-instance-field",
                        "class Thing { public static int size = 1; }",
                        "class Thing { public int size = 1; }",
                        "Thing.size++;"),
                change(
                        "instance-use-of-static-field",
                        "class Thing { public int size = 1; }",
                        "class Thing { public static int size = 1; }",
                        "new Thing().size++;"),
                change(
                        "final-field-changed",
                        "class Thing { public static int size = 1; }",
                        "class Thing { public static final int size = Integer.parseInt(\"1\"); }",
                        "Thing.size = 2;"),
                change(
                        "interface-became-class",
                        "interface Thing { default void go() {} }",
                        "class Thing { public void go() {} }",
                        "Thing.class.cast(null); class Mine implements Thing {} new Mine();"),
                change(
                        "class-became-interface",
                        "class Thing { public static void go() {} }",
                        "interface Thing { static void go() {} }",
                        "Thing.go();"),
                change(
                        "class-became-interface",
                        "class Thing {}",
                        "interface Thing {}",
                        "class Mine extends Thing {} new Mine();"),
                change(
                        "final-class-extended",
                        "class Thing {}",
                        "final class Thing {}",
                        "class Mine extends Thing {} new Mine();"),
                change(
                        "sealed-type-extended",
                        "interface Thing {}",
                        "sealed interface Thing { record Only() implements Thing {} }",
                        "class Mine implements Thing {} new Mine();"),
                change(
                        "final-method-overridden",
                        "class Thing { public void go() {} }",
                        "class Thing { public final void go() {} }",
                        "class Mine extends Thing { @Override public void go() {} } new Mine();"),
                change(
                        "abstract-method-not-implemented",
                        "interface Thing { void go(); }",
                        "interface Thing { void go(); void stop(); static void end(Thing it) { it.stop(); } }",
                        "class Mine implements Thing { public void go() {} } end(new Mine());"),
                change(
                        "abstract-method-not-implemented",
                        "interface Thing { void go(); }",
                        "interface Thing { void go(); void stop(); static void end(Thing it) { it.stop(); } }",
                        "Thing mine = () -> {}; end(mine);"),
                change(
                        "abstract-method-not-implemented",
                        "class Thing { public void go() {} }",
                        "abstract class Thing { public abstract void go(); }",
                        "class Mine extends Thing {} new Mine().go();"),
                change(
                        "default-methods-conflict",
                        "interface Thing { default void go() {} interface Two {} }",
                        "interface Thing { default void go() {} interface Two { default void go() {} } }",
                        "class Mine implements Thing, Thing.Two {} new Mine().go();"),
                change(
                        "abstract-class-instantiated",
                        "class Thing { public Thing() {} }",
                        "abstract class Thing { public Thing() {} }",
                        "new Thing();"),
                change(
                        "abstract-method-called",
                        "class Thing { public void go() {} }",
                        "abstract class Thing { public abstract void go(); }",
                        "class Mine extends Thing { @Override public void go() { super.go(); } } new Mine().go();"));
    }

    private static Arguments change(String rule, String before, String after, String code) {
        return Arguments.of(rule, before, after, code);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeThatBreaksTheCodeIsForetold(String rule, String before, String after, String code) throws Exception {
        Path old = library(before, "old").jar();
        Path present = library(after, "new").jar();
        Path own = main(code, old).jar();

        List<Finding> errors = errors(Fixture.zipOf(
                work.resolve("acme.zip"),
                Map.of(
                        "acme.jar", Files.readAllBytes(own),
                        "lib/thing.jar", Files.readAllBytes(present))));

        assertEquals(
                List.of(rule), errors.stream().map(Finding::rule).distinct().toList(), errors.toString());
        Finding error = errors.get(0);
        assertTrue(error.places().get(0).startsWith("acme.Main"), error.toString());
        assertTrue(
                error.detail().contains("java.lang." + thrown(own, present)), error + " but " + thrown(own, present));
    }

    @Test
    void aClassOfThePortalItselfIsHidden() throws Exception {
        Path hidden = Fixture.named(work, "hidden")
                .source("package org.citykit.runtime.guard; public class Secret { public static void go() {} }")
                .jar();
        Path own = Fixture.named(work, "acme")
                .source("""
                        module acme {
                            requires org.citykit.api;
                            requires hidden;
                            provides org.citykit.api.events.EventCalendar with acme.Main;
                        }
                        """)
                .main("acme", "acme", "public static void run() { org.citykit.runtime.guard.Secret.go(); }")
                .reading(hidden)
                .jar();

        List<Finding> errors = errors(own);

        assertTrue(rules(errors).contains("host-class-used"), errors.toString());
    }

    @Test
    void aPackageThatNobodyBringsIsToldOnce() throws Exception {
        Path old = library("class Thing { public static void go() {} }", "old").jar();
        Path own = main("Thing.go(); Thing.go();\n Thing.go();", old).jar();

        List<Finding> errors = errors(own);

        assertEquals(List.of("dependency-missing", "package-not-found"), rules(errors));
        assertEquals("thing", errors.get(1).subject());
        assertEquals(3, errors.get(1).count());
    }

    @Test
    void aPackageThatALibraryKeepsForItselfIsNotVisible() throws Exception {
        Path open = Fixture.named(work, "lib")
                .source("module lib { exports lib.inner; }")
                .source("package lib.inner; public class Thing { public static void go() {} }")
                .jar();
        Path closed = Fixture.named(work, "lib")
                .source("module lib { exports lib; }")
                .source("package lib; public class Open {}")
                .source("package lib.inner; public class Thing { public static void go() {} }")
                .jar("lib.jar");
        Path zip = Fixture.named(work, "acme")
                .source("""
                        module acme {
                            requires org.citykit.api;
                            requires lib;
                            provides org.citykit.api.events.EventCalendar with acme.Main;
                        }
                        """)
                .main("acme", "acme", "public static void run() { lib.inner.Thing.go(); }")
                .reading(open)
                .zip(work.resolve("acme.zip"), closed);

        List<Finding> errors = errors(zip);

        assertEquals(List.of("package-not-visible"), rules(errors));
        assertTrue(errors.get(0).summary().contains("lib.jar does not export its package"), errors.toString());
    }

    @Test
    void whoCatchesTheErrorMeansIt() throws Exception {
        Path old = library("class Thing { public static void go() {} }", "old").jar();
        Path present = library("class Thing {}", "new").jar("thing.jar");
        Path zip = main("try { Thing.go(); } catch (NoSuchMethodError absent) { }", old)
                .zip(work.resolve("acme.zip"), present);

        CheckedFile file = check(zip);

        assertEquals(List.of(), errors(file));
        assertEquals(
                Severity.NOTE,
                file.findings().stream()
                        .filter(it -> it.rule().equals("method-not-found"))
                        .findFirst()
                        .orElseThrow()
                        .severity());
    }

    @Test
    void aSwitchOverAnEnumThatLostAConstantIsNoError() throws Exception {
        Path old = library("enum Thing { A, B }", "old").jar();
        Path present = library("enum Thing { A }", "new").jar("thing.jar");
        Path zip = main("switch (Thing.valueOf(\"A\")) { case A -> {} case B -> {} }", old)
                .zip(work.resolve("acme.zip"), present);

        assertEquals(List.of(), errors(zip));
    }

    @Test
    void whatALibraryCanDoWithoutIsANoteAboutTheLibrary() throws Exception {
        Path absent = Fixture.named(work, "absent")
                .source("package absent; public class Absent { public static void go() {} }")
                .jar();
        Path library = Fixture.named(work, "thing")
                .source("package thing; public class Thing { public static void go() { absent.Absent.go(); } }")
                .reading(absent)
                .jar("thing.jar");
        Path zip = main("Thing.go();", library).zip(work.resolve("acme.zip"), library);

        CheckedFile file = check(zip);

        assertEquals(List.of(), errors(file));
        Finding note = file.findings().stream()
                .filter(it -> it.rule().equals("library-references"))
                .findFirst()
                .orElseThrow();
        assertEquals(Severity.NOTE, note.severity());
        assertTrue(note.summary().contains("absent"), note.toString());
    }

    @Test
    void aModuleThatIsOnlyRequiredToCompileMayBeAbsent() throws Exception {
        Path absent = Fixture.named(work, "absent")
                .source("module absent { exports absent; }")
                .source("package absent; public class Absent { public static void go() {} }")
                .jar();
        Path own = Fixture.named(work, "acme")
                .source("""
                        module acme {
                            requires org.citykit.api;
                            requires static absent;
                            provides org.citykit.api.events.EventCalendar with acme.Main;
                        }
                        """)
                .main("acme", "acme", "public static void run() { absent.Absent.go(); }")
                .reading(absent)
                .jar();

        assertEquals(List.of(), errors(own));
    }

    @Test
    void whatTheJdkWillLoseIsAWarning() throws Exception {
        Path own = main("Runtime.getRuntime().runFinalization();", new Path[0]).jar();

        CheckedFile file = check(own);

        assertEquals(List.of(), errors(file));
        assertTrue(
                file.findings().stream()
                                .anyMatch(it -> it.rule().equals("deprecated-for-removal")
                                        && it.summary().contains("runFinalization"))
                        == (Runtime.version().feature() >= 18),
                file.toString());
    }

    @Test
    void goodCodeOfManyKindsHasNoErrors() throws Exception {
        Path own = main("""
                        int[] copy = new int[] {1}.clone();
                        java.util.function.Function<String, Integer> size = String::length;
                        record Pair<T>(T a, T b) implements Comparable<Pair<T>> {
                            public int compareTo(Pair<T> other) { return 0; }
                        }
                        enum Way { ON { int go() { return 1; } }, OFF { int go() { return 2; } }; abstract int go(); }
                        abstract class Walk<T> extends java.util.AbstractList<T> implements java.util.Deque<T> {}
                        Object lock = new Object();
                        synchronized (lock) { lock.hashCode(); }
                        switch (Way.valueOf("ON")) { case ON -> {} case OFF -> {} }
                        String text = "a" + copy.length + new Pair<>(1, 2);
                        java.util.Comparator<String> order = java.util.Comparator.comparing(String::length);
                        try (java.io.StringReader reader = new java.io.StringReader(text)) { reader.read(); }
                        catch (java.io.IOException broken) { throw new IllegalStateException(broken); }
                        """, new Path[0]).jar();

        assertEquals(List.of(), errors(own));
    }

    private Fixture library(String type, String version) {
        String visible = type.startsWith("~") ? type.substring(1) : "public " + type;
        return Fixture.named(work, "thing").version(version).source("package thing; " + visible);
    }

    /** A plugin whose own {@code run} has the code; {@code end} calls what only the later library has. */
    private Fixture main(String code, Path... libraries) {
        String descriptor = """
                module acme {
                    requires org.citykit.api;
                    %s
                    provides org.citykit.api.events.EventCalendar with acme.Main;
                }
                """.formatted(libraries.length == 0 ? "" : "requires thing;");
        String used = libraries.length == 0 ? "" : "import thing.*;";
        String end = """
                static void end(Object it) throws Throwable {
                    try {
                        Class<?> type = it.getClass().getInterfaces()[0];
                        type.getMethod("end", type).invoke(null, it);
                    } catch (java.lang.reflect.InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }
                """;
        return Fixture.named(work, "acme")
                .source(descriptor)
                .source("""
                        package acme;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        %s
                        @Provider(id = "acme", settings = Main.Settings.class)
                        public final class Main implements EventCalendar<Main.Settings> {
                            public record Settings(String name) {}
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                throw new UnsupportedOperationException();
                            }
                            public static void run() throws Throwable {
                                %s
                            }
                            %s
                        }
                        """.formatted(used, code, end))
                .reading(libraries);
    }

    /** The error that the JVM throws when the code runs. */
    private static String thrown(Path own, Path library) throws Exception {
        URL[] urls = {own.toUri().toURL(), library.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, LinkCheckTests.class.getClassLoader())) {
            Class<?> main = Class.forName("acme.Main", false, loader);
            Throwable thrown = assertThrows(Throwable.class, () -> {
                try {
                    main.getMethod("run").invoke(null);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
            return thrown.getClass().getSimpleName();
        }
    }

    private static List<Finding> errors(Path file) {
        return errors(check(file));
    }

    private static List<Finding> errors(CheckedFile file) {
        return file.findings().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .toList();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static CheckedFile check(Path file) {
        return PluginCheck.of(CheckOptions.on(LocalDate.of(2026, 11, 1)))
                .check(List.of(file))
                .files()
                .get(0);
    }
}
