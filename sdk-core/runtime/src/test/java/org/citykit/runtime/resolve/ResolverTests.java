package org.citykit.runtime.resolve;

import static org.citykit.runtime.plugin.Found.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plan.Reason;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.Found;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.SemanticVersion;
import org.junit.jupiter.api.Test;

final class ResolverTests {
    @Test
    void nothingIsResolvedToNothing() {
        assertEquals(Resolution.NONE, Resolver.resolve(List.of()));
    }

    @Test
    void aMissingPluginCostsOnlyThoseThatRequireIt() {
        Resolution resolution = resolve(
                plugin("acme.lost").requires("acme.nobody", "^1.0"),
                plugin("acme.lower").requires("acme.lost"),
                plugin("acme.lowest").requires("acme.lower"),
                plugin("acme.fine"));

        assertEquals(List.of("acme.fine"), ids(resolution));
        assertEquals(
                List.of(
                        "acme.lost-1.0.0.zip  It requires plugin acme.nobody ^1.0, which is not there. Add its file to"
                                + " the folder of plugins. See errors.md#dependency-missing",
                        "acme.lower-1.0.0.zip  It requires plugin acme.lost, which cannot be used. Mend acme.lost"
                                + " first. See errors.md#dependency-missing",
                        "acme.lowest-1.0.0.zip  It requires plugin acme.lower, which cannot be used. Mend acme.lost"
                                + " first. See errors.md#dependency-missing"),
                told(resolution));
        assertEquals(
                List.of("acme.lowest", "acme.lower", "acme.lost"),
                only(resolution, "acme.lowest").chain());
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        Resolution resolution = resolve(
                plugin("acme.lost")
                        .requires("acme.one")
                        .requires("acme.base", "^2")
                        .requires("acme.two"),
                plugin("acme.base", "1.4.0"));

        assertEquals(List.of(Reason.MISSING, Reason.UNFIT, Reason.MISSING), reasons(resolution, "acme.lost"));
    }

    @Test
    void aPluginOfAnotherVersionIsNamedWithItsFile() {
        Resolution resolution = resolve(plugin("acme.low").requires("acme.base", "^2"), plugin("acme.base", "1.4.0"));

        Refusal refusal = only(resolution, "acme.low");
        assertEquals(Reason.UNFIT, refusal.reason());
        assertEquals(
                Map.of("required", "acme.base", "range", "^2", "found", "acme.base-1.4.0.zip (1.4.0)"),
                refusal.arguments());
        assertEquals(RuntimeError.DEPENDENCY_MISSING, refusal.problem().code());
        assertEquals(List.of("acme.base"), ids(resolution));
    }

    @Test
    void aCircleCostsThoseInItAndThoseThatRequireThem() {
        Resolution resolution = resolve(
                plugin("acme.a").requires("acme.b"),
                plugin("acme.b").requires("acme.c"),
                plugin("acme.c").requires("acme.a"),
                plugin("acme.outside").requires("acme.b"),
                plugin("acme.fine"));

        assertEquals(List.of("acme.fine"), ids(resolution));
        assertEquals(
                List.of("acme.b", "acme.c", "acme.a", "acme.b"),
                only(resolution, "acme.b").chain());
        assertEquals(Reason.REFUSED, only(resolution, "acme.outside").reason());
        assertEquals(
                List.of("acme.outside", "acme.b"),
                only(resolution, "acme.outside").chain());
    }

    @Test
    void aPluginThatRequiresItselfIsACircle() {
        Resolution resolution = resolve(plugin("acme.self").requires("acme.self"));

        assertEquals(
                List.of("acme.self", "acme.self"), only(resolution, "acme.self").chain());
    }

    @Test
    void twoCirclesAreToldApart() {
        Resolution resolution = resolve(
                plugin("acme.a").requires("acme.b"),
                plugin("acme.b").requires("acme.a").requires("acme.c"),
                plugin("acme.c").requires("acme.b"),
                plugin("acme.x").requires("acme.y"),
                plugin("acme.y").requires("acme.x"));

        assertEquals(List.of(), ids(resolution));
        assertEquals(
                List.of("acme.c", "acme.b", "acme.c"),
                only(resolution, "acme.c").chain());
        assertEquals(
                List.of("acme.x", "acme.y", "acme.x"),
                only(resolution, "acme.x").chain());
    }

