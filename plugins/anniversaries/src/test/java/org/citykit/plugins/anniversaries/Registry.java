package org.citykit.plugins.anniversaries;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.api.CalendarSystem;
import org.citykit.api.CityRef;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Outcome;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;
import org.citykit.api.twinning.Statement;
import org.citykit.testkit.CollectingSink;
import org.citykit.testkit.FakeContext;

/** A portal whose registries hold some items, and what one module of anniversaries makes of them. */
final class Registry {
    static final Provenance CITY = Provenance.of(Text.of("en", "City of Tehran").and("fa", "شهرداری تهران"));
    static final Provenance PRESS = Provenance.of(Text.of("en", "Press"));
    static final Party TEHRAN =
            party("Q3616", Text.of("fa", "تهران").and("en", "Tehran").and("ar", "طهران"));
    static final Party SEOUL = party("Q8684", Text.of("en", "Seoul"));
    static final Party LONDON = party("Q84", Text.of("en", "London"));

    private final List<Item> items = new ArrayList<>();
    private AnniversarySettings settings = new AnniversarySettings(
            Optional.empty(), Set.of(AnniversarySettings.Show.ANNIVERSARIES), Optional.of(0), Set.of(), List.of());
    private List<Locale> languages = List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar"), Locale.ENGLISH);
    private CollectingSink<CalendarEvent> sink = CollectingSink.of(CalendarEvent.class);

    static Registry of(Item... items) {
        Registry registry = new Registry();
        registry.items.addAll(List.of(items));
        return registry;
    }

    Registry settings(AnniversarySettings value) {
        settings = value;
        return this;
    }

    Registry languages(String... tags) {
        languages = Stream.of(tags).map(Locale::forLanguageTag).toList();
        return this;
    }

    Registry add(Item item) {
        items.add(item);
        return this;
    }

    Outcome fetch(Cursor since) throws Exception {
        FakeContext context =
                FakeContext.in(Path.of("")).languages(languages).views(items).make();
        sink = CollectingSink.of(CalendarEvent.class);
        return new AnniversaryCalendar().open(settings, context).fetch(since, sink);
    }

    Map<String, CalendarEvent> events() throws Exception {
        fetch(Cursor.start());
        Map<String, CalendarEvent> events = new LinkedHashMap<>();
        sink.items().forEach(event -> events.put(event.id(), event));
        return events;
    }

    CalendarEvent event(String id) throws Exception {
        Map<String, CalendarEvent> events = events();
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> new AssertionError("no event " + id + " among " + events.keySet()));
    }

    List<Defect> defects() {
        return sink.defects();
    }

    static Party party(String id, Text name) {
        return Party.of(new CityRef("wikidata", id), name);
    }

    static City city(String id, Text name, CityRef... sameAs) {
        return new City(
                new CityRef("wikidata", id),
                City.Kind.CITY,
                name,
                List.of(),
                Set.of(sameAs),
                "",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                PRESS);
    }

    static Agreement agreement(String id, Party one, Party other, Statement... statements) {
        return Agreement.builder(id, AgreementKind.SISTER)
                .parties(one, other)
                .statements(statements)
                .build();
    }

    static Statement since(PartialDate date) {
        return since(date, CITY);
    }

    static Statement since(PartialDate date, Provenance source) {
        return new Statement("", AgreementKind.SISTER, Optional.of(date), Optional.empty(), Optional.empty(), source);
    }

    static Statement undated() {
        return new Statement("", AgreementKind.SISTER, Optional.empty(), Optional.empty(), Optional.empty(), CITY);
    }

    static LifecycleStep step(LifecycleState state, PartialDate at) {
        return new LifecycleStep(state, Optional.of(at), Optional.empty(), ReasonCode.UNSTATED, Optional.empty(), CITY);
    }

    static PartialDate date(CalendarSystem calendar, int year, int month, int day) {
        return new PartialDate(calendar, year, month, day, false, false, "");
    }
}
