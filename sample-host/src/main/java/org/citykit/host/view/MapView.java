package org.citykit.host.view;

import java.util.List;

/**
 * A map around the portal's own city: every partner in its true direction and at its true distance (azimuthal
 * equidistant projection). Numbers are in units of the drawing, as SVG writes them.
 *
 * @param about what it shows, in words
 * @param rings circles of equal distance, the smallest first
 * @param spots the partner cities
 */
public record MapView(String about, List<Ring> rings, List<Spot> spots) {
    /**
     * A circle around the city.
     *
     * @param radius how large
     * @param labelY where its label stands
     * @param label how far
     */
    public record Ring(String radius, String labelY, String label) {}

    /**
     * A partner city.
     *
     * @param x to the right
     * @param y down
     * @param name what it is called
     * @param anchor {@code start} or {@code end}: which end of the name stands at the spot
     * @param nameX where the name stands
     * @param named true if there is room for the name
     */
    public record Spot(String x, String y, String name, String anchor, String nameX, boolean named) {}

    public MapView {
        rings = List.copyOf(rings);
        spots = List.copyOf(spots);
    }
}
