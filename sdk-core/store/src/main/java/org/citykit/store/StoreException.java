package org.citykit.store;

import org.citykit.api.CityKitException;

/** Says that something could not be kept or found again, why, and what to do. */
public final class StoreException extends CityKitException {
    private static final long serialVersionUID = 1L;

    StoreException(StoreError code, String message) {
        super(code, message);
    }

    StoreException(StoreError code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
