package org.citykit.cap.xml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.citykit.cap.Alert;
import org.citykit.cap.Area;
import org.citykit.cap.CapDecimal;
import org.citykit.cap.CapTime;
import org.citykit.cap.CapWord;
import org.citykit.cap.Circle;
import org.citykit.cap.Group;
import org.citykit.cap.Info;
import org.citykit.cap.NamedValue;
import org.citykit.cap.Polygon;
import org.citykit.cap.Reference;
import org.citykit.cap.Resource;

/**
 * Writes CAP 1.2 messages: the same alert always gives the same bytes, on every platform and under every locale.
 *
 * <p>UTF-8, line feeds, two spaces of indent, elements in the order of the schema (CAP 1.2 §3.4), times with UTC as
 * {@code -00:00}. The writer does not judge: hold the alert against {@link org.citykit.cap.check.CapCheck} before sending it.
 * Stateless and thread-safe.
 */
public final class CapWriter {
    /** The media type alert feeds use for CAP; common practice, not registered with IANA. */
    public static final String MEDIA_TYPE = "application/cap+xml";

    private CapWriter() {}

    /**
     * Writes a message.
     *
     * @param alert the message
     * @return a UTF-8 document without byte order mark, ending in a line feed
     */
    public static byte[] write(Alert alert) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            alert(new Elements(xml), alert);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string could not be written to; this cannot happen.", e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void alert(Elements out, Alert alert) throws XMLStreamException {
        out.root("alert", CapVersion.V1_2.namespace());
        out.text("identifier", alert.identifier());
        out.text("sender", alert.sender());
        out.text("sent", CapTime.format(alert.sent()));
        out.text("status", alert.status().text());
        out.text("msgType", alert.messageType().text());
        out.text("source", alert.source());
        out.text("scope", alert.scope().text());
        out.text("restriction", alert.restriction());
        out.text("addresses", nonEmpty(Group.format(alert.addresses())));
        out.texts("code", alert.codes());
        out.text("note", alert.note());
        out.text(
                "references",
                nonEmpty(String.join(
                        " ", alert.references().stream().map(Reference::text).toList())));
        out.text("incidents", nonEmpty(Group.format(alert.incidents())));
        for (Info info : alert.infos()) {
            info(out, info);
        }
        out.end();
    }

    private static void info(Elements out, Info info) throws XMLStreamException {
        out.start("info");
        out.text("language", info.language());
        out.texts("category", words(info.categories()));
        out.text("event", info.event());
        out.texts("responseType", words(info.responseTypes()));
        out.text("urgency", info.urgency().text());
        out.text("severity", info.severity().text());
        out.text("certainty", info.certainty().text());
        out.text("audience", info.audience());
        pairs(out, "eventCode", info.eventCodes());
        out.text("effective", info.effective().map(CapTime::format));
        out.text("onset", info.onset().map(CapTime::format));
        out.text("expires", info.expires().map(CapTime::format));
        out.text("senderName", info.senderName());
        out.text("headline", info.headline());
        out.text("description", info.description());
        out.text("instruction", info.instruction());
        out.text("web", info.web());
        out.text("contact", info.contact());
        pairs(out, "parameter", info.parameters());
        for (Resource resource : info.resources()) {
            resource(out, resource);
        }
        for (Area area : info.areas()) {
            area(out, area);
        }
        out.end();
    }

    private static void resource(Elements out, Resource resource) throws XMLStreamException {
        out.start("resource");
        out.text("resourceDesc", resource.description());
        out.text("mimeType", resource.mimeType());
        out.text("size", resource.size().map(size -> Long.toString(size)));
        out.text("uri", resource.uri());
        out.text("derefUri", resource.derefUri());
        out.text("digest", resource.digest());
        out.end();
    }

    private static void area(Elements out, Area area) throws XMLStreamException {
        out.start("area");
        out.text("areaDesc", area.description());
        out.texts("polygon", area.polygons().stream().map(Polygon::text).toList());
        out.texts("circle", area.circles().stream().map(Circle::text).toList());
        pairs(out, "geocode", area.geocodes());
        out.text("altitude", area.altitude().map(CapDecimal::format));
        out.text("ceiling", area.ceiling().map(CapDecimal::format));
        out.end();
    }

    private static void pairs(Elements out, String name, List<NamedValue> pairs) throws XMLStreamException {
        for (NamedValue pair : pairs) {
            out.start(name);
            out.text("valueName", pair.name());
            out.text("value", pair.value());
            out.end();
        }
    }

    private static List<String> words(List<? extends CapWord> words) {
        return words.stream().map(CapWord::text).toList();
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
