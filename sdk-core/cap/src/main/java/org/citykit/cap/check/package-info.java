/**
 * The rules of CAP 1.2 that no schema can express, as findings.
 *
 * <p>What may enter: rules over values. What may not: XML, input and output, rules of one country's profile.
 */
@NullMarked
package org.citykit.cap.check;

import org.jspecify.annotations.NullMarked;
