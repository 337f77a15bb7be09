package org.citykit.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What a provider of {@link org.citykit.api.crisis.AlertChannel} must keep to. Implemented by a test class.
 *
 * <p>Each rule is a test on a module of its own, opened by the runtime's own reader, linker, binder and guard. A rule
 * about something that the subject does not have, such as the web, is skipped with that reason.
 */
public interface AlertChannelContract extends ProviderContract {
    @Test
    default void theLimitsStayAsTheyAre(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::limitsStay);
    }

    @Test
    default void everyKindOfAlertIsTaken(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::everyKindIsTaken);
    }

    @Test
    default void theReceiptSaysWhenByThePortalsClock(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::receiptSaysWhen);
    }

    @Test
    default void theReceiverSeesTheKeyAtEveryAttempt(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::keyReachesTheReceiver);
    }

    @Test
    default void whatIsSaidReachesTheReceiver(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::wordsReachTheReceiver);
    }

    @Test
    default void aReceiverThatFailsFailsTheDelivery(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::failingReceiverThrows);
    }

    @Test
    default void aRefusalIsAReceipt(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::refusalIsAReceipt);
    }

    @Test
    default void anExerciseIsMarkedOrKeptBack(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::exercisesAreMarked);
    }

    @Test
    default void aReceiverThatDoesNotAnswerIsLeftWhenInterrupted(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::interruptEndsTheDelivery);
    }

    @Test
    default void afterAFailureTheAlertCanBeDelivered(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::failuresPass);
    }

    @ResourceLock(Resources.LOCALE)
    @Test
    default void whatIsSentDoesNotDependOnTheDefaultLocale(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ChannelRules::defaultLocaleDoesNotMatter);
    }
}
