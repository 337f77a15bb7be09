package org.citykit.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapTimeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-20",
                "2026-03-20T18:16:00",
                "2026-03-20T18:16:00Z",
                "2026-03-20T18:16:00.5+03:30",
                "2026-03-20T18:16:00,03:30",
                "2026-02-30T18:16:00+03:30",
                "2026-03-20T24:00:00+03:30",
                "2026-03-20T18:16:60+03:30",
                "2026-03-20T18:16:00+15:00",
                "2026-03-20T18:16:00+14:01",
                "0000-03-20T18:16:00+03:30",
                "۲۰۲۶-03-20T18:16:00+03:30"
            })
    void anyOtherFormThanTheOneOfCapIsRefused(String text) {
        CapValueException refusal = assertThrows(CapValueException.class, () -> CapTime.parse(text));

        assertEquals(FindingCode.TIME_MALFORMED, refusal.code());
    }

    @Test
    void utcIsWrittenWithAMinusSign() {
        assertEquals(
                "2026-01-02T03:04:05-00:00", CapTime.format(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002-05-24T16:49:00-07:00", "2026-03-20T18:16:00+03:30", "0999-12-31T23:59:59-00:00"})
    void whatWasReadIsWrittenAgain(String text) {
        assertEquals(text, CapTime.format(CapTime.parse(text)));
    }

    @Test
    void aFractionOfASecondIsCutOffAndAnOffsetWithSecondsRefused() {
        OffsetDateTime precise = OffsetDateTime.parse("2026-03-20T18:16:00.999+03:25");
        OffsetDateTime local = OffsetDateTime.parse("2026-03-20T18:16:00+03:25:44");

        assertEquals(OffsetDateTime.parse("2026-03-20T18:16:00+03:25"), CapTime.normalize(precise));
        assertThrows(CapValueException.class, () -> CapTime.normalize(local));
    }
}
