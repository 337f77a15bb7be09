package org.citykit.runtime.bench.specimen.bundle;

import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.specimen.Agenda;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the bundle's calendar as a service. */
public final class Activator implements BundleActivator {
    /** Made by the framework. */
    public Activator() {}

    @Override
    public void start(BundleContext context) {
        // No properties: null is how the specification says so.
        context.registerService(EventCalendar.class.getName(), new Agenda(), null);
    }

    @Override
    public void stop(BundleContext context) {}
}
