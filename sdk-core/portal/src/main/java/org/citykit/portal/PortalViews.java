package org.citykit.portal;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.citykit.api.View;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;
import org.citykit.crisis.AlertBoard;
import org.citykit.runtime.Domain;

/** What one module may see of the others: never its own items, so that two modules cannot feed each other for ever. */
final class PortalViews implements Views {
    private final String module;
    private final HeldModules held;
    private final Supplier<AlertBoard> board;

    PortalViews(String module, HeldModules held, Supplier<AlertBoard> board) {
        this.module = module;
        this.held = held;
        this.board = board;
    }

    @Override
    public View<Agreement> agreements() {
        return view(Domain.TWINNING, Agreement.class);
    }

    @Override
    public View<City> cities() {
        return view(Domain.TWINNING, City.class);
    }

    @Override
    public View<Network> networks() {
        return view(Domain.TWINNING, Network.class);
    }

    @Override
    public View<CalendarEvent> events() {
        return view(Domain.EVENTS, CalendarEvent.class);
    }

    @Override
    public View<Alert> alerts() {
        AlertBoard now = board.get();
        return new SeenView<>(now.revision(), now::inForce);
    }

    private <T extends Item> View<T> view(Domain domain, Class<T> type) {
        List<HeldModules.Held> others = held.of(domain).stream()
                .filter(other -> !other.snapshot().module().equals(module))
                .toList();
        List<String> parts = others.stream()
                .flatMap(other ->
                        Stream.of(other.snapshot().module(), other.revision().value()))
                .toList();
        return new SeenView<>(
                Revision.of(parts),
                () -> others.stream()
                        .flatMap(other -> other.items(type).stream())
                        .toList());
    }
}
