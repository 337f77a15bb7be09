package org.citykit.runtime.bench.specimen;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;

/** Where things take place on each day of the week. */
final class Places {
    private final Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
    private final Days days;

    Places(Days days) {
        this.days = days;
        for (int i = 0; i < days.count(); i++) {
            byDay.put(days.at(i).getDayOfWeek(), i % 2 == 0 ? "Town hall" : "Garden");
        }
    }

    String of(int index) {
        String found = byDay.get(days.at(index).getDayOfWeek());
        return found == null ? "Square" : found;
    }
}
