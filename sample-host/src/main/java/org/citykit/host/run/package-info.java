/**
 * How the build runs the host: {@code ./mvnw -Prun}. Only what starts and stops a process may enter; nothing of the
 * host itself, which runs from its distribution as everybody's does.
 */
@NullMarked
package org.citykit.host.run;

import org.jspecify.annotations.NullMarked;
