package org.citykit.runtime.unload;

/** By what a plugin can be held after it was let go. */
public enum PinKind {
    /** A thread that runs the plugin's code, or was started by it. */
    THREAD,
    /** A value that the plugin left in a thread. */
    THREAD_LOCAL,
    /** A hook that runs when the JVM stops. */
    SHUTDOWN_HOOK,
    /** A driver registered with {@code java.sql.DriverManager}. */
    JDBC_DRIVER,
    /** A bean, or a listener of one, registered with an MBean server. */
    JMX_BEAN,
    /** A handler, filter or formatter of {@code java.util.logging}. */
    LOG_HANDLER,
    /** A {@code java.util.Timer} or one of its tasks. */
    TIMER,
    /** A task in the JVM's common pool, or one that a {@code CompletableFuture} delays. */
    POOL_TASK,
    /** A handler of uncaught exceptions, of all threads or of one. */
    UNCAUGHT_HANDLER,
    /** A provider of cryptography. */
    SECURITY_PROVIDER,
    /** A default of the JVM that the plugin replaced, for example its proxy selector or its standard output. */
    JVM_DEFAULT,
    /** An object of the plugin's among the system properties. */
    SYSTEM_PROPERTY,
    /** Anything else, as the heap shows it. */
    HEAP_PATH
}
