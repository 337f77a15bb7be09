package org.citykit.plugins.tables;

import org.citykit.api.Sink;
import org.citykit.api.twinning.TwinningItem;

/** Makes items of rows. */
interface Mapping extends RowTaker {
    /** Pushes what has been made of the rows taken. */
    void finish(Table table, Sink<? super TwinningItem> sink);
}
