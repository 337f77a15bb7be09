package org.citykit.plugins.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTests {
    @Test
    void aMillionAliasesAreRefusedAtTheFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
        for (char name = 'b'; name <= 'z'; name++) {
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.append(("*" + (char) (name - 1) + ", ").repeat(10)).append("x]\n");
        }

        MalformedYamlException refused = refused(bomb.toString());

        assertEquals(1, refused.at().line());
        assertTrue(refused.reason().startsWith("has an anchor (&), alias (*) or tag (!)"));
    }

    @Test
    void aDeepNestIsRefusedBeforeItFillsTheStack() {
        MalformedYamlException refused = refused("[".repeat(100_000));

        assertEquals(1, refused.at().line());
    }

    @Test
    void aDeepNestOfBlocksIsRefused() {
        StringBuilder nest = new StringBuilder();
        for (int depth = 0; depth < 500; depth++) {
            nest.append(" ".repeat(depth)).append("a:\n");
        }

        assertTrue(refused(nest.toString()).reason().contains("deeper than 20"));
    }

    @Test
    void aFileThatIsTooLongIsRefusedUnread() {
        MalformedYamlException refused = refused("a: " + "x".repeat(YamlTree.LENGTH));

        assertEquals("has 1000003 characters, but may have 1000000; split it", refused.reason());
    }

    @Test
    void aTagThatAsksForAClassIsRefused() {
        assertTrue(refused("a: !!javax.script.ScriptEngineManager [x]").reason().contains("tag (!)"));
    }

    @Test
    void brokenYamlIsReportedWithItsPlace() {
        MalformedYamlException refused = refused("id: flood\ntitle: { fa: سیل\nguidance: x: y\n");

        assertEquals(3, refused.at().line());
        assertTrue(refused.reason().startsWith("cannot be read as YAML: "));
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertEquals(
                "holds a second document; put it into a file of its own",
                refused("a: b\n---\nc: d\n").reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# nothing\n"})
    void anEmptyFileIsRefused(String yaml) {
        assertEquals("is empty", refused(yaml).reason());
    }

    @Test
    void wordsStayAsTheyAreWritten() throws Exception {
        YamlNode node = YamlTree.read("a: 0137\nb: no\nc: ~\nd: 2030-01-01\n");

        YamlNode.Entries map = assertInstanceOf(YamlNode.Entries.class, node);
        assertEquals(
                List.of("0137", "no", "", "2030-01-01"),
                map.entries().values().stream()
                        .map(entry -> ((YamlNode.Scalar) entry.value()).text())
                        .toList());
    }

    private static MalformedYamlException refused(String yaml) {
        return assertThrows(MalformedYamlException.class, () -> YamlTree.read(yaml));
    }
}
