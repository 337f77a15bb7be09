package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTests {
    private static final Migration FIRST =
            new Migration(1, List.of("CREATE TABLE a (x {octets})", "INSERT INTO a (x) VALUES ('kept')"));
    private static final Migration SECOND = new Migration(2, List.of("CREATE TABLE b (y TEXT)"));
    private static final Migration BROKEN =
            new Migration(2, List.of("CREATE TABLE b (y TEXT)", "UPDATE a SET x = 'changed'", "CREATE NONSENSE"));

    @TempDir
    Path folder;

    @Test
    void aStepThatFailsLeavesTheVersionBefore() throws SQLException {
        bring(FIRST);

        assertRefused(StoreError.FAILED, () -> bring(FIRST, BROKEN));

        assertEquals("1", Tampering.ask(folder, "SELECT MAX(version) FROM citykit_schema"));
        assertEquals("kept", Tampering.ask(folder, "SELECT x FROM a"));
        assertThrows(SQLException.class, () -> Tampering.ask(folder, "SELECT y FROM b"));
    }

    @Test
    void onlyTheMissingStepsAreTaken() throws SQLException {
        bring(FIRST);

        bring(FIRST, SECOND);
        bring(FIRST, SECOND);

        assertEquals("2", Tampering.ask(folder, "SELECT COUNT(*) FROM citykit_schema"));
        assertEquals("1", Tampering.ask(folder, "SELECT COUNT(*) FROM a"));
        assertEquals("0", Tampering.ask(folder, "SELECT COUNT(*) FROM b"));
    }

    @Test
    void theStepsAreNumberedWithoutGaps() {
        for (int i = 0; i < Schema.MIGRATIONS.size(); i++) {
            assertEquals(i + 1, Schema.MIGRATIONS.get(i).version());
        }
    }

    private void bring(Migration... migrations) {
        try (Database database = new Database(new SqliteEngine(folder))) {
            new Schema(List.of(migrations), database.engine().octets()).bring(database);
        }
    }
}
