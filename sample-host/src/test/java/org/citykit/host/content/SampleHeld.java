package org.citykit.host.content;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citykit.api.Audience;
import org.citykit.api.CalendarSystem;
import org.citykit.api.CityRef;
import org.citykit.api.Defect;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Place;
import org.citykit.api.events.Recurrence;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.Network;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;
import org.citykit.api.twinning.Statement;
import org.citykit.crisis.AlertDesk;
import org.citykit.crisis.AlertJournal;
import org.citykit.crisis.CrisisSettings;
import org.citykit.crisis.DeskPorts;
import org.citykit.crisis.ExerciseAlert;
import org.citykit.crisis.LiveAlert;
import org.citykit.crisis.PlaybookBook;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.citykit.runtime.Domain;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.PortalSettings;
import org.citykit.twinning.RegistrySnapshot;
import org.citykit.twinning.TwinningIndex;

/** A small portal of Tehran in memory, through the real engines, at noon of 22 November 2026. */
public final class SampleHeld {
    /** The moment of the portal: the first day of Azar 1405. */
    public static final Instant NOON = Instant.parse("2026-11-22T08:30:00Z");

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final List<Locale> LANGUAGES =
            Stream.of("fa", "ar", "en").map(Locale::forLanguageTag).toList();
    private static final Provenance CHAPTER = Provenance.of(Text.of("fa", "فصل دیپلماسی شهری"));
    private static final Provenance WIKIDATA = new Provenance(
            Text.of("en", "Wikidata"),
            Optional.of(URI.create("https://www.wikidata.org/wiki/Q3616")),
            Optional.of(Instant.parse("2016-03-01T00:00:00Z")),
            "CC0-1.0");

    private SampleHeld() {}

    /** What the portal holds. */
    public static Held held() {
        EventIndex events = events();
        return held(() -> events);
    }

    /** The portal with other events. */
    public static Held held(Supplier<EventIndex> events) {
        PortalSettings settings = new PortalSettings(
                "tehran",
                text("تهران", "طهران", "Tehran"),
                LANGUAGES,
                TEHRAN,
                List.of(CalendarSystem.PERSIAN, CalendarSystem.GREGORIAN, CalendarSystem.ISLAMIC_UMALQURA),
                Optional.of("tehran.example"));
        CrisisSettings crisis = new CrisisSettings("tehran", LANGUAGES, TEHRAN, "tehran.example");
        Clock clock = Clock.fixed(NOON, TEHRAN);
        TwinningIndex twinning = twinning();
        PlaybookBook playbooks = PlaybookBook.of(crisis, List.of());
        AlertDesk desk = AlertDesk.open(new DeskPorts(new Journal(), () -> playbooks, List::of, clock, () -> "x1"));
        return new Held(
                settings,
                () -> twinning,
                events,
                desk::board,
                () -> playbooks,
                alert -> ("<alert>" + alert.id() + "</alert>").getBytes(StandardCharsets.UTF_8),
                () -> List.of(health()),
                clock);
    }

    private static ModuleHealth health() {
        return new ModuleHealth(
                "sister-cities",
                "tables",
                "tables 1.0.0",
                Optional.of(Domain.TWINNING),
                ModuleHealth.State.STALE,
                Optional.empty(),
                List.of("at a.secret.Place"),
                Optional.of(NOON.minusSeconds(60)),
                Optional.of(NOON),
                7,
                List.of(new Defect("cities.csv", 3, 1, "is no city")),
                1);
    }

    private static Text text(String fa, String ar, String en) {
        return Text.of("fa", fa).and("ar", ar).and("en", en);
    }

    private static TwinningIndex twinning() {
        return TwinningIndex.of(List.of(
                new RegistrySnapshot(
                        "sister-cities",
                        new Revision("1"),
                        List.of(
                                city("Q3616", text("تهران", "طهران", "Tehran"), "IR", 35.69, 51.42),
                                city("Q84", text("لندن", "لندن", "London"), "GB", 51.51, -0.13),
                                city("Q8684", text("سئول", "سيول", "Seoul"), "KR", 37.57, 126.98),
                                city("Q9361", Text.of("en", "Bishkek"), "KG", 42.87, 74.59),
                                london(),
                                seoul(),
                                bishkek(),
                                metropolis())),
                new RegistrySnapshot("wikidata", new Revision("1"), List.of(londonByWikidata()))));
    }

