package org.citykit.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, with a provider that breaks it. */
final class Faults {
    private static final String FEED = "https://city.example/events.txt";
    private static final String MORE = "https://city.example/more.txt";
    private static final String RECEIVER = "https://receiver.example/alerts";
    private static final RecordedAnswer MAY = RecordedAnswer.of(
            "text/plain; charset=utf-8", "calendar\n1|2026-05-01|Spring fête\n2|2026-05-20|Night of museums\n");
    private static final RecordedAnswer JUNE = RecordedAnswer.of(
            "text/plain; charset=utf-8", "calendar\n2|2026-05-21|Night of museums\n3|2026-06-01|Market\n");

    private Faults() {}

    /** One installation for all rules and faults: they differ in their providers, not in their file. */
    private static Subject installed(Path plugin, Fault fault) {
        return Subject.of(plugin, fault.provider()).stagedIn(plugin.resolveSibling("stage"));
    }

    static Subject calendar(Path plugin, Fault fault) {
        return fault.with()
                .apply(installed(plugin, fault)
                        .settings("{ feed: " + FEED + ", token: { env: TOKEN } }")
                        .environment("TOKEN", "s3cr3t-t0k3n")
                        .recorded(FEED, MAY)
                        .later(FEED, JUNE));
    }

    static Subject bare(Path plugin, Fault fault) {
        return fault.with().apply(installed(plugin, fault).behaves(Behaviour.NEEDS_NOTHING));
    }

    static Subject channel(Path plugin, Fault fault) {
        return fault.with()
                .apply(installed(plugin, fault)
                        .settings("{ receiver: " + RECEIVER + ", token: { env: TOKEN } }")
                        .environment("TOKEN", "s3cr3t-t0k3n")
                        .recorded(RECEIVER, RecordedAnswer.of("text/plain", "thank you")));
    }

    static List<Fault> calendars() {
        return Stream.of(modules(), fetches(), trouble(), items())
                .flatMap(List::stream)
                .toList();
    }

    static List<Fault> registries() {
        return List.of(
                Fault.of("good-registry", ""),
                Fault.of("strangers-speak", "everyStatementIsMadeByASideOrByAThird"),
                Fault.of("twins-with-itself", "noCityIsTwinnedWithItself"),
                Fault.of("invents-countries", "theCountriesExist"));
    }

    static List<Fault> templates() {
        return List.of(
                Fault.of("good-templates", ""),
                Fault.of("half-translated", "everyMessageSaysTheSameInEveryLanguage"),
                Fault.of("leaves-holes", "everyParameterInATextIsDeclared"));
    }

    static List<Fault> channels() {
        return List.of(
                Fault.of("good-channel", ""),
                Fault.of("changes-its-limits", "theLimitsStayAsTheyAre"),
                Fault.of("takes-no-cancelling", "everyKindOfAlertIsTaken"),
                Fault.of("looks-at-its-own-watch", "theReceiptSaysWhenByThePortalsClock"),
                Fault.of("forgets-the-key", "theReceiverSeesTheKeyAtEveryAttempt"),
                Fault.of("says-the-same", "whatIsSaidReachesTheReceiver"),
                Fault.of("shrugs-off-failures", "aReceiverThatFailsFailsTheDelivery"),
                Fault.of("insists-on-refusals", "aRefusalIsAReceipt"),
                Fault.of("cries-wolf", "anExerciseIsMarkedOrKeptBack"),
                Fault.of("hides-interrupted-deliveries", "aReceiverThatDoesNotAnswerIsLeftWhenInterrupted"),
                Fault.of("stays-broken", "afterAFailureTheAlertCanBeDelivered"),
                Fault.of("speaks-for-the-machine", "whatIsSentDoesNotDependOnTheDefaultLocale"),
                Fault.of("tells-delivery-secrets", "secretsStaySecret"));
    }

    static List<Fault> edited() {
        return List.of(
                new Fault("good-edited", "", Faults::edited),
                Fault.of("good-edited", "thatItCanBeEditedIsDeclared"),
                new Fault("works-in-tests-alone", "itLivesInAPortal", Faults::edited),
                new Fault("shows-edits-late", "whoeverEditsReadsTheirOwnEditAtOnce", Faults::edited),
                new Fault("last-edit-wins", "anEditOverAnotherEditIsRefused", Faults::edited));
    }

