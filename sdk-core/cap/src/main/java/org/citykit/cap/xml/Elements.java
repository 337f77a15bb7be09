package org.citykit.cap.xml;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with a line and an indent each. */
final class Elements {
    private static final String INDENT = "  ";

    private final XMLStreamWriter xml;
    private int depth;

    Elements(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void root(String name, String namespace) throws XMLStreamException {
        newLine();
        xml.writeStartElement(name);
        xml.writeDefaultNamespace(namespace);
        depth++;
    }

    void start(String name) throws XMLStreamException {
        newLine();
        xml.writeStartElement(name);
        depth++;
    }

    void end() throws XMLStreamException {
        depth--;
        newLine();
        xml.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        newLine();
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    void text(String name, Optional<String> text) throws XMLStreamException {
        if (text.isPresent()) {
            text(name, text.get());
        }
    }

    void texts(String name, List<String> texts) throws XMLStreamException {
        for (String text : texts) {
            text(name, text);
        }
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }
}
