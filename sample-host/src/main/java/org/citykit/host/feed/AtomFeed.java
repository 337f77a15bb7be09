package org.citykit.host.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.citykit.host.web.XmlText;
import org.citykit.runtime.PortalSettings;

/**
 * News in the Atom syndication format (RFC 4287). Addresses are relative to the feed's own (RFC 4287 §2).
 *
 * @param id lasting and unique in the world
 * @param title what it is called
 * @param author who publishes it
 * @param language its language tag
 * @param self its address
 * @param page the address of the same for people
 * @param updated when something in it last changed
 */
record AtomFeed(String id, String title, String author, String language, String self, String page, Instant updated) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /**
     * A piece of news.
     *
     * @param id lasting and unique in the world
     * @param title its headline
     * @param updated when it last changed
     * @param page its address for people
     * @param text what it says
     */
    record Entry(String id, String title, Instant updated, String page, String text) {}

    /** A lasting identifier of something of a portal: a name-based UUID (RFC 9562 §5.3). */
    static String id(PortalSettings portal, String what) {
        String name = portal.domain().orElse(portal.id()) + "/" + what;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String write(List<Entry> entries) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language);
            element(xml, "id", id);
            element(xml, "title", title);
            element(xml, "updated", updated.toString());
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", page);
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("News could not be written to memory.", impossible);
        }
        return out.append('\n').toString();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.updated().toString());
        link(xml, "alternate", "text/html", entry.page());
        element(xml, "summary", entry.text());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", XmlText.of(href));
    }
}
