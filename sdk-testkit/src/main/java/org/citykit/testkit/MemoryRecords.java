package org.citykit.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Records;
import org.citykit.api.Revision;

/** Records that last as long as the test. Thread-safe. */
final class MemoryRecords implements Records {
    private static final int LARGEST = 1 << 20;
    private static final int KEYS = 10_000;

    private final TreeMap<String, Stored> stored = new TreeMap<>();
    private long writes;

    /** The records of one module in every version of its format. Thread-safe. */
    static final class Versions {
        private final Map<Integer, Records> versions = new HashMap<>();

        synchronized Records of(int version) {
            return versions.computeIfAbsent(version, first -> new MemoryRecords());
        }
    }

    @Override
    public synchronized Optional<Stored> find(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public synchronized Revision put(String key, byte[] value, Revision expected) {
        check(key, expected);
        if (value.length > LARGEST) {
            throw new CityKitException(
                    ApiError.LIMIT_EXCEEDED, "The record '" + key + "' is larger than " + LARGEST + " octets.");
        }
        Revision next = new Revision("r" + ++writes);
        stored.put(key, new Stored(key, next, value.clone()));
        return next;
    }

    @Override
    public synchronized void delete(String key, Revision expected) {
        check(key, expected);
        stored.remove(key);
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        return stored.tailMap(prefix).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .limit(KEYS)
                .toList();
    }

    private void check(String key, Revision expected) {
        Revision now = find(key).map(Stored::revision).orElse(Revision.NONE);
        if (!now.equals(expected)) {
            throw new CityKitException(
                    ApiError.REVISION_CONFLICT,
                    "The record '" + key + "' was changed since it was read. Read it again.");
        }
    }
}