    @Test
    void eachPluginComesAfterThoseItRequires() {
        Resolution resolution = resolve(
                plugin("acme.a").requires("acme.d"),
                plugin("acme.b").requires("acme.a").requires("acme.c"),
                plugin("acme.c").requires("acme.d"),
                plugin("acme.d"));

        assertEquals(List.of("acme.d", "acme.a", "acme.c", "acme.b"), ids(resolution));
        assertEquals(List.of("acme.a", "acme.c"), resolution.boundTo("acme.b"));
    }

    @Test
    void theNewestFileOfAPluginIsUsedAndTheOlderIsSetAside() {
        Resolution resolution = resolve(
                plugin("acme.base", "1.9.0"), plugin("acme.base", "1.10.0").in("a.zip"));

        assertEquals(List.of("acme.base 1.10.0"), versions(resolution));
        assertEquals(
                List.of("acme.base-1.9.0.zip  Its plugin is also in a.zip, which is newer and used (version 1.10.0)."
                        + " Remove this file. See errors.md#plugin-duplicate"),
                told(resolution));
    }

    @Test
    void theNewestFileThatEverybodyCanUseIsTaken() {
        Resolution resolution = resolve(
                plugin("acme.base", "1.4.0"),
                plugin("acme.base", "1.5.0"),
                plugin("acme.base", "2.0.0"),
                plugin("acme.base", "2.1.0"),
                plugin("acme.old").requires("acme.base", "^1"),
                plugin("acme.any").requires("acme.base", ">=1.2"));

        assertEquals(List.of("acme.any 1.0.0", "acme.base 1.5.0", "acme.old 1.0.0"), sorted(versions(resolution)));
        assertEquals(List.of(Reason.HELD_BACK, Reason.HELD_BACK, Reason.OLDER), reasons(resolution, "acme.base"));
        assertEquals("acme.old", resolution.refusals().get(0).arguments().get("holder"));
    }

    @Test
    void whereNoFilePleasesEverybodyTheFewestAreRefused() {
        Resolution resolution = resolve(
                plugin("acme.base", "1.0.0"),
                plugin("acme.base", "2.0.0"),
                plugin("acme.one").requires("acme.base", "^1"),
                plugin("acme.two").requires("acme.base", "^1"),
                plugin("acme.three").requires("acme.base", "^2"));

        assertEquals(List.of("acme.base 1.0.0", "acme.one 1.0.0", "acme.two 1.0.0"), versions(resolution));
        Refusal refusal = only(resolution, "acme.three");
        assertEquals(Reason.CONTESTED, refusal.reason());
        assertEquals("acme.one, acme.two", refusal.arguments().get("others"));
    }

    @Test
    void aPluginWithAnotherFileGivesWayToOneWithout() {
        Resolution resolution = resolve(
                plugin("acme.base", "1.0.0"),
                plugin("acme.base", "2.0.0"),
                plugin("acme.fixed").requires("acme.base", "^1"),
                plugin("acme.both", "2.0.0").requires("acme.base", "^2"),
                plugin("acme.both", "1.0.0").requires("acme.base", "^1"));

        assertEquals(List.of("acme.base 1.0.0", "acme.both 1.0.0", "acme.fixed 1.0.0"), versions(resolution));
        assertEquals(List.of(Reason.CONTESTED), reasons(resolution, "acme.both"));
    }

    @Test
    void aNewFileThatCannotBeUsedDoesNotReplaceTheOldOne() {
        Resolution resolution = resolve(
                plugin("acme.feasts", "1.0.0"),
                plugin("acme.feasts", "2.0.0").requires("acme.nobody"),
                plugin("acme.user").requires("acme.feasts"));

        assertEquals(List.of("acme.feasts 1.0.0", "acme.user 1.0.0"), versions(resolution));
        assertEquals(List.of(Reason.MISSING), reasons(resolution, "acme.feasts"));
        assertEquals(
                List.of("Version 2.0.0 in acme.feasts-2.0.0.zip cannot be used, so this older one is."),
                notes(resolution));
    }

