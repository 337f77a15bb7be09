package org.citykit.runtime.bench.load;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.Stopwatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Starts Apache Felix with the bundles in its cache, after installing those of a folder if one is given. */
final class FelixOpening implements Stopwatch.Work {
    private final Map<String, String> settings = new HashMap<>();
    private final File[] bundles;
    private final List<Object> opened = new ArrayList<>();

    private FelixOpening(Path cache, File[] bundles) {
        this.bundles = bundles;
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        settings.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.citykit.api,org.citykit.api.events,org.slf4j");
        settings.put("felix.log.level", "1");
    }

    public static void main(String[] arguments) throws Exception {
        File[] bundles = arguments.length > 1 ? new File(arguments[1]).listFiles() : new File[0];
        Stopwatch.measure(new FelixOpening(Path.of(arguments[0]), bundles));
        System.exit(0);
    }

    @Override
    public int run() throws Exception {
        Felix felix = new Felix(settings);
        felix.start();
        BundleContext context = felix.getBundleContext();
        List<Bundle> installed = new ArrayList<>();
        for (File bundle : bundles) {
            installed.add(context.installBundle(bundle.toURI().toString()));
        }
        for (Bundle bundle : installed) {
            bundle.start();
        }
        for (ServiceReference<?> reference : context.getServiceReferences(EventCalendar.class.getName(), null)) {
            opened.add(context.getService(reference));
        }
        return opened.size();
    }
}
