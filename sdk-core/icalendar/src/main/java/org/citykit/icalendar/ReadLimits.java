package org.citykit.icalendar;

/**
 * What a reader may take before it stops or leaves something out. Immutable.
 *
 * @param bytes octets of input; reading stops there
 * @param lineOctets octets of one unfolded line; a longer line is left out
 * @param components components in all; reading stops there
 * @param depth nesting of components, VCALENDAR being 1; deeper ones are left out
 * @param properties properties in all; reading stops there
 * @param defects defects that are kept; later ones are counted only
 */
public record ReadLimits(long bytes, int lineOctets, int components, int depth, int properties, int defects) {

    /** Checks that every limit is at least 1. */
    public ReadLimits {
        if (bytes < 1 || lineOctets < 1 || components < 1 || depth < 1 || properties < 1 || defects < 1) {
            throw new IllegalArgumentException("Every limit must be at least 1: " + bytes + ", " + lineOctets + ", "
                    + components + ", " + depth + ", " + properties + ", " + defects);
        }
    }

    /**
     * Returns limits that hold any honest calendar of a city: 64 MiB, lines of 1 MiB, 200,000 components 16 deep,
     * 4,000,000 properties, 1,000 defects.
     *
     * @return the standard limits
     */
    public static ReadLimits standard() {
        return new ReadLimits(64L << 20, 1 << 20, 200_000, 16, 4_000_000, 1_000);
    }

    /**
     * Returns these limits with another number of octets.
     *
     * @param octets octets of input
     * @return the new limits
     */
    public ReadLimits withBytes(long octets) {
        return new ReadLimits(octets, lineOctets, components, depth, properties, defects);
    }

    /**
     * Returns these limits with another length of a line.
     *
     * @param octets octets of one unfolded line
     * @return the new limits
     */
    public ReadLimits withLineOctets(int octets) {
        return new ReadLimits(bytes, octets, components, depth, properties, defects);
    }

    /**
     * Returns these limits with another number of components.
     *
     * @param count components in all
     * @return the new limits
     */
    public ReadLimits withComponents(int count) {
        return new ReadLimits(bytes, lineOctets, count, depth, properties, defects);
    }

    /**
     * Returns these limits with another depth.
     *
     * @param levels nesting of components
     * @return the new limits
     */
    public ReadLimits withDepth(int levels) {
        return new ReadLimits(bytes, lineOctets, components, levels, properties, defects);
    }

    /**
     * Returns these limits with another number of properties.
     *
     * @param count properties in all
     * @return the new limits
     */
    public ReadLimits withProperties(int count) {
        return new ReadLimits(bytes, lineOctets, components, depth, count, defects);
    }

    /**
     * Returns these limits with another number of kept defects.
     *
     * @param count defects that are kept
     * @return the new limits
     */
    public ReadLimits withDefects(int count) {
        return new ReadLimits(bytes, lineOctets, components, depth, properties, count);
    }
}