    @Test
    void anUpdateThatWouldCloseACircleIsNotTaken() {
        Resolution resolution = resolve(
                plugin("acme.a", "1.0.0"),
                plugin("acme.a", "2.0.0").requires("acme.b"),
                plugin("acme.b").requires("acme.a"));

        assertEquals(List.of("acme.a 1.0.0", "acme.b 1.0.0"), versions(resolution));
        assertEquals(List.of(Reason.CIRCLE), reasons(resolution, "acme.a"));
    }

    @Test
    void aRequirementOfAPluginThatIsRefusedHoldsNobodyBack() {
        Resolution resolution = resolve(
                plugin("acme.base", "1.0.0"),
                plugin("acme.base", "2.0.0"),
                plugin("acme.broken").requires("acme.base", "^1").requires("acme.nobody"));

        assertEquals(List.of("acme.base 2.0.0"), versions(resolution));
    }

    @Test
    void choicesThatDependOnEachOtherAreFound() {
        Resolution resolution = resolve(
                plugin("acme.top").requires("acme.left", "*").requires("acme.right", "^1"),
                plugin("acme.left", "2.0.0").requires("acme.base", "^2"),
                plugin("acme.left", "1.0.0").requires("acme.base", "^1"),
                plugin("acme.right", "2.0.0").requires("acme.base", "^2"),
                plugin("acme.right", "1.0.0").requires("acme.base", "^1"),
                plugin("acme.base", "2.0.0"),
                plugin("acme.base", "1.0.0"));

        assertEquals(
                List.of("acme.base 1.0.0", "acme.left 1.0.0", "acme.right 1.0.0", "acme.top 1.0.0"),
                versions(resolution));
    }

    @Test
    void aCopyIsToldFromAnotherContentWithTheSameVersion() {
        Resolution resolution = resolve(
                plugin("acme.base").in("a.zip"),
                plugin("acme.base").in("b.zip"),
                plugin("acme.base").in("c.zip").content("other"));

        assertEquals("a.zip", resolution.order().get(0).fileName());
        assertEquals(List.of(Reason.COPY, Reason.SAME_VERSION), reasons(resolution, "acme.base"));
        assertTrue(resolution.refusals().stream().allMatch(it -> it.reason().isSetAside()));
    }

    @Test
    void anOptionalPluginThatIsThereIsBound() {
        Resolution resolution = resolve(plugin("acme.feasts").uses("acme.geo", "^1"), plugin("acme.geo"));

        assertEquals(List.of("acme.geo", "acme.feasts"), ids(resolution));
        assertEquals(List.of("acme.geo"), resolution.boundTo("acme.feasts"));
    }

    @Test
    void anOptionalPluginThatIsNotThereIsNotMissed() {
        Resolution resolution = resolve(plugin("acme.feasts").uses("acme.geo", "^1"));

        assertEquals(List.of("acme.feasts"), ids(resolution));
        assertEquals(List.of(), resolution.boundTo("acme.feasts"));
        assertEquals(List.of(), notes(resolution));
    }

    @Test
    void anOptionalPluginOfAnotherVersionCountsAsAbsent() {
        Resolution resolution = resolve(plugin("acme.feasts").uses("acme.geo", "^2"), plugin("acme.geo", "1.3.0"));

        assertEquals(List.of("acme.feasts", "acme.geo"), ids(resolution));
        assertEquals(List.of(), resolution.boundTo("acme.feasts"));
        assertEquals(
                List.of("It can use plugin acme.geo ^2, but there is acme.geo-1.3.0.zip (1.3.0). It does without."),
                notes(resolution));
    }

    @Test
    void anOptionalPluginThatIsRefusedCountsAsAbsent() {
        Resolution resolution = resolve(
                plugin("acme.feasts").uses("acme.geo"), plugin("acme.geo").requires("acme.nobody"));

        assertEquals(List.of("acme.feasts"), ids(resolution));
        assertEquals(List.of("It can use plugin acme.geo, which cannot be used. It does without."), notes(resolution));
    }

    @Test
    void anOptionalPluginThatNeedsItInTurnCountsAsAbsent() {
        Resolution resolution = resolve(
                plugin("acme.feasts").uses("acme.geo"), plugin("acme.geo").requires("acme.feasts"));

        assertEquals(List.of("acme.feasts", "acme.geo"), ids(resolution));
        assertEquals(List.of(), resolution.boundTo("acme.feasts"));
        assertEquals(List.of(Note.Kind.OPTIONAL_CIRCLE), kinds(resolution));
        assertEquals(
                "acme.feasts > acme.geo > acme.feasts",
                resolution.notes().get(0).arguments().get("circle"));
    }

