package org.citykit.cap.xml;

import java.io.CharArrayReader;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.citykit.cap.Finding;
import org.citykit.cap.Finding.Position;
import org.citykit.cap.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes into a tree of elements within limits: no DTD, no entities of its own, nothing fetched.
 *
 * <p>The JDK's own parser is taken by name of the platform, never looked up, so that no library on the path can replace it.
 */
final class TreeReader {
    private static final int LONGEST_NAME = 64;

    private final CapLimits limits;
    private final Deque<Node> open = new ArrayDeque<>();
    private int elements;
    private int signatures;
    private int signatureDepth;
    private @Nullable Node root;

    TreeReader(CapLimits limits) {
        this.limits = limits;
    }

    int signatures() {
        return signatures;
    }

    Node read(byte[] document) throws Refusal {
        CharBuffer text = Decoding.decode(document);
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(new CharArrayReader(text.array(), text.arrayOffset(), text.length()));
            while (xml.hasNext()) {
                take(xml.next(), xml);
            }
        } catch (XMLStreamException e) {
            throw new Refusal(
                    Finding.of(FindingCode.NOT_WELL_FORMED, path(), reason(e)).at(place(e)));
        } catch (RuntimeException e) {
            // The JDK's parser answers some broken input with unchecked exceptions of its own.
            throw new Refusal(Finding.of(FindingCode.NOT_WELL_FORMED, path(), "The XML cannot be read: " + e + "."));
        } finally {
            close(xml);
        }
        if (root == null) {
            throw new Refusal(Finding.of(FindingCode.NOT_WELL_FORMED, path(), "There is no root element."));
        }
        return root;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("An alert may not fetch anything.");
        });
        return factory;
    }

    private void take(int event, XMLStreamReader xml) throws Refusal {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
            case XMLStreamConstants.DTD ->
                throw refuse(FindingCode.DOCTYPE_REFUSED, "There is a document type declaration.", xml);
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw refuse(FindingCode.DOCTYPE_REFUSED, "There is a reference to an entity of its own.", xml);
            default -> {}
        }
    }

    private void start(XMLStreamReader xml) throws Refusal {
        if (++elements > limits.elements()) {
            throw refuse(FindingCode.TOO_MANY_ELEMENTS, "There are more than " + limits.elements() + " elements.", xml);
        }
        if (open.size() + signatureDepth >= limits.depth()) {
            throw refuse(FindingCode.TOO_DEEP, "Elements nest deeper than " + limits.depth() + ".", xml);
        }
        if (signatureDepth > 0 || isSignature(xml)) {
            signatures += signatureDepth == 0 ? 1 : 0;
            signatureDepth++;
        }
        if (signatureDepth > 1) {
            return;
        }
        String namespace = xml.getNamespaceURI() == null ? "" : shorten(xml.getNamespaceURI());
        Node node = new Node(namespace, shorten(xml.getLocalName()), place(xml), attributes(xml));
        Node parent = open.peek();
        if (parent == null) {
            root = node;
        } else {
            parent.children().add(node);
        }
        if (signatureDepth == 0) {
            open.push(node);
        }
    }

    private void end() {
        if (signatureDepth > 0) {
            signatureDepth--;
        } else {
            open.pop();
        }
    }

    private void text(XMLStreamReader xml) throws Refusal {
        Node node = open.peek();
        if (node == null || signatureDepth > 0) {
            return;
        }
        if (node.text().length() + xml.getTextLength() > limits.textLength()) {
            throw refuse(
                    FindingCode.TEXT_TOO_LONG, "The text is longer than " + limits.textLength() + " characters.", xml);
        }
        node.text().append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private boolean isSignature(XMLStreamReader xml) {
        return open.size() == 1 && Shape.SIGNATURE_NAMESPACE.equals(xml.getNamespaceURI());
    }

    private static List<String> attributes(XMLStreamReader xml) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean points = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i))
                    && xml.getAttributeLocalName(i).endsWith("chemaLocation");
            if (!points) {
                names.add(shorten(xml.getAttributeLocalName(i)));
            }
        }
        return names;
    }

    private Refusal refuse(FindingCode code, String problem, XMLStreamReader xml) {
        return new Refusal(Finding.of(code, path(), problem).at(place(xml)));
    }

    private String path() {
        if (open.isEmpty()) {
            return "/";
        }
        StringBuilder path = new StringBuilder();
        for (Iterator<Node> outerFirst = open.descendingIterator(); outerFirst.hasNext(); ) {
            path.append('/').append(outerFirst.next().name());
        }
        return path.toString();
    }

    private static Position place(XMLStreamReader xml) {
        return new Position(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
    }

    private static Position place(XMLStreamException e) {
        return e.getLocation() == null
                ? new Position(1, 1)
                : new Position(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    }

    /** The parser's own words, in the language of the platform's default locale, on one line. */
    private static String reason(XMLStreamException e) {
        String message = e.getMessage() == null ? "no reason given" : e.getMessage();
        int words = message.indexOf("Message: ");
        String plain = (words < 0 ? message : message.substring(words + "Message: ".length())).replace('\n', ' ');
        return "The XML is broken: " + (plain.length() > 200 ? plain.substring(0, 197) + "..." : plain);
    }

    private static String shorten(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
    }

    private static void close(@Nullable XMLStreamReader xml) throws Refusal {
        if (xml == null) {
            return;
        }
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new Refusal(Finding.of(FindingCode.NOT_WELL_FORMED, "/", reason(e)));
        }
    }
}
