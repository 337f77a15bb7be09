package org.citykit.runtime.context;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.citykit.api.View;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;

/** Views that note which of them were asked for, in which state. Thread-safe. */
public final class NotedViews implements Views {
    private final Views views;
    private final Map<String, Revision> asked = new ConcurrentSkipListMap<>();

    /** @param views what the portal gives this module */
    public NotedViews(Views views) {
        this.views = views;
    }

    @Override
    public View<Agreement> agreements() {
        return note("agreements", views::agreements);
    }

    @Override
    public View<City> cities() {
        return note("cities", views::cities);
    }

    @Override
    public View<Network> networks() {
        return note("networks", views::networks);
    }

    @Override
    public View<CalendarEvent> events() {
        return note("events", views::events);
    }

    @Override
    public View<Alert> alerts() {
        return note("alerts", views::alerts);
    }

    /** True if a view that was asked for since the last {@link #forget} is in another state now. */
    public boolean outdated() {
        return !new TreeMap<>(asked)
                .entrySet().stream().allMatch(note -> now(note.getKey()).equals(note.getValue()));
    }

    /** Starts anew. */
    public void forget() {
        asked.clear();
    }

    /** What was asked for, in which state. */
    public Map<String, Revision> noted() {
        return Map.copyOf(asked);
    }

    /** Starts with what was asked for before a restart. */
    public void remember(Map<String, Revision> noted) {
        asked.putAll(noted);
    }

    private <T extends Item> View<T> note(String name, Supplier<View<T>> view) {
        View<T> given = view.get();
        asked.put(name, given.revision());
        return given;
    }

    private Revision now(String name) {
        return switch (name) {
            case "agreements" -> views.agreements().revision();
            case "cities" -> views.cities().revision();
            case "networks" -> views.networks().revision();
            case "events" -> views.events().revision();
            default -> views.alerts().revision();
        };
    }
}
