package org.citykit.runtime;

import org.citykit.api.ErrorCode;

/**
 * Something wrong in a composition, with its place and what to do. Immutable.
 *
 * @param code names it
 * @param module the module it belongs to, or empty
 * @param file the file it stands in, as people know it, or empty
 * @param line counted from 1, or 0 when unknown
 * @param column counted from 1, or 0 when unknown
 * @param message what was found, what was expected, what to do
 */
public record Problem(ErrorCode code, String module, String file, int line, int column, String message) {
    /** A problem of a module, without a place in a file. */
    public static Problem of(ErrorCode code, String module, String message) {
        return new Problem(code, module, "", 0, 0, message);
    }

    /** The problem as one line: place, module, message, anchor. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        if (!file.isEmpty()) {
            out.append(file);
            if (line > 0) {
                out.append(':').append(line);
                if (column > 0) {
                    out.append(':').append(column);
                }
            }
            out.append("  ");
        }
        if (!module.isEmpty()) {
            out.append("Module '").append(module).append("': ");
        }
        return out.append(message)
                .append(" See errors.md#")
                .append(code.anchor())
                .toString();
    }
}
