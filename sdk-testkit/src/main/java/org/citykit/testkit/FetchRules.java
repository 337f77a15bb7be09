package org.citykit.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.EditableSource;
import org.citykit.api.Item;
import org.citykit.api.Outcome;
import org.citykit.api.Revision;
import org.citykit.api.Source;
import org.citykit.runtime.link.LinkedPlugin;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Rules of what a source delivers, and where it goes on. */
final class FetchRules {
    private static final List<String> LOCALES = List.of(
            "fa-IR-u-ca-persian-nu-arabext", "ar-SA-u-ca-islamic-umalqura-nu-arab", "tr-TR", "th-TH-u-ca-buddhist");
    private static final List<String> ZONES = List.of("Pacific/Kiritimati", "Pacific/Niue", "Asia/Tehran");
    private static final List<String> STRANGE = List.of("?", "not a cursor of this source", "{\"page\": 7}", "-1");

    private FetchRules() {}

    static void startGivesItems(Trial trial) throws Exception {
        OpenModule.Brought brought = trial.open().fetch(Cursor.start());

        Assertions.assertFalse(
                brought.outcome() instanceof Outcome.NothingNew,
                "Asked for everything, the source says that nothing is new.");
        Assertions.assertEquals(
                trial.subject().declares(Behaviour.DELIVERS_NOTHING),
                brought.items().isEmpty(),
                () -> "Items: " + brought.items().keySet() + ", defects: " + brought.defects()
                        + ". Declare DELIVERS_NOTHING if the example has none.");
    }

    static void onlyItemsArePushed(Trial trial) throws Exception {
        CollectingSink<Item> sink = CollectingSink.of(Item.class);
        OpenModule module = trial.open();
        module.fetch(Cursor.start(), sink);
        module.closes();

        Assertions.assertEquals(List.of(), sink.misuses(), "A sink belongs to one fetch and its thread.");
    }

    static void startGivesTheSameAgain(Trial trial) throws Exception {
        OpenModule module = trial.open();
        Map<String, Item> first = module.first().items();

        Assertions.assertEquals(first, module.fetchAll(), "Asked for everything a second time, the items differ.");
    }

    static void goingOnKeepsTheItems(Trial trial) throws Exception {
        OpenModule module = trial.open();
        OpenModule.Brought first = module.first();
        OpenModule.Brought second = module.fetch(first.next());

        Assertions.assertEquals(
                first.items(), second.on(first.items()), "Nothing has changed, but after going on the items differ.");
    }

    static void goingOnEndsWhereStartingWould(Trial trial) throws Exception {
        OpenModule module = trial.open();
        OpenModule.Brought first = module.first();
        change(trial);
        OpenModule.Brought second = module.fetch(first.next());

        Assertions.assertEquals(
                module.fetchAll(),
                second.on(first.items()),
                "The content has changed; going on from the cursor ends elsewhere than starting anew.");
    }

    static void cursorCanBeStored(Trial trial) throws Exception {
        String cursor = trial.open().first().next().value();

        byte[] stored = cursor.getBytes(StandardCharsets.UTF_8);
        Assertions.assertTrue(stored.length <= Cursor.LENGTH, "The cursor takes " + stored.length + " octets.");
        Assertions.assertEquals(cursor, new String(stored, StandardCharsets.UTF_8), "The cursor is no text.");
        Assertions.assertFalse(cursor.indexOf('\0') >= 0, "The cursor holds the character U+0000.");
    }

    static void strangeCursorGivesEverything(Trial trial) throws Exception {
        OpenModule module = trial.open();
        Map<String, Item> everything = module.first().items();

        for (String strange : STRANGE) {
            Assertions.assertEquals(
                    everything,
                    module.fetch(Cursor.of(strange)).items(),
                    () -> "The cursor \"" + strange + "\" is none of this source's, so it wants everything.");
        }
    }

    static void openedAgainGivesTheSame(Trial trial) throws Exception {
        LinkedPlugin plugin = trial.plugin();
        OpenModule first = trial.open(plugin, "subject");
        Map<String, Item> items = first.first().items();
        first.close();

        Assertions.assertEquals(
                items, trial.open(plugin, "subject").fetchAll(), "The module was opened again, and the items differ.");
    }

    static void twoModulesDoNotMeet(Trial trial) throws Exception {
        LinkedPlugin plugin = trial.plugin();
        OpenModule one = trial.open(plugin, "subject");
        Map<String, Item> items = one.first().items();
        OpenModule other = trial.open(plugin, "other");
        Map<String, Item> others = other.fetchAll();

        Assertions.assertEquals(
                items, one.fetchAll(), "A second module of the provider changed the first one's items.");
        Assertions.assertEquals(items.size(), others.size(), "The second module has fewer or more items.");
    }

    static void defaultLocaleDoesNotMatter(Trial trial) throws Exception {
        underDefaults(trial, "en-GB", LOCALES, Defaults::locale);
    }

    static void defaultZoneDoesNotMatter(Trial trial) throws Exception {
        underDefaults(trial, "UTC", ZONES, Defaults::zone);
    }

