package org.citykit.api;

/**
 * Takes what a {@link Source} delivers, one item at a time, so that limits hold before memory does. The runtime
 * implements it; it belongs to the one call of {@code fetch} that received it and to the thread of that call.
 *
 * @param <T> what it takes
 * @since 1.0
 */
public interface Sink<T extends Item> {
    /**
     * Takes an item. An item with an id that was already pushed in this fetch replaces it.
     *
     * @throws CityKitException with {@link ApiError#LIMIT_EXCEEDED} when the fetch has delivered more than
     *     {@link Limits} allow; let it pass through
     */
    void accept(T item);

    /**
     * Says that an item no longer exists. Only meaningful in a fetch that ends with {@link Outcome#changes}.
     *
     * @throws CityKitException with {@link ApiError#LIMIT_EXCEEDED}
     */
    void remove(String id);

    /** Reports a piece of input that could not be used; the good pieces beside it are kept. */
    void reject(Defect defect);
}
