package org.citykit.store;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.citykit.api.Audience;
import org.citykit.api.CalendarSystem;
import org.citykit.api.CityRef;
import org.citykit.api.Defect;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.Item;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Phase;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.crisis.Receipt;
import org.citykit.api.crisis.Role;
import org.citykit.api.crisis.Step;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Place;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Document;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.NationalCoordination;
import org.citykit.api.twinning.Network;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;
import org.citykit.api.twinning.Statement;

/** Makes values of the API: with everything filled in, with nothing that may be left out, or anything between. */
public final class Samples {
    private static final List<String> TAGS = List.of("fa", "ar", "en", "zh-Hant", "sr-Latn-RS", "und", "ckb-IQ");
    private static final List<String> WORDS = List.of(
            "تهران",
            "طهران",
            "Tehran \"the\" city \\ capital",
            "臺北",
            "\u200fمی\u200cخواهم\u200e",
            "line one\nline\ttwo",
            "\ud83d\udd4a dove",
            "half a pair \ud83d",
            "\udd4a other half",
            "\u2028 \u00e9 e\u0301 \ufeff",
            "İıŞş",
            "۱۴۰۵ ٢٠٢٦");
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Tehran"), ZoneOffset.UTC, ZoneId.of("+03:30"), ZoneId.of("UTC"));

    private final Random random;
    private final double fill;

    private Samples(Random random, double fill) {
        this.random = random;
        this.fill = fill;
    }

    /** Values in which nothing is empty. */
    public static Samples full() {
        return new Samples(new Random(7), 1);
    }

    /** Values in which everything is empty that may be. */
    public static Samples bare() {
        return new Samples(new Random(7), 0);
    }

    /** Values in which half of what may be empty is. */
    public static Samples some(long seed) {
        return new Samples(new Random(seed), 0.5);
    }

    /** One item of each type. */
    public List<Item> oneOfEach() {
        return List.of(agreement(), city(), network(), event(), playbook(), alert("a-1"));
    }

    public Agreement agreement() {
        List<Party> parties = List.of(party("left"), party("right"));
        Map<Dimension, Integer> dimensions = new TreeMap<>();
        list(() -> any(Dimension.values())).forEach(dimension -> dimensions.put(dimension, random.nextInt(101)));
        return new Agreement(
                id(),
                any(AgreementKind.values()),
                maybe(this::text),
                parties,
                atLeastOne(this::statement),
                list(this::step),
                dimensions,
                set(Field.values()),
                list(() ->
                        new NationalCoordination(text(), any(NationalCoordination.State.values()), maybe(this::date))),
                list(() ->
                        new Activity(text(), set(Field.values()), maybe(this::date), maybe(this::text), provenance())),
                list(() -> new Document(text(), uri(), maybe(this::date))),
                list(this::figure));
    }

    public City city() {
        return new City(
                ref(),
                any(City.Kind.values()),
                text(),
                list(this::word),
                new HashSet<>(list(this::ref)),
                note("IR"),
                maybe(this::point),
                maybe(this::zone),
                set(City.Trait.values()),
                list(this::figure),
                provenance());
    }

    public Network network() {
        return new Network(
                id(),
                text(),
                note(word()),
                maybe(this::date),
                maybe(this::text),
                maybe(this::text),
                maybe(this::uri),
                list(() -> new Membership(
                        party(id()), any(Membership.Role.values()), maybe(this::date), maybe(this::date))),
                list(this::figure),
                provenance());
    }

    public CalendarEvent event() {
        return new CalendarEvent(
                id(),
                any(EventKind.values()),
                text(),
                maybe(this::text),
                time(),
                maybe(() -> new Recurrence(List.of("FREQ=YEARLY"), list(this::local), list(this::local))),
                maybe(() -> new ReplacedOccurrence(id(), local(), random.nextBoolean())),
                any(EventStatus.values()),
                maybe(() ->
                        new Place(text(), maybe(this::text), maybe(this::point), maybe(this::uri), maybe(this::text))),
                set(Audience.values()),
                list(() -> Locale.forLanguageTag(any(TAGS))),
                list(this::id),
                maybe(this::uri),
                maybe(this::instant),
                maybe(this::provenance),
                maybe(this::id),
                list(this::id),
                maybe(this::text),
                maybe(this::uri),
                maybe(() -> random.nextInt(4)));
    }

    public EventTime time() {
        LocalDateTime start = local();
        return random.nextBoolean()
                ? new EventTime.Timed(start, start.plusMinutes(random.nextInt(1_000)), maybe(this::zone))
                : new EventTime.AllDay(start.toLocalDate(), start.toLocalDate().plusDays(1 + random.nextInt(9)));
    }

    public Playbook playbook() {
        List<Role> roles = list(() -> new Role(id(), any(Role.Duty.values()), text()));
        List<Step> steps = roles.isEmpty()
                ? List.of()
                : list(() -> new Step(
                        id(),
                        any(Phase.values()),
                        text(),
                        any(roles).id(),
                        maybe(() -> Duration.ofMillis(90_061_001))));
        return new Playbook(
                id(),
                any(EmergencyType.values()),
                text(),
                text(),
                set(ChannelKind.values()),
                roles,
                steps,
                list(this::message),
                list(this::text),
                provenance());
    }

