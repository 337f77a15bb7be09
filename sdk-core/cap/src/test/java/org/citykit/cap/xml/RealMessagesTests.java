package org.citykit.cap.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.cap.Alert;
import org.citykit.cap.Finding;
import org.citykit.cap.FindingCode;
import org.citykit.cap.SharedData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Messages from the field and from the standard's appendices, as data. */
class RealMessagesTests {
    private static final Set<String> BROKEN = Set.of("invalid.cap", "canada_errors.cap", "noaa_errors.cap", "xee.cap");

    @TestFactory
    Stream<DynamicTest> validMessagesAreNeverRefusedAndReadBackEqual() throws IOException {
        return messages()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    CapDocument document = new CapReader().read(Files.readAllBytes(file));

                    assertEquals(List.of(), document.errors());
                    Alert alert = document.alert().orElseThrow();
                    byte[] written = CapWriter.write(alert);
                    CapDocument again = new CapReader().read(written);
                    assertEquals(List.of(), again.errors());
                    assertEquals(alert, again.alert().orElseThrow());
                    assertArrayEquals(written, CapWriter.write(again.alert().orElseThrow()));
                }));
    }

    @Test
    void aMessageWithoutItsScopeIsFoundOut() throws IOException {
        assertEquals(List.of("element-missing /alert/scope"), errors("invalid.cap"));
    }

    @Test
    void anUpdateWithEmptyReferencesIsFoundOut() throws IOException {
        assertEquals(List.of("references-missing /alert/references"), errors("canada_errors.cap"));
    }

    @Test
    void everyFaultOfAMessageIsFoundAtOnce() throws IOException {
        assertEquals(
                List.of(
                        "word-unknown /alert/info/urgency",
                        "word-unknown /alert/info/severity",
                        "word-unknown /alert/info/certainty",
                        "polygon-malformed /alert/info/area/polygon[1]"),
                errors("noaa_errors.cap"));
    }

    @Test
    void entityAttacksAreRefusedByName() throws IOException {
        assertEquals(List.of("doctype-refused /"), errors("xee.cap"));
        assertEquals(List.of("doctype-refused /"), errors("xee.atom"));
    }

    @Test
    void signedMessagesAreKnownAsSigned() throws IOException {
        for (Path file : SharedData.files("cap/oasis-and-real", ".xml")) {
            if (file.getFileName().toString().startsWith("ipaws")) {
                assertEquals(1, new CapReader().read(Files.readAllBytes(file)).signatures(), file.toString());
            }
        }
    }

    @Test
    void feedsAndEnvelopesAreNoMessages() throws IOException {
        for (Path file : SharedData.files("cap/google", ".atom", ".rss", ".edxlde")) {
            List<Finding> findings =
                    new CapReader().read(Files.readAllBytes(file)).findings();

            assertEquals(1, findings.size(), file.toString());
            assertTrue(
                    Set.of(FindingCode.NOT_CAP, FindingCode.NOT_WELL_FORMED, FindingCode.DOCTYPE_REFUSED)
                            .contains(findings.get(0).code()),
                    findings::toString);
        }
    }

    static Stream<Path> messages() throws IOException {
        List<Path> google = SharedData.files("cap/google", ".cap");
        List<Path> others = SharedData.files("cap/oasis-and-real", ".xml");
        return Stream.concat(google.stream(), others.stream())
                .filter(f -> !BROKEN.contains(f.getFileName().toString()))
                .filter(f -> !f.getFileName().toString().contains("atom_feed"));
    }

    private static List<String> errors(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.folder("cap/google").resolve(file));
        return new CapReader()
                .read(bytes).errors().stream()
                        .map(f -> f.code().slug() + " " + f.path())
                        .toList();
    }
}