    /** The plugin is linked under the first two defaults, so that its initialisers meet both. */
    private static void underDefaults(
            Trial trial, String usual, List<String> others, BiConsumer<Defaults, String> change) throws Exception {
        try (Defaults defaults = new Defaults()) {
            change.accept(defaults, usual);
            Map<String, Item> items = trial.open().first().items();
            change.accept(defaults, others.get(0));
            LinkedPlugin plugin = trial.plugin();
            for (String other : others) {
                change.accept(defaults, other);
                Assertions.assertEquals(
                        items,
                        trial.open(plugin, "subject").fetchAll(),
                        () -> "Under the default " + other + " the items differ from those under " + usual + ".");
            }
        }
    }

    static void minutesDoNotMatter(Trial trial) throws Exception {
        OpenModule module = trial.open();
        Map<String, Item> items = module.first().items();
        trial.clock().advance(Duration.ofMinutes(1));

        Assertions.assertEquals(
                items,
                module.fetchAll(),
                "A minute later the same content gives other items, so every fetch would look like a change.");
    }

    static void sinkIsObeyed(Trial trial) throws Exception {
        OpenModule module = trial.open();
        int all = module.first().items().size();
        Assumptions.assumeTrue(all > 0, "the example has no items");
        Ended<Outcome> end =
                module.fetch(Cursor.start(), CollectingSink.of(Item.class).atMost(all - 1L));

        Assertions.assertTrue(
                end instanceof Ended.Threw<Outcome> threw
                        && threw.thrown() instanceof CityKitException known
                        && known.code() == ApiError.LIMIT_EXCEEDED,
                () -> "The sink took no more items; let its exception pass. " + shown(end));
    }

    static void needsAreDeclared(Trial trial) throws Exception {
        OpenModule module = trial.open();
        ProviderRules.use(module);
        List<String> used = new ArrayList<>(module.context().filesRead());
        used.addAll(module.context().viewsAsked());
        trial.web().requests().forEach(request -> used.add(request.uri().toString()));

        Assertions.assertEquals(
                trial.subject().declares(Behaviour.NEEDS_NOTHING),
                used.isEmpty(),
                () -> "It uses " + used + ". Declare NEEDS_NOTHING if, and only if, that is nothing.");
    }

    static void changesAreDeclared(Trial trial) throws Exception {
        OpenModule module = trial.open();
        Cursor next = module.first().next();
        change(trial);
        Outcome outcome = module.fetch(next).outcome();

        Assertions.assertEquals(
                trial.subject().declares(Behaviour.SENDS_CHANGES),
                outcome instanceof Outcome.Changes,
                () -> "Going on after a change ended with " + outcome.getClass().getSimpleName()
                        + ". Declare SENDS_CHANGES if, and only if, that is Changes.");
    }

    static void editingIsDeclared(Trial trial) throws Exception {
        Assertions.assertEquals(
                trial.subject().declares(Behaviour.EDITABLE),
                trial.open().source() instanceof EditableSource,
                "Declare EDITABLE if, and only if, the source is an EditableSource.");
    }

    static void editsAreSeenAtOnce(Trial trial) throws Exception {
        OpenModule module = trial.open();
        EditableSource<Item> source = editable(trial, module);
        Item item = Samples.of(trial.provider().orElseThrow().domain());
        Revision saved = module.<Revision>call("save", () -> source.save(item, Revision.NONE))
                .value("Saving");
        Assertions.assertEquals(item, module.fetchAll().get(item.id()), "What was saved is not delivered.");
        module.call("delete", () -> {
                    source.delete(item.id(), saved);
                    return true;
                })
                .value("Deleting");

        Assertions.assertFalse(module.fetchAll().containsKey(item.id()), "What was deleted is still delivered.");
    }

    static void staleEditsAreRefused(Trial trial) throws Exception {
        OpenModule module = trial.open();
        EditableSource<Item> source = editable(trial, module);
        Item item = Samples.of(trial.provider().orElseThrow().domain());
        module.call("save", () -> source.save(item, Revision.NONE)).value("Saving");
        Ended<Revision> again = module.call("save", () -> source.save(item, Revision.NONE));

        Assertions.assertTrue(
                again instanceof Ended.Threw<Revision> threw
                        && threw.thrown() instanceof CityKitException known
                        && known.code() == ApiError.REVISION_CONFLICT,
                () -> "Saving over another edit must be refused with REVISION_CONFLICT. " + shown(again));
    }

    static String shown(Ended<?> end) {
        return String.valueOf(end.broken("The call").getMessage());
    }

    /** Whatever the subject reads is another edition afterwards, with the later content where there is one. */
    private static void change(Trial trial) throws Exception {
        trial.web().touch();
        trial.subject().laterWeb.forEach(trial.web()::answer);
        trial.writeFiles(trial.subject().laterFiles);
        FileTime later = FileTime.from(trial.clock().instant().plusSeconds(60));
        for (String name : Set.copyOf(trial.subject().files.keySet())) {
            Path file = trial.home().resolve(name);
            Files.setLastModifiedTime(file, later);
        }
    }

    private static EditableSource<Item> editable(Trial trial, OpenModule module) {
        Assumptions.assumeTrue(trial.subject().declares(Behaviour.EDITABLE), "it is not declared EDITABLE");
        Source<Item> source = module.source();
        Assumptions.assumeTrue(source instanceof EditableSource, "its source is no EditableSource");
        return (EditableSource<Item>) source;
    }
}
