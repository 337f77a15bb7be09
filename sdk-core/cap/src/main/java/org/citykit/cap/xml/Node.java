package org.citykit.cap.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.cap.Finding.Position;

/** An element as it stood in the document; filled by {@link TreeReader}, read-only afterwards. */
final class Node {
    private final String namespace;
    private final String name;
    private final Position position;
    private final List<String> attributes;
    private final List<Node> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String path = "";

    Node(String namespace, String name, Position position, List<String> attributes) {
        this.namespace = namespace;
        this.name = name;
        this.position = position;
        this.attributes = attributes;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    Position position() {
        return position;
    }

    /** Names of the attributes that say something, without pointers to schemas. */
    List<String> attributes() {
        return attributes;
    }

    List<Node> children() {
        return children;
    }

    List<Node> children(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).toList();
    }

    Optional<Node> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    StringBuilder text() {
        return text;
    }

    String path() {
        return path;
    }

    /** Names this element and all below it; an element is counted only where siblings share its name. */
    void locate(String ownPath, Map<String, Position> places) {
        path = ownPath;
        places.put(ownPath, position);
        Map<String, Integer> totals = new HashMap<>();
        children.forEach(c -> totals.merge(c.name, 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        for (Node child : children) {
            int number = seen.merge(child.name, 1, Integer::sum);
            String index = totals.getOrDefault(child.name, 1) > 1 ? "[" + number + "]" : "";
            child.locate(ownPath + "/" + child.name + index, places);
        }
    }
}
