package org.citykit.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolygonTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2 3,4 1,2 | POLYGON_TOO_FEW_POINTS",
                "1,2 | POLYGON_TOO_FEW_POINTS",
                "1,2 3,4 5,6 7,8 | POLYGON_OPEN",
                "1,2 3,4 5,6 1,2.0001 | POLYGON_OPEN",
                "91,2 3,4 5,6 91,2 | COORDINATE_OUT_OF_RANGE",
                "1,2 3,-180.01 5,6 1,2 | COORDINATE_OUT_OF_RANGE",
                "1,2 3,4, 5,6 1,2 | POLYGON_MALFORMED",
                "1 2 3 4 | POLYGON_MALFORMED",
                "1,2,3 3,4 5,6 1,2,3 | POLYGON_MALFORMED",
                "1,2 3e0,4 5,6 1,2 | POLYGON_MALFORMED",
                "1,2 NaN,4 5,6 1,2 | POLYGON_MALFORMED",
                "1,2 0x1,4 5,6 1,2 | POLYGON_MALFORMED",
                "1,2 ۳,4 5,6 1,2 | POLYGON_MALFORMED",
                "1,2 .,4 5,6 1,2 | POLYGON_MALFORMED",
                "1,2 --3,4 5,6 1,2 | POLYGON_MALFORMED",
                "1,2 3f,4 5,6 1,2 | POLYGON_MALFORMED"
            })
    void aBorderThatCanNeverBeLegalIsRefusedWithItsReason(String text, FindingCode code) {
        CapValueException refusal = assertThrows(CapValueException.class, () -> Polygon.parse(text));

        assertEquals(code, refusal.code());
    }

    @Test
    void theRefusalNamesThePoint() {
        CapValueException refusal = assertThrows(CapValueException.class, () -> Polygon.parse("1,2 3,4 north,6 1,2"));

        assertTrue(refusal.getMessage().contains("Point 3"), refusal.getMessage());
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedWithoutBeingRead() {
        String hostile = "1," + "9".repeat(1_000_000) + " 1,2 3,4 1,2";

        CapValueException refusal = assertThrows(CapValueException.class, () -> Polygon.parse(hostile));

        assertTrue(refusal.getMessage().length() < 400, "the message repeats the input");
    }

    @Test
    void fiftyThousandPointsAreReadWithoutDeepStacks() {
        String text = "1,2 " + "3.5,4.5 ".repeat(50_000) + "1,2";

        assertEquals(50_002, Polygon.parse(text).points().size());
    }

    @Test
    void anyXmlWhiteSpaceSeparatesAndPlainDecimalsAreWritten() {
        Polygon polygon = Polygon.parse("\n -11.,+12.10\t0.00001,14.\r\n 15,16\n-11,12.1 ");

        assertEquals("-11,12.1 0.00001,14 15,16 -11,12.1", polygon.text());
    }

    @Test
    void aCircleNeedsACentreAndARadiusThatIsNotNegative() {
        assertEquals(FindingCode.CIRCLE_MALFORMED, circleCode("1,2"));
        assertEquals(FindingCode.CIRCLE_MALFORMED, circleCode("1,2 -3"));
        assertEquals(FindingCode.CIRCLE_MALFORMED, circleCode("1 2 3"));
        assertEquals(FindingCode.CIRCLE_MALFORMED, circleCode("1,2 3 4"));
        assertEquals(FindingCode.COORDINATE_OUT_OF_RANGE, circleCode("-90.5,2 3"));
        assertEquals("38.82,-122.812 0", Circle.parse("38.820,-122.812 0.0").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "2.0E-3", "1.0E23", "35.68923456789012", "0.3333333333333333", "4.9E-324", "-122.812"})
    void everyNumberIsWrittenWithoutExponentAndReadsBackTheSame(String literal) {
        double number = Double.parseDouble(literal);

        String text = CapDecimal.format(number);

        assertFalse(text.contains("E"), text);
        assertEquals(number, Double.parseDouble(text));
    }

    @Test
    void theShortestFormIsTakenOnEveryJdk() {
        assertEquals("0.002", CapDecimal.format(2.0e-3));
        assertEquals("100000000000000000000000", CapDecimal.format(Double.parseDouble("1.0E23")));
        assertEquals("100", CapDecimal.format(100));
    }

    @Test
    void zeroHasOneForm() {
        assertEquals(new Point(0, 0), Point.parse("-0,-0.0"));
        assertEquals("0,0", new Point(-0.0, 0).text());
    }

    private static FindingCode circleCode(String text) {
        return assertThrows(CapValueException.class, () -> Circle.parse(text)).code();
    }
}
