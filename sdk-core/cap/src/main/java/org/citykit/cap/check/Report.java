package org.citykit.cap.check;

import java.util.ArrayList;
import java.util.List;
import org.citykit.cap.Finding;
import org.citykit.cap.FindingCode;

/** Collects findings and names the places they speak of. */
final class Report {
    private final PartPaths paths;
    private final List<Finding> findings = new ArrayList<>();

    Report(PartPaths paths) {
        this.paths = paths;
    }

    void add(FindingCode code, String path, String problem) {
        findings.add(Finding.of(code, path, problem));
    }

    String path(Object part, String parent, String name, int index, int count) {
        return paths.find(part).orElseGet(() -> parent + "/" + name + (count > 1 ? "[" + (index + 1) + "]" : ""));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
