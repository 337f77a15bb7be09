package org.citykit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citykit.testkit.faulty.FaultyPackaging;
import org.citykit.testkit.faulty.LineCalendar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ContractTests {
    @TempDir
    static Path folder;

    private static Path plugin;

    @BeforeAll
    static void makeThePlugin() throws Exception {
        plugin = PackedPlugin.of(CompiledPlugin.ofAll(folder.resolve("all")), folder.resolve("packed"));
    }

    @TestFactory
    Stream<DynamicTest> aCalendarThatBreaksARuleFailsThatRuleAlone() {
        return launched(Cases.Calendar.class, Faults.calendars());
    }

    @TestFactory
    Stream<DynamicTest> anEditedCalendarThatBreaksARuleFailsThatRuleAlone() {
        return launched(Cases.Edited.class, Faults.edited());
    }

    @TestFactory
    Stream<DynamicTest> aRegistryThatBreaksARuleFailsThatRuleAlone() {
        return launched(Cases.Registry.class, Faults.registries());
    }

    @TestFactory
    Stream<DynamicTest> aPackThatBreaksARuleFailsThatRuleAlone() {
        return launched(Cases.Playbooks.class, Faults.templates());
    }

    @TestFactory
    Stream<DynamicTest> aChannelThatBreaksARuleFailsThatRuleAlone() {
        return launched(Cases.Channels.class, Faults.channels());
    }

    @Test
    void aPluginThatTheRuntimeRefusesFailsThatRuleAlone() throws Exception {
        Path unnamed = CompiledPlugin.of(
                folder.resolve("unnamed"), "", List.of(LineCalendar.class, FaultyPackaging.Unnamed.class));

        Launched launched = Launched.of(Cases.Calendar.class, unnamed, Fault.of("good-calendar", ""));

        assertEquals(Set.of("thePluginCanBeRead"), launched.failed());
    }

    @Test
    void aPluginWithoutOneOfItsLibrariesFailsThatRuleAlone() throws Exception {
        Path here = folder.resolve("unlinkable");
        CompiledPlugin.library(here, "org.citykit.absent");
        Path unlinkable = CompiledPlugin.of(here, "requires org.citykit.absent;", List.of(LineCalendar.class));

        Launched launched = Launched.of(Cases.Calendar.class, unlinkable, Fault.of("good-calendar", ""));

        assertEquals(Set.of("thePluginCanBeLinkedInALayerOfItsOwn"), launched.failed());
    }

    @Test
    void everyRuleIsBrokenBySomebody() {
        Set<String> broken = new HashSet<>(Set.of("thePluginCanBeRead", "thePluginCanBeLinkedInALayerOfItsOwn"));
        Stream.of(Faults.calendars(), Faults.edited(), Faults.registries(), Faults.templates(), Faults.channels())
                .flatMap(List::stream)
                .map(Fault::rule)
                .forEach(broken::add);

        Set<String> rules = new TreeSet<>();
        for (Class<?> contract : List.of(
                EventCalendarContract.class,
                TwinningRegistryContract.class,
                CrisisTemplatesContract.class,
                AlertChannelContract.class)) {
            Stream.of(contract.getMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .forEach(rules::add);
        }

        rules.removeAll(broken);
        assertEquals(Set.of(), rules);
    }

    @Test
    void everyGoodProviderAndSomeFaultyOnesAreTriedForUnloading() {
        List<Fault> all = Stream.of(
                        Faults.calendars(), Faults.edited(), Faults.registries(), Faults.templates(), Faults.channels())
                .flatMap(List::stream)
                .toList();

        List<Fault> tried = all.stream().filter(Fault::triesUnloading).toList();

        assertTrue(tried.containsAll(
                all.stream().filter(fault -> fault.rule().isEmpty()).toList()));
        assertEquals(
                8,
                tried.stream()
                        .map(Fault::rule)
                        .filter(rule -> !rule.isEmpty())
                        .distinct()
                        .count());
    }

    private static Stream<DynamicTest> launched(Class<?> contract, List<Fault> faults) {
        return faults.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.key(), () -> {
                    Launched launched = Launched.of(contract, plugin, fault);

                    assertTrue(launched.started() > 10, "The contract was not run.");
                    assertEquals(
                            fault.rule().isEmpty() ? Set.of() : Set.of(fault.rule()),
                            launched.failed(),
                            launched::told);
                }));
    }
}
