package org.citykit.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
        Receipt receipt = trial.open().deliver(Samples.alert(), KEY).value("Delivering");

        Assertions.assertEquals(trial.clock().instant(), receipt.at(), "Use the context's clock for receipts.");
    }

    static void keyReachesTheReceiver(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        for (int attempt = 1; attempt <= 2; attempt++) {
            int before = trial.web().requests().size();
            module.deliver(Samples.alert(), KEY).value("Delivering for the " + attempt + ". time");
            boolean seen = trial.web().requests().stream()
                    .skip(before)
                    .anyMatch(request -> told(request).contains(KEY));
            int number = attempt;
            Assertions.assertTrue(
                    seen,
                    () -> "At attempt " + number + " the receiver does not see the key, so that it cannot know an"
                            + " alert that it has already.");
        }
    }

    static void wordsReachTheReceiver(Trial trial) throws Exception {
        TroubleRules.needsWeb(trial);
        OpenModule module = trial.open();
        String one = sent(trial, module, Samples.alert());
        String other =
                sent(trial, module, Samples.alert("testkit-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "Fire"));

        Assertions.assertNotEquals(one, other, "Two alerts with different headlines reach the receiver as one.");
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
        Receipt receipt = module.deliver(Samples.exercise(), KEY).value("Delivering an exercise");
        String told = String.join(
                        "\n",
                        trial.web().requests().stream().map(ChannelRules::told).toList())
                .toLowerCase(Locale.ROOT);
        boolean kept = receipt.state() == Receipt.State.REFUSED
                && trial.web().requests().isEmpty();

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
            String said = sent(trial, trial.open(), Samples.alert());
            for (String tag : List.of("fa-IR-u-ca-persian-nu-arabext", "tr-TR")) {
                defaults.locale(tag);
                Assertions.assertEquals(
                        said,
                        sent(trial, trial.open(), Samples.alert()),
                        () -> "Under the default locale " + tag + " something else is sent.");
            }
        }
    }

    private static ChannelLimits limits(OpenModule module) {
        return module.<ChannelLimits>call("limits", () -> VendorCalls.limits(module.channel()))
                .value("Asking for the limits");
    }

    private static String sent(Trial trial, OpenModule module, Alert alert) {
        int before = trial.web().requests().size();
        module.deliver(alert, KEY).value("Delivering");
        return String.join(
                "\n",
                trial.web().requests().stream()
                        .skip(before)
                        .map(ChannelRules::told)
                        .toList());
    }

    private static String told(RecordedRequest request) {
        return Stream.of(
                        request.method() + " " + request.uri(),
                        new java.util.TreeMap<>(request.headers()).toString(),
                        new String(request.body(), StandardCharsets.UTF_8))
                .reduce("", (a, b) -> a + b + "\n");
    }
}
