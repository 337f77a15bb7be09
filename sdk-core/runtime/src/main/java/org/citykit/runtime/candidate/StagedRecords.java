package org.citykit.runtime.candidate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's records: it reads the durable ones and its own changes, which nobody else sees until they are written.
 * Once written, calls go straight through, and the revisions it was given meanwhile stay good. Thread-safe.
 */
final class StagedRecords implements Records {
    private static final int KEYS = 10_000;
    private static final int MOST = 10_000;
    private static final int VALUE_BYTES = 1 << 20;

    private final Records durable;
    private final Map<String, Change> changes = new TreeMap<>();
    private final Map<Revision, Revision> written = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private State state = State.STAGING;
    private long count;

    private enum State {
        STAGING,
        WRITTEN,
        FORGOTTEN
    }

    /**
     * A change of one record.
     *
     * @param base the durable revision it builds on
     * @param now the record as the candidate sees it; null if it deleted it
     */
    private record Change(Revision base, @Nullable Stored now) {}

    StagedRecords(Records durable) {
        this.durable = durable;
    }

    @Override
    public synchronized Optional<Stored> find(String key) {
        refuseIfForgotten();
        Change change = changes.get(key);
        return change == null || state == State.WRITTEN ? durable.find(key) : Optional.ofNullable(change.now());
    }

    @Override
    public synchronized Revision put(String key, byte[] value, Revision expected) {
        refuseIfForgotten();
        if (state == State.WRITTEN) {
            return durable.put(key, value, durableOf(expected));
        }
        if (value.length > VALUE_BYTES || (changes.size() >= MOST && !changes.containsKey(key))) {
            throw new CityKitException(
                    ApiError.LIMIT_EXCEEDED,
                    "The record '" + key + "' cannot be stored: a module that is being taken up may write " + MOST
                            + " records of " + VALUE_BYTES + " octets.");
        }
        Revision base = expect(key, expected);
        Revision staged = new Revision("staged-" + ++count);
        changes.put(key, new Change(base, new Stored(key, staged, value.clone())));
        return staged;
    }

    @Override
    public synchronized void delete(String key, Revision expected) {
        refuseIfForgotten();
        if (state == State.WRITTEN) {
            durable.delete(key, durableOf(expected));
            return;
        }
        changes.put(key, new Change(expect(key, expected), null));
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        refuseIfForgotten();
        TreeSet<String> keys = new TreeSet<>(durable.keys(prefix));
        if (state == State.STAGING) {
            changes.forEach((key, change) -> {
                if (change.now() == null) {
                    keys.remove(key);
                } else if (key.startsWith(prefix)) {
                    keys.add(key);
                }
            });
        }
        return keys.stream().limit(KEYS).toList();
    }

    /** Writes the changes; if one cannot be written, those before it are taken back. */
    synchronized void write() {
        try {
            changes.forEach((key, change) -> {
                Optional<Stored> old = durable.find(key);
                Revision now = write(key, change);
                undo.push(() -> takeBack(key, old, now));
            });
        } catch (RuntimeException | Error conflict) {
            try {
                takeBack();
            } catch (RuntimeException left) {
                conflict.addSuppressed(left);
            }
            throw conflict;
        }
        state = State.WRITTEN;
        changes.clear();
    }

    /** Has everything as it was before {@link #write}; what cannot be taken back costs no other record. */
    synchronized void takeBack() {
        RuntimeException failed = null;
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException one) {
                failed = failed == null ? one : failed;
            }
        }
        state = State.FORGOTTEN;
        if (failed != null) {
            throw failed;
        }
    }

    /** Refuses every further call. */
    synchronized void forget() {
        state = State.FORGOTTEN;
        changes.clear();
        undo.clear();
    }

    private Revision write(String key, Change change) {
        Stored now = change.now();
        if (now == null) {
            if (!change.base().equals(Revision.NONE)) {
                durable.delete(key, change.base());
            }
            return Revision.NONE;
        }
        Revision revision = durable.put(key, now.value(), change.base());
        written.put(now.revision(), revision);
        return revision;
    }

    private void takeBack(String key, Optional<Stored> old, Revision expected) {
        if (old.isPresent()) {
            durable.put(key, old.get().value(), expected);
        } else if (!expected.equals(Revision.NONE)) {
            durable.delete(key, expected);
        }
    }

    /** The durable revision a change of a record builds on. */
    private Revision expect(String key, Revision expected) {
        Change change = changes.get(key);
        Optional<Stored> seen = change == null ? durable.find(key) : Optional.ofNullable(change.now());
        Revision found = seen.map(Stored::revision).orElse(Revision.NONE);
        if (!found.equals(expected)) {
            throw new CityKitException(
                    ApiError.REVISION_CONFLICT,
                    "The record '" + key + "' was changed meanwhile. Read it again and repeat the change.");
        }
        return change == null ? found : change.base();
    }

    private Revision durableOf(Revision revision) {
        return written.getOrDefault(revision, revision);
    }

    private void refuseIfForgotten() {
        if (state == State.FORGOTTEN) {
            throw new IllegalStateException("The module was not taken up; its records are closed.");
        }
    }
}
