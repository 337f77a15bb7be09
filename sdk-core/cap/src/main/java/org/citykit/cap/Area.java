package org.citykit.cap;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place an info block speaks of; polygons, circles and geocodes together form one area (CAP 1.2 §3.2.4).
 *
 * @param description the place in words (areaDesc)
 * @param polygons borders
 * @param circles circles
 * @param geocodes codes of places, each with its system
 * @param altitude feet above mean sea level; with a ceiling the lower end
 * @param ceiling feet above mean sea level
 */
public record Area(
        String description,
        List<Polygon> polygons,
        List<Circle> circles,
        List<NamedValue> geocodes,
        Optional<Double> altitude,
        Optional<Double> ceiling) {

    /** Copies the parts in their clean form. */
    public Area {
        description = Wording.required(description, "areaDesc");
        polygons = List.copyOf(polygons);
        circles = List.copyOf(circles);
        geocodes = List.copyOf(geocodes);
        altitude = altitude.map(feet -> CapDecimal.finite(feet, "altitude"));
        ceiling = ceiling.map(feet -> CapDecimal.finite(feet, "ceiling"));
    }

    /**
     * Begins an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins one that holds what this one holds.
     *
     * @return a builder; changing it does not change this value
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.description = description;
        builder.polygons = polygons;
        builder.circles = circles;
        builder.geocodes = geocodes;
        builder.altitude = altitude;
        builder.ceiling = ceiling;
        return builder;
    }

    /** Collects the parts; confined to one thread. */
    public static final class Builder {
        private @Nullable String description;
        private List<Polygon> polygons = List.of();
        private List<Circle> circles = List.of();
        private List<NamedValue> geocodes = List.of();
        private Optional<Double> altitude = Optional.empty();
        private Optional<Double> ceiling = Optional.empty();

        private Builder() {}

        /**
         * Sets the place in words; required.
         *
         * @param description the value
         * @return this builder
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Replaces the borders.
         *
         * @param polygons in the order they shall stand
         * @return this builder
         */
        public Builder polygons(List<Polygon> polygons) {
            this.polygons = List.copyOf(polygons);
            return this;
        }

        /**
         * Replaces the circles.
         *
         * @param circles in the order they shall stand
         * @return this builder
         */
        public Builder circles(List<Circle> circles) {
            this.circles = List.copyOf(circles);
            return this;
        }

        /**
         * Replaces the geocodes.
         *
         * @param geocodes in the order they shall stand
         * @return this builder
         */
        public Builder geocodes(List<NamedValue> geocodes) {
            this.geocodes = List.copyOf(geocodes);
            return this;
        }

        /**
         * Sets the altitude, or the lower end of a range, in feet above mean sea level.
         *
         * @param altitude the value
         * @return this builder
         */
        public Builder altitude(Double altitude) {
            this.altitude = Optional.of(altitude);
            return this;
        }

        /**
         * Sets the upper end in feet above mean sea level.
         *
         * @param ceiling the value
         * @return this builder
         */
        public Builder ceiling(Double ceiling) {
            this.ceiling = Optional.of(ceiling);
            return this;
        }

        /**
         * Makes the value.
         *
         * @return a new value
         * @throws CapValueException when a required part is missing or a part can never be legal
         */
        public Area build() {
            return new Area(Required.value(description, "areaDesc"), polygons, circles, geocodes, altitude, ceiling);
        }
    }
}
