package org.citykit.runtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.runtime.plugin.EndlessClass;
import org.citykit.runtime.plugin.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditTests {
    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NETWORK | new java.net.Socket(\"a\", 1) | new java.net.Socket",
                "NETWORK | java.net.InetAddress.getByName(\"a\") | java.net.InetAddress.getByName",
                "NETWORK | java.net.URI.create(\"http://a\").toURL().openStream() | java.net.URL.openStream",
                "NETWORK | java.net.http.HttpClient.newHttpClient() | java.net.http.HttpClient.newHttpClient",
                "NETWORK | java.nio.channels.SocketChannel.open() | java.nio.channels.SocketChannel.open",
                "NETWORK | javax.net.SocketFactory.getDefault() | javax.net.SocketFactory.getDefault",
                "NETWORK | new javax.naming.InitialContext() | new javax.naming.InitialContext",
                "NETWORK | java.rmi.Naming.lookup(\"a\") | java.rmi.Naming.lookup",
                "FILES | new java.io.FileInputStream(\"a\") | new java.io.FileInputStream",
                "FILES | new java.io.File(\"a\").delete() | java.io.File.delete",
                "FILES | new java.io.PrintWriter(\"a\") | new java.io.PrintWriter",
                "FILES | java.nio.file.Files.exists(java.nio.file.Path.of(\"a\")) | java.nio.file.Files.exists",
                "FILES | java.nio.channels.FileChannel.open(java.nio.file.Path.of(\"a\"))"
                        + " | java.nio.channels.FileChannel.open",
                "FILES | new java.io.RandomAccessFile(\"a\", \"r\") | new java.io.RandomAccessFile",
                "PROCESSES | new ProcessBuilder(\"a\").start() | java.lang.ProcessBuilder.start",
                "PROCESSES | Runtime.getRuntime().exec(new String[0]) | java.lang.Runtime.exec",
                "PROCESSES | ProcessHandle.current() | java.lang.ProcessHandle.current",
                "REFLECTION | String.class.getDeclaredField(\"a\").setAccessible(true)"
                        + " | java.lang.reflect.Field.setAccessible",
                "REFLECTION | String.class.getMethod(\"a\").invoke(\"\") | java.lang.reflect.Method.invoke",
                "REFLECTION | Class.forName(\"a.B\") | java.lang.Class.forName",
                "REFLECTION | java.lang.invoke.MethodHandles.lookup().defineClass(new byte[0])"
                        + " | java.lang.invoke.MethodHandles.Lookup.defineClass",
                "REFLECTION | java.lang.invoke.MethodHandles.privateLookupIn(String.class, null)"
                        + " | java.lang.invoke.MethodHandles.privateLookupIn",
                "REFLECTION | java.lang.reflect.Proxy.newProxyInstance(null, null, null)"
                        + " | java.lang.reflect.Proxy.newProxyInstance",
                "NATIVE | System.loadLibrary(\"a\") | java.lang.System.loadLibrary",
                "NATIVE | Runtime.getRuntime().load(\"a\") | java.lang.Runtime.load",
                "THREADS | new Thread() | new java.lang.Thread",
                "THREADS | java.util.concurrent.Executors.newCachedThreadPool()"
                        + " | java.util.concurrent.Executors.newCachedThreadPool",
                "THREADS | new java.util.Timer() | new java.util.Timer",
                "THREADS | java.util.concurrent.ForkJoinPool.commonPool()"
                        + " | java.util.concurrent.ForkJoinPool.commonPool",
                "THREADS | java.util.concurrent.CompletableFuture.runAsync(() -> {})"
                        + " | java.util.concurrent.CompletableFuture.runAsync",
                "THREADS | new java.util.ArrayList<String>().parallelStream() | java.util.ArrayList.parallelStream",
                "THREADS | java.util.stream.IntStream.range(0, 1).parallel() | java.util.stream.IntStream.parallel",
                "THREADS | ThreadLocal.withInitial(() -> 1) | java.lang.ThreadLocal.withInitial",
                "THREADS | Runtime.getRuntime().addShutdownHook(null) | java.lang.Runtime.addShutdownHook",
                "THREADS | Thread.setDefaultUncaughtExceptionHandler(null)"
                        + " | java.lang.Thread.setDefaultUncaughtExceptionHandler",
                "EXIT | System.exit(1) | java.lang.System.exit",
                "EXIT | Runtime.getRuntime().halt(1) | java.lang.Runtime.halt",
                "ENVIRONMENT | System.getenv(\"A\") | java.lang.System.getenv",
                "ENVIRONMENT | System.setProperty(\"a\", \"b\") | java.lang.System.setProperty",
                "ENVIRONMENT | java.util.Locale.setDefault(java.util.Locale.ROOT) | java.util.Locale.setDefault",
                "ENVIRONMENT | java.util.TimeZone.setDefault(null) | java.util.TimeZone.setDefault",
                "SCRIPTS | new javax.script.ScriptEngineManager() | new javax.script.ScriptEngineManager",
                "DESERIALISATION | new java.io.ObjectInputStream(null).readObject()"
                        + " | java.io.ObjectInputStream.readObject",
                "REGISTRATIONS | java.sql.DriverManager.registerDriver(null) | java.sql.DriverManager.registerDriver",
                "REGISTRATIONS | java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(1, null)"
                        + " | javax.management.MBeanServer.registerMBean",
                "REGISTRATIONS | java.security.Security.addProvider(null) | java.security.Security.addProvider",
                "REGISTRATIONS | java.net.URL.setURLStreamHandlerFactory(null)"
                        + " | java.net.URL.setURLStreamHandlerFactory",
                "REGISTRATIONS | java.util.logging.Logger.getLogger(\"\").addHandler(null)"
                        + " | java.util.logging.Logger.addHandler",
            })
    void aSensitiveCallIsFound(UseKind kind, String code, String api) throws Exception {
        Audit audit = audit(run(code + ";"));

        assertTrue(
                audit.uses().stream()
                        .anyMatch(use -> use.kind() == kind && use.api().equals(api)),
                audit.toString());
        assertFalse(audit.undeclared().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new java.io.File(\"a\").getName()",
                "java.nio.file.Path.of(\"a\").resolve(\"b\")",
                "java.net.URI.create(\"http://a\").toURL().getHost()",
                "java.net.URLEncoder.encode(\"a\", java.nio.charset.StandardCharsets.UTF_8)",
                "new java.io.PrintWriter(new java.io.StringWriter())",
                "new java.util.Scanner(\"a\").next()",
                "java.util.concurrent.CompletableFuture.runAsync(() -> {}, Runnable::run)",
                "java.util.List.of(1).stream().map(String::valueOf).toList()",
                "new java.util.concurrent.ConcurrentHashMap<String, String>().put(\"a\", \"b\" + this)",
                "System.nanoTime()",
                "Thread.currentThread().isInterrupted()",
                "java.util.Arrays.sort(new int[0])",
            })
    void whatTouchesNothingIsNotTold(String code) throws Exception {
        assertEquals(List.of(), audit(run(code + ";")).uses());
    }

    @Test
    void aMethodReferenceAndALambdaCountLikeACall() throws Exception {
        Audit audit = audit(run("""
                java.util.function.IntConsumer end = System::exit;
                Runnable hidden = () -> new ProcessBuilder("a");
                java.util.function.Supplier<Thread> make = Thread::new;
                """));

        assertEquals(Set.of(UseKind.EXIT, UseKind.PROCESSES, UseKind.THREADS), audit.kinds());
        assertEquals(
                List.of("acme.Main#run:2"),
                audit.uses().stream()
                        .filter(use -> use.kind() == UseKind.EXIT)
                        .flatMap(use -> use.places().stream())
                        .map(Use.Place::toString)
                        .toList());
    }

    @Test
    void aClassByItsNameCountsAsTheClass() throws Exception {
        Audit audit = audit(run("Class.forName(\"java.net.Socket\"); Class.forName(\"sun.misc.Unsafe\");"));

        assertEquals(Set.of(UseKind.REFLECTION, UseKind.NETWORK, UseKind.NATIVE), audit.kinds());
    }

    @Test
    void whatIsInheritedFromTheJdkCountsAsTheJdks() throws Exception {
        Path jar = Fixture.named(work, "acme")
                .source("package acme; class Below extends Thread {}")
                .source(
                        "package acme; class Loader extends ClassLoader { void go() { defineClass(\"a\", null, 0, 0); } }")
                .source("package acme; class Main { void run(Below below) { below.start(); } }")
                .jar();

        Set<String> apis = audit(jar).uses().stream().map(Use::api).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                Set.of(
                        "new java.lang.Thread",
                        "java.lang.Thread.start",
                        "new java.lang.ClassLoader",
                        "java.lang.ClassLoader.defineClass"),
                apis);
    }

    @Test
    void aMethodOfTheVendorThatIsNamedLikeTheJdksIsNone() throws Exception {
        Path jar = Fixture.named(work, "acme")
                .source("package acme; class Job { void start() {} void exec() {} void exit() {} }")
                .source("package acme; class Main { void run(Job job) { job.start(); job.exec(); job.exit(); } }")
                .jar();

        assertEquals(List.of(), audit(jar).uses());
    }

    @Test
    void aNativeMethodIsTold() throws Exception {
        Path jar = Fixture.named(work, "acme")
                .source("package acme; class Main { native int add(int a); }")
                .jar();

        assertEquals(
                List.of("acme.Main#add"),
                audit(jar).uses().get(0).places().stream()
                        .map(Use.Place::toString)
                        .toList());
    }

    @Test
    void manyPlacesAreOneUseWithACountAndAFewExamples() throws Exception {
        Use use = audit(run("System.exit(1);\n".repeat(40))).uses().get(0);

        assertEquals(40, use.count());
        assertEquals(3, use.places().size());
        assertEquals("acme.Main#run:2", use.places().get(0).toString());
    }

    @Test
    void aLibrarysUseIsToldApartFromThePluginsOwn() throws Exception {
        Path own = run("System.exit(1);");
        Path library = Fixture.named(work, "lib")
                .source("package lib; class Lib { void run() { System.exit(2); } }")
                .jar("lib-1.0.jar");

        Audit audit = Audit.of(List.of(own, library), AuditDeclared.NOTHING);

        assertEquals(
                List.of("", "lib-1.0.jar"),
                audit.uses().stream().map(Use::library).toList());
        assertTrue(audit.uses().get(0).isOwn());
    }

    @Test
    void whatIsDeclaredIsListedAndNotUndeclared() throws Exception {
        Path jar = run("System.exit(1); new Thread();");

        Audit audit = Audit.of(List.of(jar), new AuditDeclared(Set.of(UseKind.THREADS)));

        assertEquals(2, audit.uses().size());
        assertEquals(
                List.of(UseKind.EXIT),
                audit.undeclared().stream().map(Use::kind).toList());
    }

    @Test
    void aVersionForAnotherJavaHidesNothing() throws Exception {
        Path innocent = Fixture.named(work, "acme")
                .source("package acme; class Main {}")
                .classes()
                .resolve("acme/Main.class");
        Path guilty = run("System.exit(1);").resolveSibling("classes/acme/Main.class");
        Path jar = Fixture.zipOf(
                work.resolve("versions.jar"),
                Map.of(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nMulti-Release: true\n\n".getBytes(StandardCharsets.UTF_8),
                        "acme/Main.class",
                        Files.readAllBytes(innocent),
                        "META-INF/versions/11/acme/Main.class",
                        Files.readAllBytes(guilty)));

        assertEquals(Set.of(UseKind.EXIT), audit(jar).kinds());
    }

    @Test
    void brokenClassesAndJarsAreToldAndCostTheirNeighboursNothing() throws Exception {
        Path good = Files.copy(
                run("System.exit(1);").resolveSibling("classes/acme/Main.class"), work.resolve("Main.class"));
        Path jar = Fixture.zipOf(
                work.resolve("mixed.jar"),
                Map.of(
                        "acme/Main.class", Files.readAllBytes(good),
                        "acme/Cut.class", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0},
                        "acme/Letter.class", "Dear vendor".getBytes(StandardCharsets.UTF_8)));
        Path broken = Files.writeString(work.resolve("broken.jar"), "no zip");

        Audit audit = Audit.of(List.of(jar, broken), AuditDeclared.NOTHING);

        assertEquals(Set.of(UseKind.EXIT), audit.kinds());
        assertEquals(3, audit.unread().size());
        assertTrue(
                audit.unread().toString().contains("acme/Letter.class"),
                audit.unread().toString());
        assertTrue(
                audit.unread().toString().contains("broken.jar"), audit.unread().toString());
    }

    @Test
    void aClassWhoseReadingNeverEndsIsToldAndCostsItsNeighboursNothing() throws Exception {
        Path good = run("System.exit(1);").resolveSibling("classes/acme/Main.class");
        Path jar = Fixture.zipOf(
                work.resolve("endless.jar"),
                Map.of(
                        "acme/Endless.class",
                        EndlessClass.bytes("acme/Endless"),
                        "acme/Main.class",
                        Files.readAllBytes(good)));

        Audit audit = audit(jar);

        assertEquals(Set.of(UseKind.EXIT), audit.kinds());
        assertTrue(audit.unread().get(0).contains("acme/Endless.class"), audit::toString);
    }

    @Test
    void theNumberOfClassesOfBytesAndOfUsesIsBounded() throws Exception {
        Path jar = Fixture.named(work, "acme")
                .source("package acme; class A { void run() { System.exit(1); new Thread(); } }")
                .source("package acme; class B { void run() { System.getenv(\"A\"); } }")
                .jar();

        Audit few = read(jar, new AuditLimits(1, 1 << 20, 1 << 20, 10, 3, 10));
        Audit small = read(jar, new AuditLimits(10, 1 << 20, 10, 10, 3, 1));
        Audit short1 = read(jar, new AuditLimits(10, 1 << 20, 1 << 20, 1, 3, 10));

        assertEquals(1, few.classes());
        assertEquals(1, few.unread().size());
        assertEquals(0, small.classes());
        assertEquals(1, small.unread().size());
        assertEquals(1, small.leftOut());
        assertEquals(1, short1.uses().size());
        assertEquals(2, short1.leftOut());
    }

    private static Audit read(Path jar, AuditLimits limits) {
        return new JarAudit(AuditDeclared.NOTHING, limits).read(List.of(jar));
    }

    private static Audit audit(Path jar) {
        return Audit.of(List.of(jar), AuditDeclared.NOTHING);
    }

    private Path run(String code) throws Exception {
        return Fixture.named(work, "acme")
                .source("package acme; class Main { void run() throws Exception {\n" + code + "} }")
                .jar();
    }
}
