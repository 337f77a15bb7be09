package org.citykit.runtime.unload;

import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** Beans registered with the MBean servers that there are. */
final class BeanProbe implements Probe {
    @Override
    public void look(Look look) {
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            for (ObjectName name : server.queryNames(null, null)) {
                ownerOf(look, server, name)
                        .ifPresent(loader -> look.suspects().pin(loader, PinKind.JMX_BEAN, "the JMX bean " + name));
            }
        }
    }

    private static Optional<ClassLoader> ownerOf(Look look, MBeanServer server, ObjectName name) {
        try {
            return look.suspects().ownerOf(server.getClassLoaderFor(name));
        } catch (InstanceNotFoundException gone) {
            return Optional.empty(); // unregistered meanwhile
        }
    }
}
