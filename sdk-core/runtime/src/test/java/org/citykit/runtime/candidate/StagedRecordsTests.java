package org.citykit.runtime.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.junit.jupiter.api.Test;

class StagedRecordsTests {
    private final PlainRecords durable = new PlainRecords();
    private final Revision old = durable.put("old", octets("1"), Revision.NONE);
    private final StagedRecords staged = new StagedRecords(durable);

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwrittenAndNothingElseIsWritten() {
        staged.put("a", octets("a"), Revision.NONE);
        staged.put("old", octets("2"), old);
        durable.put("old", octets("theirs"), old);

        CityKitException conflict = assertThrows(CityKitException.class, staged::write);

        assertEquals(ApiError.REVISION_CONFLICT, conflict.code());
        assertEquals(List.of("old"), durable.keys(""));
        assertEquals("theirs", text(durable, "old"));
    }

    @Test
    void aStaleRevisionIsRefusedBeforeAnythingIsWritten() {
        staged.put("old", octets("2"), old);

        CityKitException conflict = assertThrows(CityKitException.class, () -> staged.put("old", octets("3"), old));

        assertEquals(ApiError.REVISION_CONFLICT, conflict.code());
    }

    @Test
    void whatIsForgottenWasNeverThere() {
        staged.put("old", octets("2"), old);
        staged.put("new", octets("x"), Revision.NONE);

        staged.forget();

        assertEquals("1", text(durable, "old"));
        assertEquals(List.of("old"), durable.keys(""));
        assertThrows(IllegalStateException.class, () -> staged.find("old"));
    }

    @Test
    void writtenChangesCanBeTakenBack() {
        staged.put("old", octets("2"), old);
        staged.put("new", octets("x"), Revision.NONE);
        staged.write();

        staged.takeBack();

        assertEquals("1", text(durable, "old"));
        assertEquals(List.of("old"), durable.keys(""));
    }

    @Test
    void theCandidateSeesItsOwnChangesAndNobodyElseDoes() {
        Revision changed = staged.put("old", octets("2"), old);
        staged.put("new", octets("x"), Revision.NONE);
        staged.delete("old", changed);

        assertEquals(List.of("new"), staged.keys(""));
        assertTrue(staged.find("old").isEmpty());
        assertEquals("x", text(staged, "new"));
        assertEquals("1", text(durable, "old"));
        assertEquals(List.of("old"), durable.keys(""));
    }

    @Test
    void revisionsFromBeforeTheWritingStayGood() {
        Revision first = staged.put("new", octets("x"), Revision.NONE);

        staged.write();
        Revision second = staged.put("new", octets("y"), first);
        staged.delete("new", second);

        assertEquals(List.of("old"), durable.keys(""));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Records records, String key) {
        return new String(records.find(key).orElseThrow().value(), StandardCharsets.UTF_8);
    }
}
