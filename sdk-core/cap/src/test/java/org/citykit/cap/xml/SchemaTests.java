package org.citykit.cap.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.citykit.cap.Alert;
import org.citykit.cap.FollowUp;
import org.citykit.cap.Samples;
import org.citykit.cap.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schema of OASIS as a second judge: it accepts what we write, and what it refuses our reader refuses too. */
class SchemaTests {
    private static final int ROUNDS = 4_000;

    private Schema schema;

    @BeforeEach
    void readTheSchema() throws SAXException {
        Path xsd = SharedData.folder("xsd").resolve("CAP-v1.2.xsd");
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        schema = factory.newSchema(xsd.toFile());
    }

    @Test
    void theSchemaAcceptsWhateverIsWritten() throws IOException {
        Alert first = Samples.alert().build();
        List<Alert> alerts = new ArrayList<>(List.of(
                first,
                Samples.full(),
                Samples.alert().infos(List.of()).build(),
                FollowUp.update(first, "b", Samples.SENT.plusHours(1)).build(),
                FollowUp.cancel(first, "c", Samples.SENT.plusHours(1)).build(),
                FollowUp.allClear(first, "d", Samples.SENT.plusHours(1)).build()));
        for (Path file : RealMessagesTests.messages().toList()) {
            alerts.add(new CapReader().read(Files.readAllBytes(file)).alert().orElseThrow());
        }

        for (Alert alert : alerts) {
            assertEquals(Optional.empty(), complaint(CapWriter.write(alert)), alert.identifier());
        }
    }

    @Test
    void whatTheSchemaRefusesTheReaderRefusesToo() throws IOException {
        List<String> lines = new String(CapWriter.write(Samples.full()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Random random = new Random(12);
        int refused = 0;

        for (int round = 0; round < ROUNDS; round++) {
            String mutant = mutate(lines, random);
            Optional<String> complaint = complaint(Samples.bytes(mutant));
            if (complaint.isPresent()) {
                refused++;
                CapDocument document = new CapReader().read(Samples.bytes(mutant));
                assertTrue(document.alert().isEmpty(), () -> complaint.get() + "\n" + mutant);
            }
        }

        assertTrue(refused > ROUNDS / 4, "too few mutants were broken to say anything: " + refused);
    }

    /** Lines of the written form are elements: drop, double, swap, empty, rename, garble or shift one. */
    private static String mutate(List<String> lines, Random random) {
        List<String> mutant = new ArrayList<>(lines);
        int at = 2 + random.nextInt(lines.size() - 3);
        String line = mutant.get(at);
        int open = line.indexOf('>') + 1;
        int close = line.lastIndexOf("</");
        String before = line.substring(0, Math.max(open, 0));
        String after = close < 0 ? "" : line.substring(close);
        boolean leaf = open > 0 && close >= open;
        String[] values = {
            "",
            " ",
            "x",
            "1",
            "-1",
            "1.5",
            "Alert",
            " Alert ",
            "2026-03-20T18:16:00Z",
            "2026-13-20T18:16:00-00:00",
            "<b/>",
            "a<b>c</b>",
            "+7",
            "1e3",
            "en_US",
            "http://[",
            "1,2 3,4 5,6 1,2"
        };
        switch (random.nextInt(7)) {
            case 0 -> mutant.remove(at);
            case 1 -> mutant.add(at, line);
            case 2 -> mutant.add(2 + random.nextInt(lines.size() - 3), mutant.remove(at));
            case 3 -> mutant.set(at, line.replaceFirst("<([a-z])", "<$1 lang='x' "));
            case 4 -> mutant.set(at, line + "stray");
            default -> mutant.set(at, leaf ? before + values[random.nextInt(values.length)] + after : line);
        }
        return String.join("\n", mutant);
    }

    private Optional<String> complaint(byte[] document) throws IOException {
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new Thrower());
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Every complaint ends the validation. */
    private static final class Thrower implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
