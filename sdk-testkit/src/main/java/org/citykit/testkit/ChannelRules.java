package org.citykit.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;
import org.citykit.runtime.guard.VendorCalls;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Rules of how a channel hands alerts over. */
final class ChannelRules {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String KEY = "testkit-key-7f3a";
    private static final List<String> EXERCISE = List.of("exercise", "تمرین", "تمرين", "رزمایش");

    private ChannelRules() {}

    static void limitsStay(Trial trial) throws Exception {
        OpenModule module = trial.open();
        ChannelLimits limits = limits(module);

        Assertions.assertEquals(limits, limits(module), "Asked twice, the limits differ.");
        Assertions.assertEquals(List.of(), trial.web().requests(), "Asking for the limits asks the web.");
    }

    static void everyKindIsTaken(Trial trial) throws Exception {
        OpenModule module = trial.open();
        for (Alert.Message message : Alert.Message.values()) {
            Alert alert = Samples.alert("testkit-" + message, Alert.Nature.ACTUAL, message, "Flood on the river");
            Receipt receipt = module.deliver(alert, KEY + message).value("Delivering " + message);
            Assertions.assertEquals(
                    Receipt.State.DELIVERED, receipt.state(), () -> message + " was refused: " + receipt.note());
        }
    }

    static void receiptSaysWhen(Trial trial) throws Exception {
        Receipt receipt = trial.open().firstDelivery(Samples.alert(), KEY);

        Assertions.assertEquals(trial.clock().instant(), receipt.at(), "Use the context's clock for receipts.");
    }

    static void keyReachesTheReceiver(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        module.firstDelivery(Samples.alert(), KEY);
        String first = told(trial, 0);
        int before = trial.web().requests().size();
        module.deliver(Samples.alert(), KEY).value("Delivering a second time");

        String unknown = "The receiver does not see the key, so that it cannot know an alert that it has already: ";
        Assertions.assertTrue(first.contains(KEY), () -> unknown + first);
        Assertions.assertTrue(told(trial, before).contains(KEY), () -> "At the second attempt: " + unknown);
    }

    static void wordsReachTheReceiver(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        module.firstDelivery(Samples.alert(), KEY);
        String one = told(trial, 0);
        int before = trial.web().requests().size();
        module.firstDelivery(Samples.alert("testkit-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "Fire"), KEY);

        Assertions.assertNotEquals(
                one, told(trial, before), "Two alerts with different headlines reach the receiver as one.");
    }

    static void failingReceiverThrows(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        for (Trouble trouble : List.of(Trouble.UNREACHABLE, Trouble.FAILS, Trouble.BREAKS_OFF)) {
            trial.web().suffer(trouble);
            Ended<Receipt> end = module.deliver(Samples.alert(), KEY);
            boolean fine = trouble == Trouble.BREAKS_OFF
                    ? !(end instanceof Ended.Hung)
                    : end instanceof Ended.Threw<Receipt> threw && TroubleRules.isTyped(threw.thrown());
            Assertions.assertTrue(
                    fine,
                    () -> "The web " + trouble + "; a later attempt may succeed, so the delivery must end by a"
                            + " CityKitException or IOException. " + FetchRules.shown(end));
        }
    }

    static void refusalIsAReceipt(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        trial.web().suffer(Trouble.REFUSES);
        Ended<Receipt> end = trial.open().deliver(Samples.alert(), KEY);

        Assertions.assertTrue(
                end instanceof Ended.Returned<Receipt> returned
                        && returned.value() != null
                        && returned.value().state() == Receipt.State.REFUSED,
                () -> "The receiver answers 422, which no repetition cures; give a REFUSED receipt. "
                        + FetchRules.shown(end));
    }

    static void exercisesAreMarked(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        Ended<Receipt> end = module.deliver(Samples.exercise(), KEY);
        String told = told(trial, 0).toLowerCase(Locale.ROOT);
        boolean kept = trial.web().requests().isEmpty() && !(end instanceof Ended.Hung);

        Assertions.assertTrue(
                kept || EXERCISE.stream().anyMatch(told::contains),
                () -> "An exercise reaches the receiver like a real alert: " + told);
    }

    static void interruptEndsTheDelivery(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        trial.web().suffer(Trouble.HANGS);
        OpenModule module = trial.open();
        var call = module.beginDelivery(Samples.alert(), KEY);
        Assumptions.assumeTrue(trial.web().awaitHanging(PATIENCE), "the web was not asked");
        TroubleRules.endsByThrowing(module.interrupted(call));
    }

    static void failuresPass(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        module.firstDelivery(Samples.alert(), KEY);
        trial.web().suffer(Trouble.UNREACHABLE);
        module.deliver(Samples.alert(), KEY);
        trial.web().suffer(Trouble.NONE);

        Assertions.assertEquals(
                Receipt.State.DELIVERED,
                module.deliver(Samples.alert(), KEY)
                        .value("Delivering after a failure")
                        .state());
    }

    static void defaultLocaleDoesNotMatter(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        try (Defaults defaults = new Defaults()) {
            defaults.locale("en-GB");
            trial.open().firstDelivery(Samples.alert(), KEY);
            String said = told(trial, 0);
            for (String tag : List.of("fa-IR-u-ca-persian-nu-arabext", "tr-TR")) {
                defaults.locale(tag);
                int before = trial.web().requests().size();
                trial.open().deliver(Samples.alert(), KEY).value("Delivering under " + tag);
                Assertions.assertEquals(
                        said,
                        told(trial, before),
                        () -> "Under the default locale " + tag + " something else is sent.");
            }
        }
    }

    private static ChannelLimits limits(OpenModule module) {
        return module.<ChannelLimits>call("limits", () -> VendorCalls.limits(module.channel()))
                .value("Asking for the limits");
    }

    /** What the receiver was told since so many requests. */
    private static String told(Trial trial, int since) {
        return trial.web().requests().stream()
                .skip(since)
                .map(ChannelRules::told)
                .collect(Collectors.joining("\n"));
    }

    private static String told(RecordedRequest request) {
        return Stream.of(
                        request.method() + " " + request.uri(),
                        new TreeMap<>(request.headers()).toString(),
                        new String(request.body(), StandardCharsets.UTF_8))
                .reduce("", (a, b) -> a + b + "\n");
    }
}
