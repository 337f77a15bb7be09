package org.citykit.cap.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.citykit.cap.Alert;
import org.citykit.cap.Certainty;
import org.citykit.cap.Finding;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Info;
import org.citykit.cap.NamedValue;
import org.citykit.cap.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapReaderTests {
    private final CapReader reader = new CapReader();

    /** One fault at a time: what is replaced by what gives which error at which path. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<scope>Public</scope> |  | element-missing /alert/scope",
                "<identifier>tehran-0001</identifier> |  | element-missing /alert/identifier",
                "<identifier>tehran-0001</identifier> | <identifier> </identifier> | text-blank /alert/identifier",
                "<status>Actual</status> | <status>actual</status> | word-unknown /alert/status",
                "<status>Actual</status> | <status> Actual</status> | word-unknown /alert/status",
                "<msgType>Alert</msgType> | <msgType>Warning</msgType> | word-unknown /alert/msgType",
                "<msgType>Alert</msgType> | <msgType>Alert</msgType><msgType>Alert</msgType> | element-repeated /alert/msgType[2]",
                "<sent>2026 | <sent>26 | time-malformed /alert/sent",
                "+03:30</sent> | Z</sent> | time-malformed /alert/sent",
                "+03:30</expires> | </expires> | time-malformed /alert/info[2]/expires",
                "<scope>Public</scope> | <scope>Public</scope><source>x</source> | element-out-of-order /alert/source",
                "<scope>Public</scope> | <scope>Public</scope><password>x</password> | element-unknown /alert/password",
                "<scope>Public</scope> | <scope>Public</scope><x:note xmlns:x='urn:x'>x</x:note> | element-unknown /alert/note",
                "<scope>Public</scope> | <scope>Public<b/></scope> | element-unknown /alert/scope/b",
                "<scope>Public</scope> | <scope kind='x'>Public</scope> | attribute-unknown /alert/scope",
                "<scope>Public</scope> | <scope>Public</scope>and so on | stray-text /alert",
                "<scope>Public</scope> | <scope>Public</scope><references>a,b</references> | reference-malformed /alert/references",
                "<scope>Public</scope> | <scope>Public</scope><addresses>\"a</addresses> | group-malformed /alert/addresses",
                "<event>Earthquake</event> |  | element-missing /alert/info[2]/event",
                "<event>Earthquake</event> | <event/> | text-blank /alert/info[2]/event",
                "<language>fa</language> | <language>f_a</language> | language-malformed /alert/info[1]/language",
                "<mimeType>image/png</mimeType> |  | element-missing /alert/info[2]/resource/mimeType",
                "<mimeType>image/png</mimeType> | <mimeType>png</mimeType> | mime-type-malformed /alert/info[2]/resource/mimeType",
                "<uri>https://tehran.example/1.png</uri> | <size>many</size> | number-malformed /alert/info[2]/resource/size",
                "<uri>https://tehran.example/1.png</uri> | <size>-1</size> | number-malformed /alert/info[2]/resource/size",
                "<uri>https://tehran.example/1.png</uri> | <size>99999999999999999999</size> | number-malformed /alert/info[2]/resource/size",
                "<uri>https://tehran.example/1.png</uri> | <uri>1.png</uri> | uri-relative-without-content /alert/info[2]/resource/uri",
                "<areaDesc>District 12</areaDesc> |  | element-missing /alert/info[2]/area/areaDesc",
                "35.6,51.4</polygon> | 35.6,51.5</polygon> | polygon-open /alert/info[2]/area/polygon",
                "35.7,51.5 35.6,51.4</polygon> | </polygon> | polygon-too-few-points /alert/info[2]/area/polygon",
                "35.7,51.5 35.6 | 95.7,51.5 35.6 | coordinate-out-of-range /alert/info[2]/area/polygon",
                "35.7,51.4 2.5</circle> | 35.7,51.4</circle> | circle-malformed /alert/info[2]/area/circle",
                "<value>IR-23</value> |  | element-missing /alert/info[2]/area/geocode/value",
                "<valueName>ISO3166-2</valueName> | <valueName/> | text-blank /alert/info[2]/area/geocode/valueName",
                "<altitude>100</altitude> |  | ceiling-without-altitude /alert/info[2]/area/ceiling",
                "<altitude>100</altitude> | <altitude>1e2</altitude> | number-malformed /alert/info[2]/area/altitude",
                "<ceiling>200</ceiling> | <ceiling>20</ceiling> | ceiling-below-altitude /alert/info[2]/area/ceiling",
                "https://tehran.example/1</web> | tehran.example/1</web> | web-not-absolute /alert/info[2]/web",
                "<scope>Public</scope> | <scope>Private</scope> | addresses-missing /alert/addresses",
                "<scope>Public</scope> | <scope>Public</scope><restriction>x</restriction> | restriction-unused /alert/restriction",
                "<msgType>Alert</msgType> | <msgType>Cancel</msgType> | references-missing /alert/references",
                "<expires>2026-03-20T20 | <expires>2026-03-20T10 | expires-before-sent /alert/info[2]/expires",
                "<identifier>tehran-0001 | <identifier>tehran 0001 | identifier-characters /alert/identifier",
                "</alert> | | not-well-formed /alert",
                "cap:1.2 | cap:2.0 | not-cap /alert",
                "<alert xmlns | <warning xmlns | not-well-formed /warning"
            })
    void aSingleFaultGivesItsErrorAtItsPath(String found, String replacement, String expected) {
        String broken = Samples.xml().replace(found, replacement == null ? "" : replacement);

        CapDocument document = reader.read(Samples.bytes(broken));

        assertTrue(
                slugs(document.errors()).contains(expected),
                () -> document.errors().toString());
        assertTrue(document.alert().isEmpty());
    }

    @Test
    void aSingleFaultGivesNoOtherError() {
        String broken = Samples.xml().replace("35.6,51.4</polygon>", "35.6,51.5</polygon>");

        CapDocument document = reader.read(Samples.bytes(broken));

        assertEquals(List.of("polygon-open /alert/info[2]/area/polygon"), slugs(document.findings()));
    }

    @Test
    void whatFollowsFromABrokenElementIsNotReportedTwice() {
        String broken = Samples.xml()
                .replace("<msgType>Alert", "<msgType>Update")
                .replace("<scope>Public</scope>", "<scope>Public</scope><references>x</references>");

        CapDocument document = reader.read(Samples.bytes(broken));

        assertEquals(List.of("reference-malformed /alert/references"), slugs(document.findings()));
    }

    @Test
    void findingsOfTheCheckHaveLineAndColumn() {
        String broken = Samples.xml().replace("<ceiling>200", "<ceiling>20");
        long linesBefore =
                broken.substring(0, broken.indexOf("<ceiling>")).lines().count();

        Finding finding = reader.read(Samples.bytes(broken)).errors().get(0);

        assertEquals(linesBefore, finding.position().orElseThrow().line());
    }

    @Test
    void partsLeftOutDoNotShiftThePathsOfTheRest() {
        String first = "<area><areaDesc/></area>";
        String second = "<area><areaDesc>B</areaDesc><ceiling>5</ceiling></area>";
        String broken = Samples.xml().replace("</area>", "</area>" + first + second);

        CapDocument document = reader.read(Samples.bytes(broken));

        assertEquals(
                List.of(
                        "text-blank /alert/info[2]/area[2]/areaDesc",
                        "ceiling-without-altitude /alert/info[2]/area[3]/ceiling"),
                slugs(document.errors()));
    }

    @Test
    void whatCanBeReadIsSalvagedButNeverPassedAsWhole() {
        CapDocument document =
                reader.read(Samples.bytes(Samples.xml().replace("35.6,51.4</polygon>", "35.6,51.5</polygon>")));

        Alert salvaged = document.salvaged().orElseThrow();

        assertEquals(Optional.empty(), document.alert());
        assertEquals(1, salvaged.infos().get(1).areas().get(0).circles().size());
        assertEquals(List.of(), salvaged.infos().get(1).areas().get(0).polygons());
    }

    @Test
    void infoBlocksAreCheckedEvenWhereTheAlertIsIncomplete() {
        String broken = Samples.xml().replace("<scope>Public</scope>", "").replace("<ceiling>200", "<ceiling>20");

        CapDocument document = reader.read(Samples.bytes(broken));

        assertEquals(
                List.of("element-missing /alert/scope", "ceiling-below-altitude /alert/info[2]/area/ceiling"),
                slugs(document.errors()));
    }

    @Test
    void aLegalMessageIsReadWhole() {
        CapDocument document = reader.read(Samples.bytes(Samples.xml()));

        Alert alert = document.alert().orElseThrow();

        assertEquals(List.of(), document.findings());
        assertEquals(Optional.of(CapVersion.V1_2), document.version());
        assertEquals(Samples.SENT, alert.sent());
        assertEquals("زمین‌لرزه", alert.infos().get(0).event());
        assertEquals(
                List.of(new NamedValue("ISO3166-2", "IR-23")),
                alert.infos().get(1).areas().get(0).geocodes());
    }

    @Test
    void emptyOptionalElementsAreReportedAndCountAsAbsent() {
        CapDocument document = reader.read(
                Samples.bytes(Samples.xml().replace("<headline>Quake</headline>", "<headline> </headline>")));

        Info info = document.alert().orElseThrow().infos().get(1);

        assertEquals(Optional.empty(), info.headline());
        assertEquals(List.of("element-empty /alert/info[2]/headline"), slugs(document.findings()));
    }

    @Test
    void utcWrittenWithAPlusIsReadWithAWarning() {
        CapDocument document = reader.read(Samples.bytes(Samples.xml().replace("+03:30", "+00:00")));

        assertTrue(document.alert().isPresent());
        assertEquals(
                List.of("time-utc-form /alert/sent", "time-utc-form /alert/info[2]/expires"),
                slugs(document.warnings()));
    }

    @Test
    void aSignatureIsCountedAndNotVerified() {
        String signature = "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:SignedInfo><ds:x>y</ds:x>"
                + "</ds:SignedInfo></ds:Signature>";

        CapDocument last = reader.read(Samples.bytes(Samples.xml().replace("</alert>", signature + "</alert>")));
        CapDocument early = reader.read(Samples.bytes(Samples.xml().replace("<info>", signature + "<info>")));
        CapDocument inside = reader.read(Samples.bytes(Samples.xml().replace("</area>", signature + "</area>")));

        assertEquals(1, last.signatures());
        assertTrue(last.alert().isPresent());
        assertEquals(2, early.signatures());
        assertTrue(slugs(early.errors()).contains("element-out-of-order /alert/info[1]"), early.errors()::toString);
        assertEquals(0, inside.signatures());
        assertTrue(slugs(inside.errors()).contains("element-unknown /alert/info[2]/area/Signature"));
    }

    @Test
    void olderVersionsAreReadAsTheNewestAndSaidSo() {
        String old = Samples.xml()
                .replace("urn:oasis:names:tc:emergency:cap:1.2", "http://www.incident.com/cap/1.0")
                .replace(
                        "<geocode><valueName>ISO3166-2</valueName><value>IR-23</value></geocode>",
                        "<geocode>ISO3166-2=IR-23</geocode>")
                .replace("<mimeType>image/png</mimeType>", "")
                .replace("+03:30</sent>", ".25Z</sent>")
                .replace("2026-03-20T20:16:00+03:30", "2026-03-20T20:16:00Z")
                .replace("Observed", "Very Likely");

        CapDocument document = reader.read(Samples.bytes(old));

        Info info = document.alert().orElseThrow().infos().get(1);
        assertEquals(Optional.of(CapVersion.V1_0), document.version());
        assertEquals(FindingCode.OLD_VERSION, document.warnings().get(0).code());
        assertEquals(Certainty.LIKELY, info.certainty());
        assertEquals("application/octet-stream", info.resources().get(0).mimeType());
        assertEquals(
                new NamedValue("ISO3166-2", "IR-23"),
                info.areas().get(0).geocodes().get(0));
    }

    @Test
    void theWordOfAnOldVersionIsAnErrorInTheNewest() {
        CapDocument document = reader.read(Samples.bytes(Samples.xml().replace("Observed", "Very Likely")));

        assertEquals(
                List.of("word-unknown /alert/info[1]/certainty", "word-unknown /alert/info[2]/certainty"),
                slugs(document.errors()));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void otherEncodingsAreRead(String name) {
        Charset charset = Charset.forName(name);
        String latin = Samples.xml()
                .replace("UTF-8", name.startsWith("UTF-16") ? "UTF-16" : name)
                .replace("زمین‌لرزه", "Séisme")
                .replace("تیتر", "Titre");
        byte[] bytes = name.equals("UTF-16LE") ? ("\uFEFF" + latin).getBytes(charset) : latin.getBytes(charset);

        CapDocument document = reader.read(bytes);

        assertEquals("Séisme", document.alert().orElseThrow().infos().get(0).event());
    }

    @Test
    void aStreamIsReadLikeItsBytes() throws IOException {
        byte[] bytes = Samples.xml().getBytes(StandardCharsets.UTF_8);

        assertEquals(reader.read(bytes), reader.read(new ByteArrayInputStream(bytes)));
    }

    private static List<String> slugs(List<Finding> findings) {
        return findings.stream().map(f -> f.code().slug() + " " + f.path()).toList();
    }
}
