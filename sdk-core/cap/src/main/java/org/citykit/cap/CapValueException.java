package org.citykit.cap;

import java.util.Objects;

/** A value that can never be legal in a CAP message, refused where it was made. */
public final class CapValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final String problem;

    /**
     * Refuses a value.
     *
     * @param code which rule is broken
     * @param problem what is wrong, with the value found, in one sentence
     */
    public CapValueException(FindingCode code, String problem) {
        super(problem + " " + code.remedy() + " CAP 1.2 " + code.section() + ".");
        this.code = Objects.requireNonNull(code, "code");
        this.problem = problem;
    }

    /**
     * The rule that is broken.
     *
     * @return never null
     */
    public FindingCode code() {
        return code;
    }

    /**
     * What is wrong, without the remedy that {@link #getMessage()} adds.
     *
     * @return one sentence
     */
    public String problem() {
        return problem;
    }
}
