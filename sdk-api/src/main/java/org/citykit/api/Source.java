package org.citykit.api;

/**
 * Delivers items when asked. A vendor implements it; the runtime calls it in the background and never while a resident
 * waits.
 *
 * <p>Calls of one source never overlap, and come from a platform thread of the runtime whose context class loader is
 * the plugin's. A call that takes longer than {@link Limits#fetch} is interrupted. Whatever is thrown, and a
 * {@code null} outcome, leave the module with its last good data and a reason.
 *
 * @param <T> what it delivers
 * @since 1.0
 */
@FunctionalInterface
public interface Source<T extends Item> {
    /**
     * Pushes what is new since the cursor. Nothing becomes visible before this returns.
     *
     * @param since where the last good fetch ended, or {@link Cursor#start()} at first and whenever the runtime wants
     *     everything
     * @param sink takes the items one by one and enforces the limits
     * @return what was pushed, and where the next fetch goes on
     * @throws Exception whatever stopped it; the runtime keeps the last good data and tries again later
     */
    Outcome fetch(Cursor since, Sink<? super T> sink) throws Exception;

    /** Releases what {@code open} acquired. Called once; must return within {@link Limits#close}. */
    default void close() throws Exception {}
}
