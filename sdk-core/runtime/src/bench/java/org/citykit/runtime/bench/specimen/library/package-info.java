/** What differs in a plugin that carries a library. */
@NullMarked
package org.citykit.runtime.bench.specimen.library;

import org.jspecify.annotations.NullMarked;
