package org.citykit.crisis;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.citykit.api.GeoPoint;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Phase;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.Area;
import org.citykit.cap.CapValueException;
import org.citykit.cap.Category;
import org.citykit.cap.Certainty;
import org.citykit.cap.Circle;
import org.citykit.cap.Info;
import org.citykit.cap.MessageType;
import org.citykit.cap.NamedValue;
import org.citykit.cap.Point;
import org.citykit.cap.Polygon;
import org.citykit.cap.Reference;
import org.citykit.cap.ResponseType;
import org.citykit.cap.Scope;
import org.citykit.cap.Severity;
import org.citykit.cap.Urgency;

/** An alert in the terms of CAP 1.2, one info block for each language, its texts in plain form. Stateless. */
final class CapForm {
    private static final String AUDIENCE = "citykit:audience";

    private CapForm() {}

    /**
     * @param earlier finds the alerts that it refers to
     * @throws CrisisException when one of them is unknown, or a value can never stand in CAP
     */
    static org.citykit.cap.Alert of(Alert alert, CrisisSettings settings, Function<String, Optional<Alert>> earlier) {
        Alert plain = ChannelText.plain(alert);
        try {
            org.citykit.cap.Alert.Builder cap = org.citykit.cap.Alert.builder()
                    .identifier(plain.id())
                    .sender(settings.capSender())
                    .sent(time(plain.sent(), settings.zone()))
                    .messageType(type(plain.message()))
                    .references(plain.references().stream()
                            .map(id -> reference(id, settings, earlier))
                            .toList())
                    .infos(plain.headline().tags().stream()
                            .map(tag -> info(plain, tag, settings))
                            .toList());
            return (plain.nature() == Alert.Nature.ACTUAL ? actual(cap) : exercise(cap, plain)).build();
        } catch (CapValueException wrong) {
            throw CrisisException.of(CrisisError.CAP_BROKEN, "alert", wrong.problem());
        }
    }

    private static org.citykit.cap.Alert.Builder actual(org.citykit.cap.Alert.Builder cap) {
        return cap.status(AlertStatus.ACTUAL).scope(Scope.PUBLIC);
    }

    private static org.citykit.cap.Alert.Builder exercise(org.citykit.cap.Alert.Builder cap, Alert alert) {
        return cap.status(AlertStatus.EXERCISE)
                .scope(Scope.RESTRICTED)
                .restriction("Participants of the exercise")
                .note("Exercise: " + alert.headline().original());
    }

    private static Reference reference(String id, CrisisSettings settings, Function<String, Optional<Alert>> earlier) {
        Alert alert = earlier.apply(id)
                .orElseThrow(() -> CrisisException.of(
                        CrisisError.ALERT_NOT_FOUND,
                        "references",
                        "names \"" + id + "\", which is not in the journal."));
        return new Reference(settings.capSender(), id, time(alert.sent(), settings.zone()));
    }

    private static Info info(Alert alert, String tag, CrisisSettings settings) {
        Locale language = Locale.forLanguageTag(tag);
        boolean over = alert.message() == Alert.Message.CANCEL || alert.message() == Alert.Message.ALL_CLEAR;
        Info.Builder info = Info.builder()
                .language(tag)
                .categories(categories(alert.emergency()))
                .event(EmergencyNames.in(alert.emergency(), language)
                        .orElseGet(() -> alert.headline().in(language)))
                .responseTypes(List.of(response(alert)))
                .urgency(
                        over
                                ? Urgency.PAST
                                : Urgency.valueOf(alert.hazard().urgency().name()))
                .severity(Severity.valueOf(alert.hazard().severity().name()))
                .certainty(Certainty.valueOf(alert.hazard().certainty().name()))
                .effective(time(alert.sent(), settings.zone()))
                .expires(time(alert.expires(), settings.zone()))
                .senderName(alert.sender().in(language))
                .headline(alert.headline().in(language))
                .description(alert.body().in(language))
                .instruction(alert.instruction().in(language))
                .parameters(List.of(new NamedValue(AUDIENCE, alert.audience().name())))
                .areas(alert.areas().stream().map(area -> area(area, language)).toList());
        alert.web().ifPresent(web -> info.web(web.toString()));
        return info.build();
    }

    private static Area area(org.citykit.api.crisis.Area area, Locale language) {
        return Area.builder()
                .description(area.description().in(language))
                .polygons(
                        area.polygon().isEmpty()
                                ? List.of()
                                : List.of(new Polygon(area.polygon().stream()
                                        .map(CapForm::point)
                                        .toList())))
                .circles(area.centre().stream()
                        .map(centre -> new Circle(point(centre), area.radiusKilometres()))
                        .toList())
                .build();
    }

    private static Point point(GeoPoint point) {
        return new Point(point.latitude(), point.longitude());
    }

    private static OffsetDateTime time(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private static MessageType type(Alert.Message message) {
        return switch (message) {
            case ALERT -> MessageType.ALERT;
            case UPDATE, ALL_CLEAR -> MessageType.UPDATE;
            case CANCEL -> MessageType.CANCEL;
        };
    }

    private static ResponseType response(Alert alert) {
        if (alert.message() == Alert.Message.CANCEL) {
            return ResponseType.NONE;
        }
        if (alert.message() == Alert.Message.ALL_CLEAR) {
            return ResponseType.ALL_CLEAR;
        }
        return response(alert.phase());
    }

    private static ResponseType response(Phase phase) {
        return switch (phase) {
            case PREPARE -> ResponseType.PREPARE;
            case FIRST_MESSAGE, UPDATE -> ResponseType.EXECUTE;
            case CORRECTION, RECOVERY -> ResponseType.MONITOR;
            case ALL_CLEAR -> ResponseType.ALL_CLEAR;
        };
    }

    private static List<Category> categories(EmergencyType emergency) {
        return switch (emergency) {
            case PROTEST -> List.of(Category.SAFETY);
            case HATE_INCIDENT, TERROR_ATTACK -> List.of(Category.SECURITY, Category.SAFETY);
            case EARTHQUAKE -> List.of(Category.GEO);
            case FLOOD, EXTREME_WEATHER -> List.of(Category.MET);
            case DROUGHT -> List.of(Category.MET, Category.ENV);
            case FIRE -> List.of(Category.FIRE);
            case PANDEMIC -> List.of(Category.HEALTH);
            case AIR_POLLUTION -> List.of(Category.ENV, Category.HEALTH);
            case SUPPLY_CRISIS -> List.of(Category.INFRA);
            case MIGRATION -> List.of(Category.OTHER);
            case CONFLICT_ELSEWHERE -> List.of(Category.SECURITY);
            case CYBER_ATTACK -> List.of(Category.INFRA, Category.SECURITY);
            case FALSE_RUMOUR -> List.of(Category.SAFETY);
            case OTHER -> List.of(Category.OTHER);
        };
    }
}
