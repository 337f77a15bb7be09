/**
 * Crisis communication: playbooks with messages in many languages, and the channels that carry alerts out.
 *
 * <p>What may enter: what a city has written down before an emergency, what it then says, and through what. What may
 * not: rendering, approval, dispatch.
 */
@NullMarked
package org.citykit.api.crisis;

import org.jspecify.annotations.NullMarked;
