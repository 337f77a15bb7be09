package org.citykit.api.events;

import java.time.LocalDateTime;
import org.citykit.api.validation.Check;

/**
 * Which occurrence of a recurring event another event stands for (RFC 5545 §3.8.4.4).
 *
 * @param series the id of the recurring event, in the same module
 * @param start when that occurrence would have begun, in the series' zone
 * @param andFollowing true if it stands for all later ones too
 * @since 1.0
 */
public record ReplacedOccurrence(String series, LocalDateTime start, boolean andFollowing) {
    public ReplacedOccurrence {
        Check.id("series", series);
        Check.present("start", start);
    }
}
