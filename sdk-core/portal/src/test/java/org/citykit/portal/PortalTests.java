package org.citykit.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.Audience;
import org.citykit.api.CityRef;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.Statement;
import org.citykit.crisis.Draft;
import org.citykit.crisis.Wording;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Domain;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.store.Store;
import org.citykit.store.StoreError;
import org.citykit.store.StoreException;
import org.citykit.store.StoredSnapshot;
import org.citykit.twinning.RelationQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTests {
    private static final Text SENDER = text("شهرداری", "البلدية", "City");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 21);

    @TempDir
    Path home;

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectory(home.resolve("plugins"));
    }

    @Test
    void aFileThatCannotBeUsedNamesEverythingThatIsWrongAndTouchesNoData() throws Exception {
        Path yaml = Files.writeString(home.resolve("portal.yaml"), """
                portal: { id: Tehran, name: { fa: تهران }, languages: [fa], zone: Asia/Teheran }
                plugins: plugins
                data: var
                """);

        CompositionException refused = assertThrows(CompositionException.class, () -> Portal.open(yaml));

        assertEquals(2, refused.problems().size(), refused.getMessage());
        assertFalse(Files.exists(home.resolve("var")));
    }

    @Test
    void aSecondPortalOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        Path yaml = portal("");
        try (Portal first = Portal.open(yaml)) {
            StoreException refused = assertThrows(StoreException.class, () -> Portal.open(yaml));

            assertEquals(StoreError.IN_USE, refused.code());
            assertEquals("tehran", first.settings().id());
        }
    }

    @Test
    void storedDataIsServedThoughItsPluginIsGone() throws Exception {
        Path yaml = portal("""
                modules:
                  - { id: relations, use: tables }
                  - { id: festivals, use: ical }
                  - { id: nothing, use: ical }
                """);
        store("relations", Domain.TWINNING, agreement());
        store("festivals", Domain.EVENTS, CalendarEvent.of("nowruz").on(DAY));

        try (Portal portal = Portal.open(yaml)) {
            assertEquals(1, portal.twinning().relations(RelationQuery.all()).total());
            assertEquals(1, portal.events().between(DAY, DAY.plusDays(1)).list().size());
            assertTrue(portal.await(Duration.ofSeconds(60)));
            assertEquals(ModuleHealth.State.STALE, portal.health().get(0).state());
            assertEquals(ModuleHealth.State.FAILED, portal.health().get(2).state());
            assertEquals(
                    RuntimeError.PROVIDER_UNKNOWN,
                    portal.health().get(0).reason().orElseThrow().code());
        }
    }

    @Test
    void aModuleWhoseEntryIsWrongIsToldAndItsStoredDataIsServed() throws Exception {
        Path yaml = portal("""
                modules:
                  - { id: relations, use: tables, refesh: PT1H }
                """);
        store("relations", Domain.TWINNING, agreement());

        try (Portal portal = Portal.open(yaml)) {
            assertEquals(1, portal.twinning().relations(RelationQuery.all()).total());
            assertEquals(ModuleHealth.State.STALE, portal.health().get(0).state());
            assertTrue(portal.problems().toString().contains("Did you mean 'refresh'"), portal.problems()::toString);
        }
    }

    @Test
    void anAlertIsInForceUntilItIsCancelledAndSurvivesARestart() throws Exception {
        Path yaml = portal("");
        String id;
        try (Portal portal = Portal.open(yaml)) {
            id = portal.alerts()
                    .publish(draft(Phase.FIRST_MESSAGE, "سیل", "فيضان", "Flood"))
                    .alert()
                    .id();

            assertEquals(1, portal.alerts().board().inForce().size());
        }
        try (Portal portal = Portal.open(yaml)) {
            Alert alert = portal.alerts().board().inForce().get(0);
            assertEquals(id, alert.id());
            String cap = new String(portal.cap(alert), StandardCharsets.UTF_8);
            assertTrue(cap.contains("<sender>tehran.example</sender>"), cap);
            assertTrue(cap.contains("فيضان"), cap);

            portal.alerts().cancel(id, draft(Phase.CORRECTION, "لغو", "إلغاء", "Cancelled"));

            assertEquals(List.of(), portal.alerts().board().inForce());
            assertEquals(2, portal.alerts().board().history().size());
        }
    }

    @Test
    void thePortalIsDescribedOtherwiseWhileItRuns() throws Exception {
        Path yaml = portal("modules: [{ id: festivals, use: ical }]\n");
        store(
                "festivals",
                Domain.EVENTS,
                CalendarEvent.of("nowruz")
                        .at(DAY.atTime(0, 15).atZone(ZoneId.of("Asia/Tehran")), Duration.ofMinutes(30)));
        try (Portal portal = Portal.open(yaml)) {
            assertEquals(1, portal.events().between(DAY, DAY.plusDays(1)).list().size());
            assertTrue(portal.await(Duration.ofSeconds(60)));
            String text = Files.readString(yaml);

            Files.writeString(
                    yaml,
                    text.replace("en: Tehran", "en: Baghdad")
                            .replace("[fa, ar, en]", "[en, ar]")
                            .replace("Asia/Tehran", "Europe/London"));
            portal.apply(portal.plan());

            assertEquals("Baghdad", portal.settings().name().in(Locale.ENGLISH));
            assertEquals(0, portal.events().between(DAY, DAY.plusDays(1)).list().size());
            Alert alert = portal.alerts()
                    .publish(draft(Phase.FIRST_MESSAGE, "سیل", "فيضان", "Flood"))
                    .alert();
            String cap = new String(portal.cap(alert), StandardCharsets.UTF_8);
            assertTrue(cap.indexOf("<language>en</language>") < cap.indexOf("<language>ar</language>"), cap);
            assertFalse(cap.contains("<language>fa</language>"), cap);

            portal.rollback(1);

            assertEquals("Tehran", portal.settings().name().in(Locale.ENGLISH));
            assertEquals(1, portal.events().between(DAY, DAY.plusDays(1)).list().size());
        }
    }

    @Test
    void anExerciseNeverStandsOnTheBoard() throws Exception {
        try (Portal portal = Portal.open(portal(""))) {
            portal.alerts().exercises().publish(draft(Phase.FIRST_MESSAGE, "تمرین", "تمرين", "Exercise"));

            assertEquals(List.of(), portal.alerts().board().inForce());
            assertEquals(List.of(), portal.alerts().board().history());
            assertEquals(1, portal.alerts().exercises().inForce().size());
        }
    }

    @Test
    void aModuleSeesWhatOthersHoldAndNeverItsOwn() throws Exception {
        store("relations", Domain.TWINNING, agreement());
        try (Store store = Store.open(home.resolve("var"))) {
            HeldModules held = new HeldModules(store.snapshots());
            held.load(List.of("relations"));
            PortalViews own = new PortalViews("relations", held, () -> {
                throw new AssertionError();
            });
            PortalViews other = new PortalViews("anniversaries", held, () -> {
                throw new AssertionError();
            });

            assertEquals(List.of(), own.agreements().items());
            assertEquals(1, other.agreements().items().size());
            assertEquals("a", other.agreements().find("a").orElseThrow().id());
            assertFalse(own.agreements().revision().equals(other.agreements().revision()));
        }
    }

    private Path portal(String modules) throws Exception {
        return Files.writeString(home.resolve("portal.yaml"), """
                portal:
                  id: tehran
                  domain: tehran.example
                  name: { fa: تهران, ar: طهران, en: Tehran }
                  languages: [fa, ar, en]
                  zone: Asia/Tehran
                plugins: plugins
                data: var
                """ + modules);
    }

    private void store(String module, Domain domain, Item item) {
        try (Store store = Store.open(home.resolve("var"))) {
            store.snapshots()
                    .save(new StoredSnapshot(
                            module,
                            domain.name(),
                            "any",
                            "1.0.0",
                            Cursor.start(),
                            Revision.NONE,
                            Instant.EPOCH,
                            List.of(item),
                            List.of(),
                            0));
        }
    }

    private static Agreement agreement() {
        return Agreement.builder("a", AgreementKind.SISTER)
                .parties(
                        Party.of(CityRef.parse("wikidata:Q3616"), SENDER),
                        Party.of(CityRef.parse("wikidata:Q8684"), text("سئول", "سول", "Seoul")))
                .statements(new Statement(
                        "",
                        AgreementKind.SISTER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Provenance.of(SENDER)))
                .build();
    }

    private static Draft draft(Phase phase, String fa, String ar, String en) {
        Text words = text(fa, ar, en);
        return Draft.of(
                new Wording.Free(
                        EmergencyType.FLOOD,
                        phase,
                        Audience.EVERYONE,
                        new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED),
                        words,
                        words,
                        words),
                List.of(Area.of(words)),
                Instant.now().plus(Duration.ofHours(2)),
                SENDER);
    }

    private static Text text(String fa, String ar, String en) {
        return Text.of("fa", fa).and("ar", ar).and("en", en);
    }
}
