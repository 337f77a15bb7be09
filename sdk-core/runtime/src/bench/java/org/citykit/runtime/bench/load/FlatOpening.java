package org.citykit.runtime.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.Stopwatch;

/** Opens all providers on the class path: no isolation, one version of the library. */
final class FlatOpening implements Stopwatch.Work {
    private final List<Object> opened = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Stopwatch.measure(new FlatOpening());
    }

    @Override
    public int run() {
        for (Object one : ServiceLoader.load(EventCalendar.class)) {
            opened.add(one);
        }
        return opened.size();
    }
}
