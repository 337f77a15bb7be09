package org.citykit.host.caldav;

import java.util.Optional;
import javax.xml.namespace.QName;

/** A request that cannot be answered as asked, with the condition that the standards have for it (RFC 4918 §16). */
final class DavException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Optional<QName> condition;

    private DavException(int status, Optional<QName> condition, String message) {
        super(message, null, false, false);
        this.status = status;
        this.condition = condition;
    }

    /** There is nothing at an address. */
    static DavException nothingAt(String path) {
        return new DavException(404, Optional.empty(), "There is nothing at " + path + ".");
    }

    /** The body cannot be understood. */
    static DavException malformed(String message) {
        return new DavException(400, Optional.empty(), message);
    }

    /** A condition of the standards does not hold. */
    static DavException condition(QName condition, String message) {
        return new DavException(403, Optional.of(condition), message);
    }

    int status() {
        return status;
    }

    Optional<QName> condition() {
        return condition;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
