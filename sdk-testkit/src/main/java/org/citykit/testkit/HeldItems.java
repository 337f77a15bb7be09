package org.citykit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.citykit.api.View;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;

/** What the other modules of a portal hold, and which of it was asked for. Thread-safe. */
final class HeldItems implements Views {
    private final List<Item> items;
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    HeldItems(List<? extends Item> items) {
        this.items = List.copyOf(items);
    }

    /** The names of the views that were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public View<Agreement> agreements() {
        return view("agreements", Agreement.class);
    }

    @Override
    public View<City> cities() {
        return view("cities", City.class);
    }

    @Override
    public View<Network> networks() {
        return view("networks", Network.class);
    }

    @Override
    public View<CalendarEvent> events() {
        return view("events", CalendarEvent.class);
    }

    @Override
    public View<Alert> alerts() {
        return view("alerts", Alert.class);
    }

    private <T extends Item> View<T> view(String name, Class<T> type) {
        asked.add(name);
        List<T> held = new ArrayList<>();
        items.stream().filter(type::isInstance).map(type::cast).forEach(held::add);
        return new Held<>(new Revision(name + "-" + held.size()), List.copyOf(held));
    }

    private record Held<T extends Item>(Revision revision, List<T> items) implements View<T> {
        @Override
        public Optional<T> find(String id) {
            return items.stream().filter(item -> item.id().equals(id)).findFirst();
        }
    }
}
