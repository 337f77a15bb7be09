package org.citykit.cap;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

/** Messages the tests share. */
public final class Samples {
    public static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-20T18:16:00+03:30");

    private Samples() {}

    public static Info.Builder info(String language, String headline) {
        return Info.builder()
                .language(language)
                .categories(List.of(Category.GEO, Category.SAFETY))
                .event("Earthquake (" + language + ")")
                .responseTypes(List.of(ResponseType.SHELTER))
                .urgency(Urgency.IMMEDIATE)
                .severity(Severity.SEVERE)
                .certainty(Certainty.OBSERVED)
                .eventCodes(List.of(new NamedValue("SAME", "EQW")))
                .expires(SENT.plusHours(2))
                .headline(headline)
                .areas(List.of(area().build()));
    }

    public static Area.Builder area() {
        return Area.builder()
                .description("District 12")
                .polygons(List.of(Polygon.parse("35.66,51.41 35.69,51.41 35.69,51.45 35.66,51.45 35.66,51.41")))
                .circles(List.of(Circle.parse("35.675,51.43 1.5")))
                .geocodes(List.of(new NamedValue("ISO3166-2", "IR-23")));
    }

    public static Alert.Builder alert() {
        return Alert.builder()
                .identifier("tehran-0001")
                .sender("alerts@tehran.example")
                .sent(SENT)
                .status(AlertStatus.ACTUAL)
                .messageType(MessageType.ALERT)
                .scope(Scope.PUBLIC)
                .infos(List.of(
                        info("fa", "زمین‌لرزه در منطقه ۱۲").build(),
                        info("en", "Earthquake in District 12").build()));
    }

    /** Every element of the standard at least once. */
    public static Alert full() {
        Resource picture = Resource.builder()
                .description("Map")
                .mimeType("image/png")
                .size(12L)
                .uri("map.png")
                .derefUri("aGVsbG8gd29ybGQ=")
                .digest("2aae6c35c94fcfb415dbe95f408b9ce91ee846ed")
                .build();
        Info full = info("en-GB", "Flood & \"quake\" <both>\nsecond line")
                .audience("Residents")
                .effective(SENT)
                .onset(SENT.plusMinutes(5))
                .senderName("City of Tehran")
                .description("Strong shaking 🌍 ]]> was felt.")
                .instruction("Drop, cover, hold on.")
                .web("https://tehran.example/alerts/1?a=1&b=2")
                .contact("137")
                .parameters(List.of(new NamedValue("magnitude", "5.1"), new NamedValue("empty", "")))
                .resources(List.of(picture))
                .areas(List.of(area().altitude(-12.5).ceiling(4000.0).build()))
                .build();
        return alert().messageType(MessageType.UPDATE)
                .status(AlertStatus.EXERCISE)
                .source("Seismology desk")
                .scope(Scope.RESTRICTED)
                .restriction("Crisis staff")
                .addresses(List.of("one@tehran.example", "two words"))
                .codes(List.of("profile:example:1.0"))
                .note("Exercise Nowruz")
                .references(List.of(
                        new Reference("alerts@tehran.example", "tehran-0000", SENT.minusHours(1)),
                        new Reference("alerts@tehran.example", "tehran-000x", SENT.minusHours(2))))
                .incidents(List.of("quake", "dam watch"))
                .infos(List.of(full))
                .build();
    }

    /** A legal message as text, to be broken by tests one fault at a time. */
    public static String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>tehran-0001</identifier>
                  <sender>alerts@tehran.example</sender>
                  <sent>2026-03-20T18:16:00+03:30</sent>
                  <status>Actual</status>
                  <msgType>Alert</msgType>
                  <scope>Public</scope>
                  <info>
                    <language>fa</language>
                    <category>Geo</category>
                    <event>زمین‌لرزه</event>
                    <urgency>Immediate</urgency>
                    <severity>Severe</severity>
                    <certainty>Observed</certainty>
                    <headline>تیتر</headline>
                  </info>
                  <info>
                    <language>en</language>
                    <category>Geo</category>
                    <event>Earthquake</event>
                    <urgency>Immediate</urgency>
                    <severity>Severe</severity>
                    <certainty>Observed</certainty>
                    <expires>2026-03-20T20:16:00+03:30</expires>
                    <headline>Quake</headline>
                    <web>https://tehran.example/1</web>
                    <resource>
                      <resourceDesc>Map</resourceDesc>
                      <mimeType>image/png</mimeType>
                      <uri>https://tehran.example/1.png</uri>
                    </resource>
                    <area>
                      <areaDesc>District 12</areaDesc>
                      <polygon>35.6,51.4 35.7,51.4 35.7,51.5 35.6,51.4</polygon>
                      <circle>35.7,51.4 2.5</circle>
                      <geocode><valueName>ISO3166-2</valueName><value>IR-23</value></geocode>
                      <altitude>100</altitude>
                      <ceiling>200</ceiling>
                    </area>
                  </info>
                </alert>
                """;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
