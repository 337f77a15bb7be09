package org.citykit.runtime.resolve;

import static org.citykit.runtime.plugin.Found.plugin;
import static org.citykit.runtime.resolve.ResolverTests.ids;
import static org.citykit.runtime.resolve.ResolverTests.reasons;
import static org.citykit.runtime.resolve.ResolverTests.resolve;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.citykit.runtime.plan.Cascade;
import org.citykit.runtime.plan.Dependents;
import org.citykit.runtime.plan.Reason;
import org.citykit.runtime.plan.Removal;
import org.junit.jupiter.api.Test;

/**
 * What other plugin systems test of resolving and of taking plugins away, as it is here: PF4J's resolver and manager,
 * and Jenkins' disabling with its strategies.
 */
final class NeighbourScenarioTests {
    @Test
    void pluginsWithoutRequirementsStandByTheAlphabet() {
        assertEquals(List.of("p1", "p2", "p3"), ids(resolve(plugin("p3"), plugin("p1"), plugin("p2"))));
    }

    @Test
    void aRequirementComesBeforeWhoRequiresIt() {
        assertEquals(
                List.of("p2", "p3", "p1"),
                ids(resolve(plugin("p1").requires("p2").requires("p3"), plugin("p2"), plugin("p3"))));
    }

    @Test
    void aRequirementThatNobodyHasIsNamed() {
        assertEquals(
                List.of(Reason.MISSING, Reason.MISSING),
                reasons(resolve(plugin("p1").requires("p2").requires("p3")), "p1"));
    }

    @Test
    void threeInARingAreAllRefused() {
        var resolution = resolve(
                plugin("p1").requires("p2"),
                plugin("p2").requires("p3"),
                plugin("p3").requires("p1"));

        assertEquals(List.of(), ids(resolution));
        assertEquals(3, resolution.refusals().size());
    }

    @Test
    void aWrongVersionIsRefusedAndARightOneIsNot() {
        assertEquals(
                List.of(Reason.UNFIT),
                reasons(resolve(plugin("p1").requires("p2", ">=1.4.0 <1.6.0"), plugin("p2", "1.6.0")), "p1"));
        assertEquals(
                List.of("p2", "p1"),
                ids(resolve(plugin("p1").requires("p2", ">=1.4.0 <1.6.0"), plugin("p2", "1.5.0"))));
        assertEquals(
                List.of("p2", "p1"), ids(resolve(plugin("p1").requires("p2", "1.4.0 - 1.6.0"), plugin("p2", "1.6.0"))));
    }

    @Test
    void aDevelopersVersionIsTakenOnlyByWhomNamesOne() {
        assertEquals(List.of("p2"), ids(resolve(plugin("p1").requires("p2", ">=2.0"), plugin("p2", "2.0.0-SNAPSHOT"))));
        assertEquals(
                List.of("p2", "p1"),
                ids(resolve(plugin("p1").requires("p2", ">=2.0.0-SNAPSHOT"), plugin("p2", "2.0.0-SNAPSHOT"))));
    }

    @Test
    void aMissingRequirementFallsThroughAllWhoNeedIt() {
        var resolution = resolve(
                plugin("p1").requires("p2"),
                plugin("p2").requires("p3"),
                plugin("p3").requires("p4"),
                plugin("p5"));

        assertEquals(List.of("p5"), ids(resolution));
        assertEquals(
                List.of("p1", "p2", "p3"), resolution.refusalsOf("p1").get(0).chain());
    }

    @Test
    void aRefusedPluginThatOthersOnlyUseCostsThemNothing() {
        assertEquals(
                List.of("p1"), ids(resolve(plugin("p1").uses("p2"), plugin("p2").requires("p3"))));
    }

    @Test
    void aMissingOptionalRequirementOfARequirementCostsNothing() {
        assertEquals(
                List.of("p2", "p1"),
                ids(resolve(plugin("p1").requires("p2"), plugin("p2").uses("p3"))));
    }

    @Test
    void aDiamondIsLinkedOnce() {
        assertEquals(
                List.of("base", "left", "right", "top"),
                ids(resolve(
                        plugin("top").requires("left").requires("right"),
                        plugin("left").requires("base"),
                        plugin("right").requires("base"),
                        plugin("base"))));
    }

