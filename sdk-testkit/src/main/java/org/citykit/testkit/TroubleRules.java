package org.citykit.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.api.Limits;
import org.citykit.api.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Rules of what a source does when the web, a file or a limit is in its way. */
final class TroubleRules {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] SIGN_IN = """
            <!DOCTYPE html>
            <html lang="en"><head><title>Sign in</title></head>
            <body><p>Please sign in to use this network.</p>
            <form action="/login"><input name="code"></form></body></html>
            """.getBytes(StandardCharsets.UTF_8);

    private TroubleRules() {}

    static void everythingRecordedIsAskedFor(Trial trial) throws Exception {
        needsWeb(trial);
        ProviderRules.use(trial.open());
        List<String> asked = trial.web().requests().stream()
                .map(request -> request.uri().toString())
                .toList();

        trial.subject()
                .web
                .keySet()
                .forEach(address -> Assertions.assertTrue(
                        asked.contains(address.toString()),
                        () -> address + " is recorded, but was never asked through the context; asked was " + asked));
    }

    static void failingWebFailsTheFetch(Trial trial) throws Exception {
        needsWeb(trial);
        for (Trouble trouble : List.of(Trouble.UNREACHABLE, Trouble.FAILS)) {
            trial.web().suffer(trouble);
            throwsTyped(trial.open(), "The web " + trouble);
        }
    }

    static void brokenAnswerFailsTheFetch(Trial trial) throws Exception {
        needsWeb(trial);
        trial.web().suffer(Trouble.BREAKS_OFF);
        throwsTyped(trial.open(), "The answer breaks off in the middle");
    }

    static void missingFilesFailTheFetch(Trial trial) throws Exception {
        Assumptions.assumeFalse(trial.subject().files.isEmpty(), "no file is given");
        OpenModule module = trial.open();
        clear(trial.home());
        throwsTyped(module, "The files are not there");
    }

    static void tooLongFailsTheFetch(Trial trial) throws Exception {
        needsContent(trial);
        Limits now = trial.limits();
        trial.limit(new Limits(now.items(), 1, now.defects(), now.open(), now.fetch(), now.close()));
        throwsTyped(trial.open(), "The content is longer than the limit");
    }

    static void otherContentIsNotTakenForData(Trial trial) throws Exception {
        needsContent(trial);
        for (var address : trial.subject().web.keySet()) {
            trial.web().answer(address, RecordedAnswer.of("text/html", SIGN_IN));
        }
        for (String file : trial.subject().files.keySet()) {
            trial.writeFiles(Map.of(file, SIGN_IN));
        }
        CollectingSink<Item> sink = CollectingSink.of(Item.class);
        Ended<Outcome> end = trial.open().fetch(Cursor.start(), sink);

        Assertions.assertTrue(
                end instanceof Ended.Threw || !sink.defects().isEmpty(),
                () -> "A page to sign in stands where the data should be. Throw, or report defects; the data that is"
                        + " there would be replaced by " + sink.items());
        if (end instanceof Ended.Threw<Outcome> threw) {
            Assertions.assertTrue(
                    isTyped(threw.thrown()), () -> "Throw a CityKitException or IOException. " + FetchRules.shown(end));
        }
    }

    static void failuresPass(Trial trial) throws Exception {
        needsContent(trial);
        OpenModule module = trial.open();
        Map<String, Item> items = module.first().items();
        trial.web().suffer(Trouble.BREAKS_OFF);
        clear(trial.home());
        module.fetch(Cursor.start(), CollectingSink.of(Item.class));
        trial.web().suffer(Trouble.NONE);
        trial.writeFiles(trial.subject().files);

        Assertions.assertEquals(items, module.fetchAll(), "After a failed fetch the items differ.");
    }

    static void interruptEndsTheFetch(Trial trial) throws Exception {
        needsWeb(trial);
        trial.web().suffer(Trouble.HANGS);
        OpenModule module = trial.open();
        var call = module.begin(Cursor.start(), CollectingSink.of(Item.class));
        Assumptions.assumeTrue(trial.web().awaitHanging(PATIENCE), "the web was not asked");
        endsByThrowing(module.interrupted(call));
    }

    /** Checks that an interrupted call ended by an exception. */
    static void endsByThrowing(Ended<?> end) {
        Assertions.assertTrue(
                end instanceof Ended.Threw,
                () -> "The web does not answer and the call is interrupted; it must end by an exception. "
                        + FetchRules.shown(end));
    }

    static void secretsStaySecret(Trial trial) throws Exception {
        Assumptions.assumeFalse(trial.subject().environment.isEmpty(), "the settings name no secret");
        StringBuilder told = new StringBuilder();
        for (Trouble trouble : Trouble.values()) {
            if (trouble != Trouble.HANGS) {
                trial.web().suffer(trouble);
                tell(trial.open(), told);
            }
        }
        trial.subject()
                .environment
                .forEach((name, secret) -> Assertions.assertFalse(
                        told.toString().contains(secret),
                        () -> "What {env: " + name
                                + "} holds is shown in an item, defect, cursor, receipt or message."));
    }

    static boolean isTyped(Throwable thrown) {
        return thrown instanceof CityKitException
                || thrown instanceof IOException
                || thrown instanceof UncheckedIOException
                || thrown instanceof InterruptedException;
    }

    /** Skips the rule where nothing is recorded. */
    static void needsWeb(Trial trial) {
        Assumptions.assumeFalse(trial.subject().web.isEmpty(), "nothing is recorded from the web");
    }

    private static void needsContent(Trial trial) {
        Assumptions.assumeFalse(
                trial.subject().web.isEmpty() && trial.subject().files.isEmpty(),
                "nothing is recorded and no file is given");
    }

    private static void throwsTyped(OpenModule module, String what) {
        Ended<Outcome> end = module.fetch(Cursor.start(), CollectingSink.of(Item.class));
        Assertions.assertTrue(
                end instanceof Ended.Threw<Outcome> threw && isTyped(threw.thrown()),
                () -> what + "; the fetch must end by a CityKitException or IOException, so that the last good data"
                        + " stays. " + FetchRules.shown(end));
    }

    private static void tell(OpenModule module, StringBuilder told) {
        if (module.isChannel()) {
            told.append(FetchRules.shown(module.deliver(Samples.alert(), "key-1")));
            return;
        }
        CollectingSink<Item> sink = CollectingSink.of(Item.class);
        Ended<Outcome> end = module.fetch(Cursor.start(), sink);
        told.append(sink.items()).append(sink.defects()).append(FetchRules.shown(end));
        if (end instanceof Ended.Threw<Outcome> threw) {
            for (Throwable cause = threw.thrown(); cause != null; cause = cause.getCause()) {
                told.append(cause);
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
