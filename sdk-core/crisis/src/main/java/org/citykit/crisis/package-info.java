/**
 * Playbooks that are proven when they are loaded, messages that are never rendered with a hole, and alerts from the first
 * word to the all-clear.
 *
 * <p>What may enter: what is needed to hold playbooks, fill their messages in, publish alerts and write them as CAP. What
 * may not: storage, delivery, HTTP, and any type of the library that formats the texts.
 */
@NullMarked
package org.citykit.crisis;

import org.jspecify.annotations.NullMarked;
