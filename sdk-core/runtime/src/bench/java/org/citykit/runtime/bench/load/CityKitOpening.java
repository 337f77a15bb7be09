package org.citykit.runtime.bench.load;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.runtime.bench.Stopwatch;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Links;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.ProviderFacts;
import org.citykit.runtime.resolve.Resolution;
import org.citykit.runtime.resolve.Resolver;

/** Opens all providers of a folder of our plugin files that are installed, on two threads. */
final class CityKitOpening implements Stopwatch.Work {
    private static final int THREADS = 2;

    private final Path folder;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private Object[] instances = new Object[0];

    private CityKitOpening(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch.measure(new CityKitOpening(Path.of(arguments[0])));
    }

    @Override
    public int run() throws Exception {
        List<PluginFacts> found = PluginFolder.scan(
                        folder.resolve("plugins"), PluginStage.in(folder.resolve("var/plugins")))
                .plugins();
        Resolution resolution = Resolver.resolve(found);
        List<PluginFacts> plugins = resolution.order();
        Links links = new Linker().links(plugins, resolution.bound());
        instances = new Object[plugins.size()];
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> open(plugins, links));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return opened.get();
    }

    /** Each thread takes the next that is left: every tenth plugin takes longer, and they would all fall to one. */
    private void open(List<PluginFacts> plugins, Links links) {
        try {
            for (int i = next.getAndIncrement(); i < plugins.size(); i = next.getAndIncrement()) {
                PluginFacts facts = plugins.get(i);
                LinkedPlugin plugin = links.plugin(facts.id());
                for (ProviderFacts provider : facts.providers()) {
                    instances[i] = plugin.providerClass(provider)
                            .getDeclaredConstructor()
                            .newInstance();
                    opened.incrementAndGet();
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
