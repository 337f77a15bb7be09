package org.citykit.runtime.module;

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
import org.citykit.api.Limits;
import org.citykit.api.Sink;
import org.citykit.runtime.RuntimeError;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one fetch pushes, within its limits of items, octets and time: whatever exceeds one of them is refused
 * from then on, and the fetch fails even if the source swallows that. Confined to the thread of that fetch.
 */
final class FetchSink implements Sink<Item> {
    private final Class<? extends Item> type;
    private final Limits limits;
    private final long batch;
    private final long end;
    private final Thread owner = Thread.currentThread();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final List<Defect> defects = new ArrayList<>();
    private long defectCount;
    private long pushed;
    private long octets;
    private @Nullable CityKitException exceeded;
    private boolean closed;

    /**
     * @param type what it takes
     * @param limits how many items and defects, and how long from now
     * @param batch how many octets of text, as estimated from the items
     */
    FetchSink(Class<? extends Item> type, Limits limits, long batch) {
        this.type = type;
        this.limits = limits;
        this.batch = batch;
        this.end = System.nanoTime() + limits.fetch().toNanos();
    }

    @Override
    public void accept(Item item) {
        count();
        if (!type.isInstance(item)) {
            throw broken("takes " + type.getSimpleName() + " items, but was given "
                    + (item == null ? "null" : item.getClass().getName()));
        }
        weigh(TextSize.of(item));
        removed.remove(item.id());
        items.put(item.id(), item);
    }

    @Override
    public void remove(String id) {
        count();
        if (id == null) {
            throw broken("cannot remove the item null");
        }
        weigh(TextSize.of(id));
        items.remove(id);
        removed.add(id);
    }

    @Override
    public void reject(Defect defect) {
        check();
        if (defect == null) {
            throw broken("cannot report the defect null");
        }
        late();
        defectCount++;
        if (defects.size() < limits.defects()) {
            weigh(TextSize.of(defect));
            defects.add(defect);
        }
    }

    /** Ends the fetch: what is pushed from now on is refused. */
    void close() {
        closed = true;
        if (exceeded != null) {
            throw exceeded; // the source may have caught what the sink threw
        }
    }

    Map<String, Item> items() {
        return items;
    }

    Set<String> removed() {
        return removed;
    }

    List<Defect> defects() {
        return defects;
    }

    long defectCount() {
        return defectCount;
    }

    private void count() {
        check();
        late();
        if (++pushed > limits.items()) {
            throw exceed("pushed more than " + limits.items() + " items in one fetch");
        }
    }

    private void weigh(long more) {
        octets += more;
        if (octets > batch) {
            items.clear();
            throw exceed("pushed items of more than " + batch + " octets together in one fetch");
        }
    }

    private void late() {
        if (exceeded != null) {
            throw exceeded;
        }
        if (System.nanoTime() - end > 0) {
            throw exceed("was still pushing after " + limits.fetch().toMillis() + " ms");
        }
    }

    private void check() {
        if (closed || Thread.currentThread() != owner) {
            throw new IllegalStateException("A sink belongs to the one call of fetch that received it.");
        }
    }

    private CityKitException exceed(String how) {
        exceeded = new CityKitException(
                ApiError.LIMIT_EXCEEDED,
                "The source " + how + ". Narrow what it reads, or let the host raise the limit.");
        return exceeded;
    }

    private static CityKitException broken(String what) {
        return new CityKitException(RuntimeError.CONTRACT_BROKEN, "The sink " + what + ".");
    }
}
