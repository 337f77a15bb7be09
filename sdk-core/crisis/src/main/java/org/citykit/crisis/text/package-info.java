/**
 * Texts in Unicode MessageFormat 2 (LDML 48 part 9), compiled, taken apart for the proof, and formatted.
 *
 * <p>What may enter: everything that touches the library that formats them. What may not: playbooks and alerts.
 */
@NullMarked
package org.citykit.crisis.text;

import org.jspecify.annotations.NullMarked;
