package org.citykit.plugins.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Playbook;
import org.junit.jupiter.api.Test;

class PlaybookReaderTests {
    @Test
    void aMessageWithoutAnInstructionIsLeftOutAndItsNeighbourKept() throws Exception {
        Portal portal = reading(Flood.with("    instruction: { fa: بالا بروید., en: Go up. }\n", ""));

        assertEquals(List.of("over"), messages(portal));
        assertEquals(List.of("playbooks/flood.yaml:32:5: 'instruction' is missing"), portal.defects());
    }

    @Test
    void everyFaultOfAMessageIsReportedAtOnce() throws Exception {
        Portal portal =
                reading(Flood.with("phase: all-clear\n    audience: everyone", "phase: over\n    audience: all"));

        assertEquals(List.of("first"), messages(portal));
        assertEquals(2, portal.defects().size());
        assertTrue(portal.defects().get(0).startsWith("playbooks/flood.yaml:42:12: must be one of prepare, "));
        assertTrue(portal.defects().get(1).endsWith("staff, but is \"all\""));
    }

    @Test
    void aMisspeltKeyIsReportedWithItsPlaceAndLeftOut() throws Exception {
        Portal portal = reading(Flood.with("guidance:", "advice: be kind\nguidance:"));

        assertEquals(List.of("playbooks/flood.yaml:4:1: 'advice' is no key here and was left out"), portal.defects());
        assertEquals(List.of("first", "over"), messages(portal));
    }

    @Test
    void aKeyThatStandsTwiceCostsThePartItStandsIn() throws Exception {
        Portal portal = reading(Flood.with("    body: { fa: آب پایین", "    id: done\n    body: { fa: آب پایین"));

        assertEquals(List.of("first"), messages(portal));
        assertEquals(List.of("playbooks/flood.yaml:47:5: 'id' stands a second time; remove one"), portal.defects());
    }

    @Test
    void ofTwoMessagesWithOneIdTheSecondIsReported() throws Exception {
        Portal portal = reading(Flood.with("- id: over", "- id: first"));

        assertEquals(List.of("first"), messages(portal));
        assertEquals(
                List.of("playbooks/flood.yaml:41:5: the id \"first\" stands a second time in 'messages'"),
                portal.defects());
    }

    @Test
    void aMessageWithAnUndeclaredParameterIsLeftOut() throws Exception {
        Portal portal = reading(Flood.with("parameters: [place]", "parameters: [place, street]"));

        assertEquals(List.of("over"), messages(portal));
        assertEquals(
                List.of("playbooks/flood.yaml:37:25: names \"street\", which is not a usable one of 'parameters'"),
                portal.defects());
    }

    @Test
    void aBrokenParameterCostsTheMessagesThatUseItAndNoOther() throws Exception {
        Portal portal = reading(Flood.with("samples: [Tehran]", "samples: []"));

        assertEquals(List.of("over"), messages(portal));
        assertEquals(2, portal.defects().size());
        assertTrue(portal.defects().get(0).contains("'samples.size' must be between 1 and 100"));
    }

    @Test
    void boundsOfSomethingThatIsNotMeasuredAreRefused() throws Exception {
        Portal portal = reading(Flood.with("    type: choice\n", "    type: choice\n    most: 3\n"));

        assertEquals(
                List.of(
                        "playbooks/flood.yaml:27:5: 'least' and 'most' belong to a place, text or count, not to a choice"),
                portal.defects());
    }

    @Test
    void aTextThatLacksTheLanguageOfTheHeadlineIsRefused() throws Exception {
        Portal portal = reading(Flood.with("body: { fa: آب بالا می‌آید., en: Water rises. }", "body: { fa: آب }"));

        assertEquals(List.of("over"), messages(portal));
        assertTrue(portal.defects().get(0).contains("is missing in a language of the portal: en"));
        assertTrue(portal.defects().get(1).endsWith("is in [fa], but the headline is in [fa, en]; translate it"));
    }

    @Test
    void anEmptyTextIsReported() throws Exception {
        Portal portal = reading(Flood.with("en: Water rises.", "en: ''"));

        assertEquals(List.of("over"), messages(portal));
        assertTrue(portal.defects().get(0).endsWith("must be a word or text, but is empty"));
    }