    @Test
    void pluginsThatUseEachOtherDoWithoutEachOther() {
        Resolution resolution =
                resolve(plugin("acme.a").uses("acme.b"), plugin("acme.b").uses("acme.a"));

        assertEquals(List.of("acme.a", "acme.b"), ids(resolution));
        assertEquals(List.of(Note.Kind.OPTIONAL_CIRCLE, Note.Kind.OPTIONAL_CIRCLE), kinds(resolution));
    }

    @Test
    void aProviderOfTwoPluginsMustBeChosenByThePluginsName() {
        Resolution resolution = resolve(
                plugin("acme.one").provider("feasts"), plugin("other.two").provider("feasts"), plugin("acme.three"));

        ProviderChoice.Ambiguous ambiguous =
                assertInstanceOf(ProviderChoice.Ambiguous.class, resolution.provider("feasts"));
        assertEquals(
                List.of("acme.one-1.0.0.zip", "other.two-1.0.0.zip"),
                ambiguous.plugins().stream().map(PluginFacts::fileName).toList());
        assertEquals("other.two", found(resolution, "other.two/feasts").id());
        assertEquals("acme.three", found(resolution, "acme-three").id());
        assertEquals(
                "Its provider 'feasts' is also in other.two-1.0.0.zip. A module that means this one must say so: use:"
                        + " acme.one/feasts",
                notes(resolution).get(0));
    }

    @Test
    void aProviderOfARefusedPluginIsToldFromOneThatNobodyHas() {
        Resolution resolution =
                resolve(plugin("acme.lost").requires("acme.nobody").provider("feasts"));

        assertInstanceOf(ProviderChoice.Refused.class, resolution.provider("feasts"));
        assertInstanceOf(ProviderChoice.Unknown.class, resolution.provider("fasts"));
        assertInstanceOf(ProviderChoice.Unknown.class, resolution.provider("acme.other/feasts"));
    }

