package org.citykit.cap.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.citykit.cap.Alert;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.Area;
import org.citykit.cap.Category;
import org.citykit.cap.Finding;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Info;
import org.citykit.cap.MessageType;
import org.citykit.cap.NamedValue;
import org.citykit.cap.Point;
import org.citykit.cap.Polygon;
import org.citykit.cap.Reference;
import org.citykit.cap.Resource;
import org.citykit.cap.Samples;
import org.citykit.cap.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapCheckTests {
    @Test
    void anIdentifierOrSenderThatBreaksReferencesIsAnError() {
        for (String bad : List.of("a b", "a,b", "a<b", "a&b", "a\tb")) {
            assertFound(Samples.alert().identifier(bad).build(), "identifier-characters /alert/identifier");
            assertFound(Samples.alert().sender(bad).build(), "sender-characters /alert/sender");
        }
    }

    @Test
    void scopeRestrictionAndAddressesMustFit() {
        assertFound(Samples.alert().restriction("staff").build(), "restriction-unused /alert/restriction");
        assertFound(Samples.alert().scope(Scope.RESTRICTED).build(), "restriction-missing /alert/restriction");
        assertFound(Samples.alert().scope(Scope.PRIVATE).build(), "addresses-missing /alert/addresses");
        assertFound(Samples.alert().scope(Scope.RESTRICTED).restriction("staff").build());
        assertFound(
                Samples.alert().scope(Scope.PRIVATE).addresses(List.of("a@b")).build());
    }

    @Test
    void everyTypeButAlertMustReferToAnEarlierMessage() {
        assertFound(Samples.alert().messageType(MessageType.UPDATE).build(), "references-missing /alert/references");
        assertFound(Samples.alert().messageType(MessageType.CANCEL).build(), "references-missing /alert/references");
        assertFound(Samples.alert().messageType(MessageType.ACK).build(), "references-missing /alert/references");
        assertFound(
                Samples.alert().messageType(MessageType.ERROR).note("why").build(),
                "references-missing /alert/references");
    }

    @Test
    void aMessageCannotReferToItselfNorWellToALaterOne() {
        Alert.Builder update = Samples.alert().messageType(MessageType.UPDATE);
        Reference self = Reference.to(update.build());
        Reference later = new Reference("x", "y", Samples.SENT.plusSeconds(1));

        assertFound(update.references(List.of(self)).build(), "reference-to-self /alert/references");
        assertFound(update.references(List.of(later)).build(), "reference-from-later /alert/references");
    }

    @Test
    void anExerciseAndARefusalShouldExplainThemselves() {
        Reference earlier = new Reference("x", "y", Samples.SENT);

        assertFound(Samples.alert().status(AlertStatus.EXERCISE).build(), "exercise-without-note /alert/note");
        assertFound(
                Samples.alert()
                        .messageType(MessageType.ERROR)
                        .references(List.of(earlier))
                        .build(),
                "error-without-note /alert/note");
    }

    @Test
    void anAlertThatTellsNothingIsAWarning() {
        assertFound(Samples.alert().infos(List.of()).build(), "info-missing /alert/info");
    }

    @Test
    void expiryMustNotLieBeforeSendingOrBeginning() {
        Info.Builder info = Samples.info("en", "x");

        assertFound(of(info.expires(Samples.SENT.minusSeconds(1)).build()), "expires-before-sent /alert/info/expires");
        assertFound(of(info.expires(Samples.SENT).build()));
        assertFound(
                of(info.expires(Samples.SENT.plusHours(1))
                        .onset(Samples.SENT.plusHours(2))
                        .build()),
                "expires-before-start /alert/info/expires");
    }

    @Test
    void theSecondBlockIsNamedByItsNumber() {
        Info wrong = Samples.info("en", "x").web("tehran.example/1").build();
        Alert alert = Samples.alert()
                .infos(List.of(Samples.info("fa", "ی").build(), wrong))
                .build();

        assertFound(alert, "web-not-absolute /alert/info[2]/web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.x.example", "/path", "http://a b", "://", "#x"})
    void aWebAddressMustBeAbsolute(String web) {
        assertFound(of(Samples.info("en", "x").web(web).build()), "web-not-absolute /alert/info/web");
    }

    @Test
    void blocksOfOneMessageShouldSpeakOfOneEvent() {
        Info first = Samples.info("fa", "ی").build();
        Info otherCategory =
                Samples.info("en", "x").categories(List.of(Category.MET)).build();
        Info otherCode = Samples.info("en", "x")
                .eventCodes(List.of(new NamedValue("SAME", "FFW")))
                .build();

        assertFound(
                Samples.alert().infos(List.of(first, otherCategory)).build(),
                "categories-differ /alert/info[2]/category");
        assertFound(
                Samples.alert().infos(List.of(first, otherCode)).build(),
                "event-codes-differ /alert/info[2]/eventCode");
    }

    @Test
    void theSameTextUnderTwoLanguagesIsAWarningButNotUnderTwoRegions() {
        Info english = Samples.info("en", "Quake").build();
        Info german = Samples.info("de", "Quake").build();
        Info british = Samples.info("en-GB", "Quake").build();

        assertFound(
                Samples.alert().infos(List.of(english, german)).build(),
                "same-text-in-two-languages /alert/info[2]/headline");
        assertFound(Samples.alert().infos(List.of(english, british)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>now</b>", "a<br />b", "x </p>", "<!-- hidden -->"})
    void tagsInATextAreAWarning(String text) {
        assertFound(of(Samples.info("en", text).build()), "text-has-markup /alert/info/headline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a &lt; b", "&amp;", "x&#1234;y", "&#x2F;", "R&nbsp;D"})
    void characterReferencesInATextAreAWarning(String text) {
        assertFound(of(Samples.info("en", text).build()), "text-has-entities /alert/info/headline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 < 5 > 1", "R&D; more", "a & b;", "<-- that way", "x <3", "wind >50 & gusts; rain", "&;"})
    void plainSignsAreNoMarkup(String text) {
        Alert alert = of(Samples.info("en", text).build());

        assertEquals(List.of(), CapCheck.check(alert));
    }

    @Test
    void resourcesAreHeldAgainstTheirRules() {
        assertFound(with(picture().mimeType("png")), "mime-type-malformed /alert/info/resource/mimeType");
        assertFound(with(picture().mimeType("pictures/png")), "mime-type-malformed /alert/info/resource/mimeType");
        assertFound(with(picture().mimeType("image/")), "mime-type-malformed /alert/info/resource/mimeType");
        assertFound(with(picture().mimeType("text/plain; charset=utf-8")));
        assertFound(with(picture().uri("map.png")), "uri-relative-without-content /alert/info/resource/uri");
        assertFound(with(picture().uri("map.png").derefUri("aGk=")));
        assertFound(with(picture().uri("http://[")), "uri-malformed /alert/info/resource/uri");
        assertFound(with(picture().derefUri("a deref uri")), "deref-uri-not-base64 /alert/info/resource/derefUri");
        assertFound(with(picture().derefUri("aGk")), "deref-uri-not-base64 /alert/info/resource/derefUri");
        assertFound(with(picture().derefUri("aG=k")), "deref-uri-not-base64 /alert/info/resource/derefUri");
        assertFound(with(picture().derefUri("====")), "deref-uri-not-base64 /alert/info/resource/derefUri");
        assertFound(with(picture().digest("a digest")), "digest-malformed /alert/info/resource/digest");
        assertFound(
                with(Resource.builder().description("Map").mimeType("image/png")),
                "resource-without-content /alert/info/resource");
    }

    @Test
    void aCeilingNeedsAnAltitudeBelowIt() {
        assertFound(with(Samples.area().ceiling(100.0)), "ceiling-without-altitude /alert/info/area/ceiling");
        assertFound(
                with(Samples.area().altitude(101.0).ceiling(100.0)), "ceiling-below-altitude /alert/info/area/ceiling");
        assertFound(with(Samples.area().altitude(100.0).ceiling(100.0)));
    }

    @Test
    void aBorderThatCrossesItselfIsAWarning() {
        assertFound(with(border("0,0 10,10 10,0 0,10 0,0")), "polygon-crosses-itself /alert/info/area/polygon");
        assertFound(with(border("0,0 0,10 10,10 10,4 -1,4 0,0")), "polygon-crosses-itself /alert/info/area/polygon");
        assertFound(with(border("5,5 5,5 5,5 5,5")), "polygon-without-area /alert/info/area/polygon");
        assertFound(with(border("1,1 2,2 3,3 1,1")), "polygon-without-area /alert/info/area/polygon");
    }

    @Test
    void aBorderAroundAHoleOrOverTheDateLineIsFine() {
        assertFound(with(border("0,0 0,9 9,9 9,0 0,0 3,3 6,3 6,6 3,6 3,3 0,0")));
        assertFound(with(border("50,170 60,175 62,-170 52,-165 48,178 50,170")));
    }

    @Test
    void aBorderMadeToCostTimeIsGivenUpAfterABoundedAmountOfWork() {
        List<Point> zigzag = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            zigzag.add(new Point(i % 2 == 0 ? 0 : 80, i / 200.0));
        }
        zigzag.add(new Point(-1, 101));
        zigzag.add(new Point(-1, -1));
        zigzag.add(zigzag.get(0));

        assertFound(
                with(Samples.area().polygons(List.of(new Polygon(zigzag)))),
                "polygon-not-examined /alert/info/area/polygon");
    }

    @Test
    void aFullMessageHasNothingToReport() {
        assertFound(Samples.full().toBuilder()
                .infos(List.of(Samples.full().infos().get(0).toBuilder()
                        .headline("Flood")
                        .build()))
                .build());
    }

    @Test
    void warningsAndErrorsAreToldApart() {
        assertEquals(Finding.Level.WARNING, FindingCode.POLYGON_CROSSES_ITSELF.level());
        assertEquals(Finding.Level.ERROR, FindingCode.POLYGON_OPEN.level());
    }

    private static Resource.Builder picture() {
        return Resource.builder().description("Map").mimeType("image/png").uri("https://x.example/m.png");
    }

    private static Area.Builder border(String polygon) {
        return Samples.area().polygons(List.of(Polygon.parse(polygon)));
    }

    private static Alert with(Resource.Builder resource) {
        return of(Samples.info("en", "x").resources(List.of(resource.build())).build());
    }

    private static Alert with(Area.Builder area) {
        return of(Samples.info("en", "x").areas(List.of(area.build())).build());
    }

    private static Alert of(Info info) {
        return Samples.alert().infos(List.of(info)).build();
    }

    private static void assertFound(Alert alert, String... expected) {
        List<String> found = CapCheck.check(alert).stream()
                .map(f -> f.code().slug() + " " + f.path())
                .toList();

        assertEquals(List.of(expected), found);
    }
}
