package org.citykit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTests {
    @TempDir
    Path folder;

    @Test
    void aHundredThousandCitiesAreSavedAndLoadedWithinAQuarterGibibyte() throws IOException, InterruptedException {
        Process program = ChildJvm.start(LargeRegistry.class, List.of("-Xmx256m"), folder.toString());

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertEquals("loaded 100000 as saved\n", said);
        assertEquals(0, program.waitFor());
    }
}
