package org.citykit.store;

import java.util.List;

/**
 * The generations that can be gone back to, the one that runs last. Thread-safe; calls block; a change is on disk when
 * its call returns.
 */
public interface GenerationStore {
    /**
     * The kept generations, by rising number.
     *
     * @throws StoreException with {@link StoreError#CONTENT_UNREADABLE}
     */
    List<StoredGeneration> all();

    /**
     * Adds a generation, which runs from now on, and forgets the oldest ones.
     *
     * @param next its number is larger than that of every other
     * @param keep how many are kept, this one among them; from 1
     * @throws StoreException with {@link StoreError#GENERATION_CONFLICT} if there is one of that number or a larger
     */
    void add(StoredGeneration next, int keep);
}
