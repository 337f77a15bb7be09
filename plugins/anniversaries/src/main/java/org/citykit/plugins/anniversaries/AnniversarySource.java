package org.citykit.plugins.anniversaries;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.View;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.icalendar.dates.UnknownDateException;
import org.citykit.plugins.anniversaries.AnniversarySettings.Show;

/** Makes anniversaries anew whenever the registries have changed. */
final class AnniversarySource implements Source<CalendarEvent> {
    private final AnniversarySettings settings;
    private final PluginContext context;

    AnniversarySource(AnniversarySettings settings, PluginContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws InterruptedException {
        View<Agreement> agreements = context.views().agreements();
        View<City> cities = context.views().cities();
        int year = LocalDate.now(context.clock()).getYear();
        Cursor now = Cursor.ofParts(Map.of(
                "year", Cursor.of(Integer.toString(year)),
                "agreements", Cursor.of(agreements.revision().value()),
                "cities", Cursor.of(cities.revision().value())));
        if (now.equals(since)) {
            return Outcome.nothingNew();
        }
        List<Agreement> inForce = agreements.items().stream()
                .filter(agreement -> agreement.state().inForce() && settings.wants(agreement.kind()))
                .toList();
        CityNames names = CityNames.of(inForce, cities.items());
        Wording wording = new Wording(context.languages());
        EventMaker maker = new EventMaker(settings, names, wording, year);
        ActivityEvents activities = new ActivityEvents(wording, year + settings.yearsAhead());
        for (Bond bond : Bond.among(inForce, names, settings)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The time for this fetch is up.");
            }
            if (settings.shows(Show.ANNIVERSARIES)) {
                push(bond, maker, sink);
            }
            if (settings.shows(Show.ACTIVITIES)) {
                activities.events(bond, sink::accept, sink::reject);
            }
        }
        return Outcome.snapshot(now);
    }

    private static void push(Bond bond, EventMaker maker, Sink<? super CalendarEvent> sink) {
        List<Signing> signings = Signing.of(bond, defect -> sink.reject(defect));
        for (Signing signing : signings) {
            List<CalendarEvent> events;
            try {
                events = maker.events(bond, signing, signings.size() > 1);
            } catch (InvalidValueException | UnknownDateException unusable) {
                sink.reject(new Defect(
                        "agreement " + bond.id(),
                        0,
                        0,
                        "gives no anniversary: " + Wording.oneLine(String.valueOf(unusable.getMessage()))));
                continue;
            }
            events.forEach(sink::accept);
        }
    }
}
