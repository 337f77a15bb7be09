package org.citykit.api;

/**
 * A {@link Source} whose items people can change through the portal. Whoever writes reads their own write at once.
 *
 * @param <T> what it holds
 * @since 1.0
 */
public interface EditableSource<T extends Item> extends Source<T> {
    /**
     * Saves an item.
     *
     * @param item the new state
     * @param expected the revision the editor started from, or {@link Revision#NONE} for a new item
     * @return the revision now stored
     * @throws CityKitException with {@link ApiError#REVISION_CONFLICT} if the stored revision is another
     */
    Revision save(T item, Revision expected);

    /**
     * Deletes an item.
     *
     * @param id the item
     * @param expected the revision the editor started from
     * @throws CityKitException with {@link ApiError#REVISION_CONFLICT} if the stored revision is another
     */
    void delete(String id, Revision expected);
}
