package org.citykit.plugins.tables;

/** What the rows of a table mean. */
public enum TableFormat {
    /** CityKit's own columns; the first line names them. */
    CITYKIT,
    /**
     * Wikidata's P190 statements: Q-ids of who says it and of whom, then from when and until when, which may be left
     * out; no first line of names.
     */
    WIKIDATA_P190,
    /** A GeoNames dump of places: 19 columns, no first line of names (geonames.org/export). */
    GEONAMES
}
