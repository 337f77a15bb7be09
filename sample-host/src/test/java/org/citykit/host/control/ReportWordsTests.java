package org.citykit.host.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWordsTests {
    @ParameterizedTest
    @CsvSource({
        "en, 1, 1 min ago",
        "en, 7, 7 min ago",
        "fa, 2, ۲ دقیقه پیش",
        "fa, 11, ۱۱ دقیقه پیش",
        "ar, 2, قبل دقيقتين",
        "ar, 7, قبل ٧ دقائق",
        "ar, 11, قبل ١١ دقيقة",
        "ar, 103, قبل ١٠٣ دقائق"
    })
    void aNumberOfMinutesHasTheFormOfItsLanguage(String language, long minutes, String expected) {
        assertEquals(expected, ReportWords.of(Locale.forLanguageTag(language)).count("minutes-ago", minutes));
    }
}
