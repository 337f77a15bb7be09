package org.citykit.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Sink;
import org.jspecify.annotations.Nullable;

/**
 * A sink that keeps what it is given, and notes every use that the runtime's own sink would refuse. Thread-safe.
 *
 * @param <T> what it takes
 */
public final class CollectingSink<T extends Item> implements Sink<T> {
    private final Class<T> type;
    private final Map<String, T> items = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> misuses = new ArrayList<>();
    private long limit = Long.MAX_VALUE;
    private @Nullable Thread owner;
    private boolean ended;

    private CollectingSink(Class<T> type) {
        this.type = type;
    }

    /** A sink for items of a type. */
    public static <T extends Item> CollectingSink<T> of(Class<T> type) {
        return new CollectingSink<>(type);
    }

    /** Refuses every item after so many with {@link ApiError#LIMIT_EXCEEDED}. */
    public synchronized CollectingSink<T> atMost(long most) {
        limit = most;
        return this;
    }

    @Override
    public synchronized void accept(T item) {
        checkUse("an item");
        if (!type.isInstance(item)) {
            throw misused("was given "
                    + (item == null ? "null" : item.getClass().getName()) + " instead of " + type.getSimpleName());
        }
        count();
        removed.remove(item.id());
        items.put(item.id(), item);
    }

    @Override
    public synchronized void remove(String id) {
        checkUse("a removal");
        count();
        items.remove(id);
        removed.add(id);
    }

    @Override
    public synchronized void reject(Defect defect) {
        checkUse("a defect");
        if (defect == null) {
            throw misused("was given null instead of a defect");
        }
        defects.add(defect);
    }

    /** The items, the last of each id, in the order in which they came. */
    public synchronized List<T> items() {
        return List.copyOf(items.values());
    }

    /** The ids of the items that were said to exist no longer. */
    public synchronized Set<String> removed() {
        return Set.copyOf(removed);
    }

    /** What could not be used. */
    public synchronized List<Defect> defects() {
        return List.copyOf(defects);
    }

    /** What the runtime's sink would have refused, in words. */
    public synchronized List<String> misuses() {
        return List.copyOf(misuses);
    }

    /** From now on only the calling thread may push. */
    synchronized void begin() {
        owner = Thread.currentThread();
    }

    /** From now on nobody may push. */
    synchronized void end() {
        ended = true;
    }

    private void count() {
        if (--limit < 0) {
            throw new CityKitException(ApiError.LIMIT_EXCEEDED, "The sink takes no more items in this fetch.");
        }
    }

    private void checkUse(String what) {
        if (ended) {
            throw misused("was given " + what + " after the fetch had ended");
        }
        Thread current = Thread.currentThread();
        if (owner != null && owner != current) {
            throw misused("was given " + what + " by the thread " + current.getName() + ", which is not the fetch's");
        }
    }

    private IllegalStateException misused(String how) {
        misuses.add(how);
        return new IllegalStateException("The sink " + how + ".");
    }
}
