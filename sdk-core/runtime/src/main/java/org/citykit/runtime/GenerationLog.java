package org.citykit.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the generations that can be gone back to. Implemented by the portal; thread-safe; calls block, and a change
 * survives from when its call returns.
 */
public interface GenerationLog {
    /** The kept generations, by rising number; the last one runs. */
    List<Generation> all();

    /**
     * Adds a generation, which runs from now on, and forgets the oldest ones.
     *
     * @param keep how many are kept, this one among them; from 1
     */
    void add(Generation next, int keep);

    /** A log that is gone with the process, for portals that keep nothing. */
    static GenerationLog inMemory() {
        List<Generation> kept = new ArrayList<>();
        return new GenerationLog() {
            @Override
            public synchronized List<Generation> all() {
                return List.copyOf(kept);
            }

            @Override
            public synchronized void add(Generation next, int keep) {
                kept.add(next);
                kept.subList(0, Math.max(0, kept.size() - keep)).clear();
            }
        };
    }
}
