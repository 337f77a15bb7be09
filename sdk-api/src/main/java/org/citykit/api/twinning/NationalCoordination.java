package org.citykit.api.twinning;

import java.util.Optional;
import org.citykit.api.PartialDate;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * What a national authority says to an agreement.
 *
 * @param authority who decides, for example a foreign ministry
 * @param state how far it has come
 * @param at when it came there
 * @since 1.0
 */
public record NationalCoordination(Text authority, State state, Optional<PartialDate> at) {
    /** How far it has come. */
    public enum State {
        /** The law asks for nothing. */
        NOT_NEEDED,
        /** It must be told. */
        TO_BE_TOLD,
        /** It has been told. */
        TOLD,
        /** Its consent has been asked for. */
        ASKED,
        /** It has consented. */
        GRANTED,
        /** It has refused. */
        REFUSED
    }

    public NationalCoordination {
        Check.present("authority", authority);
        Check.present("state", state);
        Check.present("at", at);
    }
}
