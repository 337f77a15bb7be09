package org.citykit.runtime.trust;

/** Ends the reading of a signed archive whose signature does not hold. Never leaves this room. */
final class BrokenSignatureException extends SecurityException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BrokenSignatureException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
