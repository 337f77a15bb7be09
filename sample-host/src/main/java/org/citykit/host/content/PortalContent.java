package org.citykit.host.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
import org.citykit.twinning.TwinningIndex;

/** What a portal holds, as the pages show it. Thread-safe. */
public final class PortalContent implements Content {
    private final Held held;
    private final BiFunction<Language, String, Optional<String>> linkedData;
    private volatile AgreementBook agreements;

    /**
     * What a portal holds.
     *
     * @param linkedData writes an event with an id for search engines, as JSON-LD that may stand in a script element
     */
    public PortalContent(Held held, BiFunction<Language, String, Optional<String>> linkedData) {
        this.held = held;
        this.linkedData = linkedData;
        this.agreements = AgreementBook.of(TwinningIndex.empty());
    }

    @Override
    public String city(Language language) {
        return held.settings().name().in(language.locale());
    }

    @Override
    public HomeView home(Language language) {
        Phrasing phrasing = phrasing(language);
        Instant now = held.clock().instant();
        return new HomeViews(held.settings().name(), held.twinning().get(), events(phrasing), phrasing)
                .page(now, alerts(phrasing).current());
    }

    @Override
    public Optional<RelationsView> relations(Language language, RelationSearch search) {
        return relations(language).list(search);
    }

    @Override
    public Optional<RelationView> relation(Language language, String id) {
        return relations(language).one(id, held.events().get(), today());
    }

    @Override
    public List<NetworkCard> networks(Language language) {
        return new NetworkViews(held.twinning().get(), phrasing(language)).all();
    }

    @Override
    public EventsView events(Language language, EventSearch search) {
        Phrasing phrasing = phrasing(language);
        Subscriptions subscriptions = new Subscriptions(held.settings());
        return new CalendarViews(held.events().get(), events(phrasing), phrasing, subscriptions, today()).page(search);
    }

    @Override
    public Optional<EventView> event(Language language, String id, Optional<LocalDate> on) {
        return events(phrasing(language)).one(id, on, agreementBook());
    }

    @Override
    public Optional<String> linkedData(Language language, String id) {
        return linkedData.apply(language, id);
    }

    @Override
    public Optional<String> withdrawn(Language language, String id) {
        return held.events()
                .get()
                .withdrawn(id)
                .map(gone -> gone.event().title().in(language.locale()));
    }

    @Override
    public List<AlertCard> alertsInForce(Language language) {
        return alerts(phrasing(language)).inForce();
    }

    @Override
    public AlertsView alerts(Language language) {
        return alerts(phrasing(language)).all();
    }

    @Override
    public Optional<AlertView> alert(Language language, String id) {
        return alerts(phrasing(language)).one(id);
    }

    private Phrasing phrasing(Language language) {
        return new Phrasing(
                language,
                new Dates(language, held.settings().calendars(), held.settings().zone()));
    }

    private RelationViews relations(Language language) {
        TwinningIndex twinning = held.twinning().get();
        return new RelationViews(twinning, OwnCity.find(held.settings().name(), twinning), phrasing(language));
    }

    private LocalDate today() {
        return held.clock().instant().atZone(held.settings().zone()).toLocalDate();
    }

    private EventViews events(Phrasing phrasing) {
        EventLinks links = new EventLinks(new Subscriptions(held.settings()));
        return new EventViews(held.events().get(), phrasing, links, held.clock().instant());
    }

    private AlertViews alerts(Phrasing phrasing) {
        return new AlertViews(held.alerts().get(), phrasing);
    }

    private AgreementBook agreementBook() {
        TwinningIndex now = held.twinning().get();
        AgreementBook known = agreements;
        if (known.index().equals(now)) {
            return known;
        }
        AgreementBook made = AgreementBook.of(now);
        agreements = made;
        return made;
    }
}
