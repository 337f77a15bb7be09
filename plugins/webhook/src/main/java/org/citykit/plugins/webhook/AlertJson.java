package org.citykit.plugins.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;

/**
 * An alert as JSON, format {@code citykit-alert/1}: the fields of the API's alert under their own names.
 *
 * <p>Texts are objects from language tag to wording, the original first. Words of closed lists are in lower case with
 * hyphens, for example {@code "nature": "exercise"} and {@code "emergency": "air-pollution"}. Times are UTC in ISO 8601.
 * Points are {@code [latitude, longitude]} in degrees, a polygon ends with its first point, {@code radius-kilometres}
 * belongs to {@code centre}. What an alert does not have is left out. Later formats add fields and change none.
 */
final class AlertJson {
    /** The media type. */
    static final String MEDIA_TYPE = "application/json";

    private static final String FORMAT = "citykit-alert/1";

    private final JsonFactory factory = new JsonFactory();

    /** Writes an alert in UTF-8; equal alerts give equal octets. */
    byte[] of(Alert alert) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("id", alert.id());
            json.writeStringField("nature", word(alert.nature()));
            json.writeStringField("message", word(alert.message()));
            json.writeStringField("emergency", word(alert.emergency()));
            json.writeStringField("phase", word(alert.phase()));
            json.writeStringField("audience", word(alert.audience()));
            json.writeObjectFieldStart("hazard");
            json.writeStringField("urgency", word(alert.hazard().urgency()));
            json.writeStringField("severity", word(alert.hazard().severity()));
            json.writeStringField("certainty", word(alert.hazard().certainty()));
            json.writeEndObject();
            text(json, "headline", alert.headline());
            text(json, "body", alert.body());
            text(json, "instruction", alert.instruction());
            json.writeArrayFieldStart("areas");
            for (Area area : alert.areas()) {
                area(json, area);
            }
            json.writeEndArray();
            json.writeStringField("sent", alert.sent().toString());
            json.writeStringField("expires", alert.expires().toString());
            text(json, "sender", alert.sender());
            rest(json, alert);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void rest(JsonGenerator json, Alert alert) throws IOException {
        if (alert.web().isPresent()) {
            json.writeStringField("web", alert.web().get().toString());
        }
        if (!alert.references().isEmpty()) {
            json.writeArrayFieldStart("references");
            for (String reference : alert.references()) {
                json.writeString(reference);
            }
            json.writeEndArray();
        }
        if (!alert.playbook().isEmpty()) {
            json.writeStringField("playbook", alert.playbook());
        }
    }

    private static void area(JsonGenerator json, Area area) throws IOException {
        json.writeStartObject();
        text(json, "description", area.description());
        if (!area.polygon().isEmpty()) {
            json.writeArrayFieldStart("polygon");
            points(json, area.polygon());
            json.writeEndArray();
        }
        if (area.centre().isPresent()) {
            json.writeFieldName("centre");
            points(json, List.of(area.centre().get()));
            json.writeNumberField("radius-kilometres", area.radiusKilometres());
        }
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, List<GeoPoint> points) throws IOException {
        for (GeoPoint point : points) {
            json.writeStartArray();
            json.writeNumber(point.latitude());
            json.writeNumber(point.longitude());
            json.writeEndArray();
        }
    }

    private static void text(JsonGenerator json, String name, Text text) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> wording : text.texts().entrySet()) {
            json.writeStringField(wording.getKey(), wording.getValue());
        }
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
