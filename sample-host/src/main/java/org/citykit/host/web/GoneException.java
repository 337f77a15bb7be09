package org.citykit.host.web;

/** What stood at an address was withdrawn. */
public final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String title;

    /**
     * It was withdrawn.
     *
     * @param title what it was called, in the language of the reader
     */
    public GoneException(String title) {
        super("What was called '" + title + "' was withdrawn.", null, false, false);
        this.title = title;
    }

    /** What it was called. */
    String title() {
        return title;
    }
}