    @Test
    void aStepForARoleThatDoesNotExistIsLeftOut() throws Exception {
        Portal portal = reading(Flood.with("role: writer", "role: nobody"));

        assertEquals(List.of(), portal.playbook("flood").steps());
        assertEquals(
                List.of("playbooks/flood.yaml:13:5: 'role' names \"nobody\", which is not a usable one of 'roles'"),
                portal.defects());
    }

    @Test
    void aStepWithoutAReadableTimeIsLeftOut() throws Exception {
        Portal portal = reading(Flood.with("PT10M", "10 minutes"));

        assertEquals(List.of(), portal.playbook("flood").steps());
        assertTrue(portal.defects().get(0).contains("must be a duration such as PT15M or P1D"));
    }

    @Test
    void anUnknownChannelOfThePlaybookIsReportedAndTheOthersKept() throws Exception {
        Portal portal = reading(Flood.with("\nchannels: [web, sms]", "\nchannels: [web, fax]"));

        assertEquals(Set.of(ChannelKind.WEB), portal.playbook("flood").channels());
        assertTrue(portal.defects().get(0).startsWith("playbooks/flood.yaml:5:17: must be one of web, press"));
    }

    @Test
    void aPlaybookWithoutATitleIsReportedAsAWhole() throws Exception {
        Portal portal = reading(Flood.with("title: { fa: سیل, en: Flood }\n", ""));

        assertEquals(Map.of(), portal.playbooks());
        assertEquals(List.of("playbooks/flood.yaml:1:1: 'title' is missing"), portal.defects());
    }

    @Test
    void aPlaybookThatNobodySignedIsRefused() throws Exception {
        Portal portal = new Portal(new PlaybooksSettings(
                Optional.empty(), List.of("flood.yaml"), Optional.empty(), Optional.empty(), Optional.empty()));

        portal.file("flood.yaml", Flood.YAML).fetch();

        assertEquals(
                List.of("flood.yaml:1:1: 'source' is missing; give it here or in the module's settings"),
                portal.defects());
    }

    @Test
    void aNewRevisionMustSayWhatItsTranslationsRender() throws Exception {
        Portal portal = reading(Flood.with("    parameters: [place]\n", "    parameters: [place]\n    revision: 2\n"));

        assertEquals(List.of("over"), messages(portal));
        assertTrue(portal.defects().get(0).endsWith("'translated-from' must say which revision 'en' renders"));
    }

    @Test
    void aTranslationThatLagsBehindIsHandedOnAsWritten() throws Exception {
        Portal portal = reading(Flood.with(
                "    parameters: [place]\n",
                "    parameters: [place]\n    revision: 3\n    translated-from: { en: 2 }\n"));

        MessageTemplate first = portal.playbook("flood").messages().get(0);
        assertEquals(3, first.revision());
        assertEquals(Map.of("en", 2), first.translatedFrom());
        assertEquals(List.of(), portal.defects());
    }

    @Test
    void aWholePlaybookIsReadAsItIsWritten() throws Exception {
        Portal portal = reading(Flood.YAML);

        Playbook flood = portal.playbook("flood");
        assertEquals(List.of(), portal.defects());
        assertEquals("سیل", flood.title().original());
        assertEquals(Optional.of(Duration.ofMinutes(10)), flood.steps().get(0).within());
        assertEquals(1, flood.intermediaries().size());
        assertEquals("City", flood.provenance().source().original());
        Parameter place = flood.messages().get(0).parameters().get(0);
        assertEquals(List.of("place", 2L, 40L), List.of(place.name(), place.least(), place.most()));
        assertEquals("سیل در {$place}", flood.messages().get(0).headline().original());
    }

    @Test
    void thePlaybooksOwnSourceComesFirst() throws Exception {
        Portal portal = reading(Flood.YAML + "source: { fa: هلال احمر, en: Red Crescent }\n");

        assertEquals("هلال احمر", portal.playbook("flood").provenance().source().original());
    }

    private static Portal reading(String yaml) throws Exception {
        Portal portal = Portal.withFolder().file("playbooks/flood.yaml", yaml);
        portal.fetch();
        return portal;
    }

    private static List<String> messages(Portal portal) {
        return portal.playbook("flood").messages().stream()
                .map(MessageTemplate::id)
                .toList();
    }
}
