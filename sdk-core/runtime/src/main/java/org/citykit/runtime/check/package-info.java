/**
 * The verifier: everything that is wrong with plugin files, found without running them. Whoever makes a plugin, and
 * whoever admits one, sees before it is installed what a portal would meet.
 *
 * <p>What may enter: reading class files against this portal, rules that warn, the report and its text. What may not:
 * running or loading a class of a plugin, other formats than text (the host writes them), installing.
 */
@NullMarked
package org.citykit.runtime.check;

import org.jspecify.annotations.NullMarked;
