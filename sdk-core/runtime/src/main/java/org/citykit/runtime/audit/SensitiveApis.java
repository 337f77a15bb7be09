package org.citykit.runtime.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of the JDK that an audit tells, by the names of class files. Immutable. */
final class SensitiveApis {
    /**
     * One line a type: kind, type, members. No member stands for all; a type that ends in {@code /*} for all of a
     * package and below; {@code *} as the type for any type of the JDK. A member may end in {@code *}, and then in
     * {@code ^} with what its descriptor begins with or {@code !} with what it lacks. A type is told by its name alone,
     * as a text, when it has no members here or begins with {@code @}. Making a {@code File}, {@code Path},
     * {@code URI} or {@code URL} touches nothing, so that it is not here.
     */
    private static final String LIST = """
            network java/net/Socket
            network java/net/ServerSocket
            network java/net/DatagramSocket
            network java/net/MulticastSocket
            network java/net/InetAddress getByName getAllByName getLocalHost isReachable getHostName getCanonicalHostName
            network java/net/InetSocketAddress <init>^(Ljava/lang/String;
            network java/net/NetworkInterface
            network java/net/URL openConnection openStream getContent
            network java/net/URLConnection connect getInputStream getOutputStream getContent
            network java/net/HttpURLConnection connect getInputStream getOutputStream getResponseCode
            network java/net/JarURLConnection getJarFile getInputStream
            network java/net/http/HttpClient
            network java/net/http/HttpClient$Builder
            network java/net/http/WebSocket
            network java/net/spi/*
            network java/nio/channels/SocketChannel
            network java/nio/channels/ServerSocketChannel
            network java/nio/channels/DatagramChannel
            network java/nio/channels/AsynchronousSocketChannel
            network java/nio/channels/AsynchronousServerSocketChannel
            network java/rmi/Naming
            network java/rmi/registry/*
            network java/rmi/server/*
            network javax/naming/InitialContext
            network javax/naming/directory/InitialDirContext
            network javax/naming/ldap/*
            network javax/naming/spi/*
            network javax/net/*
            network javax/net/ssl/SSLSocket
            network javax/net/ssl/SSLServerSocket
            network javax/net/ssl/SSLSocketFactory
            network javax/net/ssl/SSLServerSocketFactory
            network javax/net/ssl/HttpsURLConnection
            network javax/management/remote/*
            network java/sql/DriverManager getConnection
            network javax/sql/DataSource getConnection
            network com/sun/net/httpserver/*
            files java/io/FileInputStream
            files java/io/FileOutputStream
            files java/io/FileReader
            files java/io/FileWriter
            files java/io/RandomAccessFile
            files java/io/File canExecute canRead canWrite createNewFile createTempFile delete deleteOnExit exists
            files java/io/File getCanonicalFile getCanonicalPath getFreeSpace getTotalSpace getUsableSpace isDirectory
            files java/io/File isFile isHidden lastModified length list* mkdir mkdirs renameTo set*
            files java/io/PrintStream <init>^(Ljava/io/File; <init>^(Ljava/lang/String;
            files java/io/PrintWriter <init>^(Ljava/io/File; <init>^(Ljava/lang/String;
            files java/util/Scanner <init>^(Ljava/io/File; <init>^(Ljava/nio/file/Path;
            files java/util/Formatter <init>^(Ljava/io/File; <init>^(Ljava/lang/String;
            files java/nio/file/Files
            files java/nio/file/Path toRealPath register
            files java/nio/file/FileSystems newFileSystem
            files java/nio/file/WatchService
            files java/nio/channels/FileChannel
            files java/nio/channels/AsynchronousFileChannel
            files java/util/zip/ZipFile
            files java/util/jar/JarFile
            files java/util/logging/FileHandler
            processes java/lang/ProcessBuilder
            processes @java/lang/Runtime exec
            processes java/lang/ProcessHandle
            processes com/sun/tools/attach/*
            processes java/awt/Desktop
            reflection * setAccessible trySetAccessible
            reflection java/lang/reflect/Method invoke
            reflection java/lang/reflect/Constructor newInstance
            reflection java/lang/reflect/Field get getBoolean getByte getChar getDouble getFloat getInt getLong getShort
            reflection java/lang/reflect/Field set setBoolean setByte setChar setDouble setFloat setInt setLong setShort
            reflection java/lang/reflect/Proxy newProxyInstance getProxyClass
            reflection java/lang/Class forName newInstance
            reflection java/lang/ClassLoader <init> loadClass defineClass getSystemClassLoader
            reflection java/net/URLClassLoader
            reflection java/security/SecureClassLoader <init>
            reflection java/lang/invoke/MethodHandles privateLookupIn
            reflection java/lang/invoke/MethodHandles$Lookup defineClass defineHiddenClass* findClass unreflect*
            reflection java/lang/Module addOpens addExports addReads
            reflection java/lang/ModuleLayer define*
            reflection java/lang/ModuleLayer$Controller
            reflection java/lang/instrument/*
            reflection sun/reflect/*
            reflection jdk/internal/reflect/*
            native java/lang/System load loadLibrary
            native java/lang/Runtime load loadLibrary
            native java/lang/foreign/Linker
            native java/lang/foreign/SymbolLookup
            native java/lang/foreign/MemorySegment reinterpret
            native jdk/incubator/foreign/*
            native sun/misc/Unsafe
            native jdk/internal/misc/*
            threads java/lang/Thread <init> start stop suspend ofVirtual ofPlatform startVirtualThread
            threads java/lang/Thread setContextClassLoader setDefaultUncaughtExceptionHandler setUncaughtExceptionHandler
            threads java/lang/ThreadGroup <init>
            threads java/lang/ThreadLocal <init> withInitial set
            threads java/lang/InheritableThreadLocal <init>
            threads java/lang/Runtime addShutdownHook
            threads java/lang/ref/Cleaner create
            threads java/util/Timer
            threads java/util/concurrent/Executors new*
            threads java/util/concurrent/ThreadPoolExecutor <init>
            threads java/util/concurrent/ScheduledThreadPoolExecutor <init>
            threads java/util/concurrent/ForkJoinPool
            threads java/util/concurrent/ForkJoinTask fork invokeAll
            threads java/util/concurrent/SubmissionPublisher <init>
            threads java/util/concurrent/CompletableFuture *Async!Ljava/util/concurrent/Executor; orTimeout completeOnTimeout
            threads java/util/concurrent/CompletableFuture delayedExecutor
            threads java/util/concurrent/CompletionStage *Async!Ljava/util/concurrent/Executor;
            threads java/util/Arrays parallel*
            threads * parallelStream
            threads java/util/stream/Stream parallel
            threads java/util/stream/IntStream parallel
            threads java/util/stream/LongStream parallel
            threads java/util/stream/DoubleStream parallel
            threads javax/swing/Timer
            exit java/lang/System exit
            exit java/lang/Runtime exit halt
            environment java/lang/System getenv getProperty getProperties setProperty setProperties clearProperty
            environment java/lang/System setOut setErr setIn setSecurityManager
            environment java/lang/Boolean getBoolean
            environment java/lang/Integer getInteger
            environment java/lang/Long getLong
            environment java/util/Locale setDefault
            environment java/util/TimeZone setDefault
            environment java/util/prefs/*
            scripts javax/script/*
            scripts jdk/jshell/*
            scripts javax/tools/ToolProvider
            scripts java/util/spi/ToolProvider
            deserialisation java/io/ObjectInputStream readObject readUnshared
            deserialisation java/beans/XMLDecoder
            registrations java/sql/DriverManager registerDriver deregisterDriver
            registrations javax/management/MBeanServer registerMBean createMBean addNotificationListener
            registrations java/security/Security addProvider insertProviderAt removeProvider setProperty
            registrations java/security/Policy setPolicy
            registrations java/util/logging/LogManager
            registrations java/util/logging/Logger addHandler removeHandler setLevel setFilter setUseParentHandlers
            registrations java/net/URL setURLStreamHandlerFactory
            registrations java/net/URLConnection setContentHandlerFactory setFileNameMap setDefault*
            registrations java/net/HttpURLConnection setFollowRedirects
            registrations javax/net/ssl/HttpsURLConnection setDefault*
            registrations javax/net/ssl/SSLContext setDefault
            registrations java/net/Authenticator setDefault
            registrations java/net/CookieHandler setDefault
            registrations java/net/ProxySelector setDefault
            registrations java/net/ResponseCache setDefault
            registrations java/beans/PropertyEditorManager registerEditor setEditorSearchPath
            registrations javax/imageio/spi/IIORegistry
            registrations java/awt/Toolkit addAWTEventListener
            """;

