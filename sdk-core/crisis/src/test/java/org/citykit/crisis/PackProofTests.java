package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackProofTests {
    private static final Parameter COUNT = Flood.parameter("count", Parameter.Type.COUNT, 0, 9, "1");
    private static final Parameter PLACE = Flood.parameter("place", Parameter.Type.PLACE, 1, 20, "Kan");
    private static final Parameter TIME = Flood.parameter("time", Parameter.Type.INSTANT, 0, 0, "2030-01-01T00:00Z");
    private static final Parameter PHONE = Flood.parameter("phone", Parameter.Type.PHONE, 0, 0, "110");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faultyTexts")
    void aFaultyTextIsRefusedWithItsReason(CrisisError code, String english, List<Parameter> parameters) {
        PlaybookBook book = Flood.book(Flood.playbook(Flood.firstMessage(), withEnglish(english, parameters)));

        List<PackProblem> problems =
                book.problems().stream().filter(p -> p.language().equals("en")).toList();
        assertEquals(
                List.of(code),
                problems.stream().map(PackProblem::code).distinct().toList(),
                problems::toString);
        assertEquals("faulty", problems.get(0).message());
        assertTrue(book.message(Flood.ID, "faulty").isEmpty());
        assertTrue(book.message(Flood.ID, "first").isPresent());
    }

    static List<Arguments> faultyTexts() {
        return List.of(
                faulty(CrisisError.TEMPLATE_SYNTAX, "Flood at {$place", PLACE),
                faulty(CrisisError.TEMPLATE_SYNTAX, "Flood at {place$} {$place}", PLACE),
                faulty(CrisisError.TEMPLATE_SYNTAX, ".input {$count :integer} .match $count one {{{$count}}}", COUNT),
                faulty(CrisisError.TEMPLATE_SYNTAX, "{#b}Flood{/b} at {$place}", PLACE),
                faulty(
                        CrisisError.TEMPLATE_HOLE,
                        ".input {$count :integer} .match $count 1 {{}} * {{{$count}}}",
                        COUNT),
                faulty(CrisisError.TEMPLATE_HOLE, "{$time :time style=full}", TIME),
                faulty(CrisisError.TEMPLATE_HOLE, "{$time :date length=tiny}", TIME),
                faulty(CrisisError.TEMPLATE_HOLE, "{$place :string case=upper}", PLACE),
                faulty(
                        CrisisError.TEMPLATE_HOLE,
                        ".input {$count :integer} .match $count 1 {{…}} * {{{$count}}}",
                        COUNT),
                faulty(CrisisError.PLACEHOLDER_LEFT, "Flood at ((place)) {$place}", PLACE),
                faulty(CrisisError.PLACEHOLDER_LEFT, "Flood at \\{place\\} {$place}", PLACE),
                faulty(CrisisError.PLACEHOLDER_LEFT, "XXX tons at {$place}", PLACE),
                faulty(CrisisError.PLACEHOLDER_LEFT, "{$place}: TBD", PLACE),
                faulty(CrisisError.PLACEHOLDER_LEFT, "{$place}: {|TBD|}", PLACE),
                faulty(
                        CrisisError.PLACEHOLDER_LEFT,
                        ".input {$count :integer} .match $count 7 {{TBD}} * {{{$count}}}",
                        COUNT),
                faulty(CrisisError.CHARACTER_REFUSED, "Flood\u202E at {$place}", PLACE),
                faulty(CrisisError.CHARACTER_REFUSED, "Flo\u200Bod at {$place}", PLACE),
                faulty(CrisisError.PARAMETER_UNDECLARED, "{$place} {$river}", PLACE),
                faulty(
                        CrisisError.PARAMETER_UNDECLARED,
                        ".input {$count :integer} .match $count 7 {{at {$river}}} * {{{$count}}}",
                        COUNT),
                faulty(CrisisError.PARAMETER_UNUSED, "Flood", PLACE),
                faulty(CrisisError.PARAMETER_MISUSED, "Call {$phone :number}", PHONE),
                faulty(CrisisError.PARAMETER_MISUSED, "Call {$phone :integer}", PHONE),
                faulty(CrisisError.PARAMETER_MISUSED, "{$count :string}", COUNT),
                faulty(CrisisError.PARAMETER_MISUSED, "{$count :percent}", COUNT),
                faulty(CrisisError.PARAMETER_MISUSED, "{$time :string}", TIME),
                faulty(CrisisError.PARAMETER_MISUSED, ".local $x = {$phone :number} {{Call {$x}}}", PHONE),
                faulty(CrisisError.PARAMETER_MISUSED, "{$place :unknown}", PLACE),
                faulty(
                        CrisisError.PARAMETER_MISUSED,
                        "{$place} {$count :number minimumFractionDigits=$count}",
                        PLACE,
                        COUNT),
                faulty(
                        CrisisError.VARIANT_UNKNOWN,
                        ".input {$action :string} .match $action leaf {{Go}} * {{{$action}}}",
                        Flood.action()),
                faulty(
                        CrisisError.VARIANT_UNKNOWN,
                        ".input {$count :integer} .match $count few {{a}} * {{{$count}}}",
                        COUNT),
                faulty(
                        CrisisError.VARIANT_UNKNOWN,
                        ".input {$place :string} .match $place Kan {{a}} * {{{$place}}}",
                        PLACE),
                faulty(CrisisError.TEXT_TOO_LONG, "m".repeat(1_700) + "{$place}", PLACE));
    }

    @Test
    void aFaultInAVariantThatNothingSelectsIsFoundAllTheSame() {
        Parameter few = Flood.parameter("count", Parameter.Type.COUNT, 3, 9, "3");

        PlaybookBook book = Flood.book(Flood.playbook(withEnglish(
                ".input {$count :integer} .local $bad = {$count :integer maximumFractionDigits=x}"
                        + " .match $count 900 {{{|a| :number}}} * {{{$count}}}",
                List.of(few))));

        assertTrue(codes(book).contains(CrisisError.TEMPLATE_HOLE), codes(book)::toString);
    }

    @Test
    void aTextWithTooManyCasesIsRefusedInsteadOfProvenForEver() {
        List<Parameter> many = new ArrayList<>();
        StringBuilder inputs = new StringBuilder();
        StringBuilder selectors = new StringBuilder(".match");
        for (int i = 0; i < 12; i++) {
            many.add(Flood.parameter("c" + i, Parameter.Type.COUNT, 0, 9, "1"));
            inputs.append(".input {$c").append(i).append(" :integer} ");
            selectors.append(" $c").append(i);
        }
        String english = inputs.toString() + selectors + " " + "* ".repeat(12) + "{{a}}";

        PlaybookBook book = Flood.book(Flood.playbook(withEnglish(english, many)));

        assertTrue(codes(book).contains(CrisisError.PROOF_TOO_LARGE), codes(book)::toString);
    }

    @Test
    void aMissingLanguageOfThePortalRefusesTheMessage() {
        MessageTemplate template = withTexts(Text.of("fa", "سیل").and("en", "Flood"), Map.of("en", 1), 1);

        PlaybookBook book = Flood.book(Flood.playbook(template));

        assertEquals(
                List.of("ar LANGUAGE_MISSING", " PLAYBOOK_UNUSABLE"),
                book.problems().stream().map(p -> p.language() + " " + p.code()).toList());
        assertEquals(List.of(), book.playbooks());
    }

    @Test
    void aChoiceWithoutALabelInALanguageRefusesTheMessage() {
        Parameter choice = new Parameter(
                "action",
                Parameter.Type.CHOICE,
                Text.of("fa", "چه"),
                0,
                0,
                List.of(new Parameter.Choice("go", Text.of("fa", "بروید").and("en", "Go"))),
                List.of("go"));

        PlaybookBook book = Flood.book(Flood.playbook(withEnglish("{$action}", List.of(choice))));

        assertTrue(book.problems().stream()
                .anyMatch(p ->
                        p.code() == CrisisError.LANGUAGE_MISSING && p.language().equals("ar")));
    }

    @Test
    void aStaleTranslationRefusesTheMessageUntilItIsBroughtUpToDate() {
        Text headline = Flood.text("سیل", "فيضان", "Flood");

        PlaybookBook stale = Flood.book(Flood.playbook(withTexts(headline, Map.of("ar", 2, "en", 3), 3)));
        PlaybookBook unknown = Flood.book(Flood.playbook(withTexts(headline, Map.of("en", 3), 3)));
        PlaybookBook ahead = Flood.book(Flood.playbook(withTexts(headline, Map.of("ar", 4, "en", 3), 3)));
        PlaybookBook mended = Flood.book(Flood.playbook(withTexts(headline, Map.of("ar", 3, "en", 3), 3)));
        PlaybookBook first = Flood.book(Flood.playbook(withTexts(headline, Map.of(), 1)));

        for (PlaybookBook refused : List.of(stale, unknown, ahead)) {
            assertEquals(
                    CrisisError.TRANSLATION_STALE, refused.problems().get(0).code());
            assertEquals("ar", refused.problems().get(0).language());
        }
        assertEquals(List.of(), mended.problems());
        assertEquals(List.of(), first.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "x", "0.5"})
    void aSampleThatIsNoValueRefusesTheMessage(String sample) {
        Parameter wrong = Flood.parameter("count", Parameter.Type.COUNT, 0, 9, "1", sample);

        PlaybookBook book = Flood.book(Flood.playbook(withEnglish("{$count}", List.of(wrong))));

        assertTrue(codes(book).contains(CrisisError.SAMPLE_INVALID), codes(book)::toString);
    }

    @Test
    void aPlaybookIsServedWithTheMessagesThatAreLeft() {
        PlaybookBook book =
                Flood.book(Flood.playbook(Flood.firstMessage(), withEnglish("TBD {$place}", List.of(PLACE))));

        assertEquals(
                List.of("first"),
                book.playbook(Flood.ID).orElseThrow().playbook().messages().stream()
                        .map(MessageTemplate::id)
                        .toList());
    }

    @Test
    void aPlaybookWithoutMessagesIsServedForItsRolesAndSteps() {
        PlaybookBook book = Flood.book(Flood.playbook());

        assertEquals(List.of(), book.problems());
        assertEquals(1, book.playbooks().size());
    }

    @Test
    void aBrokenPackNeverCostsItsNeighbours() {
        PlaybookBook book = PlaybookBook.of(
                Flood.SETTINGS,
                List.of(
                        new PackSnapshot(
                                "broken", new Revision("1"), List.of(Flood.playbook(withEnglish("{", List.of())))),
                        new PackSnapshot("good", new Revision("1"), List.of(Flood.playbook(Flood.firstMessage())))));

        assertEquals(
                List.of("good.flood"),
                book.playbooks().stream().map(PlaybookEntry::id).toList());
        assertTrue(book.problems().stream()
                .filter(p -> !p.isWarning())
                .allMatch(p -> p.module().equals("broken")));
    }

    @Test
    void twoPlaybooksOfOneIdInAPackAreAProblemAndTheFirstIsServed() {
        PlaybookBook book =
                Flood.book(Flood.playbook(Flood.update()), Flood.playbook("flood", EmergencyType.FIRE, Flood.update()));

        assertEquals(List.of(CrisisError.PLAYBOOK_DUPLICATE), codes(book));
        assertEquals(
                EmergencyType.FLOOD,
                book.playbook(Flood.ID).orElseThrow().playbook().emergency());
    }

    @Test
    void twoPacksOfOneModuleAreRefused() {
        PackSnapshot pack = new PackSnapshot("a", new Revision("1"), List.of());

        assertThrows(InvalidValueException.class, () -> PlaybookBook.of(Flood.SETTINGS, List.of(pack, pack)));
    }

    @Test
    void idsAreSafeInAddressesAndNeverMeet() {
        PlaybookBook book = PlaybookBook.of(
                Flood.SETTINGS,
                List.of(
                        new PackSnapshot("a.b", new Revision("1"), List.of(Flood.playbook("c", EmergencyType.FLOOD))),
                        new PackSnapshot("a", new Revision("1"), List.of(Flood.playbook("b.c", EmergencyType.FLOOD))),
                        new PackSnapshot(
                                "x", new Revision("1"), List.of(Flood.playbook("سیل/~1?", EmergencyType.FLOOD)))));

        assertEquals(
                List.of("a~2eb.c", "a.b~2ec", "x.~d8~b3~db~8c~d9~84~2f~7e1~3f"),
                book.playbooks().stream().map(PlaybookEntry::id).toList());
    }

    @Test
    void theRevisionChangesWithThePackAndThePortal() {
        PackSnapshot one = new PackSnapshot("a", new Revision("1"), List.of());
        PackSnapshot two = new PackSnapshot("a", new Revision("2"), List.of());
        CrisisSettings english = new CrisisSettings(
                "tehran", Flood.SETTINGS.languages().subList(2, 3), Flood.SETTINGS.zone(), Flood.SETTINGS.capSender());

        Revision revision = PlaybookBook.of(Flood.SETTINGS, List.of(one)).revision();

        assertEquals(revision, PlaybookBook.of(Flood.SETTINGS, List.of(one)).revision());
        assertNotEquals(revision, PlaybookBook.of(Flood.SETTINGS, List.of(two)).revision());
        assertNotEquals(revision, PlaybookBook.of(english, List.of(one)).revision());
    }

    @Test
    void aLongShortMessageIsAWarningAndIsServed() {
        PlaybookBook book = Flood.book(Flood.playbook(withEnglish("m".repeat(200) + "{$place}", List.of(PLACE))));

        assertEquals(List.of(CrisisError.TEXT_LONG), codes(book));
        assertTrue(book.problems().get(0).isWarning());
        assertTrue(book.message(Flood.ID, "faulty").isPresent());
    }

    @Test
    void cellBroadcastHasItsOwnLimits() {
        List<CrisisError> fits = codes(Flood.book(Flood.playbook(broadcast(1_300))));
        List<CrisisError> overflows = codes(Flood.book(Flood.playbook(broadcast(1_400))));

        assertEquals(List.of(), fits);
        assertEquals(List.of(CrisisError.TEXT_TOO_LONG, CrisisError.PLAYBOOK_UNUSABLE), overflows);
    }

    @Test
    void aProblemReadsAsASentenceWithItsPlace() {
        PlaybookBook book = Flood.book(Flood.playbook(withEnglish("TBD {$place}", List.of(PLACE))));

        assertEquals(
                "Module 'city-playbooks': playbook 'flood', message 'faulty' in 'en': The headline still has \"TBD\" in it."
                        + " Make it a parameter or write it out. See errors.md#placeholder-left",
                book.problems().get(0).toString());
    }

    private static MessageTemplate broadcast(int length) {
        return new MessageTemplate(
                "wide",
                Phase.FIRST_MESSAGE,
                Audience.EVERYONE,
                Set.of(ChannelKind.CELL_BROADCAST),
                Flood.SEVERE,
                Flood.text("سیل", "فيضان", "Flood"),
                Flood.text("سیل", "فيضان", "m".repeat(length)),
                Flood.text("بروید", "غادروا", "Go"),
                List.of(),
                1,
                Map.of("ar", 1, "en", 1));
    }

    private static Arguments faulty(CrisisError code, String english, Parameter... parameters) {
        return Arguments.of(code, english, Arrays.asList(parameters));
    }

    /** A message that is faultless in Persian and Arabic. */
    private static MessageTemplate withEnglish(String english, List<Parameter> parameters) {
        String all = "";
        for (Parameter parameter : parameters) {
            all += " {$" + parameter.name() + "}";
        }
        return Flood.message(
                "faulty",
                Phase.FIRST_MESSAGE,
                Flood.text("سیل" + all, "فيضان" + all, english),
                Flood.text("شهرداری خبر می‌دهد.", "البلدية تعلن.", "The city tells you."),
                Flood.text("بروید", "غادروا", "Go"),
                parameters);
    }

    private static MessageTemplate withTexts(Text headline, Map<String, Integer> translatedFrom, int revision) {
        return new MessageTemplate(
                "m",
                Phase.FIRST_MESSAGE,
                Audience.EVERYONE,
                Set.of(ChannelKind.WEB),
                Flood.SEVERE,
                headline,
                Flood.text("متن", "نص", "Text"),
                Flood.text("بروید", "غادروا", "Go"),
                List.of(),
                revision,
                translatedFrom);
    }

    private static List<CrisisError> codes(PlaybookBook book) {
        return book.problems().stream().map(PackProblem::code).toList();
    }
}
