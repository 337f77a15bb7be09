package org.citykit.plugins.playbooks;

/** Says that a file cannot be read as a whole, where and why. */
final class MalformedYamlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position at;
    private final String reason;

    MalformedYamlException(Position at, String reason) {
        super(reason);
        this.at = at;
        this.reason = reason;
    }

    Position at() {
        return at;
    }

    String reason() {
        return reason;
    }
}
