package org.citykit.runtime.unload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the usual places from the classes on a path through the heap. */
final class PinKinds {
    private static final Map<String, PinKind> BY_TYPE = new LinkedHashMap<>();

    static {
        BY_TYPE.put("java.lang.ApplicationShutdownHooks", PinKind.SHUTDOWN_HOOK);
        BY_TYPE.put("java.sql.DriverManager", PinKind.JDBC_DRIVER);
        BY_TYPE.put("java.lang.ThreadLocal$ThreadLocalMap", PinKind.THREAD_LOCAL);
        BY_TYPE.put("com.sun.jmx.", PinKind.JMX_BEAN);
        BY_TYPE.put("javax.management.", PinKind.JMX_BEAN);
        BY_TYPE.put("java.util.logging.", PinKind.LOG_HANDLER);
        BY_TYPE.put("java.util.TimerThread", PinKind.TIMER);
        BY_TYPE.put("java.util.TaskQueue", PinKind.TIMER);
        BY_TYPE.put("java.util.concurrent.CompletableFuture", PinKind.POOL_TASK);
        BY_TYPE.put("java.util.concurrent.ForkJoin", PinKind.POOL_TASK);
        BY_TYPE.put("java.util.concurrent.DelayScheduler", PinKind.POOL_TASK);
        BY_TYPE.put("java.security.Provider", PinKind.SECURITY_PROVIDER);
        BY_TYPE.put("java.security.Security", PinKind.SECURITY_PROVIDER);
        BY_TYPE.put("sun.security.jca.", PinKind.SECURITY_PROVIDER);
        BY_TYPE.put("java.util.Properties", PinKind.SYSTEM_PROPERTY);
        BY_TYPE.put("java.net.", PinKind.JVM_DEFAULT);
        BY_TYPE.put("javax.net.ssl.", PinKind.JVM_DEFAULT);
    }

    private PinKinds() {}

    static PinKind of(List<String> types, String words) {
        if (words.contains("java.lang.Thread.defaultUncaughtExceptionHandler")
                || words.contains("field uncaughtExceptionHandler")) {
            return PinKind.UNCAUGHT_HANDLER;
        }
        if (words.contains("'ForkJoinPool.commonPool-") || words.contains("'CompletableFutureDelayScheduler'")) {
            return PinKind.POOL_TASK;
        }
        for (Map.Entry<String, PinKind> known : BY_TYPE.entrySet()) {
            if (types.stream().anyMatch(type -> type.startsWith(known.getKey()))) {
                return known.getValue();
            }
        }
        return words.contains("the thread '") || words.startsWith("the stack") ? PinKind.THREAD : PinKind.HEAP_PATH;
    }
}
