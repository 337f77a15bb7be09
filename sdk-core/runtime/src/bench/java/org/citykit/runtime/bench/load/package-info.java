/**
 * Loading many plugins: by this runtime, by PF4J, by Apache Felix, by naive module layers, and by one class path.
 *
 * <p>What may enter: the packing of the specimen for each contender, and how each opens what was packed. What may not:
 * the specimen itself.
 */
@NullMarked
package org.citykit.runtime.bench.load;

import org.jspecify.annotations.NullMarked;
