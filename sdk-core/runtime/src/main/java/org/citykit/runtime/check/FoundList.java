package org.citykit.runtime.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers findings; what is found again in another place is one finding with one place more. Confined. */
final class FoundList {
    private static final int PLACES = 5;
    private static final int KINDS = 500;

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private int leftOut;

    void add(Finding finding) {
        String key = finding.severity() + finding.archive() + ' ' + finding.key();
        if (findings.size() >= KINDS && !findings.containsKey(key)) {
            leftOut++;
            return;
        }
        findings.merge(key, finding, FoundList::merged);
    }

    void addAll(Collection<Finding> all) {
        all.forEach(this::add);
    }

    private static Finding merged(Finding known, Finding again) {
        List<String> places = new ArrayList<>(known.places());
        again.places().stream()
                .filter(place -> places.size() < PLACES && !places.contains(place))
                .forEach(places::add);
        return new Finding(
                known.rule(),
                known.severity(),
                known.archive(),
                known.subject(),
                places,
                known.count() + again.count(),
                known.summary(),
                known.detail(),
                known.advice());
    }

    /** How many kinds of findings were not kept. */
    int leftOut() {
        return leftOut;
    }

    /** The worst first, otherwise as they were found. */
    List<Finding> sorted() {
        List<Finding> all = new ArrayList<>(findings.values());
        all.sort(Comparator.comparing(Finding::severity));
        return all;
    }
}
