package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertDeskTests {
    private final Desk world = new Desk();
    private final AlertDesk desk = world.open();

    /** Something done to an alert. */
    private interface Deed {
        LiveAlert doTo(AlertDesk desk, String id, Desk world);
    }

    private static final Map<String, Deed> DEEDS = Map.of(
            "update", (desk, id, world) -> desk.update(id, world.river("update")),
            "correct", (desk, id, world) -> desk.correct(id, world.river("correction")),
            "cancel", (desk, id, world) -> desk.cancel(id, world.river("correction")),
            "all-clear", (desk, id, world) -> desk.allClear(id, world.river("all-clear")));

    @Test
    void nothingIsKeptOrShownOfADraftWithAHole() {
        Draft hole = world.draft(new Wording.Prepared(Flood.ID, "first", Map.of()));

        CrisisException refused = assertThrows(CrisisException.class, () -> desk.publish(hole));

        assertEquals(6, refused.problems().size());
        assertEquals(List.of(), world.journal.alerts);
        assertEquals(List.of(), desk.board().history());
    }

    @Test
    void anAlertThatTheJournalCannotKeepIsNotShown() {
        world.journal.full = true;
        List<AlertBoard> told = new ArrayList<>();
        desk.onChange(told::add);

        assertThrows(IllegalStateException.class, () -> desk.publish(world.first()));

        assertEquals(List.of(), desk.board().history());
        assertEquals(List.of(), told);
        world.journal.full = false;
        assertEquals(desk.publish(world.first()).alert(), desk.board().inForce().get(0));
    }

    @Test
    void freeWordsAreHeldToTheRulesOfPreparedOnes() {
        Wording.Free good = (Wording.Free)
                world.free(Phase.FIRST_MESSAGE, EmergencyType.FLOOD).wording();
        Draft bad = world.draft(new Wording.Free(
                good.emergency(),
                good.phase(),
                good.audience(),
                good.hazard(),
                Text.of("fa", "سیل").and("en", "Flood at ((place))"),
                good.body().and("ar", "ارتفع\u202E الماء"),
                good.instruction().and("en", "TBD")));

        CrisisException refused = assertThrows(CrisisException.class, () -> desk.publish(bad));

        assertEquals(
                List.of(
                        "headline LANGUAGE_MISSING",
                        "headline PLACEHOLDER_LEFT",
                        "body CHARACTER_REFUSED",
                        "instruction PLACEHOLDER_LEFT"),
                refused.problems().stream().map(p -> p.field() + " " + p.code()).toList());
    }

    @Test
    void freeWordsGoOutInEveryLanguageThroughEveryChannel() {
        LiveAlert alert = desk.publish(world.free(Phase.FIRST_MESSAGE, EmergencyType.FLOOD));

        assertEquals(List.of("fa", "ar", "en"), alert.alert().headline().tags());
        assertEquals("", alert.alert().playbook());
        assertEquals(
                List.of("web", "sms", "radio", "twin-city"),
                world.journal.planned.get(alert.alert().id()));
    }

    @Test
    void theIdentifierNamesPortalTimeAndNumber() {
        Alert alert = desk.publish(world.first()).alert();

        assertEquals("tehran-20301009T120000Z-n0", alert.id());
        assertEquals(Instant.parse("2030-10-09T12:00:00Z"), alert.sent());
    }

    @Test
    void anIdentifierIsNeverUsedTwice() {
        List<String> parts = new ArrayList<>(List.of("a", "a", "a", "b"));
        AlertDesk repeating = deskWithIds(() -> parts.remove(0));

        String first = repeating.publish(world.first()).alert().id();
        String second = repeating.publish(world.first()).alert().id();

        assertTrue(first.endsWith("-a"), first);
        assertTrue(second.endsWith("-b"), second);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a,b", "<", "سیل", "a-b"})
    void aSourceOfUnusableIdentifiersIsRefused(String part) {
        CrisisException refused = assertThrows(
                CrisisException.class, () -> deskWithIds(() -> part).publish(world.first()));

        assertEquals(CrisisError.ID_UNUSABLE, refused.code());
    }

    @Test
    void aSourceThatRepeatsItselfForEverIsRefused() {
        AlertDesk repeating = deskWithIds(() -> "a");
        repeating.publish(world.first());

        CrisisException refused = assertThrows(CrisisException.class, () -> repeating.publish(world.first()));

        assertEquals(CrisisError.ID_UNUSABLE, refused.code());
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("followUpMatrix")
    void onlyAnAlertInForceCanBeFollowed(String deed, String before, CrisisError refusal) {
        Alert first = desk.publish(world.first()).alert();
        if (before.equals("expiry")) {
            world.clock.pass(Duration.ofHours(6));
        } else if (!before.equals("nothing")) {
            DEEDS.get(before).doTo(desk, first.id(), world);
        }
        int kept = world.journal.alerts.size();

        if (refusal == null) {
            DEEDS.get(deed).doTo(desk, first.id(), world);
            assertEquals(kept + 1, world.journal.alerts.size());
        } else {
            CrisisException refused =
                    assertThrows(CrisisException.class, () -> DEEDS.get(deed).doTo(desk, first.id(), world));
            assertEquals(refusal, refused.code());
            assertEquals(kept, world.journal.alerts.size());
        }
    }

    static List<Arguments> followUpMatrix() {
        Map<String, CrisisError> refusals = Map.of(
                "update", CrisisError.ALERT_SUPERSEDED,
                "correct", CrisisError.ALERT_SUPERSEDED,
                "cancel", CrisisError.ALERT_CANCELLED,
                "all-clear", CrisisError.ALERT_CLEARED,
                "expiry", CrisisError.ALERT_EXPIRED);
        List<Arguments> all = new ArrayList<>();
        for (String deed : DEEDS.keySet()) {
            all.add(Arguments.of(deed, "nothing", null));
            refusals.forEach((before, refusal) -> all.add(Arguments.of(deed, before, refusal)));
        }
        return all;
    }

    @Test
    void aCancellationOrAllClearIsItselfNeverFollowed() {
        String cancelled = desk.publish(world.first()).alert().id();
        String cleared = desk.publish(world.first()).alert().id();
        String cancel =
                desk.cancel(cancelled, world.river("correction")).alert().id();
        String clear = desk.allClear(cleared, world.river("all-clear")).alert().id();

        for (Deed deed : DEEDS.values()) {
            assertEquals(
                    CrisisError.ALERT_CANCELLED,
                    assertThrows(CrisisException.class, () -> deed.doTo(desk, cancel, world))
                            .code());
            assertEquals(
                    CrisisError.ALERT_CLEARED,
                    assertThrows(CrisisException.class, () -> deed.doTo(desk, clear, world))
                            .code());
        }
    }

    @Test
    void anUnknownAlertCannotBeFollowed() {
        CrisisException refused =
                assertThrows(CrisisException.class, () -> desk.update("tehran-x", world.river("update")));

        assertEquals(CrisisError.ALERT_NOT_FOUND, refused.code());
    }

    @Test
    void aMessageOfAnotherPhaseIsRefused() {
        String id = desk.publish(world.first()).alert().id();

        assertUnfit(() -> desk.publish(world.river("update")));
        assertUnfit(() -> desk.update(id, world.first()));
        assertUnfit(() -> desk.update(id, world.river("all-clear")));
        assertUnfit(() -> desk.correct(id, world.river("update")));
        assertUnfit(() -> desk.cancel(id, world.first()));
        assertUnfit(() -> desk.allClear(id, world.river("correction")));
    }

    @Test
    void aFollowUpSpeaksOfTheSameEmergency() {
        String id = desk.publish(world.first()).alert().id();

        CrisisException refused = assertThrows(
                CrisisException.class, () -> desk.update(id, world.free(Phase.UPDATE, EmergencyType.FIRE)));

        assertEquals(CrisisError.EMERGENCY_DIFFERS, refused.code());
    }

    @Test
    void referencesCoverTheWholeChain() {
        Alert first = desk.publish(world.first()).alert();
        Alert update = desk.update(first.id(), world.river("update")).alert();
        Alert correction = desk.correct(update.id(), world.river("correction")).alert();
        Alert clear = desk.allClear(correction.id(), world.river("all-clear")).alert();

        assertEquals(List.of(), first.references());
        assertEquals(List.of(first.id(), update.id()), correction.references());
        assertEquals(List.of(first.id(), update.id(), correction.id()), clear.references());
        assertEquals(List.of(first, update, correction, clear), desk.board().chain(update.id()));
        assertEquals(List.of(), desk.board().chain("unknown"));
    }

    @Test
    void theBoardShowsWhatHoldsAndWhatEnded() {
        Alert replaced = desk.publish(world.first()).alert();
        Alert update = desk.update(replaced.id(), world.river("update")).alert();
        Alert mistake = desk.publish(world.first()).alert();
        Alert cancel = desk.cancel(mistake.id(), world.river("correction")).alert();
        Alert over = desk.publish(world.first()).alert();
        Alert clear = desk.allClear(over.id(), world.river("all-clear")).alert();

        AlertBoard board = desk.board();

        assertEquals(List.of(update), board.inForce());
        assertEquals(List.of(clear, cancel), board.ended());
        assertEquals(List.of(clear, over, cancel, mistake, update, replaced), board.history());
        assertEquals(Optional.of(AlertState.SUPERSEDED), board.state(replaced.id()));
        assertEquals(Optional.of(AlertState.CANCELLED), board.state(mistake.id()));
        assertEquals(Optional.of(AlertState.CLEARED), board.state(over.id()));
        assertEquals(Optional.of(AlertState.IN_FORCE), board.state(clear.id()));
        assertEquals(Optional.of(update), board.successor(replaced.id()));
        assertEquals(Optional.empty(), board.state("unknown"));
    }

    @Test
    void anAlertLeavesTheBoardAtTheMomentItExpires() {
        Alert alert = desk.publish(world.first()).alert();
        AlertBoard before = desk.board();

        world.clock.pass(
                Duration.between(world.clock.instant(), alert.expires()).minusMillis(1));
        AlertBoard last = desk.board();
        world.clock.pass(Duration.ofMillis(1));
        AlertBoard after = desk.board();

        assertEquals(Optional.of(alert.expires()), before.nextExpiry());
        assertEquals(List.of(alert), last.inForce());
        assertEquals(List.of(), after.inForce());
        assertEquals(Optional.of(AlertState.EXPIRED), after.state(alert.id()));
        assertEquals(Optional.empty(), after.nextExpiry());
        assertEquals(List.of(alert), before.inForce(), "a board that was given out never changes");
        assertEquals(before.revision(), last.revision());
        assertNotEquals(before.revision(), after.revision());
    }

    @Test
    void listenersHearOfEveryChangeInOrderAndOfExpiriesOnce() throws Exception {
        List<Integer> inForce = new ArrayList<>();
        AutoCloseable listening =
                desk.onChange(board -> inForce.add(board.inForce().size()));

        desk.publish(world.first());
        desk.publish(world.first());
        desk.refresh();
        world.clock.pass(Duration.ofHours(7));
        desk.refresh();
        desk.refresh();
        listening.close();
        desk.publish(world.first());

        assertEquals(List.of(1, 2, 0), inForce);
    }

    @Test
    void aFailingListenerCostsNobodyTheAlert() {
        List<AlertBoard> told = new ArrayList<>();
        desk.onChange(board -> {
            throw new IllegalStateException("a page could not be built");
        });
        desk.onChange(told::add);

        LiveAlert alert = desk.publish(world.first());

        assertEquals(List.of(alert.alert()), told.get(0).inForce());
    }

    @Test
    void aReopenedDeskStandsWhereItStood() {
        Alert first = desk.publish(world.first()).alert();
        desk.update(first.id(), world.river("update"));
        desk.exercises().publish(world.first());

        AlertDesk reopened = world.open();

        assertEquals(desk.board().revision(), reopened.board().revision());
        assertEquals(desk.board().inForce(), reopened.board().inForce());
        assertEquals(desk.board().history(), reopened.board().history());
        assertEquals(1, reopened.exercises().inForce().size());
    }

    @Test
    void followUpsHoldWhereTheAlertBeforeThemHeld() {
        Alert first = desk.publish(world.first()).alert();
        Draft nowhere = Draft.of(
                world.river("update").wording(), List.of(), world.first().expires(), Desk.SENDER);

        Alert update = desk.update(first.id(), nowhere).alert();

        assertEquals(first.areas(), update.areas());
        assertEquals(
                CrisisError.AREA_MISSING,
                assertThrows(
                                CrisisException.class,
                                () -> desk.publish(
                                        Draft.of(world.first().wording(), List.of(), nowhere.expires(), Desk.SENDER)))
                        .code());
    }

    @Test
    void expiryMustLieAheadAndWithinAYear() {
        Wording wording = world.first().wording();

        for (Instant wrong : List.of(
                Desk.START,
                Desk.START.minusSeconds(1),
                Instant.EPOCH,
                Desk.START.plus(Duration.ofDays(367)),
                Instant.MAX)) {
            CrisisException refused = assertThrows(
                    CrisisException.class,
                    () -> desk.publish(Draft.of(wording, List.of(Desk.area()), wrong, Desk.SENDER)));
            assertTrue(
                    Set.of(CrisisError.EXPIRY_WRONG, CrisisError.ALERT_INVALID).contains(refused.code()),
                    refused.getMessage());
        }
    }

    @Test
    void aClockThatWasSetBackNeverMakesAFollowUpOlderThanItsAlert() {
        Alert first = desk.publish(world.first()).alert();
        Draft update = world.river("update");
        world.clock.pass(Duration.ofHours(-2));

        Alert followUp = desk.update(first.id(), update).alert();

        assertEquals(first.sent(), followUp.sent());
    }

    @Test
    void anAreaWhoseBorderCrossesItselfIsRefused() {
        Area bow = new Area(
                Flood.text("کن", "كن", "Kan"),
                List.of(
                        new GeoPoint(35.7, 51.2),
                        new GeoPoint(35.8, 51.3),
                        new GeoPoint(35.8, 51.2),
                        new GeoPoint(35.7, 51.3),
                        new GeoPoint(35.7, 51.2)),
                Optional.empty(),
                0);

        CrisisException refused = assertThrows(
                CrisisException.class,
                () -> desk.publish(Draft.of(
                        world.first().wording(), List.of(bow), world.first().expires(), Desk.SENDER)));

        assertEquals(CrisisError.CAP_BROKEN, refused.code());
        assertEquals(List.of(), world.journal.alerts);
    }

    @Test
    void aWebAddressMustBeAbsoluteAndSenderAndAreasWithoutHoles() {
        Draft good = world.first();
        Draft relative = new Draft(
                good.wording(),
                good.areas(),
                good.expires(),
                good.sender(),
                Optional.of(URI.create("/flood")),
                Set.of());
        Draft holes = Draft.of(
                good.wording(), List.of(Area.of(Text.of("en", "XXX street"))), good.expires(), Text.of("en", "TBD"));

        assertEquals(
                CrisisError.CAP_BROKEN,
                assertThrows(CrisisException.class, () -> desk.publish(relative))
                        .code());
        assertEquals(
                List.of("areas PLACEHOLDER_LEFT", "sender PLACEHOLDER_LEFT"),
                assertThrows(CrisisException.class, () -> desk.publish(holes)).problems().stream()
                        .map(p -> p.field() + " " + p.code())
                        .toList());
    }

    @Test
    void anAlertIsPlannedForTheChannelsOfItsMessageAndForOtherSystems() {
        Alert alert = desk.publish(world.first()).alert();

        assertEquals(List.of("web", "sms", "twin-city"), world.journal.planned.get(alert.id()));
    }

    @Test
    void aFollowUpGoesWhereverTheAlertsBeforeItWent() {
        Alert free = desk.publish(world.free(Phase.FIRST_MESSAGE, EmergencyType.FLOOD))
                .alert();

        Alert clear = desk.allClear(free.id(), world.river("all-clear")).alert();

        assertEquals(List.of("web", "sms", "radio", "twin-city"), world.journal.planned.get(clear.id()));
    }

    @Test
    void aTextThatDoesNotFitIntoAChannelIsRefusedUnlessTheChannelIsLeftOut() {
        world.channels.add(new ChannelModule("pager", new ChannelLimits(ChannelKind.SMS, 20, false)));
        Draft draft = world.first();
        Draft without = new Draft(
                draft.wording(), draft.areas(), draft.expires(), draft.sender(), draft.web(), Set.of("pager", "web"));

        CrisisException refused = assertThrows(CrisisException.class, () -> desk.publish(draft));
        Alert alert = desk.publish(without).alert();

        assertEquals(CrisisError.TEXT_TOO_LONG, refused.code());
        assertTrue(refused.getMessage().contains("'pager'"), refused.getMessage());
        assertEquals(List.of("sms", "twin-city"), world.journal.planned.get(alert.id()));
    }

    @Test
    void aDraftUsesTheBookThatIsInUseNow() {
        world.use(Flood.book(Flood.playbook(Flood.update())));

        CrisisException refused = assertThrows(CrisisException.class, () -> desk.publish(world.first()));

        assertEquals(CrisisError.MESSAGE_UNKNOWN, refused.code());
    }

    @Test
    void ofManyWhoCancelAtOnceOneSucceeds() throws Exception {
        String id = desk.publish(world.first()).alert().id();
        Draft cancel = world.river("correction");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Optional<CrisisError>>> all = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            all.add(() -> {
                try {
                    desk.cancel(id, cancel);
                    return Optional.empty();
                } catch (CrisisException refused) {
                    return Optional.of(refused.problems().get(0).code());
                }
            });
        }

        List<Optional<CrisisError>> outcomes = new ArrayList<>();
        try {
            for (Future<Optional<CrisisError>> outcome : threads.invokeAll(all)) {
                outcomes.add(outcome.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
        assertEquals(Set.of(Optional.empty(), Optional.of(CrisisError.ALERT_CANCELLED)), new HashSet<>(outcomes));
        assertEquals(2, world.journal.alerts.size());
    }

    private AlertDesk deskWithIds(Supplier<String> ids) {
        return AlertDesk.open(new DeskPorts(world.journal, Flood::book, () -> world.channels, world.clock, ids));
    }

    private static void assertUnfit(Executable deed) {
        assertEquals(
                CrisisError.PHASE_UNFIT,
                assertThrows(CrisisException.class, deed).code());
    }
}
