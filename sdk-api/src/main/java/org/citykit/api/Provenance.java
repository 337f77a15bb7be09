package org.citykit.api;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.citykit.api.validation.Check;

/**
 * Who says so.
 *
 * @param source the work, register or office, as it should be shown
 * @param where its web address
 * @param retrieved when it was read there
 * @param licence under what terms it may be shown, an SPDX identifier where there is one, or empty
 * @since 1.0
 */
public record Provenance(Text source, Optional<URI> where, Optional<Instant> retrieved, String licence) {
    public Provenance {
        Check.present("source", source);
        Check.present("where", where);
        Check.present("retrieved", retrieved);
        Check.note("licence", licence);
    }

    /** A source by its name alone. */
    public static Provenance of(Text source) {
        return new Provenance(source, Optional.empty(), Optional.empty(), "");
    }
}
