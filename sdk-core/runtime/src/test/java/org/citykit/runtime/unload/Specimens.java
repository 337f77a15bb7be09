package org.citykit.runtime.unload;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plugins that leave something behind, one for each kind, and plugins that only seem to. */
final class Specimens {
    /** What a host may remember of the types it was handed, as JSON libraries do. */
    static final Map<Class<?>, String> HOST_CACHE = new ConcurrentHashMap<>();

    private Specimens() {}

    /** A specimen, and by what it is held; nobody is in both lists. */
    record Leak(Specimen specimen, PinKind probed, PinKind heap) {}

    /** What probes find with the JVM's innards open, and what the heap shows. */
    static List<Leak> leaks() {
        return List.of(
                leak(PinKind.THREAD, Specimen.named("LeaksThread").opening("""
                                Thread thread = new Thread(() -> {
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                }, "leaks-thread");
                                thread.setDaemon(true);
                                thread.setContextClassLoader(null);
                                thread.start();
                                """)),
                leak(PinKind.THREAD, Specimen.named("LeaksExecutor").opening("""
                                Executors.newFixedThreadPool(1, task -> {
                                    Thread thread = new Thread(task, "leaks-executor");
                                    thread.setDaemon(true);
                                    return thread;
                                }).submit(() -> 1).get();
                                """)),
                leak(
                        PinKind.THREAD_LOCAL,
                        Specimen.named("LeaksThreadLocal")
                                .with("static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();")
                                .opening("LOCAL.set(List.of(this));")
                                .onHostThread()),
                leak(PinKind.SHUTDOWN_HOOK, Specimen.named("LeaksShutdownHook").opening("""
                                Thread hook = new Thread(() -> {}, "leaks-hook");
                                hook.setContextClassLoader(null);
                                Runtime.getRuntime().addShutdownHook(hook);
                                """)),
                leak(
                        PinKind.JDBC_DRIVER,
                        Specimen.named("LeaksJdbcDriver")
                                .requiring("java.sql", "java.logging")
                                .with("""
                                        static final class Driver implements java.sql.Driver {
                                            public java.sql.Connection connect(String url, Properties info) { return null; }
                                            public boolean acceptsURL(String url) { return false; }
                                            public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
                                                return new java.sql.DriverPropertyInfo[0];
                                            }
                                            public int getMajorVersion() { return 1; }
                                            public int getMinorVersion() { return 0; }
                                            public boolean jdbcCompliant() { return false; }
                                            public java.util.logging.Logger getParentLogger() { return null; }
                                        }
                                        """)
                                .opening("java.sql.DriverManager.registerDriver(new Driver());")),
                leak(
                        PinKind.JMX_BEAN,
                        Specimen.named("LeaksMBean")
                                .requiring("java.management")
                                .with("""
                                        static final class Bean extends javax.management.StandardMBean
                                                implements Runnable {
                                            Bean() throws Exception { super(Runnable.class, false); }
                                            public void run() {}
                                        }
                                        """)
                                .opening("""
                                        java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(
                                                new Bean(), new javax.management.ObjectName("acme:type=Bean"));
                                        """)),
                new Leak(
                        Specimen.named("LeaksWrappedMBean")
                                .requiring("java.management")
                                .opening("""
                                        java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(
                                                new javax.management.StandardMBean(() -> {}, Runnable.class, false),
                                                new javax.management.ObjectName("acme:type=Wrapped"));
                                        """),
                        PinKind.HEAP_PATH,
                        PinKind.JMX_BEAN),
                leak(
                        PinKind.LOG_HANDLER,
                        Specimen.named("LeaksJulHandler")
                                .requiring("java.logging")
                                .with("""
                                        static final class Notes extends java.util.logging.Handler {
                                            public void publish(java.util.logging.LogRecord record) {}
                                            public void flush() {}
                                            public void close() {}
                                        }
                                        """)
                                .opening("java.util.logging.Logger.getLogger(\"\").addHandler(new Notes());")),
                leak(PinKind.TIMER, Specimen.named("LeaksTimer").opening("""
                                new java.util.Timer("leaks-timer", true).schedule(new java.util.TimerTask() {
                                    public void run() {}
                                }, 3_600_000L);
                                """)),
                leak(PinKind.POOL_TASK, Specimen.named("LeaksCommonPoolTask").opening("""
                                CountDownLatch runs = new CountDownLatch(1);
                                ForkJoinPool.commonPool().execute(() -> {
                                    try {
                                        runs.countDown();
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
                                runs.await();
                                """)),
                leak(
                        PinKind.UNCAUGHT_HANDLER,
                        Specimen.named("LeaksUncaughtHandler")
                                .opening("Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});")),
                leak(
                        PinKind.SECURITY_PROVIDER,
                        Specimen.named("LeaksSecurityProvider")
                                .with("""
                                        static final class Own extends java.security.Provider {
                                            Own() { super("Leaky", "1.0", "leaks"); }
                                        }
                                        """)
                                .opening("java.security.Security.addProvider(new Own());")),
                leak(
                        PinKind.SYSTEM_PROPERTY,
                        Specimen.named("LeaksSystemProperty")
                                .opening("System.getProperties().put(\"acme.leak\", new Settings());")),
                leak(
                        PinKind.JVM_DEFAULT,
                        Specimen.named("LeaksProxySelector")
                                .with("""
                                        static final class Direct extends java.net.ProxySelector {
                                            public List<java.net.Proxy> select(java.net.URI uri) {
                                                return List.of(java.net.Proxy.NO_PROXY);
                                            }
                                            public void connectFailed(
                                                    java.net.URI uri, java.net.SocketAddress at, java.io.IOException e) {}
                                        }
                                        """)
                                .opening("java.net.ProxySelector.setDefault(new Direct());")),
                leak(
                        PinKind.JVM_DEFAULT,
                        Specimen.named("LeaksHostnameVerifier").opening("""
                                javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> false);
                                """)),
                leak(
                        PinKind.JVM_DEFAULT,
                        Specimen.named("LeaksAuthenticator")
                                .opening("java.net.Authenticator.setDefault(new java.net.Authenticator() {});")),
                new Leak(
                        Specimen.named("LeaksIntoHostCache").heldBy(type -> HOST_CACHE.put(type, type.getName())),
                        PinKind.HEAP_PATH,
                        PinKind.HEAP_PATH),
                new Leak(
                        Specimen.named("LeaksLogListener")
                                .requiring("java.logging")
                                .opening("""
                                        java.util.logging.LogManager.getLogManager().addConfigurationListener(() -> {});
                                        """),
                        PinKind.HEAP_PATH,
                        PinKind.LOG_HANDLER));
    }

