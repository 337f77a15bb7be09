package org.citykit.cap.xml;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citykit.cap.Alert;
import org.citykit.cap.Finding;

/**
 * What a reader made of one document.
 *
 * @param version the version of CAP, if the root element told one
 * @param salvaged what could be read; where there are errors, parts may be missing, an area among them
 * @param findings everything found, by the reader and by {@link org.citykit.cap.check.CapCheck}, in the order of the document
 * @param signatures how many XML signatures stand in the alert; they are <em>not verified</em>
 */
public record CapDocument(
        Optional<CapVersion> version, Optional<Alert> salvaged, List<Finding> findings, int signatures) {

    /** Copies the findings. */
    public CapDocument {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(salvaged, "salvaged");
        findings = List.copyOf(findings);
    }

    /**
     * The message, if it is whole and breaks no rule.
     *
     * @return the alert, or empty when there is any error
     */
    public Optional<Alert> alert() {
        return salvaged.filter(a -> errors().isEmpty());
    }

    /**
     * The findings that are errors.
     *
     * @return in the order of the document
     */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    /**
     * The findings that are warnings.
     *
     * @return in the order of the document
     */
    public List<Finding> warnings() {
        return findings.stream().filter(f -> !f.isError()).toList();
    }
}
