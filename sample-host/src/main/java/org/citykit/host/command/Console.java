package org.citykit.host.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command runs.
 *
 * @param out what was asked for
 * @param err what went wrong
 * @param home the folder of the distribution, if the program runs from one
 */
record Console(PrintWriter out, PrintWriter err, Optional<Path> home) {}