    static final SensitiveApis DEFAULT = new SensitiveApis();

    private static final String ANY = "*";
    private static final String PACKAGE = "/*";

    private final Map<String, List<Rule>> byType = new HashMap<>();
    private final Map<String, UseKind> byName = new HashMap<>();
    private final Set<String> members = new HashSet<>();

    private SensitiveApis() {
        LIST.lines().map(line -> line.split(" ", -1)).forEach(this::add);
    }

    /**
     * A sensitive API.
     *
     * @param name the type and member as people write them
     */
    record Api(UseKind kind, String name) {}

    private record Rule(UseKind kind, String member, boolean prefix, String begins, String lacks) {
        boolean matches(String name, String descriptor) {
            return (prefix ? fits(name) : name.equals(member))
                    && descriptor.startsWith(begins)
                    && (lacks.isEmpty() || !descriptor.contains(lacks));
        }

        private boolean fits(String name) {
            return member.startsWith(ANY) ? name.endsWith(member.substring(1)) : name.startsWith(member);
        }
    }

    private void add(String... words) {
        UseKind kind = UseKind.ofWord(words[0]).orElseThrow();
        String type = words[1].startsWith("@") ? words[1].substring(1) : words[1];
        boolean whole = words.length == 2;
        if ((whole || words[1].startsWith("@")) && !type.endsWith(PACKAGE)) {
            byName.put(type.replace('/', '.'), kind);
        }
        List<Rule> rules = byType.computeIfAbsent(type, it -> new ArrayList<>());
        if (whole) {
            rules.add(new Rule(kind, "", true, "", ""));
        }
        for (int i = 2; i < words.length; i++) {
            rules.add(rule(kind, words[i]));
        }
    }

