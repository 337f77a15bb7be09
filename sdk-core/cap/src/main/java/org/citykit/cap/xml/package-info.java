/**
 * CAP messages as XML: a reader that trusts nothing and a writer that always gives the same bytes.
 *
 * <p>What may enter: StAX, limits, element order, the differences between CAP 1.0, 1.1 and 1.2. What may not: network or
 * file access, DTDs, entities, signature verification.
 */
@NullMarked
package org.citykit.cap.xml;

import org.jspecify.annotations.NullMarked;
