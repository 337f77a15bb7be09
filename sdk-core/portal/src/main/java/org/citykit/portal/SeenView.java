package org.citykit.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.citykit.api.View;
import org.jspecify.annotations.Nullable;

/** A view whose items are only gathered when they are asked for. Thread-safe. */
final class SeenView<T extends Item> implements View<T> {
    private final Revision revision;
    private final Supplier<List<T>> source;
    private @Nullable Map<String, T> gathered;

    /**
     * @param revision names the state
     * @param source gives the items of that state, in a stable order; of two with one id the first counts
     */
    SeenView(Revision revision, Supplier<List<T>> source) {
        this.revision = revision;
        this.source = source;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public List<T> items() {
        return List.copyOf(byId().values());
    }

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    private synchronized Map<String, T> byId() {
        Map<String, T> items = gathered;
        if (items == null) {
            Map<String, T> fresh = new LinkedHashMap<>();
            source.get().forEach(item -> fresh.putIfAbsent(item.id(), item));
            gathered = fresh;
            items = fresh;
        }
        return items;
    }
}
