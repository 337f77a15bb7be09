package org.citykit.api.twinning;

import java.util.Optional;
import org.citykit.api.CityRef;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * One side of an agreement.
 *
 * @param key names the side within the agreement
 * @param city who it is in a public scheme, if known
 * @param name who it is in words
 * @param country ISO 3166-1 alpha-2, or empty when not known
 * @param role what it does in the agreement
 * @since 1.0
 */
public record Party(String key, Optional<CityRef> city, Text name, String country, Role role) {
    /** What a party does in an agreement. */
    public enum Role {
        /** One of equals. */
        PARTNER,
        /** Leads a project. */
        LEAD,
        /** Gives support. */
        DONOR,
        /** Receives support. */
        RECIPIENT,
        /** Watches. */
        OBSERVER
    }

    public Party {
        Check.id("key", key);
        Check.present("city", city);
        Check.present("name", name);
        Check.note("country", country);
        Check.present("role", role);
    }

    /** A partner known by reference and name. */
    public static Party of(CityRef city, Text name) {
        return new Party(city.toString(), Optional.of(city), name, "", Role.PARTNER);
    }
}
