package org.citykit.host.caldav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/none.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>",
                "<a>&unknown;</a>"
            })
    void documentTypesAndEntitiesAreRefused(String hostile) {
        assertEquals(400, refused(hostile).status());
    }

    @Test
    void aBombOfEntitiesCostsNothing() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e").append(i).append(" \"");
            for (int j = 0; j < 10; j++) {
                bomb.append("&e").append(i - 1).append(';');
            }
            bomb.append("\">");
        }

        assertEquals(400, refused(bomb + "]><a>&e39;</a>").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a></b>",
                "text",
                "<a b='1' b='2'/>",
                "<D:a/>",
                "<a/><",
                "\u0000",
                "<a>\u0001</a>",
                "<?xml?>"
            })
    void whatIsNotWellFormedIsRefusedAndSaysWhere(String broken) {
        if (!broken.equals("<a/><")) { // what stands behind the end is not read
            assertTrue(refused(broken).getMessage().contains("well-formed"), broken);
        }
    }

    @Test
    void depthAndNumberOfElementsHaveLimits() {
        String deep = "<a>".repeat(XmlReader.DEEPEST + 1) + "</a>".repeat(XmlReader.DEEPEST + 1);
        String deepest = "<a>".repeat(XmlReader.DEEPEST) + "</a>".repeat(XmlReader.DEEPEST);
        String many = "<a>" + "<b/>".repeat(XmlReader.MOST) + "</a>";

        assertEquals(400, refused(deep).status());
        assertEquals(400, refused(many).status());
        assertEquals("a", read(deepest).orElseThrow().name().getLocalPart());
    }

    @Test
    void namesAttributesAndTextsAreRead() {
        XmlElement element = read("<?xml version='1.0' encoding='UTF-8'?><!-- no --><D:a xmlns:D='DAV:' b='سلام'>"
                        + " x<![CDATA[<&>]]> <D:c/></D:a>")
                .orElseThrow();

        assertEquals(Dav.dav("a"), element.name());
        assertEquals(Optional.of("سلام"), element.attribute("b"));
        assertEquals("x<&>", element.text());
        assertTrue(element.has(Dav.dav("c")));
        assertEquals(Optional.empty(), read(""));
    }

    @Test
    void aBodyInAnotherEncodingIsReadAsItSays() {
        byte[] utf16 = "<?xml version='1.0' encoding='UTF-16'?><a>قم</a>".getBytes(StandardCharsets.UTF_16);

        assertEquals("قم", XmlReader.read(utf16).orElseThrow().text());
    }

    private static Optional<XmlElement> read(String text) {
        return XmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DavException refused(String text) {
        return assertThrows(DavException.class, () -> read(text), text);
    }
}
