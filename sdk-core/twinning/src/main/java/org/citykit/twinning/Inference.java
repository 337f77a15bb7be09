package org.citykit.twinning;

import java.util.Optional;
import org.citykit.api.CityRef;
import org.citykit.api.Text;

/**
 * A place that was taken for a city because of its name. No source says that they are the same.
 *
 * @param place the place's reference, if it has one
 * @param name the place's name
 * @param evidence what speaks for it
 */
public record Inference(Optional<CityRef> place, Text name, Evidence evidence) {
    /** Why a place was taken for a city. */
    public enum Evidence {
        /** The only place of that name in the same country. */
        NAME_AND_COUNTRY,
        /** The only place of that name within 50 km. */
        NAME_AND_DISTANCE,
        /** The only place of that name. */
        NAME_ALONE,
        /** Of all places of that name it has by far the most inhabitants. */
        LARGEST_OF_NAME
    }
}
