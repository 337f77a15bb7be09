/**
 * The values of a Common Alerting Protocol 1.2 message and the findings that speak about them.
 *
 * <p>What may enter: immutable values with the names of the standard, and the textual form the standard gives each.
 * What may not: XML, files, clocks, judgement across elements (that is {@code org.citykit.cap.check}).
 *
 * <p>Constructors refuse only what can never be legal in any message, with a {@link org.citykit.cap.CapValueException};
 * everything that depends on its neighbours is left to the check. Text is copied without surrounding XML white space and
 * with line feeds as line ends, so that what is written reads back equal. All types are immutable and thread-safe;
 * builders are confined to one thread.
 */
@NullMarked
package org.citykit.cap;

import org.jspecify.annotations.NullMarked;
