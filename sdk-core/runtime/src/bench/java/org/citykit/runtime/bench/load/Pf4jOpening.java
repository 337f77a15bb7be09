package org.citykit.runtime.bench.load;

import java.nio.file.Path;
import java.util.List;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.Stopwatch;
import org.pf4j.JarPluginManager;

/** Opens all extensions of a folder of PF4J plugins. */
@SuppressWarnings("rawtypes")
final class Pf4jOpening implements Stopwatch.Work {
    private final Path folder;
    private List<EventCalendar> opened = List.of();

    private Pf4jOpening(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch.measure(new Pf4jOpening(Path.of(arguments[0])));
    }

    @Override
    public int run() {
        JarPluginManager manager = new JarPluginManager(folder);
        manager.loadPlugins();
        manager.startPlugins();
        opened = manager.getExtensions(EventCalendar.class);
        return opened.size();
    }
}
