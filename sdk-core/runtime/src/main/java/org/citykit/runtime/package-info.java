/**
 * The runtime as a portal sees it: what was asked for, what became of it, and what is wrong.
 *
 * <p>What may enter: the words that all rooms of the runtime share. What may not: anything that does something; reading,
 * linking, guarding and supervising have rooms of their own below.
 */
@NullMarked
package org.citykit.runtime;

import org.jspecify.annotations.NullMarked;
