/**
 * Who stands behind a plugin file: its jar signatures, the keys that a portal trusts, and the bill of materials inside.
 *
 * <p>What may enter: reading of signatures and bills, and the comparison of signers with trusted keys. What may not:
 * what a plugin is ({@code plugin}), what its code does ({@code audit}), the choice of what is opened.
 */
@NullMarked
package org.citykit.runtime.trust;

import org.jspecify.annotations.NullMarked;
