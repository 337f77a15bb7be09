package org.citykit.plugins.playbooks;

/**
 * Where something stands in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Position(int line, int column) {
    static final Position TOP = new Position(1, 1);
}