    private Rule rule(UseKind kind, String word) {
        int begins = word.indexOf('^');
        int lacks = word.indexOf('!');
        int end = begins >= 0 ? begins : lacks >= 0 ? lacks : word.length();
        String member = word.substring(0, end);
        boolean prefix = member.endsWith(ANY) || member.startsWith(ANY);
        if (!prefix) {
            members.add(member);
        }
        return new Rule(
                kind,
                member.endsWith(ANY) ? member.substring(0, member.length() - 1) : member,
                prefix,
                begins >= 0 ? word.substring(begins + 1) : "",
                lacks >= 0 ? word.substring(lacks + 1) : "");
    }

    /** The API that a call is of, if it is sensitive. */
    Optional<Api> find(String owner, String name, String descriptor) {
        Optional<UseKind> kind = kind(byType.get(owner), name, descriptor);
        for (int end = owner.lastIndexOf('/'); kind.isEmpty() && end > 0; end = owner.lastIndexOf('/', end - 1)) {
            kind = kind(byType.get(owner.substring(0, end) + PACKAGE), name, descriptor);
        }
        if (kind.isEmpty() && isJdk(owner)) {
            kind = kind(byType.get(ANY), name, descriptor);
        }
        return kind.map(it -> new Api(it, shown(owner, name)));
    }

    /** The kind of a type by its binary name. */
    Optional<UseKind> ofName(String binaryName) {
        return Optional.ofNullable(byName.get(binaryName));
    }

    /** Whether a method of a type that is not the JDK's may be one of these, inherited. */
    boolean mayInherit(String owner, String name) {
        return !isJdk(owner) && !owner.startsWith("[") && members.contains(name);
    }

    private static Optional<UseKind> kind(@Nullable List<Rule> rules, String name, String descriptor) {
        if (rules == null) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(rule -> rule.matches(name, descriptor))
                .findFirst()
                .map(Rule::kind);
    }

    private static boolean isJdk(String owner) {
        return owner.startsWith("java/") || owner.startsWith("javax/") || owner.startsWith("jdk/");
    }

    private static String shown(String owner, String name) {
        String type = owner.replace('/', '.').replace('$', '.');
        return name.equals("<init>") ? "new " + type : type + "." + name;
    }
}
