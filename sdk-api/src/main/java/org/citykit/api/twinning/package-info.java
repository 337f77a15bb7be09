/**
 * Twinning registries: relations between cities, the cities themselves, and their networks.
 *
 * <p>What may enter: what a registry says, statement by statement, with its source. What may not: merging, search,
 * display.
 */
@NullMarked
package org.citykit.api.twinning;

import org.jspecify.annotations.NullMarked;
