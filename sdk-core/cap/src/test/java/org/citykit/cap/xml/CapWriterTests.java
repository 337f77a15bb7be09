package org.citykit.cap.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.citykit.cap.Alert;
import org.citykit.cap.Info;
import org.citykit.cap.Samples;
import org.junit.jupiter.api.Test;

class CapWriterTests {
    private static final String EXPECTED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>tehran-0001</identifier>
              <sender>alerts@tehran.example</sender>
              <sent>2026-03-20T18:16:00+03:30</sent>
              <status>Exercise</status>
              <msgType>Update</msgType>
              <source>Seismology desk</source>
              <scope>Restricted</scope>
              <restriction>Crisis staff</restriction>
              <addresses>one@tehran.example "two words"</addresses>
              <code>profile:example:1.0</code>
              <note>Exercise Nowruz</note>
              <references>alerts@tehran.example,tehran-0000,2026-03-20T17:16:00+03:30 \
            alerts@tehran.example,tehran-000x,2026-03-20T16:16:00+03:30</references>
              <incidents>quake "dam watch"</incidents>
              <info>
                <language>en-GB</language>
                <category>Geo</category>
                <category>Safety</category>
                <event>Earthquake (en-GB)</event>
                <responseType>Shelter</responseType>
                <urgency>Immediate</urgency>
                <severity>Severe</severity>
                <certainty>Observed</certainty>
                <audience>Residents</audience>
                <eventCode>
                  <valueName>SAME</valueName>
                  <value>EQW</value>
                </eventCode>
                <effective>2026-03-20T18:16:00+03:30</effective>
                <onset>2026-03-20T18:21:00+03:30</onset>
                <expires>2026-03-20T20:16:00+03:30</expires>
                <senderName>City of Tehran</senderName>
                <headline>Flood &amp; "quake" &lt;both&gt;
            second line</headline>
                <description>Strong shaking 🌍 ]]&gt; was felt.</description>
                <instruction>Drop, cover, hold on.</instruction>
                <web>https://tehran.example/alerts/1?a=1&amp;b=2</web>
                <contact>137</contact>
                <parameter>
                  <valueName>magnitude</valueName>
                  <value>5.1</value>
                </parameter>
                <parameter>
                  <valueName>empty</valueName>
                  <value></value>
                </parameter>
                <resource>
                  <resourceDesc>Map</resourceDesc>
                  <mimeType>image/png</mimeType>
                  <size>12</size>
                  <uri>map.png</uri>
                  <derefUri>aGVsbG8gd29ybGQ=</derefUri>
                  <digest>2aae6c35c94fcfb415dbe95f408b9ce91ee846ed</digest>
                </resource>
                <area>
                  <areaDesc>District 12</areaDesc>
                  <polygon>35.66,51.41 35.69,51.41 35.69,51.45 35.66,51.45 35.66,51.41</polygon>
                  <circle>35.675,51.43 1.5</circle>
                  <geocode>
                    <valueName>ISO3166-2</valueName>
                    <value>IR-23</value>
                  </geocode>
                  <altitude>-12.5</altitude>
                  <ceiling>4000</ceiling>
                </area>
              </info>
            </alert>
            """;

    @Test
    void everyElementIsWrittenInTheOrderOfTheSchema() {
        String written = new String(CapWriter.write(Samples.full()), StandardCharsets.UTF_8);

        assertEquals(EXPECTED, written);
    }

    @Test
    void theSameAlertGivesTheSameBytesUnderEveryLocale() {
        Locale before = Locale.getDefault();
        byte[] expected = Samples.bytes(EXPECTED);
        try {
            for (String tag :
                    List.of("fa-IR-u-ca-persian-nu-arabext", "ar-SA-u-ca-islamic-umalqura-nu-arab", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertArrayEquals(expected, CapWriter.write(Samples.full()), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatWasWrittenReadsBackEqual() {
        for (Alert alert : List.of(
                Samples.full(),
                Samples.alert().build(),
                Samples.alert().infos(List.of()).build())) {
            CapDocument document = new CapReader().read(CapWriter.write(alert));

            assertEquals(alert, document.salvaged().orElseThrow());
            assertArrayEquals(
                    CapWriter.write(alert), CapWriter.write(document.salvaged().orElseThrow()));
        }
    }

    @Test
    void textsOfEveryScriptAndSignSurvive() {
        List<String> texts = List.of(
                "الإنذار: زلزال ۱۲۳",
                "a\u200Fb\u2067c\u2069",
                "tab\there",
                "line\nline\n\nline",
                "\u00A0padded\u00A0",
                "&amp; <![CDATA[ x ]]> &#10;",
                "🏳️‍🌈\uD83D\uDE00",
                "\u0085\u2028");

        for (String text : texts) {
            Alert alert = Samples.alert()
                    .infos(List.of(Samples.info("ar", text).build()))
                    .build();
            Alert read = new CapReader().read(CapWriter.write(alert)).salvaged().orElseThrow();
            assertEquals(alert, read, text);
        }
    }

    @Test
    void utcIsWrittenAsTheStandardWantsIt() {
        OffsetDateTime noon = OffsetDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);
        Info info = Samples.info("en", "x").expires(noon.plusHours(1)).build();

        byte[] written =
                CapWriter.write(Samples.alert().sent(noon).infos(List.of(info)).build());

        CapDocument document = new CapReader().read(written);
        assertTrue(new String(written, StandardCharsets.UTF_8).contains("<sent>2026-01-01T12:00:00-00:00</sent>"));
        assertEquals(List.of(), document.findings());
    }

    @Test
    void aBlockWithoutALanguageIsWrittenWithoutOneAndMeansTheDefault() {
        Info info = Samples.info("en", "x").build();
        Info silent = new CapReader()
                .read(Samples.bytes(Samples.xml().replace("<language>fa</language>", "")))
                .alert()
                .orElseThrow()
                .infos()
                .get(0);

        assertTrue(info.language().isPresent());
        assertTrue(silent.language().isEmpty());
        assertEquals("en-US", silent.languageOrDefault());
    }
}
