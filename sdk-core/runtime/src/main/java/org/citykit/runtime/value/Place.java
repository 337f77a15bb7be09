package org.citykit.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: its line and column in the file, and its path from the top, for example
 * {@code modules[2].settings.feed}. Immutable.
 */
public final class Place {
    private static final int KEY_LENGTH = 60;

    private final @Nullable Place parent;
    private final String step;
    private final int line;
    private final int column;

    private Place(@Nullable Place parent, String step, int line, int column) {
        this.parent = parent;
        this.step = step;
        this.line = line;
        this.column = column;
    }

    /**
     * The place of a whole tree of values.
     *
     * @param path what all paths in it begin with, or empty
     * @param line counted from 1, or 0 when unknown
     * @param column counted from 1 in characters (code points), or 0 when unknown
     */
    public static Place top(String path, int line, int column) {
        return new Place(null, path, line, column);
    }

    /** The place of a member of the map that stands here. */
    public Place member(String key, int line, int column) {
        return new Place(this, key, line, column);
    }

    /** The place of an element of the list that stands here. */
    public Place element(int index, int line, int column) {
        return new Place(this, "[" + index + "]", line, column);
    }

    /** The line, counted from 1, or 0 when the value was not read from a file. */
    public int line() {
        return line;
    }

    /** The column in characters, counted from 1, or 0 when the value was not read from a file. */
    public int column() {
        return column;
    }

    /** The keys and indices that lead here from the top; empty for the top itself. */
    public String path() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        if (parent == null) {
            out.append(step);
            return;
        }
        parent.append(out);
        if (out.length() > 0 && !step.startsWith("[")) {
            out.append('.');
        }
        out.append(Shown.cut(step, KEY_LENGTH));
    }

    /** The path with line and column. */
    @Override
    public String toString() {
        return path() + " (" + line + ":" + column + ")";
    }
}
