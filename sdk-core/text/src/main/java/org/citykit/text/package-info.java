/**
 * Words of Arabic, Persian and Latin script as people look for them: folding, a token index, alphabetical order.
 *
 * <p>What may enter: strings and numbers. What may not: anything of a registry, a calendar or a playbook.
 */
@NullMarked
package org.citykit.text;

import org.jspecify.annotations.NullMarked;
