package org.citykit.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What every provider of a source must keep to. Not implemented directly. */
public interface SourceContract extends ProviderContract {
    @Test
    default void aFetchFromTheStartGivesItems(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::startGivesItems);
    }

    @Test
    default void onlyTheFetchPushesAndOnlyItems(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::onlyItemsArePushed);
    }

    @Test
    default void askingForEverythingAgainGivesTheSameItems(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::startGivesTheSameAgain);
    }

    @Test
    default void goingOnFromTheCursorKeepsTheItems(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::goingOnKeepsTheItems);
    }

    @Test
    default void goingOnAfterAChangeEndsWhereStartingAnewWould(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::goingOnEndsWhereStartingWould);
    }

    @Test
    default void theCursorCanBeStored(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::cursorCanBeStored);
    }

    @Test
    default void aCursorFromElsewhereGivesEverything(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::strangeCursorGivesEverything);
    }

    @Test
    default void aModuleOpenedAgainGivesTheSameItems(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::openedAgainGivesTheSame);
    }

    @Test
    default void twoModulesOfTheProviderDoNotDisturbEachOther(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::twoModulesDoNotMeet);
    }

    @ResourceLock(Resources.LOCALE)
    @Test
    default void theItemsDoNotDependOnTheDefaultLocale(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::defaultLocaleDoesNotMatter);
    }

    @ResourceLock(Resources.TIME_ZONE)
    @Test
    default void theItemsDoNotDependOnTheDefaultTimeZone(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::defaultZoneDoesNotMatter);
    }

    @Test
    default void theItemsAreTheSameAMinuteLater(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::minutesDoNotMatter);
    }

    @Test
    default void theSinksRefusalPassesThrough(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::sinkIsObeyed);
    }

    @Test
    default void whatItNeedsIsDeclared(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::needsAreDeclared);
    }

    @Test
    default void thatItSendsChangesIsDeclared(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::changesAreDeclared);
    }

    @Test
    default void thatItCanBeEditedIsDeclared(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::editingIsDeclared);
    }

    @Test
    default void whoeverEditsReadsTheirOwnEditAtOnce(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::editsAreSeenAtOnce);
    }

    @Test
    default void anEditOverAnotherEditIsRefused(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, FetchRules::staleEditsAreRefused);
    }

    @Test
    default void aFailingWebFailsTheFetch(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::failingWebFailsTheFetch);
    }

    @Test
    default void anAnswerThatBreaksOffFailsTheFetch(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::brokenAnswerFailsTheFetch);
    }

    @Test
    default void missingFilesFailTheFetch(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::missingFilesFailTheFetch);
    }

    @Test
    default void contentBeyondTheLimitFailsTheFetch(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::tooLongFailsTheFetch);
    }

    @Test
    default void aPageToSignInIsNotTakenForData(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::otherContentIsNotTakenForData);
    }

    @Test
    default void afterAFailureTheItemsComeAgain(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::failuresPass);
    }

    @Test
    default void aWebThatDoesNotAnswerIsLeftWhenInterrupted(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::interruptEndsTheFetch);
    }

    @Test
    default void theTextsAreReadInTheirEncoding(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::textsAreDecoded);
    }

    @Test
    default void theTextsAreInLanguagesThatExist(@TempDir Path folder, TestReporter reporter) throws Exception {
        Trial.of(this, folder, trial -> ItemRules.languagesExist(trial, reporter));
    }

    @Test
    default void theSourcesCanBeFollowed(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::sourcesCanBeFollowed);
    }
}
