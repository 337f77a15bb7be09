package org.citykit.plugins.anniversaries;

import static org.citykit.plugins.anniversaries.Registry.LONDON;
import static org.citykit.plugins.anniversaries.Registry.SEOUL;
import static org.citykit.plugins.anniversaries.Registry.TEHRAN;
import static org.citykit.plugins.anniversaries.Registry.agreement;
import static org.citykit.plugins.anniversaries.Registry.date;
import static org.citykit.plugins.anniversaries.Registry.since;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Party;
import org.junit.jupiter.api.Test;

class WordingTests {
    private static final PartialDate DAY = PartialDate.of(1962, 5, 16);

    @Test
    void aNameThatALanguageLacksIsTheOriginal() throws Exception {
        Text title = Registry.of(agreement("seoul", TEHRAN, SEOUL, since(DAY)))
                .event("seoul/1962-05-16")
                .title();

        assertEquals(
                "سالگرد خواهرخواندگی تهران و Seoul (از ۱۹۶۲ میلادی)",
                title.texts().get("fa"));
    }

    @Test
    void namesAreTakenFromTheRegistryOfCities() throws Exception {
        Map<String, String> title = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(DAY)),
                        Registry.city("Q8684", Text.of("fa", "سئول")),
                        Registry.city("Q8684", Text.of("ar", "سيول")))
                .event("seoul/1962-05-16")
                .title()
                .texts();

        assertEquals("سالگرد خواهرخواندگی تهران و سئول (از ۱۹۶۲ میلادی)", title.get("fa"));
        assertEquals("ذكرى التآخي بين طهران وسيول (منذ ١٩٦٢)", title.get("ar"));
        assertEquals(
                "Anniversary of the sister-city partnership between Tehran and Seoul (since 1962)", title.get("en"));
    }

    @Test
    void jubileesCountInNativeDigits() throws Exception {
        Map<String, String> title = Registry.of(agreement("seoul", TEHRAN, SEOUL, since(PartialDate.year(1962))))
                .event("seoul/1962/60")
                .title()
                .texts();

        assertEquals("۶۰ سال خواهرخواندگی تهران و Seoul", title.get("fa"));
        assertEquals("٦٠ عامًا على التآخي بين طهران وSeoul", title.get("ar"));
        assertEquals("60 years of the sister-city partnership between Tehran and Seoul", title.get("en"));
    }

    @Test
    void arabicYearsAgreeWithTheirNumber() throws Exception {
        Registry registry = Registry.of(agreement("seoul", TEHRAN, SEOUL, since(PartialDate.year(1962))));

        assertTrue(arabic(registry, 10).startsWith("١٠ أعوام "));
        assertTrue(arabic(registry, 25).startsWith("٢٥ عامًا "));
        assertTrue(arabic(registry, 100).startsWith("١٠٠ عام "));
    }

    @Test
    void thePortalsMainLanguageComesFirstAndItsRegionDecidesOnDigits() throws Exception {
        Text title = Registry.of(agreement("seoul", TEHRAN, SEOUL, since(DAY)))
                .languages("de", "ar-MA", "en")
                .event("seoul/1962-05-16")
                .title();

        assertEquals(List.of("ar", "en", "fa"), title.tags());
        assertTrue(title.original().endsWith("(منذ 1962)"), title.original());
    }

    @Test
    void datesAreToldInTheirOwnCalendar() throws Exception {
        PartialDate persian = date(CalendarSystem.PERSIAN, 1372, 1, 27);

        Text description = Registry.of(agreement("london", TEHRAN, LONDON, since(persian)))
                .event("london/persian-1372-01-27")
                .description()
                .orElseThrow();

        assertEquals(
                "از ۲۷ فروردین ۱۳۷۲، به گفتهٔ شهرداری تهران.",
                description.texts().get("fa"));
        assertEquals(
                "Since 27 Farvardin 1372, according to City of Tehran.",
                description.texts().get("en"));
    }

    @Test
    void aDoubtfulDateSaysSoAndQuotesItsSource() throws Exception {
        PartialDate doubtful = new PartialDate(CalendarSystem.ISLAMIC_CIVIL, 1414, 0, 0, true, true, "um\n1993");

        Map<String, String> description = Registry.of(agreement("london", TEHRAN, LONDON, since(doubtful)))
                .event("london/islamic-civil-1414/10")
                .description()
                .orElseThrow()
                .texts();

        assertEquals(
                "Since 1414 AH, according to City of Tehran. The source doubts the date. The date is approximate."
                        + " «um 1993»",
                description.get("en"));
        assertTrue(description.get("fa").contains("از ۱۴۱۴ قمری"));
    }

    @Test
    void everyKindHasANameInEveryLanguage() throws Exception {
        for (AgreementKind kind : AgreementKind.values()) {
            Agreement agreement = Agreement.builder("x", kind)
                    .parties(TEHRAN, SEOUL)
                    .statements(since(DAY))
                    .build();

            assertEquals(
                    3,
                    Registry.of(agreement).event("x/1962-05-16").title().texts().size());
        }
    }

    @Test
    void ofManyPartiesTheFirstAreNamed() throws Exception {
        List<Party> parties = new ArrayList<>(List.of(TEHRAN, SEOUL, LONDON));
        for (int i = 0; i < 3; i++) {
            parties.add(Registry.party("Q9" + i, Text.of("en", "City " + i)));
        }
        Agreement agreement = Agreement.builder("x", AgreementKind.MUTUAL_AID)
                .parties(parties)
                .statements(since(DAY))
                .build();

        assertEquals(
                "Anniversary of the mutual-aid pact between Tehran, Seoul, London and 3 others (since 1962)",
                Registry.of(agreement).event("x/1962-05-16").title().texts().get("en"));
    }

    private static String arabic(Registry registry, int years) throws Exception {
        return registry.event("seoul/1962/" + years).title().texts().get("ar");
    }
}
