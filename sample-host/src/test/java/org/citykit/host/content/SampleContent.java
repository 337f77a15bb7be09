package org.citykit.host.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.host.language.Language;
import org.citykit.host.view.AlertCard;
import org.citykit.host.view.AlertView;
import org.citykit.host.view.AlertsView;
import org.citykit.host.view.EventView;
import org.citykit.host.view.EventsView;
import org.citykit.host.view.HomeView;
import org.citykit.host.view.NetworkCard;
import org.citykit.host.view.RelationView;
import org.citykit.host.view.RelationsView;
import org.citykit.host.view.SampleViews;

/**
 * Content that is always the same; counts how often it is asked for the first page. A relation {@code broken} fails, a
 * relation {@code known} is there.
 */
public final class SampleContent implements Content {
    private final AtomicInteger homes = new AtomicInteger();

    /** How often the first page was made. */
    public int homes() {
        return homes.get();
    }

    @Override
    public String city(Language language) {
        return new SampleViews(language).city();
    }

    @Override
    public HomeView home(Language language) {
        homes.incrementAndGet();
        return new SampleViews(language).home(true);
    }

    @Override
    public Optional<RelationsView> relations(Language language, RelationSearch search) {
        return search.page() > 871 ? Optional.empty() : Optional.of(new SampleViews(language).relations());
    }

    @Override
    public Optional<RelationView> relation(Language language, String id) {
        if (id.equals("broken")) {
            throw new IllegalStateException("a secret of the inside");
        }
        return id.equals("known") ? Optional.of(new SampleViews(language).relation()) : Optional.empty();
    }

    @Override
    public List<NetworkCard> networks(Language language) {
        return new SampleViews(language).networks();
    }

    @Override
    public Optional<String> linkedData(Language language, String id) {
        return Optional.of("{}");
    }

    @Override
    public Optional<String> withdrawn(Language language, String id) {
        return id.equals("withdrawn") ? Optional.of("Old <fair>") : Optional.empty();
    }

    @Override
    public EventsView events(Language language, EventSearch search) {
        return new SampleViews(language).events();
    }

    @Override
    public Optional<EventView> event(Language language, String id, Optional<LocalDate> on) {
        return id.equals("withdrawn") ? Optional.empty() : Optional.of(new SampleViews(language).event());
    }

    @Override
    public List<AlertCard> alertsInForce(Language language) {
        return List.of(new SampleViews(language).airAlert());
    }

    @Override
    public AlertsView alerts(Language language) {
        return new SampleViews(language).alerts();
    }

    @Override
    public Optional<AlertView> alert(Language language, String id) {
        return Optional.of(new SampleViews(language).alert());
    }
}
