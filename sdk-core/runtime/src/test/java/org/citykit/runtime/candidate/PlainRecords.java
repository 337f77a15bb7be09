package org.citykit.runtime.candidate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Records;
import org.citykit.api.Revision;

/** Records in memory, whose revisions count. */
final class PlainRecords implements Records {
    final Map<String, Stored> stored = new TreeMap<>();
    private int count;

    @Override
    public Optional<Stored> find(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public Revision put(String key, byte[] value, Revision expected) {
        expect(key, expected);
        Revision next = new Revision("r" + ++count);
        stored.put(key, new Stored(key, next, value));
        return next;
    }

    @Override
    public void delete(String key, Revision expected) {
        expect(key, expected);
        stored.remove(key);
    }

    @Override
    public List<String> keys(String prefix) {
        return stored.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    private void expect(String key, Revision expected) {
        Revision found = find(key).map(Stored::revision).orElse(Revision.NONE);
        if (!found.equals(expected)) {
            throw new CityKitException(ApiError.REVISION_CONFLICT, "The record '" + key + "' is at " + found + ".");
        }
    }
}