    private static List<Fault> modules() {
        return List.of(
                Fault.of("good-calendar", ""),
                new Fault(
                        "good-calendar",
                        "theExampleSettingsFit",
                        subject -> subject.settings("{ feeds: [" + FEED + "] }")),
                Fault.of("nobody", "theModuleProvidesTheProvider"),
                Fault.of("stumbles-over-settings", "aSettingLeftOutIsAskedForOrNotNeeded"),
                Fault.of("opens-nothing", "openingGivesASourceOrChannel"),
                Fault.of("asks-while-opening", "openingAsksForNothing"),
                Fault.of("closes-once", "closingTwiceDoesNoHarm"),
                Fault.of("leaves-a-thread", "closingLeavesNoThreadBehind"),
                Fault.of("leaves-itself", "afterClosingNothingHoldsThePlugin"),
                Fault.of("prints", "nothingIsPrinted"),
                new Fault(
                        "asks-elsewhere",
                        "everythingRecordedIsAskedForThroughTheContext",
                        subject -> subject.settings("{ feed: " + FEED + ", more: " + MORE + " }")
                                .recorded(MORE, MAY)),
                Fault.of("tells-secrets", "secretsStaySecret"),
                Fault.of("remembers-closing", "aModuleOpenedAgainGivesTheSameItems"),
                Fault.of("counts-modules", "twoModulesOfTheProviderDoNotDisturbEachOther"),
                Fault.of("formats-for-the-machine", "theItemsDoNotDependOnTheDefaultLocale"),
                Fault.of("keeps-the-machines-time", "theItemsDoNotDependOnTheDefaultTimeZone"),
                Fault.of("stamps-items", "theItemsAreTheSameAMinuteLater"));
    }

    private static List<Fault> fetches() {
        return List.of(
                Fault.of("never-has-news", "aFetchFromTheStartGivesItems"),
                new Fault(
                        "good-calendar",
                        "aFetchFromTheStartGivesItems",
                        subject -> subject.behaves(Behaviour.DELIVERS_NOTHING)),
                Fault.of("pushes-elsewhere", "onlyTheFetchPushesAndOnlyItems"),
                Fault.of("pushes-late", "onlyTheFetchPushesAndOnlyItems"),
                Fault.of("tires-after-two", "askingForEverythingAgainGivesTheSameItems"),
                Fault.of("forgets-when-unchanged", "goingOnFromTheCursorKeepsTheItems"),
                Fault.of("overlooks-changes", "goingOnAfterAChangeEndsWhereStartingAnewWould"),
                Fault.of("writes-octets", "theCursorCanBeStored"),
                Fault.of("trusts-cursors", "aCursorFromElsewhereGivesEverything"),
                Fault.of("swallows-refusals", "theSinksRefusalPassesThrough"),
                new Fault(
                        "good-calendar", "whatItNeedsIsDeclared", subject -> subject.behaves(Behaviour.NEEDS_NOTHING)),
                new Fault(
                        "good-calendar",
                        "thatItSendsChangesIsDeclared",
                        subject -> subject.behaves(Behaviour.SENDS_CHANGES)),
                new Fault(
                        "good-calendar",
                        "thatItCanBeEditedIsDeclared",
                        subject -> subject.behaves(Behaviour.EDITABLE)));
    }

    private static List<Fault> trouble() {
        return List.of(
                Fault.of("hides-failures", "aFailingWebFailsTheFetch"),
                Fault.of("fails-untyped", "aFailingWebFailsTheFetch"),
                Fault.of("hides-breaks", "anAnswerThatBreaksOffFailsTheFetch"),
                new Fault("hides-missing-files", "missingFilesFailTheFetch", Faults::withFile),
                Fault.of("hides-long-answers", "contentBeyondTheLimitFailsTheFetch"),
                Fault.of("reads-anything", "aPageToSignInIsNotTakenForData"),
                Fault.of("stays-upset", "afterAFailureTheItemsComeAgain"),
                Fault.of("hides-interrupts", "aWebThatDoesNotAnswerIsLeftWhenInterrupted"),
                Fault.of("hangs", "aWebThatDoesNotAnswerIsLeftWhenInterrupted"));
    }

    private static List<Fault> items() {
        return List.of(
                Fault.of("guesses-encodings", "theTextsAreReadInTheirEncoding"),
                Fault.of("invents-languages", "theTextsAreInLanguagesThatExist"),
                Fault.of("links-nowhere", "theSourcesCanBeFollowed"),
                Fault.of("fetched-tomorrow", "theSourcesCanBeFollowed"),
                Fault.of("recurs-oddly", "everyRecurrenceCanBeExpanded"),
                Fault.of("replaces-nothing", "everyReplacedOccurrenceBelongsToASeries"));
    }

    /** A subject that reads a file besides. */
    private static Subject withFile(Subject subject) {
        return subject.settings("{ feed: " + FEED + ", file: events.txt }")
                .file("events.txt", "calendar\n9|2026-05-09|Concert\n");
    }

    private static Subject edited(Subject subject) {
        return subject.behaves(Behaviour.EDITABLE);
    }
}
