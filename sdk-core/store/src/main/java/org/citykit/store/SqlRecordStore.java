package org.citykit.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.citykit.api.Records;

/** Records in one table, apart by module and version. */
final class SqlRecordStore implements RecordStore {
    private final Database database;

    SqlRecordStore(Database database) {
        this.database = database;
    }

    @Override
    public Records forModule(String module, int version) {
        return new SqlRecords(database, Given.id("module", module), Given.positive("version", version));
    }

    @Override
    public List<Integer> versions(String module) {
        return database.read("looking for the records of module '" + module + "'", connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT DISTINCT version FROM module_record WHERE module = ? ORDER BY version")) {
                select.setString(1, module);
                List<Integer> versions = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        versions.add(rows.getInt(1));
                    }
                }
                return List.copyOf(versions);
            }
        });
    }
}
