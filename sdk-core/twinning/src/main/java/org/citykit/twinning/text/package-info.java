/**
 * Text in Arabic, Persian and Latin script: folding, a token index, alphabetical order.
 *
 * <p>What may enter: strings and numbers. What may not: anything of the registry.
 */
@NullMarked
package org.citykit.twinning.text;

import org.jspecify.annotations.NullMarked;
