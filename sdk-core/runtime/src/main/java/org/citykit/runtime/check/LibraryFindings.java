package org.citykit.runtime.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What one library refers to in vain, as one note: mostly what it can do without. Confined. */
final class LibraryFindings implements Consumer<Finding> {
    private static final int NAMED = 5;

    private final String jar;
    private final Set<String> subjects = new LinkedHashSet<>();
    private final List<String> places = new ArrayList<>();

    LibraryFindings(String jar) {
        this.jar = jar;
    }

    @Override
    public void accept(Finding finding) {
        if (finding.severity() == Severity.ERROR && subjects.add(finding.subject()) && places.size() < NAMED) {
            places.addAll(finding.places());
        }
    }

    void tell(Consumer<Finding> found) {
        if (subjects.isEmpty()) {
            return;
        }
        List<String> names = subjects.stream().sorted().limit(NAMED).toList();
        String more = subjects.size() > NAMED ? " and " + (subjects.size() - NAMED) + " more" : "";
        found.accept(new Finding(
                FindingRule.LIBRARY_REFERENCES.anchor(),
                FindingRule.LIBRARY_REFERENCES.severity(),
                jar,
                jar,
                places,
                subjects.size(),
                "Its library " + jar + " refers to what is not there as it expects it: " + String.join(", ", names)
                        + more + ".",
                "Most libraries can do without; code that needs it ends in a LinkageError.",
                "Look whether the plugin uses that part of the library, and add what is missing to lib/ then."));
    }
}