    @Test
    void aDiamondWhoseSidesDisagreeCostsOneSideAndTheTop() {
        var resolution = resolve(
                plugin("top").requires("left").requires("right"),
                plugin("left").requires("base", "^1"),
                plugin("right").requires("base", "^2"),
                plugin("base", "1.0.0"),
                plugin("base", "2.0.0"));

        assertEquals(List.of("base", "right"), ids(resolution));
        assertEquals(List.of(Reason.CONTESTED), reasons(resolution, "left"));
        assertEquals(List.of("top", "left"), resolution.refusalsOf("top").get(0).chain());
    }

    private static Resolution family() {
        return resolve(
                plugin("dependee"),
                plugin("depender").requires("dependee"),
                plugin("mandatoryDepender").requires("dependee"),
                plugin("optionalDepender").uses("dependee"),
                plugin("dependerOfDepender").requires("depender"),
                plugin("optionalOfOptional").uses("optionalDepender"),
                plugin("alone"));
    }

    @Test
    void aPluginThatNobodyNeedsGoesAlone() {
        assertEquals(
                new Removal(List.of("alone"), List.of(), List.of()), family().removal(List.of("alone"), Cascade.NONE));
    }

    @Test
    void aPluginThatIsNotThereTakesNobodyAlong() {
        assertEquals(new Removal(List.of(), List.of(), List.of()), family().removal(List.of("nobody"), Cascade.ALL));
    }

    @Test
    void aPluginThatOthersNeedStaysUnlessTheyMayGoToo() {
        assertEquals(
                new Removal(List.of(), List.of("depender", "dependerOfDepender", "mandatoryDepender"), List.of()),
                family().removal(List.of("dependee"), Cascade.NONE));
    }

    @Test
    void aPluginGoesWhenAllWhoNeedItAreNamedWithIt() {
        assertEquals(
                List.of("mandatoryDepender", "dependerOfDepender", "depender", "dependee"),
                family().removal(
                                List.of("dependee", "depender", "mandatoryDepender", "dependerOfDepender"),
                                Cascade.NONE)
                        .removed());
    }

    @Test
    void theOrderInWhichPluginsAreNamedDecidesNothing() {
        Removal one = family().removal(
                        List.of("dependee", "depender", "mandatoryDepender", "dependerOfDepender"), Cascade.NONE);
        Removal other = family().removal(
                        List.of("dependerOfDepender", "mandatoryDepender", "depender", "dependee"), Cascade.NONE);

        assertEquals(one, other);
        assertEquals(List.of(), one.hindered());
    }

    @Test
    void aPluginGoesAloneWhereThoseWhoNeededItAreGoneAlready() {
        Resolution less = resolve(plugin("dependee"), plugin("optionalDepender").uses("dependee"));

        assertEquals(
                new Removal(List.of("dependee"), List.of(), List.of("optionalDepender")),
                less.removal(List.of("dependee"), Cascade.NONE));
    }

    @Test
    void aNameThatIsNotThereHidesNobodyWhoIsHindered() {
        Removal hindered = family().removal(List.of("dependee"), Cascade.NONE);

        assertEquals(hindered, family().removal(List.of("dependee", "nobody"), Cascade.NONE));
        assertEquals(hindered, family().removal(List.of("nobody", "dependee"), Cascade.NONE));
    }

    @Test
    void whoCanDoWithoutStaysWhereThoseWhoCannotGo() {
        Removal removal = family().removal(List.of("alone", "dependee"), Cascade.MANDATORY);

        assertEquals(
                List.of("mandatoryDepender", "dependerOfDepender", "depender", "dependee", "alone"), removal.removed());
        assertEquals(List.of("optionalDepender"), removal.poorer());
    }

    @Test
    void whenTheMiddleOfAChainGoesWhatIsBelowItStays() {
        Resolution chain = resolve(
                plugin("base"), plugin("middle").requires("base"), plugin("top").requires("middle"));

        Removal removal = chain.removal(List.of("middle"), Cascade.MANDATORY);

        assertEquals(List.of("top", "middle"), removal.removed());
        assertEquals(
                List.of("base"),
                ids(chain).stream()
                        .filter(id -> !removal.removed().contains(id))
                        .toList());
    }