    public Alert alert(String id) {
        boolean first = !fills();
        Instant sent = instant();
        return new Alert(
                id,
                any(Alert.Nature.values()),
                first ? Alert.Message.ALERT : Alert.Message.ALL_CLEAR,
                any(EmergencyType.values()),
                any(Phase.values()),
                any(Audience.values()),
                hazard(),
                text(),
                text(),
                text(),
                atLeastOne(this::area),
                sent,
                sent.plusSeconds(1 + random.nextInt(90_000)),
                text(),
                maybe(this::uri),
                first ? List.of() : List.of(id(), id()),
                note(word()));
    }

    public Receipt receipt() {
        return new Receipt(any(Receipt.State.values()), instant(), note(id()), note(word()));
    }

    public Defect defect() {
        return new Defect(word(), random.nextInt(9), random.nextInt(9), word());
    }

    private MessageTemplate message() {
        Map<String, Integer> translated = new LinkedHashMap<>();
        list(() -> any(TAGS)).forEach(tag -> translated.put(tag, 1 + random.nextInt(9)));
        return new MessageTemplate(
                id(),
                any(Phase.values()),
                any(Audience.values()),
                set(ChannelKind.values()),
                hazard(),
                text(),
                text(),
                text(),
                list(this::parameter),
                1 + random.nextInt(9),
                translated);
    }

    private Parameter parameter() {
        boolean choice = fills();
        long least = random.nextInt();
        return new Parameter(
                "p" + random.nextInt(Integer.MAX_VALUE),
                choice ? Parameter.Type.CHOICE : Parameter.Type.COUNT,
                text(),
                least,
                least + random.nextInt(Integer.MAX_VALUE),
                choice ? List.of(new Parameter.Choice(id(), text())) : List.of(),
                List.of(word(), "0"));
    }

    private Area area() {
        GeoPoint corner = point();
        boolean round = fills();
        return new Area(
                text(),
                fills() ? List.of(corner, point(), point(), corner) : List.of(),
                round ? Optional.of(point()) : Optional.empty(),
                round ? random.nextDouble() * 100 : 0);
    }

    private Hazard hazard() {
        return new Hazard(any(Hazard.Urgency.values()), any(Hazard.Severity.values()), any(Hazard.Certainty.values()));
    }

    private Party party(String key) {
        return new Party(key, maybe(this::ref), text(), note("IR"), any(Party.Role.values()));
    }

    private Statement statement() {
        return new Statement(
                note("left"),
                any(AgreementKind.values()),
                maybe(this::date),
                maybe(this::date),
                maybe(this::text),
                provenance());
    }

    private LifecycleStep step() {
        return new LifecycleStep(
                any(LifecycleState.values()),
                maybe(this::date),
                maybe(this::text),
                any(ReasonCode.values()),
                maybe(this::text),
                provenance());
    }

    private Figure figure() {
        BigDecimal value =
                new BigDecimal(any(List.of("0", "0.00", "1E+3", "1000", "-12.50", "9e-40", "8" + "7".repeat(40))));
        return new Figure(text(), value, note("km2"), random.nextBoolean(), maybe(this::date), provenance());
    }

    private PartialDate date() {
        int month = fills() ? 1 + random.nextInt(12) : 0;
        int day = month == 0 ? 0 : 1 + random.nextInt(29);
        return new PartialDate(
                any(CalendarSystem.values()),
                random.nextInt(20_000) - 9_999,
                month,
                day,
                random.nextBoolean(),
                random.nextBoolean(),
                note(word()));
    }

    private Provenance provenance() {
        return new Provenance(text(), maybe(this::uri), maybe(this::instant), note("CC-BY-4.0"));
    }

    public Text text() {
        Text text = Text.of(any(TAGS), word());
        for (String tag : list(() -> any(TAGS))) {
            text = text.and(tag, word());
        }
        return text;
    }

    private String word() {
        return any(WORDS);
    }

    private String id() {
        return "شناسه-" + random.nextInt(Integer.MAX_VALUE);
    }

    private CityRef ref() {
        return new CityRef("wikidata", "Q" + random.nextInt(Integer.MAX_VALUE));
    }

    private URI uri() {
        return URI.create(any(List.of("https://example.org/a?b=%20#c", "http://شهر.example/", "mailto:a@example.org")));
    }

    private GeoPoint point() {
        return new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    }

    private ZoneId zone() {
        return any(ZONES);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private LocalDateTime local() {
        return LocalDate.ofEpochDay(random.nextInt(40_000)).atTime(random.nextInt(24), random.nextInt(60));
    }

    private String note(String value) {
        return fills() ? value : "";
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return fills() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> value) {
        return fills() ? atLeastOne(value) : List.of();
    }

    private <T> List<T> atLeastOne(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        do {
            values.add(value.get());
        } while (values.size() < 2 && fills());
        return values;
    }

    private <E extends Enum<E>> Set<E> set(E[] values) {
        return new HashSet<>(list(() -> any(values)));
    }

    private boolean fills() {
        return fill == 1 || random.nextDouble() < fill;
    }

    private <T> T any(T[] values) {
        return any(List.of(values));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
