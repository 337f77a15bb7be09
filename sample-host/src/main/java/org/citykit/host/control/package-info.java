/**
 * How the command line speaks with a portal that runs: over a socket in the portal's data folder, which only the user
 * may open whom the folder belongs to.
 *
 * <p>What may enter: questions and orders about the running composition, and how they are told. What may not: anything
 * that a resident asks; deciding what a change is.
 */
@NullMarked
package org.citykit.host.control;

import org.jspecify.annotations.NullMarked;
