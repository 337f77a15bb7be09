package org.citykit.runtime.bench.specimen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days one after another. */
final class Days {
    private final List<LocalDate> all = new ArrayList<>();

    Days(int count) {
        LocalDate first = LocalDate.of(2026, 3, 21);
        for (int i = 0; i < count; i++) {
            all.add(first.plusDays(i));
        }
    }

    int count() {
        return all.size();
    }

    LocalDate at(int index) {
        if (index < 0 || index >= all.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return all.get(index);
    }

    boolean holds(LocalDate day) {
        for (LocalDate one : all) {
            if (one.equals(day)) {
                return true;
            }
        }
        return false;
    }
}