    @Test
    void theOrderInWhichFilesAreFoundChangesNothing() {
        Random random = new Random(7);
        List<PluginFacts> files = tangle(random, 40, 3);
        Resolution first = Resolver.resolve(files);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(files, random);
            assertEquals(first, Resolver.resolve(files));
        }
    }

    @Test
    void whatIsUsedAlwaysFitsTogether() {
        for (int seed = 0; seed < 400; seed++) {
            List<PluginFacts> files = tangle(new Random(seed), 12, 3);
            Resolution resolution = Resolver.resolve(files);
            List<String> seen = new ArrayList<>();
            for (PluginFacts plugin : resolution.order()) {
                assertTrue(seen.containsAll(resolution.boundTo(plugin.id())), "in order, seed " + seed);
                assertTrue(
                        resolution
                                .boundTo(plugin.id())
                                .containsAll(plugin.manifest().requires().keySet()),
                        "bound, seed " + seed);
                resolution.boundTo(plugin.id()).forEach(id -> assertFits(plugin, id, resolution));
                seen.add(plugin.id());
            }
            assertEquals(files.size(), resolution.all().distinct().count());
            for (PluginFacts aside : resolution.aside()) {
                assertTrue(
                        resolution.refusals().stream()
                                .anyMatch(it -> it.fileName().equals(aside.fileName())),
                        () -> aside.fileName() + " has no reason");
            }
        }
    }

    @Test
    void aThousandPluginsThatAllRequireEachOtherDownwardsTakeOneStepForEachRequirement() {
        List<PluginFacts> files = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Found found = plugin(id(i));
            IntStream.range(0, i).forEach(lower -> found.requires(id(lower)));
            files.add(found.facts());
        }
        Collections.shuffle(files, new Random(1));

        Resolving resolving = new Resolving(files);
        Resolution resolution = resolving.resolution();

        assertEquals(1_000, resolution.order().size());
        assertEquals(id(999), resolution.order().get(999).id());
        assertEquals(499_500, resolving.steps());
    }

    @Test
    void aThousandPluginsThatAllFailTakeAFewStepsForEachRequirement() {
        List<PluginFacts> files = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Found found = plugin(id(i)).requires(i == 0 ? "acme.nobody" : id(i - 1));
            IntStream.range(Math.max(0, i - 300), i).forEach(lower -> found.uses(id(lower)));
            files.add(found.facts());
        }

        Resolving resolving = new Resolving(files);
        Resolution resolution = resolving.resolution();

        assertEquals(List.of(), resolution.order());
        assertEquals(1_000, resolution.refusals().size());
        assertTrue(resolving.steps() <= 3_000, "steps " + resolving.steps());
    }

    @Test
    void aThousandPluginsWithSeveralFilesAndMutualDemandsAreResolvedWithoutTryingCombinations() {
        List<PluginFacts> files = new ArrayList<>();
        int edges = 0;
        for (int i = 0; i < 500; i++) {
            for (int version = 1; version <= 2; version++) {
                Found found = plugin(id(i), version + ".0.0");
                for (int lower = Math.max(0, i - 20); lower < i; lower++) {
                    found.requires(id(lower), (i % 7 == 3 ? "<=" : ">=") + version);
                    edges++;
                }
                files.add(found.facts());
            }
        }

        Resolving resolving = new Resolving(files);
        Resolution resolution = resolving.resolution();

        assertTrue(resolution.order().size() > 100, "used " + resolution.order().size());
        assertTrue(resolving.steps() < 1_000L * edges, "steps " + resolving.steps() + " for " + edges);
    }

    private static List<PluginFacts> tangle(Random random, int plugins, int versions) {
        List<PluginFacts> files = new ArrayList<>();
        List<String> ranges = List.of("*", "^1", "^2", ">=1 <3", "~1", ">=2", "<2", "^3");
        for (int i = 0; i < plugins; i++) {
            for (int version = 1; version <= 1 + random.nextInt(versions); version++) {
                Found found = plugin(id(i), version + ".0.0");
                for (int edge = random.nextInt(3); edge > 0; edge--) {
                    String range = ranges.get(random.nextInt(ranges.size()));
                    String other = id(random.nextInt(plugins + 1));
                    boolean optional = random.nextInt(4) == 0;
                    found = optional ? found.uses(other, range) : found.requires(other, range);
                }
                files.add(found.facts());
            }
        }
        return files;
    }

    private static void assertFits(PluginFacts plugin, String id, Resolution resolution) {
        var requires = plugin.manifest().requires();
        var range = requires.containsKey(id)
                ? requires.get(id)
                : plugin.manifest().optional().get(id);
        String version = resolution.plugin(id).orElseThrow().version();
        assertTrue(range.admits(SemanticVersion.parse(version).orElseThrow()));
    }

    private static String id(int number) {
        return "acme.p" + (1_000 + number);
    }

    static Resolution resolve(Found... found) {
        return Resolver.resolve(Arrays.stream(found).map(Found::facts).toList());
    }

    private static PluginFacts found(Resolution resolution, String use) {
        return assertInstanceOf(ProviderChoice.Found.class, resolution.provider(use))
                .plugin();
    }

    static List<String> ids(Resolution resolution) {
        return resolution.order().stream().map(PluginFacts::id).toList();
    }

    private static List<String> versions(Resolution resolution) {
        return resolution.order().stream()
                .map(plugin -> plugin.id() + " " + plugin.version())
                .toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<String> told(Resolution resolution) {
        return resolution.refusals().stream()
                .map(refusal -> refusal.problem().toString())
                .toList();
    }

    private static List<String> notes(Resolution resolution) {
        return resolution.notes().stream()
                .map(note -> note.text(Locale.ENGLISH))
                .toList();
    }

    private static List<Note.Kind> kinds(Resolution resolution) {
        return resolution.notes().stream().map(Note::kind).toList();
    }

    static List<Reason> reasons(Resolution resolution, String id) {
        Stream<Refusal> refusals = resolution.refusalsOf(id).stream();
        return refusals.map(Refusal::reason).toList();
    }

    private static Refusal only(Resolution resolution, String id) {
        List<Refusal> refusals = resolution.refusalsOf(id);
        assertEquals(1, refusals.size(), refusals::toString);
        return refusals.get(0);
    }
}
