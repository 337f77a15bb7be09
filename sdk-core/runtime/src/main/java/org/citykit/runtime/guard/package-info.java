/**
 * The only room that calls vendor code. A call gets a platform thread of its module, a deadline and a typed end.
 *
 * <p>What may enter: threads, deadlines, the bounds and the circuit of a module, the numbers of its calls, the
 * description of what vendor code threw. What may not: what is called, when
 * it is called again, what becomes of the result.
 */
@NullMarked
package org.citykit.runtime.guard;

import org.jspecify.annotations.NullMarked;
