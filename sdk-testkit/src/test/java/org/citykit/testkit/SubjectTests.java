package org.citykit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.citykit.testkit.faulty.LineCalendar;
import org.junit.jupiter.api.Test;

class SubjectTests {
    private static final String FIRST = "https://city.example/a.json";
    private static final String SECOND = "https://city.example/b.csv?x=1";
    private static final Subject SUBJECT =
            Subject.of(LineCalendar.class).settings("{ feed: " + FIRST + ", more: '" + SECOND + "' }");

    @Test
    void aResourceThatIsNotThereIsNamed() {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> SUBJECT.recorded("nothing.json"));

        assertTrue(missing.getMessage().contains("nothing.json"), missing::getMessage);
    }

    @Test
    void aResourceWithoutAnAddressInTheSettingsIsRefused() {
        Subject silent = Subject.of(LineCalendar.class).settings("{ file: a.txt }");

        assertThrows(IllegalStateException.class, () -> silent.recorded("LineCalendar.class"));
    }

    @Test
    void resourcesBelongToTheAddressesInTheirOrder() {
        Subject both = SUBJECT.recorded("LineCalendar.class").recorded("NoSink.class");

        assertEquals(
                List.of(URI.create(FIRST), URI.create(SECOND)),
                List.copyOf(both.parts().web.keySet()));
        assertThrows(IllegalStateException.class, () -> both.recorded("DeafSink.class"));
    }

    @Test
    void aSubjectNeverChanges() {
        Subject more = SUBJECT.file("a.txt", "a")
                .languages("ar")
                .network("city.example")
                .behaves(Behaviour.EDITABLE);

        assertTrue(SUBJECT.parts().files.isEmpty());
        assertTrue(SUBJECT.parts().network.isEmpty());
        assertTrue(SUBJECT.parts().behaviours.isEmpty());
        assertEquals(3, SUBJECT.parts().languages.size());
        assertEquals(Set.of(Behaviour.EDITABLE), more.parts().behaviours);
    }

    @Test
    void aClassOfTheJdkIsInNoPlugin() {
        assertThrows(IllegalArgumentException.class, () -> Subject.of(String.class));
    }

    @Test
    void aPluginFileIsNamedByItsProvider() {
        Subject packed = Subject.of(Path.of("plugin.zip"), "delegations");

        assertEquals("delegations", packed.parts().provider.orElseThrow());
    }
}
