package org.citykit.runtime.context;

import java.io.IOException;
import org.citykit.api.ApiError;

/** Ends the reading of an answer that breaks a limit. Never leaves this room. */
final class RefusedAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ApiError code;

    /** @param reason reads on after the address */
    RefusedAnswerException(ApiError code, String reason) {
        super(reason);
        this.code = code;
    }

    ApiError code() {
        return code;
    }
}
