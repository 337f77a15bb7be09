package org.citykit.store;

import java.util.List;
import org.citykit.api.Records;

/** The durable records of all modules. Thread-safe. */
public interface RecordStore {
    /**
     * The records of a module in one version of its format; those of other versions are not touched through it.
     *
     * @param module the module's id
     * @param version the format's version, from 1
     */
    Records forModule(String module, int version);

    /** The versions in which a module has records, rising. */
    List<Integer> versions(String module);
}
