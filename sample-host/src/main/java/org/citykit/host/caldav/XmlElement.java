package org.citykit.host.caldav;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * An element of a request. Immutable.
 *
 * @param name its name
 * @param attributes by local name, of those without a namespace
 * @param children its elements in order
 * @param text its text without that of its elements, stripped
 */
record XmlElement(QName name, Map<String, String> attributes, List<XmlElement> children, String text) {
    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    Optional<XmlElement> child(QName wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    List<XmlElement> children(QName wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    boolean has(QName wanted) {
        return child(wanted).isPresent();
    }

    Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(local));
    }

    /** An attribute that the standard requires. */
    String required(String local) {
        return attribute(local)
                .orElseThrow(() -> DavException.malformed("Element '" + name.getLocalPart() + "' has no attribute '"
                        + local + "'. Add it (RFC 4791 §9)."));
    }
}
