package org.citykit.runtime.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the hosts that a module's settings name. Calls the accessors of the settings record, so the guard runs it. */
public final class AllowedHosts {
    private AllowedHosts() {}

    /**
     * The hosts of every web address in a settings record, and those that are named otherwise.
     *
     * @param settings bound settings
     * @param named from the manifest and the module's {@code network:}
     */
    public static Set<String> of(Record settings, Collection<String> named) {
        Set<String> hosts = new TreeSet<>();
        named.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        collect(settings, hosts);
        return Set.copyOf(hosts);
    }

    private static void collect(Object value, Set<String> hosts) {
        if (value instanceof URI uri && uri.getHost() != null) {
            hosts.add(MediatedHttp.hostOf(uri));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> collect(inner, hosts));
        } else if (value instanceof Collection<?> all) {
            all.forEach(inner -> collect(inner, hosts));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> collect(inner, hosts));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(record, component), hosts);
            }
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(
                    "The setting '" + component.getName() + "' of "
                            + record.getClass().getName() + " cannot be read.",
                    unreadable);
        }
    }
}
