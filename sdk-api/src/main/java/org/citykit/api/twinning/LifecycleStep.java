package org.citykit.api.twinning;

import java.util.Optional;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * One step in the life of an agreement.
 *
 * @param state where it stands from then on
 * @param at when
 * @param actor who did it
 * @param reason why
 * @param note why, in words
 * @param provenance who says so
 * @since 1.0
 */
public record LifecycleStep(
        LifecycleState state,
        Optional<PartialDate> at,
        Optional<Text> actor,
        ReasonCode reason,
        Optional<Text> note,
        Provenance provenance) {
    public LifecycleStep {
        Check.present("state", state);
        Check.present("at", at);
        Check.present("actor", actor);
        Check.present("reason", reason);
        Check.present("note", note);
        Check.present("provenance", provenance);
    }
}
