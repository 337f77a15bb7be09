package org.citykit.host.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were rendered from the data as it is now, by address. Thread-safe.
 *
 * <p>A change of the data begins a new edition. What was rendered from the data of an earlier one goes into that one,
 * which nobody reads any more. Memory is bounded: an edition has a young and an old half; when the young half is full
 * it becomes the old one, and what nobody has asked for since is dropped.
 */
final class RenderCache {
    private final Clock clock;
    private final long bytesPerHalf;
    private volatile Edition edition;

    RenderCache(Clock clock, long bytes) {
        this.clock = clock;
        bytesPerHalf = bytes / 2;
        edition = new Edition(bytesPerHalf);
    }

    /** The edition of the data as it is now; take it before reading the data. */
    Edition edition() {
        return edition;
    }

    /** Begins a new edition. */
    void dataChanged() {
        edition = new Edition(bytesPerHalf);
    }

    /** The answer at an address, if it is there and may still be served. */
    Optional<Rendered> find(String address) {
        Rendered found = edition.get(address);
        return found != null && found.isFresh(clock.millis()) ? Optional.of(found) : Optional.empty();
    }

    /** Answers from one state of the data. */
    static final class Edition {
        private final long bytesPerHalf;
        private volatile Map<String, Rendered> young = new ConcurrentHashMap<>();
        private volatile Map<String, Rendered> old = new ConcurrentHashMap<>();
        private long bytes;

        private Edition(long bytesPerHalf) {
            this.bytesPerHalf = bytesPerHalf;
        }

        synchronized void put(String address, Rendered rendered) {
            if (bytes > 0 && bytes + rendered.weight() > bytesPerHalf) {
                old = young;
                young = new ConcurrentHashMap<>();
                bytes = 0;
            }
            Rendered before = young.put(address, rendered);
            bytes += rendered.weight() - (before == null ? 0 : before.weight());
        }

        private @Nullable Rendered get(String address) {
            Rendered found = young.get(address);
            if (found != null) {
                return found;
            }
            Rendered kept = old.get(address);
            if (kept != null) {
                put(address, kept);
            }
            return kept;
        }

        int size() {
            return young.size() + old.size();
        }
    }
}
