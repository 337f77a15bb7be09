/**
 * The API for programs: JSON under {@code /api/v1}, described by OpenAPI 3.1.
 *
 * <p>What may enter: the shapes of JSON and the routes that give them. What may not: HTTP, texts of pages.
 */
@NullMarked
package org.citykit.host.api;

import org.jspecify.annotations.NullMarked;
