package org.citykit.testkit.faulty;

import org.citykit.api.Defect;
import org.citykit.api.Sink;
import org.citykit.api.events.CalendarEvent;

/** Takes everything and keeps nothing. */
final class NoSink implements Sink<CalendarEvent> {
    @Override
    public void accept(CalendarEvent item) {}

    @Override
    public void remove(String id) {}

    @Override
    public void reject(Defect defect) {}
}
