package org.citykit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.citykit.api.CityKitException;
import org.citykit.api.ErrorCode;
import org.junit.jupiter.api.function.Executable;

/** Expects a refusal of a certain kind, with a message that leads to the documentation. */
final class Refusals {
    private Refusals() {}

    static String assertRefused(ErrorCode code, Executable call) {
        CityKitException refused = assertThrows(CityKitException.class, call);
        assertEquals(code, refused.code(), refused.getMessage());
        assertTrue(refused.getMessage().endsWith(" See errors.md#" + code.anchor()), refused.getMessage());
        return refused.getMessage();
    }
}