    @Test
    void aRequirementThatComesLaterMakesWhoNeedsItUsable() {
        var without = resolve(plugin("first").requires("base"), plugin("second"));
        var with = resolve(plugin("first").requires("base"), plugin("second"), plugin("base"));

        assertEquals(List.of("second"), ids(without));
        assertEquals(List.of("base", "first", "second"), ids(with));
        assertEquals(List.of(), with.refusals());
    }

    @Test
    void whoOnlyUsesAPluginDoesNotKeepIt() {
        assertEquals(
                new Removal(List.of("optionalDepender"), List.of(), List.of("optionalOfOptional")),
                family().removal(List.of("optionalDepender"), Cascade.NONE));
    }

    @Test
    void thoseWhoNeedItGoBeforeItAndThoseWhoUseItStayPoorer() {
        assertEquals(
                new Removal(
                        List.of("mandatoryDepender", "dependerOfDepender", "depender", "dependee"),
                        List.of(),
                        List.of("optionalDepender")),
                family().removal(List.of("dependee"), Cascade.MANDATORY));
    }

    @Test
    void allWhoUseItGoBeforeItDownToTheLast() {
        assertEquals(
                new Removal(
                        List.of(
                                "optionalOfOptional",
                                "optionalDepender",
                                "mandatoryDepender",
                                "dependerOfDepender",
                                "depender",
                                "dependee"),
                        List.of(),
                        List.of()),
                family().removal(List.of("dependee"), Cascade.ALL));
    }

    @Test
    void severalPluginsGoAtOnceAndEachOnce() {
        assertEquals(
                List.of("dependerOfDepender", "depender", "alone"),
                family().removal(List.of("alone", "depender", "depender", "dependerOfDepender"), Cascade.MANDATORY)
                        .removed());
    }

    @Test
    void whoWouldMissAPluginIsKnownBeforehand() {
        assertEquals(
                new Dependents(
                        List.of("depender", "dependerOfDepender", "mandatoryDepender"), List.of("optionalDepender")),
                family().dependents("dependee"));
        assertEquals(new Dependents(List.of(), List.of()), family().dependents("alone"));
    }

    @Test
    void whoRequiresWhomIsDrawnDownwardsAndUpwards() {
        var resolution = resolve(
                plugin("top").requires("left", "^1").requires("right", "^1"),
                plugin("left").requires("base"),
                plugin("right").requires("base").uses("gone", "^3"),
                plugin("base").requires("deep"),
                plugin("deep"));

        assertEquals(
                List.of(
                        "top 1.0.0",
                        "  left 1.0.0 (^1)",
                        "    base 1.0.0 (*)",
                        "      deep 1.0.0 (*)",
                        "  right 1.0.0 (^1)",
                        "    base 1.0.0 (*): see above",
                        "    gone (^3), if it is there: is not there"),
                resolution.explain("top").lines(Locale.ENGLISH));
        assertEquals(
                List.of(
                        "deep 1.0.0",
                        "deep is required by:",
                        "  base 1.0.0 (*)",
                        "    left 1.0.0 (*)",
                        "      top 1.0.0 (^1)",
                        "    right 1.0.0 (*)",
                        "      top 1.0.0 (^1)"),
                resolution.explain("deep").lines(Locale.ENGLISH));
    }

    @Test
    void aPluginThatIsNotThereCanBeAskedAboutToo() {
        var resolution = resolve(plugin("p1").requires("p2", "^1"));

        assertEquals(
                List.of("p2: is not there", "p2 is required by:", "  p1 1.0.0 (^1): cannot be used"),
                resolution.explain("p2").lines(Locale.ENGLISH));
        assertEquals(
                List.of(
                        "\u2068p2\u2069: موجود نیست",
                        "این افزونه‌ها به \u2068p2\u2069 نیاز دارند:",
                        "  \u2068p1 1.0.0\u2069 (\u2068^1\u2069): قابل استفاده نیست"),
                resolution.explain("p2").lines(Locale.forLanguageTag("fa")));
    }
}
