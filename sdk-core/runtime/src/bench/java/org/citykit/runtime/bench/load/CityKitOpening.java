package org.citykit.runtime.bench.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citykit.runtime.bench.Stopwatch;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.ProviderFacts;

/** Opens all providers of a folder of our plugin files, whose copies are staged. */
final class CityKitOpening implements Stopwatch.Work {
    private final Path folder;
    private final List<Object> opened = new ArrayList<>();

    private CityKitOpening(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch.measure(new CityKitOpening(Path.of(arguments[0])));
    }

    @Override
    public int run() throws Exception {
        PluginScan scan = PluginFolder.scan(folder.resolve("plugins"), PluginStage.in(folder.resolve("data")));
        for (LinkedPlugin plugin : new Linker().link(scan.plugins()).plugins()) {
            for (ProviderFacts provider : plugin.facts().providers()) {
                opened.add(
                        plugin.providerClass(provider).getDeclaredConstructor().newInstance());
            }
        }
        return opened.size();
    }
}
