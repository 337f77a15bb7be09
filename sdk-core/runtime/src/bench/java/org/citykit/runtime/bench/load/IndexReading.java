package org.citykit.runtime.bench.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citykit.runtime.bench.Stopwatch;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.value.Environment;

/** Reads all that a restart reads before it can serve stored data: the composition, and which plugins there are. */
final class IndexReading implements Stopwatch.Work {
    private final Path file;
    private final List<PluginFacts> found = new ArrayList<>();

    private IndexReading(Path file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch.measure(new IndexReading(Path.of(arguments[0])));
    }

    @Override
    public int run() {
        Composition composition = CompositionReader.keeping(Environment.ofProcess())
                .read(file)
                .composition()
                .orElseThrow();
        Map<String, PluginFacts> byProvider = new HashMap<>();
        for (PluginFacts facts : PluginFolder.scan(
                        composition.plugins(), PluginStage.in(composition.data().resolve("plugins")))
                .plugins()) {
            facts.providers().forEach(it -> byProvider.put(it.id(), facts));
        }
        for (ModuleSpec module : composition.modules()) {
            PluginFacts facts = byProvider.get(module.use());
            if (facts != null) {
                found.add(facts);
            }
        }
        return found.size();
    }
}
