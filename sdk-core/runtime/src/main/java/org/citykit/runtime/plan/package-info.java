/**
 * What a change of a portal would do, and what cannot be used and why: as data, and in the webmaster's language.
 *
 * <p>What may enter: immutable values and the words for them. What may not: finding anything out ({@code resolve},
 * {@code planning}), plugin files, threads, disks.
 */
@NullMarked
package org.citykit.runtime.plan;

import org.jspecify.annotations.NullMarked;
