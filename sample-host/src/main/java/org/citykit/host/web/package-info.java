/**
 * The server: addresses, answers, caching, errors.
 *
 * <p>What may enter: everything that knows HTTP and Vert.x. What may not: queries to the portal, texts, markup. An
 * answer is rendered on a worker thread and sent from an event loop, which otherwise only looks bytes up.
 */
@NullMarked
package org.citykit.host.web;

import org.jspecify.annotations.NullMarked;
