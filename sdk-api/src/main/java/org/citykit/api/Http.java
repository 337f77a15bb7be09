package org.citykit.api;

import java.net.URI;

/**
 * The web as a plugin may use it: only hosts that a setting or the manifest names, with limits of size and time.
 * Redirects are followed within those hosts. Thread-safe; calls block and can be interrupted.
 *
 * @since 1.0
 */
public interface Http {
    /**
     * Gets a resource unless it is unchanged (RFC 9110 §13).
     *
     * @param uri {@code http} or {@code https}
     * @param since what {@link Fetched#cursor} gave the last time, or {@link Cursor#start()}
     * @throws CityKitException with {@link ApiError#HOST_NOT_ALLOWED}, {@link ApiError#WEB_FAILED} or
     *     {@link ApiError#LIMIT_EXCEEDED}
     */
    Fetched get(URI uri, Cursor since);

    /**
     * Posts a body. Every answer is returned, whatever its status.
     *
     * @throws CityKitException with {@link ApiError#HOST_NOT_ALLOWED}, {@link ApiError#WEB_FAILED} when there was no
     *     answer, or {@link ApiError#LIMIT_EXCEEDED}
     */
    HttpReply post(HttpPost request);
}
