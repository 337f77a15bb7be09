package org.citykit.cap.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.cap.FindingCode;

/**
 * Which elements an element holds, in which order and how often (CAP 1.2 §3.4).
 *
 * <p>Older versions are held against the shape of 1.2 as far as they share it.
 */
final class Shape {
    static final String SIGNATURE_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    /** One kind of child. */
    private record Slot(String name, boolean required, boolean repeatable, Optional<Shape> inner) {}

    private final List<Slot> slots;
    private final boolean signable;

    private Shape(boolean signable, Slot... slots) {
        this.signable = signable;
        this.slots = List.of(slots);
    }

    static Shape of(CapVersion version) {
        Shape pair = new Shape(false, one("valueName"), one("value"));
        Slot eventCode = version == CapVersion.V1_0 ? any("eventCode") : any("eventCode", pair);
        Slot parameter = version == CapVersion.V1_0 ? any("parameter") : any("parameter", pair);
        Slot geocode = version == CapVersion.V1_0 ? any("geocode") : any("geocode", pair);
        Shape resource = new Shape(
                false,
                one("resourceDesc"),
                version == CapVersion.V1_2 ? one("mimeType") : maybe("mimeType"),
                maybe("size"),
                maybe("uri"),
                maybe("derefUri"),
                maybe("digest"));
        Shape area = new Shape(
                false, one("areaDesc"), any("polygon"), any("circle"), geocode, maybe("altitude"), maybe("ceiling"));
        return alert(info(eventCode, parameter, any("resource", resource), any("area", area)));
    }

    private static Shape alert(Shape info) {
        return new Shape(
                true,
                one("identifier"),
                one("sender"),
                one("sent"),
                one("status"),
                one("msgType"),
                maybe("source"),
                one("scope"),
                maybe("restriction"),
                maybe("addresses"),
                any("code"),
                maybe("note"),
                maybe("references"),
                maybe("incidents"),
                any("info", info));
    }

    private static Shape info(Slot eventCode, Slot parameter, Slot resource, Slot area) {
        return new Shape(
                false,
                maybe("language"),
                new Slot("category", true, true, Optional.empty()),
                one("event"),
                any("responseType"),
                one("urgency"),
                one("severity"),
                one("certainty"),
                maybe("audience"),
                eventCode,
                maybe("effective"),
                maybe("onset"),
                maybe("expires"),
                maybe("senderName"),
                maybe("headline"),
                maybe("description"),
                maybe("instruction"),
                maybe("web"),
                maybe("contact"),
                parameter,
                resource,
                area);
    }

    private static Slot one(String name) {
        return new Slot(name, true, false, Optional.empty());
    }

    private static Slot maybe(String name) {
        return new Slot(name, false, false, Optional.empty());
    }

    private static Slot any(String name) {
        return new Slot(name, false, true, Optional.empty());
    }

    private static Slot any(String name, Shape inner) {
        return new Slot(name, false, true, Optional.of(inner));
    }

    /** Reports where an element and all below it leave the shape. */
    void check(Node node, Findings findings) {
        attributes(node, findings);
        if (!node.text().toString().isBlank()) {
            findings.add(FindingCode.STRAY_TEXT, node, "There is text between the elements of " + node.name() + ".");
        }
        Set<String> seen = new HashSet<>();
        int last = 0;
        for (Node child : node.children()) {
            last = place(child, node, last, seen, findings);
        }
        for (Slot slot : slots) {
            if (slot.required() && !seen.contains(slot.name())) {
                findings.add(
                        FindingCode.ELEMENT_MISSING,
                        node.path() + "/" + slot.name(),
                        "The element " + node.name() + " has no " + slot.name() + ".",
                        node.position());
            }
        }
    }

    private int place(Node child, Node parent, int last, Set<String> seen, Findings findings) {
        if (signable && child.namespace().equals(SIGNATURE_NAMESPACE)) {
            return slots.size();
        }
        int index = child.namespace().equals(parent.namespace()) ? indexOf(child.name()) : -1;
        if (index < 0) {
            findings.add(
                    FindingCode.ELEMENT_UNKNOWN,
                    child,
                    "The element " + parent.name() + " cannot hold '" + child.name() + "' of '" + child.namespace()
                            + "'.");
            return last;
        }
        Slot slot = slots.get(index);
        if (index < last) {
            String before = last < slots.size() ? slots.get(last).name() : "Signature";
            findings.add(
                    FindingCode.ELEMENT_OUT_OF_ORDER, child, "The " + child.name() + " stands behind " + before + ".");
        }
        if (!seen.add(slot.name()) && !slot.repeatable()) {
            findings.add(
                    FindingCode.ELEMENT_REPEATED, child, "The element " + child.name() + " stands more than once.");
        }
        if (slot.inner().isPresent()) {
            slot.inner().get().check(child, findings);
        } else {
            leaf(child, findings);
        }
        return Math.max(index, last);
    }

    private static void leaf(Node node, Findings findings) {
        attributes(node, findings);
        for (Node child : node.children()) {
            findings.add(
                    FindingCode.ELEMENT_UNKNOWN,
                    child,
                    "The element " + node.name() + " holds text, not '" + child.name() + "'.");
        }
    }

    private static void attributes(Node node, Findings findings) {
        for (String attribute : node.attributes()) {
            findings.add(
                    FindingCode.ATTRIBUTE_UNKNOWN,
                    node,
                    "The element " + node.name() + " has the attribute '" + attribute + "'.");
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
