/** Checks that the records' constructors share. Not exported. */
@NullMarked
package org.citykit.api.validation;

import org.jspecify.annotations.NullMarked;
