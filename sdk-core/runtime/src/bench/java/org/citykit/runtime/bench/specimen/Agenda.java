package org.citykit.runtime.bench.specimen;

import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;

/** A calendar of a few days; making it takes five of its six classes. */
@Provider(id = "agenda", settings = AgendaSettings.class)
public final class Agenda implements EventCalendar<AgendaSettings> {
    private final AgendaSettings usual = new AgendaSettings("Agenda", 7);
    private final Titles titles = new Titles(usual.title());
    private final Days days = new Days(usual.days());
    private final Places places = new Places(days);

    /** Made by whoever loads the plugin. */
    public Agenda() {}

    @Override
    public Source<CalendarEvent> open(AgendaSettings settings, PluginContext context) {
        return new AgendaSource(settings, titles, days, places);
    }

    /** Tells that everything is there. */
    @Override
    public String toString() {
        return titles.of(days.count()).concat(places.of(1));
    }
}
