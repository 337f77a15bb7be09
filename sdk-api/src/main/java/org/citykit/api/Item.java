package org.citykit.api;

/**
 * One thing that a {@link Source} delivers.
 *
 * <p>Implemented by the records of this API. Immutable.
 *
 * @since 1.0
 */
public interface Item {
    /** Identifies the item within its module: 1 to 200 characters without white space, the same at every fetch. */
    String id();
}
