package org.citykit.host.caldav;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.citykit.host.web.XmlText;

/** Writes the body of an answer into memory. Not thread-safe. */
final class XmlOut {
    private static final Map<String, String> PREFIXES =
            Map.of(Dav.DAV, "D", Dav.CALDAV, "C", Dav.CALENDAR_SERVER, "S", Dav.APPLE, "A", Dav.CITYKIT, "K");

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private boolean begun;

    XmlOut() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException impossible) {
            throw broken(impossible);
        }
    }

    XmlOut open(QName name) {
        try {
            String known = PREFIXES.get(name.getNamespaceURI());
            if (known != null) {
                xml.writeStartElement(known, name.getLocalPart(), name.getNamespaceURI());
            } else if (name.getNamespaceURI().isEmpty()) {
                xml.writeStartElement(name.getLocalPart());
            } else {
                xml.writeStartElement("x", name.getLocalPart(), name.getNamespaceURI());
                xml.writeNamespace("x", name.getNamespaceURI());
            }
            if (!begun) {
                begun = true;
                for (Map.Entry<String, String> prefix : new TreeMap<>(PREFIXES).entrySet()) {
                    xml.writeNamespace(prefix.getValue(), prefix.getKey());
                }
            }
            return this;
        } catch (XMLStreamException impossible) {
            throw broken(impossible);
        }
    }

    XmlOut attribute(String name, String value) {
        try {
            xml.writeAttribute(name, XmlText.of(value));
            return this;
        } catch (XMLStreamException impossible) {
            throw broken(impossible);
        }
    }

    XmlOut text(String text) {
        try {
            xml.writeCharacters(XmlText.of(text));
            return this;
        } catch (XMLStreamException impossible) {
            throw broken(impossible);
        }
    }

    XmlOut close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw broken(impossible);
        }
    }

    XmlOut empty(QName name) {
        return open(name).close();
    }

    XmlOut element(QName name, String text) {
        return open(name).text(text).close();
    }

    XmlOut href(String address) {
        return element(Dav.HREF, address);
    }

    String done() {
        try {
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException impossible) {
            throw broken(impossible);
        }
    }

    private static IllegalStateException broken(XMLStreamException impossible) {
        return new IllegalStateException("An answer could not be written to memory.", impossible);
    }
}
