package org.citykit.runtime.unload;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One loader that was let go, held weakly. A dump of the heap finds the loader through {@link #mark} and
 * {@link #weakly}, so their names matter. Thread-safe.
 */
final class Watched {
    private static final SecureRandom MARKS = new SecureRandom();

    private final String plugin;
    private final String version;
    private final String sha256;
    private final Instant releasedAt;
    private final long mark = MARKS.nextLong();
    private final WeakReference<ClassLoader> weakly;
    private final PhantomReference<ClassLoader> gone;
    private volatile Findings findings = Findings.NONE;

    /** What the last check found. */
    record Findings(boolean proven, List<Pin> pins, List<String> notes) {
        static final Findings NONE = new Findings(false, List.of(), List.of());

        Findings {
            pins = List.copyOf(pins);
            notes = List.copyOf(notes);
        }
    }

    Watched(String plugin, String version, String sha256, Instant releasedAt, ClassLoader loader) {
        this.plugin = plugin;
        this.version = version;
        this.sha256 = sha256;
        this.releasedAt = releasedAt;
        this.weakly = new WeakReference<>(loader);
        // A weak reference is cleared before finalizers run, which may bring the loader back.
        this.gone = new PhantomReference<>(loader, new ReferenceQueue<>());
    }

    String plugin() {
        return plugin;
    }

    String version() {
        return version;
    }

    /** Tells this one apart in a dump of the heap. */
    long mark() {
        return mark;
    }

    /** The loader, unless it is gone or about to go. Whoever asks holds it meanwhile. */
    @Nullable
    ClassLoader loader() {
        return weakly.get();
    }

    boolean collected() {
        return gone.refersTo(null);
    }

    /** Whether it outlived a collection, and nothing was found that could hold it. */
    boolean unexplained() {
        Findings last = findings;
        return !collected() && last.proven() && last.pins().isEmpty();
    }

    void found(Findings now) {
        findings = now;
    }

    /** Adds to what the last check could not tell. */
    void noted(String note) {
        Findings last = findings;
        List<String> notes = new ArrayList<>(last.notes());
        notes.add(note);
        findings = new Findings(last.proven(), last.pins(), notes);
    }

    /** What holds it beyond doubt; what is only likely to comes after it. */
    void proven(Pin pin) {
        List<Pin> pins = new ArrayList<>(List.of(pin));
        findings.pins().stream().filter(it -> !it.equals(pin)).forEach(pins::add);
        findings = new Findings(true, pins, List.of());
    }

    Unloading now() {
        if (collected()) {
            return told(Unloading.State.COLLECTED, Findings.NONE);
        }
        Findings last = findings;
        boolean pinned = last.proven() && !last.pins().isEmpty();
        return told(pinned ? Unloading.State.PINNED : Unloading.State.PENDING, last);
    }

    private Unloading told(Unloading.State state, Findings last) {
        return new Unloading(plugin, version, sha256, releasedAt, state, last.pins(), last.notes());
    }
}
