package org.citykit.cap.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citykit.cap.Finding;
import org.citykit.cap.Finding.Position;
import org.citykit.cap.FindingCode;

/** Collects what is found in one document, up to a limit. */
final class Findings {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
            f -> f.position().orElse(new Position(1, 1)),
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column));

    private final int limit;
    private final List<Finding> found = new ArrayList<>();
    private boolean more;

    Findings(int limit) {
        this.limit = limit;
    }

    void add(FindingCode code, Node node, String problem) {
        add(code, node.path(), problem, node.position());
    }

    void add(FindingCode code, String path, String problem, Position position) {
        add(Finding.of(code, path, problem).at(position));
    }

    void add(Finding finding) {
        if (found.size() < limit) {
            found.add(finding);
        } else if (!more) {
            more = true;
            found.add(Finding.of(
                    FindingCode.TOO_MANY_FINDINGS,
                    "/",
                    "There are more than " + limit + " findings; the rest is not listed."));
        }
    }

    /** Tells whether an element or one inside it is broken already, so that what follows from it need not be said. */
    boolean explain(String path) {
        return found.stream()
                .filter(Finding::isError)
                .map(Finding::path)
                .anyMatch(p -> p.equals(path) || p.startsWith(path + "/") || p.startsWith(path + "["));
    }

    List<Finding> inOrder() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
