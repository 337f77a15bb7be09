/**
 * An alert channel that posts alerts to a web address.
 *
 * <p>An alert becomes one or two documents (JSON, CAP 1.2), a document becomes a signed request, the answer becomes a
 * receipt. What may enter: formats, signing, what an answer means. What may not: waiting; the runtime tries again later.
 *
 * <p>Each request carries {@code Idempotency-Key}, the same at every attempt, and
 * {@code CityKit-Signature: t=<seconds>,v1=<hex>}, where the hexadecimal digits are HMAC-SHA256 with the shared secret
 * over the seconds since 1970 in ASCII, a full stop, and the octets of the body. A receiver recomputes it, compares in
 * constant time, and refuses what is older than it tolerates.
 */
@NullMarked
package org.citykit.plugins.webhook;

import org.jspecify.annotations.NullMarked;
