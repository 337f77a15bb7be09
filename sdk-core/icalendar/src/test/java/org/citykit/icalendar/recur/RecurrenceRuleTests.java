package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.citykit.icalendar.recur.RecurrenceRuleException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRuleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0",
                "COUNT=3 | 0",
                "FREQ=FORTNIGHTLY | 5",
                "FREQ=DAILY;INTERVAL=0 | 20",
                "FREQ=DAILY;COUNT=0 | 17",
                "FREQ=DAILY;COUNT=99999999999 | 17",
                "FREQ=DAILY;COUNT=2;COUNT=3 | 19",
                "FREQ=DAILY;UNTIL=20260230 | 17",
                "FREQ=DAILY;BYMONTH=0 | 19",
                "FREQ=DAILY;BYMONTHDAY=0 | 22",
                "FREQ=DAILY;BYHOUR=24 | 18",
                "FREQ=DAILY;BYHOUR=1,,2 | 18",
                "FREQ=WEEKLY;BYDAY=XX | 18",
                "FREQ=WEEKLY;BYDAY=0MO | 18",
                "FREQ=DAILY;BYEASTER=1 | 11",
                "FREQ=DAILY;nonsense | 11",
            })
    void aMalformedRuleIsRefusedWithItsPosition(String text, int position) {
        RecurrenceRuleException refused = assertThrows(RecurrenceRuleException.class, () -> RecurrenceRule.parse(text));

        assertEquals(Reason.MALFORMED, refused.reason());
        assertEquals(position, refused.position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSCALE=ISLAMIC-RGSA;FREQ=YEARLY",
                "RSCALE=ISLAMIC;FREQ=YEARLY",
                "FREQ=MONTHLY;BYWEEKNO=20",
                "FREQ=YEARLY;BYWEEKNO=1;BYMONTHDAY=30"
            })
    void aRuleThatIsNotComputedIsRefusedAsUnsupported(String text) {
        RecurrenceRuleException refused = assertThrows(RecurrenceRuleException.class, () -> RecurrenceRule.parse(text));

        assertEquals(Reason.UNSUPPORTED, refused.reason());
    }

    @Test
    void lowerCaseSpacesAndATrailingSemicolonAreAccepted() {
        RecurrenceRule rule = RecurrenceRule.parse(" freq=weekly; byday=mo, -1su;");

        assertEquals("FREQ=WEEKLY;BYDAY=MO,-1SU", rule.toText());
    }

    @Test
    void aPartOfAPrivateNameDoesNotCostTheRule() {
        RecurrenceRule rule = RecurrenceRule.parse("FREQ=WEEKLY;X-APP-ID=a=b;BYDAY=MO");

        assertEquals("FREQ=WEEKLY;BYDAY=MO", rule.toText());
    }

    @Test
    void whatFormsLeaveEmptyAndSeparatorsInUntilDoNotCostTheRule() {
        RecurrenceRule rule = RecurrenceRule.parse("FREQ=WEEKLY;COUNT=;BYDAY=;UNTIL=2026-12-31T09:00:00Z;BYSETPOS=");

        assertEquals("FREQ=WEEKLY;UNTIL=20261231T090000Z", rule.toText());
    }

    @Test
    void everyPartSurvivesWriting() {
        String text = "RSCALE=PERSIAN;FREQ=YEARLY;UNTIL=20300101T000000Z;INTERVAL=2;BYSECOND=0,59;BYMINUTE=1;BYHOUR=2;"
                + "BYDAY=1SA,FR;BYMONTHDAY=-1,3;BYYEARDAY=5;BYMONTH=1,5L,12;BYSETPOS=-2,1;WKST=SA;SKIP=BACKWARD";

        assertEquals(text, RecurrenceRule.parse(text).toText());
        assertEquals(RecurrenceRule.parse(text), RecurrenceRule.parse(text.toLowerCase(java.util.Locale.ROOT)));
        assertTrue(RecurrenceRule.parse("FREQ=DAILY;COUNT=5").count().isPresent());
    }
}
