package org.citykit.crisis;

import java.util.Optional;
import java.util.function.Function;
import org.citykit.api.crisis.Alert;
import org.citykit.cap.xml.CapWriter;

/** Writes alerts as CAP 1.2 documents. Stateless and thread-safe. */
public final class CapDocuments {
    /** The media type of the documents. */
    public static final String MEDIA_TYPE = CapWriter.MEDIA_TYPE;

    private CapDocuments() {}

    /**
     * An alert of the board.
     *
     * @param alert one that stands on the board
     * @return UTF-8; the same bytes for the same alert and settings
     * @throws CrisisException with {@link CrisisError#ALERT_NOT_FOUND} if an alert it refers to does not stand there
     */
    public static byte[] of(Alert alert, CrisisSettings settings, AlertBoard board) {
        return of(alert, settings, board::alert);
    }

    /**
     * Any alert or exercise.
     *
     * @param earlier finds the alerts that it refers to, by their ids
     * @return UTF-8; the same bytes for the same alert and settings
     * @throws CrisisException with {@link CrisisError#ALERT_NOT_FOUND} if one of them is not found
     */
    public static byte[] of(Alert alert, CrisisSettings settings, Function<String, Optional<Alert>> earlier) {
        return CapWriter.write(CapForm.of(alert, settings, earlier));
    }
}
