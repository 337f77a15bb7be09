/**
 * The command line: {@code citykit} with its subcommands.
 *
 * <p>What may enter: arguments, exit codes, and what is printed; the one room that writes to the standard streams. What
 * may not: anything that a library user needs.
 */
@NullMarked
package org.citykit.host.command;

import org.jspecify.annotations.NullMarked;
