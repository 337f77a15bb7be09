package org.citykit.runtime.bench.specimen;

import org.citykit.api.Cursor;
import org.citykit.api.Outcome;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;

/** Delivers one event for each day. */
final class AgendaSource implements Source<CalendarEvent> {
    private final AgendaSettings settings;
    private final Titles titles;
    private final Days days;
    private final Places places;

    AgendaSource(AgendaSettings settings, Titles titles, Days days, Places places) {
        this.settings = settings;
        this.titles = titles;
        this.days = days;
        this.places = places;
    }

    @Override
    public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
        for (int i = 0; i < days.count(); i++) {
            String title = titles.of(i).concat(settings.title()).concat(places.of(i));
            sink.accept(CalendarEvent.of("day-".concat(Integer.toString(i)))
                    .title(Text.of("en", title))
                    .on(days.at(i)));
        }
        return Outcome.snapshot(Cursor.of("1"));
    }
}
