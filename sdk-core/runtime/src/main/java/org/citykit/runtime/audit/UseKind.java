package org.citykit.runtime.audit;

import java.util.Locale;
import java.util.Optional;

/** What a use of the JDK is about; a manifest declares its uses by these words in lower case. */
public enum UseKind {
    /** Sockets, web clients, name look-ups, JNDI and RMI, past the context's {@code http()}. */
    NETWORK,
    /** Files of the machine, past the context's {@code files()}. */
    FILES,
    /** Other processes of the machine. */
    PROCESSES,
    /** Access that the compiler does not check, classes by name, class loaders, proxies. */
    REFLECTION,
    /** Native code, memory outside the heap's rules. */
    NATIVE,
    /** Threads, pools, timers, thread locals and hooks, which outlive a call and may pin the plugin in memory. */
    THREADS,
    /** Ending the JVM with everything in it. */
    EXIT,
    /** System properties, environment variables, and the JVM's defaults. */
    ENVIRONMENT,
    /** Scripts and compilers, whose code no audit sees. */
    SCRIPTS,
    /** Objects made from bytes, as whoever wrote the bytes likes. */
    DESERIALISATION,
    /** Registrations that hold for the whole JVM: drivers, beans, security providers, log handlers, URL handlers. */
    REGISTRATIONS;

    /** How {@code plugin.json} writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word of {@code plugin.json}, if it is one. */
    public static Optional<UseKind> ofWord(String word) {
        for (UseKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
