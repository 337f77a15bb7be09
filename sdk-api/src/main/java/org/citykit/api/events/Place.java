package org.citykit.api.events;

import java.net.URI;
import java.util.Optional;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * Where an event takes place.
 *
 * @param name what the place is called
 * @param address its postal address
 * @param location where it lies
 * @param online where to take part over the web
 * @param accessibility step-free access, induction loop, sign language and the like
 * @since 1.0
 */
public record Place(
        Text name,
        Optional<Text> address,
        Optional<GeoPoint> location,
        Optional<URI> online,
        Optional<Text> accessibility) {
    public Place {
        Check.present("name", name);
        Check.present("address", address);
        Check.present("location", location);
        Check.present("online", online);
        Check.present("accessibility", accessibility);
    }

    /** A place by its name alone. */
    public static Place of(Text name) {
        return new Place(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