    /** Plugins that use what looks like leaking and is none. */
    static List<Specimen> innocents() {
        return List.of(
                Specimen.named("WellBehaved"),
                Specimen.named("EndsItsThread").opening("""
                        Thread thread = new Thread(() -> {}, "ends");
                        thread.start();
                        thread.join();
                        """),
                Specimen.named("TakesItsHookBack").opening("""
                        Thread hook = new Thread(() -> {});
                        Runtime.getRuntime().addShutdownHook(hook);
                        Runtime.getRuntime().removeShutdownHook(hook);
                        """),
                Specimen.named("UsesBundles").opening("""
                        try {
                            ResourceBundle.getBundle("acme.usesbundles.words", Locale.ROOT);
                        } catch (MissingResourceException none) {
                            ResourceBundle.clearCache();
                        }
                        """),
                Specimen.named("UsesProxy").opening("""
                        Object proxy = java.lang.reflect.Proxy.newProxyInstance(
                                UsesProxy.class.getClassLoader(),
                                new Class<?>[] {Callable.class},
                                (self, method, arguments) -> 1);
                        ((Callable<?>) proxy).call();
                        """),
                Specimen.named("UsesSerialization")
                        .with("static final class Bean implements java.io.Serializable { int count = 1; }")
                        .opening("""
                                new java.io.ObjectOutputStream(new java.io.ByteArrayOutputStream()).writeObject(new Bean());
                                """),
                Specimen.named("UsesLogLevel")
                        .requiring("java.logging")
                        .with("""
                                static final class Loud extends java.util.logging.Level {
                                    Loud() { super("LOUD", 1001); }
                                }
                                """)
                        .opening("java.util.logging.Logger.getLogger(\"acme\").log(new Loud(), \"loud\");"),
                Specimen.named("UsesMethodHandles")
                        .with("static String twice(String text) { return text + text + text.length(); }")
                        .opening("""
                                java.lang.invoke.MethodHandles.lookup()
                                        .findStatic(UsesMethodHandles.class, "twice",
                                                java.lang.invoke.MethodType.methodType(String.class, String.class))
                                        .asFixedArity();
                                twice("a");
                                """),
                Specimen.named("WaitsInTime").opening("""
                        new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).get();
                        """));
    }

    private static Leak leak(PinKind kind, Specimen specimen) {
        return new Leak(specimen, kind, kind);
    }
}
