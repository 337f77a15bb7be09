/**
 * What a module does before the portal has taken it up: it works, but nobody sees it, and it is forgotten without a
 * trace if it does not prove itself.
 *
 * <p>What may enter: holding back what a module stores and tells. What may not: deciding whether it has proven itself.
 */
@NullMarked
package org.citykit.runtime.candidate;

import org.jspecify.annotations.NullMarked;
