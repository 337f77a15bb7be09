/**
 * Tests a provider as a portal would use it. A vendor's test class implements the contract of the provider's interface
 * and says in {@code subject()} what is tested; every rule is a test with a sentence for a name.
 *
 * <p>The rules run on the plugin as the runtime sees it: its classes and libraries are staged, read, linked into a layer
 * of their own, bound to settings, opened and called by the runtime's own rooms; only the web, the clock and the other
 * modules of the portal are replaced by fakes, which vendors may also use alone.
 *
 * <p>What may enter: rules that every plugin of an interface must keep, and fakes of what a plugin is handed. What may
 * not: rules of taste, anything that needs the network, anything that a running portal would use.
 */
@NullMarked
package org.citykit.testkit;

import org.jspecify.annotations.NullMarked;
