/** What a plugin needs besides its classes to be an OSGi bundle. */
@NullMarked
package org.citykit.runtime.bench.specimen.bundle;

import org.jspecify.annotations.NullMarked;
