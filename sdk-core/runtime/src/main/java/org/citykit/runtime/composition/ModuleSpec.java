package org.citykit.runtime.composition;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Place;

/**
 * One module as the webmaster asks for it.
 *
 * @param id 1 to 60 lower-case letters, digits and hyphens; no other module has it
 * @param use the id of its provider, after its plugin's id and a slash where several plugins have one of that id
 * @param settings what was written for the provider; empty if nothing was
 * @param refresh how often it is fetched, from one second to 366 days
 * @param network the hosts it may use besides those in its settings and manifest, in lower case and ASCII,
 *     {@code *.} before those that stand for all below, a port behind those that are not on the usual one
 * @param place where it begins in the file
 */
public record ModuleSpec(
        String id, String use, MapValue settings, Duration refresh, List<String> network, Place place) {
    public ModuleSpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(refresh, "refresh");
        network = List.copyOf(network);
        Objects.requireNonNull(place, "place");
    }

    /** True if the same is asked for, wherever it stands in the file; such a module need not be opened again. */
    public boolean sameContent(ModuleSpec other) {
        return id.equals(other.id)
                && use.equals(other.use)
                && settings.sameContent(other.settings)
                && refresh.equals(other.refresh)
                && network.equals(other.network);
    }
}
