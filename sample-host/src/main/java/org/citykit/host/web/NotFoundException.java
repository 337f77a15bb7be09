package org.citykit.host.web;

/** There is nothing at the address. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotFoundException() {
        super("There is nothing at this address.", null, false, false);
    }
}
