/**
 * JSON, strictly (RFC 8259): a pull reader with limits and a writer of deterministic octets. Not exported.
 *
 * <p>What enters knows JSON alone. What a value means belongs to the rooms that use it.
 */
@NullMarked
package org.citykit.icalendar.json;

import org.jspecify.annotations.NullMarked;
