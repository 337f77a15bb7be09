package org.citykit.api.crisis;

/**
 * Carries alerts to people or systems. A vendor implements it; the runtime calls it from its own platform threads,
 * never two calls for one alert at once.
 *
 * @since 1.0
 */
public interface Channel {
    /** What the channel is and how much fits into it. */
    ChannelLimits limits();

    /**
     * Hands an alert over. The runtime calls again with the same key after a failure or a restart; the channel makes
     * sure, or lets its receiver make sure, that people get it once.
     *
     * @param alert what to say
     * @param idempotencyKey the same for every attempt at this alert through this module
     * @return how it went; a refusal that no repetition would cure is a receipt, not an exception
     * @throws Exception when a later attempt may succeed
     */
    Receipt deliver(Alert alert, String idempotencyKey) throws Exception;

    /** Releases what {@code open} acquired. Called once. */
    default void close() throws Exception {}
}