    private static City city(String id, Text name, String country, double latitude, double longitude) {
        return new City(
                new CityRef("wikidata", id),
                City.Kind.CITY,
                name,
                List.of(),
                Set.of(),
                country,
                Optional.of(new GeoPoint(latitude, longitude)),
                Optional.empty(),
                Set.of(),
                List.of(new Figure(
                        text("جمعیت", "عدد السكان", "Population"),
                        new BigDecimal("8693706"),
                        "",
                        true,
                        Optional.of(PartialDate.year(2016)),
                        WIKIDATA)),
                WIKIDATA);
    }

    private static Party party(String id, String name) {
        return Party.of(new CityRef("wikidata", id), Text.of("en", name));
    }

    private static Statement said(String by, AgreementKind kind, PartialDate since, Provenance source) {
        return new Statement(by, kind, Optional.of(since), Optional.empty(), Optional.empty(), source);
    }

    private static Agreement london() {
        return Agreement.builder("tehran-london", AgreementKind.SISTER)
                .parties(party("Q3616", "Tehran"), party("Q84", "London"))
                .statements(said("wikidata:Q3616", AgreementKind.SISTER, PartialDate.year(1993), CHAPTER))
                .build();
    }

    private static Agreement londonByWikidata() {
        return Agreement.builder("wd-1", AgreementKind.TWIN)
                .parties(party("Q3616", "Tehran"), party("Q84", "London"))
                .statements(said("", AgreementKind.TWIN, PartialDate.year(1995), WIKIDATA))
                .build();
    }

    private static Agreement seoul() {
        return Agreement.builder("tehran-seoul", AgreementKind.SISTER)
                .parties(party("Q3616", "Tehran"), party("Q8684", "Seoul"))
                .statements(said("", AgreementKind.SISTER, PartialDate.of(1963, 5, 1), CHAPTER))
                .dimensions(Map.of(Dimension.CULTURE, 60))
                .build();
    }

    private static Agreement bishkek() {
        return Agreement.builder("tehran-bishkek", AgreementKind.SISTER)
                .parties(party("Q3616", "Tehran"), party("Q9361", "Bishkek"))
                .statements(said(
                        "",
                        AgreementKind.SISTER,
                        PartialDate.parse("1373", CalendarSystem.PERSIAN).worded("۱۳۷۳ شمسی"),
                        CHAPTER))
                .lifecycle(List.of(new LifecycleStep(
                        LifecycleState.SUSPENDED,
                        Optional.of(PartialDate.of(2010, 3, 21)),
                        Optional.empty(),
                        ReasonCode.POLITICAL_TENSION,
                        Optional.of(Text.of("en", "<b>No visits</b>")),
                        CHAPTER)))
                .build();
    }

    private static Network metropolis() {
        return new Network(
                "metropolis",
                Text.of("en", "Metropolis"),
                "Metropolis",
                Optional.of(PartialDate.year(1985)),
                Optional.of(text("بارسلون", "برشلونة", "Barcelona")),
                Optional.empty(),
                Optional.of(URI.create("javascript:alert(1)")),
                List.of(new Membership(
                        party("Q3616", "Tehran"), Membership.Role.BOARD, Optional.empty(), Optional.empty())),
                List.of(),
                CHAPTER);
    }

