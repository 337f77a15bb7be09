package org.citykit.api;

/**
 * Names one way in which something can go wrong; every code has an anchor of that name in {@code docs/errors.md}.
 *
 * <p>Implemented by one enum per CityKit module. Immutable.
 *
 * @since 1.0
 */
public interface ErrorCode {
    /** Who can mend it. */
    enum Kind {
        /** The plugin must be changed by its vendor. */
        VENDOR,
        /** The portal's configuration or its machine must be changed by the webmaster. */
        HOST,
        /** The data that was fetched must be changed by whoever publishes it. */
        CITY_DATA
    }

    /** The stable name of the error in ASCII kebab-case, for example {@code setting-missing}. */
    String anchor();

    /** Who can mend it. */
    Kind kind();
}
