package org.citykit.api.twinning;

import java.util.Optional;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * What one side, or a third source, says of a relation. Two statements may contradict each other; both are kept.
 *
 * @param by the {@link Party#key} of the side that says it, or empty for a third source
 * @param kind what it calls the relation
 * @param since from when, by this statement
 * @param until to when, by this statement
 * @param note what else it says
 * @param provenance where it is said
 * @since 1.0
 */
public record Statement(
        String by,
        AgreementKind kind,
        Optional<PartialDate> since,
        Optional<PartialDate> until,
        Optional<Text> note,
        Provenance provenance) {
    public Statement {
        Check.note("by", by);
        Check.present("kind", kind);
        Check.present("since", since);
        Check.present("until", until);
        Check.present("note", note);
        Check.present("provenance", provenance);
    }
}
