package org.citykit.cap.xml;

import org.citykit.cap.Finding;

/** Ends the reading of a document at once; never leaves the package. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Refusal(Finding finding) {
        super(finding.problem(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
