package org.citykit.api.twinning;

import java.util.Optional;
import java.util.Set;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * Something done under an agreement.
 *
 * @param title what
 * @param fields in which fields
 * @param at when
 * @param outcome what came of it
 * @param provenance who says so
 * @since 1.0
 */
public record Activity(
        Text title, Set<Field> fields, Optional<PartialDate> at, Optional<Text> outcome, Provenance provenance) {
    public Activity {
        Check.present("title", title);
        fields = Set.copyOf(Check.list("fields", fields));
        Check.present("at", at);
        Check.present("outcome", outcome);
        Check.present("provenance", provenance);
    }
}
