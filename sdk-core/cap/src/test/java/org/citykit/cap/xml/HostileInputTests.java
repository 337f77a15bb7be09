package org.citykit.cap.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.citykit.cap.Finding;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTests {
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final CapReader reader = new CapReader();

    @Test
    void aBillionLaughsAreRefusedByTheirDoctype() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE alert [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            doctype.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String document = Samples.xml().replace(PROLOG, PROLOG + doctype + "]>").replace("Quake", "&l29;");

        assertRefused(FindingCode.DOCTYPE_REFUSED, Samples.bytes(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alert>",
                "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:PORT/a.dtd\">",
                "<!DOCTYPE alert PUBLIC \"-//A/B/EN\" \"http://127.0.0.1:PORT/a.dtd\" []>",
                "<!DOCTYPE alert [<!ENTITY % r SYSTEM \"http://127.0.0.1:PORT/b.dtd\"> %r;]>",
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"http://127.0.0.1:PORT/c\">]>",
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            })
    void noDoctypeEverReachesTheNetworkOrAFile(String doctype) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            String port = Integer.toString(server.socket().getLocalPort());
            String document = Samples.xml()
                    .replace(PROLOG, PROLOG + doctype.replace("PORT", port))
                    .replace("Quake", "&x;");

            assertRefused(FindingCode.DOCTYPE_REFUSED, Samples.bytes(document));
            assertNull(server.accept(), "something was fetched");
        }
    }

    @Test
    void anInclusionOrAStyleSheetIsNotFollowed() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            String address = "http://127.0.0.1:" + server.socket().getLocalPort() + "/x";
            String document = Samples.xml()
                    .replace(PROLOG, PROLOG + "<?xml-stylesheet href='" + address + "' type='text/xsl'?>")
                    .replace(
                            "<info>",
                            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + address + "'/><info>");

            CapDocument read = reader.read(Samples.bytes(document));

            assertTrue(
                    read.errors().stream()
                            .allMatch(f -> f.code() == FindingCode.ELEMENT_UNKNOWN
                                    || f.code() == FindingCode.ATTRIBUTE_UNKNOWN),
                    read.errors()::toString);
            assertNull(server.accept(), "something was fetched");
        }
    }

    @Test
    void tenMegabytesOfTextAreRefusedBeforeTheyAreParsed() {
        String document = Samples.xml().replace("Quake", "x".repeat(10 << 20));

        assertRefused(FindingCode.TOO_LARGE, Samples.bytes(document));
    }

    @Test
    void aStreamWithoutEndIsReadOnlyToTheLimit() throws IOException {
        EndlessSpaces endless = new EndlessSpaces();

        CapDocument document = new CapReader(new CapLimits(1_000, 10, 10, 100, 10)).read(endless);

        assertEquals(FindingCode.TOO_LARGE, document.findings().get(0).code());
        assertEquals(1_001, endless.given);
    }

    @Test
    void aLongTextIsRefusedInPartsToo() {
        CapReader strict = new CapReader(new CapLimits(1 << 20, 100, 10, 1_000, 10));
        String document = Samples.xml().replace("Quake", "<![CDATA[x]]>y&#65;".repeat(400));

        assertEquals(
                FindingCode.TEXT_TOO_LONG,
                strict.read(Samples.bytes(document)).findings().get(0).code());
    }

    @Test
    void aHundredThousandNestedElementsAreRefusedAtTheLimit() {
        String nested = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        String document = Samples.xml().replace("<scope>", nested + "<scope>");
        String inSignature = Samples.xml()
                .replace("</alert>", "<S xmlns='http://www.w3.org/2000/09/xmldsig#'>" + nested + "</S></alert>");

        assertRefused(FindingCode.TOO_DEEP, Samples.bytes(document));
        assertRefused(FindingCode.TOO_DEEP, Samples.bytes(inSignature));
    }

    @Test
    void moreElementsThanAllowedAreRefusedInsideASignatureToo() {
        String many = "<x/>".repeat(20_001);
        String inSignature = Samples.xml()
                .replace("</alert>", "<S xmlns='http://www.w3.org/2000/09/xmldsig#'>" + many + "</S></alert>");

        assertRefused(FindingCode.TOO_MANY_ELEMENTS, Samples.bytes(Samples.xml().replace("<scope>", many + "<scope>")));
        assertRefused(FindingCode.TOO_MANY_ELEMENTS, Samples.bytes(inSignature));
    }

    @Test
    void thousandsOfFaultsGiveALimitedList() {
        String document = Samples.xml().replace("<scope>", "<x/>".repeat(10_000) + "<scope>");

        CapDocument read = reader.read(Samples.bytes(document));

        assertEquals(CapLimits.DEFAULT.findings() + 1, read.findings().size());
        assertTrue(read.findings().stream().anyMatch(f -> f.code() == FindingCode.TOO_MANY_FINDINGS));
    }

    @Test
    void hugeNamesDoNotSwellTheFindings() {
        String namespace = "urn:" + "n".repeat(200_000);
        String document =
                Samples.xml().replace("<scope>", ("<x:y xmlns:x='" + namespace + "'/>").repeat(3) + "<scope>");

        CapDocument read = reader.read(Samples.bytes(document));

        assertTrue(read.findings().stream().allMatch(f -> f.toString().length() < 600), "a finding repeats the input");
    }

    @Test
    void aPolygonOfAHundredThousandPointsIsReadOrRefusedButNeverOverflows() {
        String polygon = "35.6,51.4 " + "35.7,51.5 35.65,51.45 ".repeat(50_000) + "35.6,51.4";
        String document = Samples.xml().replace("35.6,51.4 35.7,51.4 35.7,51.5 35.6,51.4", polygon);

        CapDocument read = reader.read(Samples.bytes(document));

        assertEquals(0, read.errors().size(), read.errors()::toString);
    }

    @Test
    void anyCutOfAMessageIsAFindingAndNeverAnException() {
        byte[] whole = Samples.bytes(Samples.xml().stripTrailing());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertRefused(FindingCode.NOT_WELL_FORMED, cut);
        }
    }

    @Test
    void randomDamageIsAFindingOrLegalAndNeverAnExceptionNorPrinted() {
        byte[] whole = Samples.bytes(Samples.xml());
        Random random = new Random(20_260_320);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (int round = 0; round < 3_000; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i <= round % 4; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                CapDocument read = reader.read(damaged);
                assertEquals(
                        read.alert().isEmpty(),
                        !read.errors().isEmpty() || read.salvaged().isEmpty());
            }
        } finally {
            System.setErr(console);
        }

        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNotInTheirEncodingAreNamedByTheirPlace() {
        byte[] bytes = Samples.bytes(Samples.xml());
        bytes[Samples.xml().indexOf("tehran-0001")] = (byte) 0xF8;

        Finding finding = reader.read(bytes).findings().get(0);

        assertEquals(FindingCode.NOT_WELL_FORMED, finding.code());
        assertEquals(3, finding.position().orElseThrow().line());
        assertTrue(finding.problem().contains("UTF-8"), finding::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "IBM037", "UTF-7", "no such", "<x>"})
    void anEncodingThatCannotBeTrueIsRefused(String name) {
        CapDocument read = reader.read(Samples.bytes(Samples.xml().replace("UTF-8", name)));

        assertEquals(FindingCode.NOT_WELL_FORMED, read.findings().get(0).code(), read.findings()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "alert",
                "<alert/>",
                "{\"alert\":1}",
                "<?xml version='1.0' encoding='no-such'?><a/>"
            })
    void whatIsNoMessageIsAFinding(String text) {
        CapDocument read = reader.read(Samples.bytes(text));

        Finding finding = read.findings().get(0);

        assertTrue(
                finding.code() == FindingCode.NOT_WELL_FORMED || finding.code() == FindingCode.NOT_CAP,
                finding::toString);
    }

    @Test
    void charactersOnlyXmlElevenKnowsAreAFinding() {
        String document =
                Samples.xml().replace("version=\"1.0\"", "version=\"1.1\"").replace("Quake", "Qu&#1;ake");

        CapDocument read = reader.read(Samples.bytes(document));

        assertTrue(read.alert().isEmpty());
        assertTrue(
                read.errors().stream()
                        .anyMatch(f ->
                                f.code() == FindingCode.CHARACTER_FORBIDDEN || f.code() == FindingCode.NOT_WELL_FORMED),
                read.errors()::toString);
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CapLimits(0, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CapLimits(1, 1, 1, 1, 0));
    }

    private void assertRefused(FindingCode code, byte[] document) {
        CapDocument read = reader.read(document);

        assertEquals(code, read.findings().get(0).code(), read.findings()::toString);
        assertTrue(read.salvaged().isEmpty());
    }

    /** Gives spaces for ever and counts them. */
    private static final class EndlessSpaces extends InputStream {
        private int given;

        @Override
        public int read() {
            given++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) ' ');
            given += length;
            return length;
        }
    }
}
