package org.citykit.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.value.MapValue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Rules of packaging, settings, opening and closing. */
final class ProviderRules {
    private static final long PATIENCE_MILLIS = 1_000;

    private ProviderRules() {}

    static void pluginIsReadable(Trial trial) throws Exception {
        Assertions.assertEquals(List.of(), trial.scan().problems(), "The runtime refuses the plugin.");
    }

    static void moduleProvidesTheProvider(Trial trial) throws Exception {
        Assumptions.assumeTrue(trial.scan().problems().isEmpty(), "see thePluginCanBeRead");
        Assertions.assertTrue(
                trial.provider().isPresent(),
                "The module does not provide it. Add 'provides … with …' to module-info.java.");
    }

    static void pluginIsLinkable(Trial trial) throws Exception {
        Assertions.assertEquals(List.of(), trial.link().problems(), "The runtime cannot link the plugin.");
    }

    static void settingsBind(Trial trial) throws Exception {
        Assertions.assertEquals(List.of(), trial.bind(trial.plugin()).problems(), "The example's settings do not fit.");
    }

    static void missingSettingsAreNamed(Trial trial) throws Exception {
        LinkedPlugin plugin = trial.plugin();
        if (!(trial.settings() instanceof MapValue written)) {
            return;
        }
        for (String key : written.members().keySet()) {
            List<Problem> problems = trial.bindWithout(plugin, key).problems();
            for (Problem problem : problems) {
                Assertions.assertTrue(
                        problem.code() == RuntimeError.SETTING_MISSING
                                || problem.code() == RuntimeError.SETTING_INVALID,
                        () -> "Without '" + key + "' the settings give: " + problem);
                Assertions.assertFalse(
                        isAccident(problem.message()),
                        () -> "Without '" + key + "' the settings record fails instead of saying what is wrong; throw"
                                + " InvalidValueException from its constructor. It gives: " + problem);
            }
        }
    }

    static void openingGivesSomething(Trial trial) throws Exception {
        trial.attempt(trial.plugin(), "subject").value("Opening");
    }

    static void openingAsksForNothing(Trial trial) throws Exception {
        OpenModule module = trial.open();

        Assertions.assertEquals(List.of(), trial.web().requests(), "Opening asks the web.");
        Assertions.assertEquals(List.of(), module.context().filesRead(), "Opening reads files.");
    }

    static void closingDoesNoHarm(Trial trial) throws Exception {
        OpenModule module = trial.open();

        module.closes().value("Closing");
        module.closes().value("Closing a second time");
    }

    static void closingLeavesNoThread(Trial trial) throws Exception {
        OpenModule module = trial.open();
        use(module);
        module.closes().value("Closing");

        for (Thread thread : module.threads()) {
            thread.join(PATIENCE_MILLIS);
            Assertions.assertFalse(thread.isAlive(), () -> "The thread " + thread.getName() + " lives on.");
        }
    }

    /** Whether a closed module's threads live on. */
    static boolean leavesThread(OpenModule module) throws InterruptedException {
        for (Thread thread : module.threads()) {
            thread.join(PATIENCE_MILLIS);
            if (thread.isAlive()) {
                return true;
            }
        }
        return false;
    }

    static void nothingIsPrinted(Trial trial) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream noted = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            System.setOut(noted);
            System.setErr(noted);
            OpenModule module = trial.open();
            use(module);
            module.closes();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        Assertions.assertEquals("", printed.toString(StandardCharsets.UTF_8), "Use the context's logger instead.");
    }

    static void itLivesInAPortal(Trial trial) throws Exception {
        Assumptions.assumeTrue(
                trial.subject().web.isEmpty(), "a portal would ask the real web; the other rules ask the recorded one");
        OpenModule module = trial.open();
        Set<String> ids = module.isChannel() ? Set.of() : module.first().items().keySet();
        RealPortal.Lived lived = trial.live();

        Assertions.assertEquals(
                ModuleHealth.State.LIVE,
                lived.health().state(),
                () -> "In a portal of its own the module does not do well: "
                        + lived.health().reason().map(Problem::toString).orElse("") + "\n  "
                        + String.join("\n  ", lived.health().stack()));
        Assertions.assertEquals(
                ids,
                lived.items().stream().map(Item::id).collect(Collectors.toSet()),
                "In a portal of its own the module holds other items.");
    }

    /** Does once what the module is for; whatever comes of it. */
    static Optional<Map<String, Item>> use(OpenModule module) {
        if (module.isChannel()) {
            module.deliver(Samples.alert(), "key-1");
            return Optional.empty();
        }
        CollectingSink<Item> sink = CollectingSink.of(Item.class);
        module.fetch(Cursor.start(), sink);
        Map<String, Item> items = new LinkedHashMap<>();
        sink.items().forEach(item -> items.put(item.id(), item));
        return Optional.of(items);
    }

    private static boolean isAccident(String message) {
        return message.contains("Exception")
                || message.contains("because \"")
                || message.contains("No value present")
                || message.contains("out of bounds");
    }
}
