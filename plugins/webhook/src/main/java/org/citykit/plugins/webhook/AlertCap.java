package org.citykit.plugins.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.api.GeoPoint;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Phase;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.Area;
import org.citykit.cap.CapValueException;
import org.citykit.cap.Certainty;
import org.citykit.cap.Circle;
import org.citykit.cap.Finding;
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
import org.citykit.cap.check.CapCheck;
import org.citykit.cap.xml.CapWriter;

/** An alert as a CAP 1.2 message, one info block for each language. What CAP forbids is refused and never sent. */
final class AlertCap {
    /** The media type. */
    static final String MEDIA_TYPE = CapWriter.MEDIA_TYPE;

    private static final String ISOLATES = "[\u2066-\u2069]";

    private final String sender;
    private final ZoneId zone;
    private final SentTimes sentTimes;

    /**
     * @param sender a globally unique name
     * @param zone in which zone times are told
     * @param sentTimes when earlier alerts were sent
     */
    AlertCap(String sender, ZoneId zone, SentTimes sentTimes) {
        this.sender = sender;
        this.zone = zone;
        this.sentTimes = sentTimes;
    }

    /**
     * Writes an alert.
     *
     * @throws Refusal if CAP 1.2 forbids what it says
     */
    byte[] of(Alert alert) throws Refusal {
        try {
            org.citykit.cap.Alert cap = message(alert);
            String errors = CapCheck.check(cap).stream()
                    .filter(Finding::isError)
                    .map(Finding::toString)
                    .collect(Collectors.joining(" "));
            if (!errors.isEmpty()) {
                throw new Refusal("The alert is no legal CAP 1.2 message. " + errors);
            }
            return CapWriter.write(cap);
        } catch (CapValueException wrong) {
            throw new Refusal("The alert cannot be told in CAP 1.2. " + wrong.getMessage());
        }
    }

    private org.citykit.cap.Alert message(Alert alert) {
        List<Reference> references = references(alert);
        org.citykit.cap.Alert.Builder message = org.citykit.cap.Alert.builder()
                .identifier(alert.id())
                .sender(sender)
                .sent(time(alert.sent()))
                .messageType(type(alert, references))
                .references(references)
                .infos(alert.headline().tags().stream()
                        .map(tag -> info(alert, tag))
                        .toList());
        if (alert.nature() == Alert.Nature.EXERCISE) {
            message.status(AlertStatus.EXERCISE)
                    .scope(Scope.RESTRICTED)
                    .restriction("Participants of the exercise")
                    .note("Exercise: " + alert.headline().original());
        } else {
            message.status(AlertStatus.ACTUAL).scope(Scope.PUBLIC);
        }
        return message.build();
    }

    /** The earlier alerts whose time is known: those that went through this channel, and those in force. */
    private List<Reference> references(Alert alert) {
        List<Reference> references = new ArrayList<>();
        for (String id : alert.references()) {
            Optional<Instant> sent = sentTimes.find(id);
            sent.ifPresent(at -> references.add(new Reference(sender, id, time(at))));
        }
        return references;
    }

    /**
     * What follows an alert that the receivers were never told is the first that they hear: CAP forbids an update or
     * cancellation of nothing, and its words must still reach them.
     */
    private static MessageType type(Alert alert, List<Reference> references) {
        if (references.isEmpty()) {
            return MessageType.ALERT;
        }
        return switch (alert.message()) {
            case ALERT -> MessageType.ALERT;
            case UPDATE, ALL_CLEAR -> MessageType.UPDATE;
            case CANCEL -> MessageType.CANCEL;
        };
    }

    private Info info(Alert alert, String tag) {
        Locale language = Locale.forLanguageTag(tag);
        boolean over = alert.message() == Alert.Message.CANCEL || alert.message() == Alert.Message.ALL_CLEAR;
        Info.Builder info = Info.builder()
                .language(tag)
                .categories(EmergencyWords.categories(alert.emergency()))
                .event(EmergencyWords.event(alert.emergency(), language))
                .responseTypes(List.of(response(alert)))
                .urgency(
                        over
                                ? Urgency.PAST
                                : Urgency.valueOf(alert.hazard().urgency().name()))
                .severity(Severity.valueOf(alert.hazard().severity().name()))
                .certainty(Certainty.valueOf(alert.hazard().certainty().name()))
                .effective(time(alert.sent()))
                .expires(time(alert.expires()))
                .senderName(plain(alert.sender().in(language)))
                .headline(plain(alert.headline().in(language)))
                .description(plain(alert.body().in(language)))
                .instruction(plain(alert.instruction().in(language)))
                .parameters(List.of(
                        new NamedValue("citykit:audience", alert.audience().name()),
                        new NamedValue("citykit:phase", alert.phase().name())))
                .areas(alert.areas().stream().map(area -> area(area, language)).toList());
        alert.web().ifPresent(web -> info.web(web.toString()));
        return info.build();
    }

    private static Area area(org.citykit.api.crisis.Area area, Locale language) {
        Area.Builder made = Area.builder().description(plain(area.description().in(language)));
        if (!area.polygon().isEmpty()) {
            made.polygons(List.of(
                    new Polygon(area.polygon().stream().map(AlertCap::point).toList())));
        }
        area.centre().ifPresent(centre -> made.circles(List.of(new Circle(point(centre), area.radiusKilometres()))));
        return made.build();
    }

    private static ResponseType response(Alert alert) {
        return switch (alert.message()) {
            case CANCEL -> ResponseType.NONE;
            case ALL_CLEAR -> ResponseType.ALL_CLEAR;
            case ALERT, UPDATE -> response(alert.phase());
        };
    }

    private static ResponseType response(Phase phase) {
        return switch (phase) {
            case PREPARE -> ResponseType.PREPARE;
            case FIRST_MESSAGE, UPDATE -> ResponseType.EXECUTE;
            case CORRECTION, RECOVERY -> ResponseType.MONITOR;
            case ALL_CLEAR -> ResponseType.ALL_CLEAR;
        };
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private static Point point(GeoPoint point) {
        return new Point(point.latitude(), point.longitude());
    }

    /** CAP receivers range from sirens to signs; isolates would stand there as boxes. */
    private static String plain(String text) {
        return text.replaceAll(ISOLATES, "");
    }
}
