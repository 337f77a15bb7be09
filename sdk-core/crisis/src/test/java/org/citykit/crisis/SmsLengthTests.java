package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.crisis.SmsLength.Encoding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLengthTests {
    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "160,1", "161,2", "306,2", "307,3", "1530,10", "1531,11"})
    void latinTextsAreSplitAfter153Septets(int length, int segments) {
        assertEquals(new SmsLength(Encoding.GSM_7, length, segments), SmsLength.of("a".repeat(length)));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3"})
    void otherTextsAreSplitAfter67CodeUnits(int length, int segments) {
        assertEquals(new SmsLength(Encoding.UCS_2, length, segments), SmsLength.of("س".repeat(length)));
    }

    @Test
    void extensionCharactersCountTwiceAndAreNeverSplit() {
        assertEquals(new SmsLength(Encoding.GSM_7, 160, 1), SmsLength.of("€".repeat(80)));
        assertEquals(2, SmsLength.of("a".repeat(152) + "€" + "a".repeat(151)).segments());
        assertEquals(3, SmsLength.of("a".repeat(152) + "€" + "a".repeat(152)).segments());
    }

    @Test
    void surrogatePairsAreNeverSplit() {
        assertEquals(2, SmsLength.of("س".repeat(66) + "😜" + "س".repeat(65)).segments());
        assertEquals(3, SmsLength.of("س".repeat(66) + "😜" + "س".repeat(66)).segments());
    }

    @ParameterizedTest
    @CsvSource({"ç", "`", "‘", "\u2068", "\u202F", "\u00A0", "–"})
    void charactersOutsideTheAlphabetTakeUcs2(String character) {
        assertEquals(Encoding.UCS_2, SmsLength.of("a" + character).encoding());
    }

    @TestFactory
    Stream<DynamicTest> theVectorsOfAPublicCalculatorAreMet() throws IOException {
        String json = Files.readString(SharedData.file("sms/twilio-segments.json"), StandardCharsets.UTF_8);
        Matcher vector = Pattern.compile(
                        "\"testDescription\": \"([^\"]*)\",\\s*\"body\": \"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"encoding\": \"([^\"]*)\",\\s*\"segments\": (\\d+)")
                .matcher(json);
        List<DynamicTest> tests = new ArrayList<>();
        while (vector.find()) {
            String body = unescaped(vector.group(2));
            Encoding encoding = vector.group(3).equals("GSM-7") ? Encoding.GSM_7 : Encoding.UCS_2;
            int segments = Integer.parseInt(vector.group(4));
            tests.add(DynamicTest.dynamicTest(vector.group(1), () -> {
                assertEquals(encoding, SmsLength.of(body).encoding());
                assertEquals(segments, SmsLength.of(body).segments());
            }));
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static String unescaped(String json) {
        return Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(json)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
