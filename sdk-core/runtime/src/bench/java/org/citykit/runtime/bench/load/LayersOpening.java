package org.citykit.runtime.bench.load;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.Stopwatch;

/** Opens all providers of a folder of folders with modules, each in a layer made as the JDK's documentation shows. */
@SuppressWarnings("rawtypes")
final class LayersOpening implements Stopwatch.Work {
    private final File[] folders;
    private final List<Object> opened = new ArrayList<>();

    private LayersOpening(File[] folders) {
        this.folders = folders;
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch.measure(new LayersOpening(new File(arguments[0]).listFiles()));
    }

    @Override
    public int run() {
        ModuleLayer boot = ModuleLayer.boot();
        ClassLoader parent = LayersOpening.class.getClassLoader();
        for (File folder : folders) {
            Configuration configuration = boot.configuration()
                    .resolveAndBind(
                            ModuleFinder.of(folder.toPath()), ModuleFinder.of(), Set.of("vendor." + folder.getName()));
            ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, parent);
            for (EventCalendar one : ServiceLoader.load(layer, EventCalendar.class)) {
                if (one.getClass().getModule().getLayer() == layer) {
                    opened.add(one);
                }
            }
        }
        return opened.size();
    }
}
