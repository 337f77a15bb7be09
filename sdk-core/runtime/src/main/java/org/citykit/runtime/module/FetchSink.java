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

/** Collects what one fetch pushes. Confined to the thread of that fetch. */
final class FetchSink implements Sink<Item> {
    private final Class<? extends Item> type;
    private final Limits limits;
    private final Thread owner = Thread.currentThread();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final List<Defect> defects = new ArrayList<>();
    private long defectCount;
    private long pushed;
    private boolean closed;

    FetchSink(Class<? extends Item> type, Limits limits) {
        this.type = type;
        this.limits = limits;
    }

    @Override
    public void accept(Item item) {
        count();
        if (!type.isInstance(item)) {
            throw broken("takes " + type.getSimpleName() + " items, but was given "
                    + (item == null ? "null" : item.getClass().getName()));
        }
        removed.remove(item.id());
        items.put(item.id(), item);
    }

    @Override
    public void remove(String id) {
        count();
        if (id == null) {
            throw broken("cannot remove the item null");
        }
        items.remove(id);
        removed.add(id);
    }

    @Override
    public void reject(Defect defect) {
        check();
        if (defect == null) {
            throw broken("cannot report the defect null");
        }
        defectCount++;
        if (defects.size() < limits.defects()) {
            defects.add(defect);
        }
    }

    /** Ends the fetch: what is pushed from now on is refused. */
    void close() {
        closed = true;
        if (pushed > limits.items()) {
            throw tooMany(); // the source may have caught what the sink threw
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
        if (++pushed > limits.items()) {
            throw tooMany();
        }
    }

    private void check() {
        if (closed || Thread.currentThread() != owner) {
            throw new IllegalStateException("A sink belongs to the one call of fetch that received it.");
        }
    }

    private CityKitException tooMany() {
        return new CityKitException(
                ApiError.LIMIT_EXCEEDED,
                "The source pushed more than " + limits.items()
                        + " items in one fetch. Narrow what it reads, or let the host raise the limit.");
    }

    private static CityKitException broken(String what) {
        return new CityKitException(RuntimeError.CONTRACT_BROKEN, "The sink " + what + ".");
    }
}
