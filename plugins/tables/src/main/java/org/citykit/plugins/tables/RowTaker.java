package org.citykit.plugins.tables;

/** Takes the rows of a table one by one. */
@FunctionalInterface
interface RowTaker {
    /** Takes a row; throws {@link org.citykit.api.InvalidValueException} if the row cannot be used. */
    void take(Row row);
}
