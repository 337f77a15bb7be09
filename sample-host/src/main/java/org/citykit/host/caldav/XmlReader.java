package org.citykit.host.caldav;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the body of a request. Knows no document types and no entities, looks nothing up, and has limits: 24 elements deep,
 * 30,000 elements in all. How many octets a body may have is the server's to say.
 */
final class XmlReader {
    static final int DEEPEST = 24;
    static final int MOST = 30_000;

    private final XMLStreamReader in;
    private final Deque<Open> open = new ArrayDeque<>();
    private int count;

    private XmlReader(XMLStreamReader in) {
        this.in = in;
    }

    /** An element whose end has not been read. */
    private record Open(QName name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {}

    /**
     * Reads a body; empty for an empty one.
     *
     * @throws DavException if it is not well-formed, holds a document type or an entity, or is beyond a limit
     */
    static Optional<XmlElement> read(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is looked up");
        });
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return Optional.of(new XmlReader(in).document());
            } finally {
                in.close();
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw DavException.malformed(
                    "The body is not well-formed XML, line " + line + ". Mend it and send it again.");
        }
    }

    private XmlElement document() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> say();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw DavException.malformed("The body holds a document type or an entity. Leave it out.");
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement ended = end();
                    if (open.isEmpty()) {
                        return ended;
                    }
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        throw DavException.malformed("The body holds no element.");
    }

    private void begin() {
        if (++count > MOST || open.size() == DEEPEST) {
            throw DavException.malformed("The body holds more than " + MOST + " elements, or more than " + DEEPEST
                    + " within each other. Ask in several requests.");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        open.push(new Open(in.getName(), attributes, new ArrayList<>(), new StringBuilder()));
    }

    private void say() {
        if (!open.isEmpty()) {
            open.element().text().append(in.getText());
        }
    }

    private XmlElement end() {
        Open ended = open.pop();
        XmlElement element = new XmlElement(
                ended.name(),
                ended.attributes(),
                ended.children(),
                ended.text().toString().strip());
        if (!open.isEmpty()) {
            open.element().children().add(element);
        }
        return element;
    }
}
