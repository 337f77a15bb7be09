package org.citykit.api;

import org.citykit.api.validation.Check;

/**
 * A piece of input that could not be used, for the people who publish it.
 *
 * @param where the file or web address
 * @param line counted from 1, or 0 when it has no lines
 * @param column counted from 1, or 0 when unknown
 * @param reason what is wrong, what was expected and what was done about it
 * @since 1.0
 */
public record Defect(String where, long line, long column, String reason) {
    public Defect {
        Check.text("where", where);
        Check.between("line", line, 0, Long.MAX_VALUE);
        Check.between("column", column, 0, Long.MAX_VALUE);
        Check.text("reason", reason);
    }

    @Override
    public String toString() {
        return where + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "") + ": " + reason;
    }
}
