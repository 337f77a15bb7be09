package org.citykit.testkit.faulty;

import org.citykit.api.CityKitException;
import org.citykit.api.Defect;
import org.citykit.api.Sink;
import org.citykit.api.events.CalendarEvent;

/** Hands over what it takes and does not hear that there is too much. */
final class DeafSink implements Sink<CalendarEvent> {
    private final Sink<? super CalendarEvent> sink;
    private int refused;

    DeafSink(Sink<? super CalendarEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(CalendarEvent item) {
        try {
            sink.accept(item);
        } catch (CityKitException tooMany) {
            refused++;
        }
    }

    @Override
    public void remove(String id) {
        sink.remove(id);
    }

    @Override
    public void reject(Defect defect) {
        sink.reject(defect);
    }

    @Override
    public String toString() {
        return refused + " refused";
    }
}