    private static EventIndex events() {
        CalendarEvent nowruz = CalendarEvent.of("nowruz")
                .kind(EventKind.HOLIDAY)
                .title(text("نوروز", "نوروز", "Nowruz"))
                .recurrence(Recurrence.of("RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"))
                .on(LocalDate.of(2020, 3, 20));
        CalendarEvent delegation = CalendarEvent.of("delegation")
                .kind(EventKind.DELEGATION)
                .title(text("هیئت سئول", "وفد سيول", "Delegation from Seoul"))
                .description(text("دیدار", "زيارة", "First line\n\nSecond line"))
                .status(EventStatus.CANCELLED)
                .place(Place.of(text("تالار شهر", "قاعة البلدية", "City hall")))
                .audiences(Audience.MEDIA, Audience.EVERYONE)
                .languages(List.of(Locale.forLanguageTag("fa"), Locale.KOREAN))
                .agreements(List.of("tehran-seoul"))
                .sequence(2)
                .at(ZonedDateTime.of(2026, 11, 25, 18, 0, 0, 0, TEHRAN), Duration.ofHours(2));
        CalendarEvent week = CalendarEvent.of("film/week")
                .kind(EventKind.FESTIVAL)
                .title(Text.of("en", "Film & <video> week"))
                .when(new org.citykit.api.events.EventTime.AllDay(
                        LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 27)));
        CalendarEvent closure = CalendarEvent.of("closure")
                .title(Text.of("en", "Offices closed"))
                .at(ZonedDateTime.of(2027, 6, 1, 0, 0, 0, 0, TEHRAN), Duration.ofMinutes(24 * 60 - 1));
        CalendarEvent fair = CalendarEvent.of("fair")
                .title(Text.of("en", "Fair"))
                .at(ZonedDateTime.of(2027, 6, 2, 9, 0, 0, 0, TEHRAN), Duration.ofHours(32));
        CalendarEvent night = CalendarEvent.of("night")
                .title(Text.of("en", "Night of museums"))
                .at(ZonedDateTime.of(2027, 7, 1, 22, 0, 0, 0, TEHRAN), Duration.ofHours(4));
        List<CalendarEvent> all = List.of(nowruz, delegation, week, closure, fair, night);
        return EventIndex.of(List.of(new CalendarSnapshot("city", new Revision("1"), all)), TEHRAN);
    }

    private static Alert alert(String id, Hazard.Severity severity, int minute, int hours, List<String> references) {
        Instant sent = NOON.minus(Duration.ofMinutes(100 - minute));
        return new Alert(
                id,
                Alert.Nature.ACTUAL,
                references.isEmpty() ? Alert.Message.ALERT : Alert.Message.UPDATE,
                EmergencyType.AIR_POLLUTION,
                Phase.FIRST_MESSAGE,
                Audience.EVERYONE,
                new Hazard(Hazard.Urgency.IMMEDIATE, severity, Hazard.Certainty.OBSERVED),
                text("آلودگی هوا " + id, "تلوث الهواء " + id, "Air pollution " + id),
                text("غلظت ذرات بالاست.", "التركيز مرتفع.", "Dust is high."),
                text("در خانه بمانید.", "ابقوا في المنازل.", "Stay indoors."),
                List.of(Area.of(text("تهران", "طهران", "Tehran"))),
                sent,
                sent.plus(Duration.ofHours(hours)),
                text("شهرداری", "البلدية", "City of Tehran"),
                Optional.empty(),
                references,
                "");
    }

    /** A journal with an expired alert, one that was updated, its update, and a worse one. */
    private static final class Journal implements AlertJournal {
        @Override
        public void append(LiveAlert alert, List<String> modules) {
            throw new UnsupportedOperationException("nothing is published here");
        }

        @Override
        public void append(ExerciseAlert exercise) {
            throw new UnsupportedOperationException("nothing is rehearsed here");
        }

        @Override
        public List<Alert> all() {
            return List.of(
                    alert("t-1", Hazard.Severity.MINOR, 0, 1, List.of()),
                    alert("t-2", Hazard.Severity.MODERATE, 10, 9, List.of()),
                    alert("t-3", Hazard.Severity.EXTREME, 20, 9, List.of()),
                    alert("t-4", Hazard.Severity.MODERATE, 30, 9, List.of("t-2")));
        }

        @Override
        public List<String> modulesOf(String alertId) {
            return List.of();
        }
    }
}
