package org.citykit.runtime.value;

import org.citykit.api.CityKitException;
import org.citykit.api.ErrorCode;

/** Ends the reading of a file that cannot be read any further. Never leaves this room. */
final class MalformedValuesException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String reason;

    MalformedValuesException(ErrorCode code, Place place, String reason) {
        super(code, reason);
        this.place = place;
        this.reason = reason;
    }

    Place place() {
        return place;
    }

    String reason() {
        return reason;
    }
}
