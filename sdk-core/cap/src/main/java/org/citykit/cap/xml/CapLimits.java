package org.citykit.cap.xml;

/**
 * How much the reader takes from one document before it refuses.
 *
 * @param bytes the length of the document
 * @param elements how many elements, those of a signature included
 * @param depth how deep elements nest; an alert alone is 1
 * @param textLength UTF-16 units in one element; embedded resources are such texts
 * @param findings how many findings are listed
 */
public record CapLimits(int bytes, int elements, int depth, int textLength, int findings) {
    /** Room for every message seen in practice, embedded sound included: 4 MiB, 20,000 elements, depth 24. */
    public static final CapLimits DEFAULT = new CapLimits(4 << 20, 20_000, 24, 3 << 20, 500);

    /** Refuses limits below 1. */
    public CapLimits {
        if (bytes < 1 || elements < 1 || depth < 1 || textLength < 1 || findings < 1) {
            throw new IllegalArgumentException("Every limit of a CAP reader must be 1 or more; give positive limits.");
        }
    }
}
