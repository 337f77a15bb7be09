package org.citykit.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.citykit.api.validation.Check;

/**
 * A number that a source states, kept with its source because sources differ.
 *
 * @param measure what is counted
 * @param value how much
 * @param unit a UCUM unit, an ISO 4217 currency or empty for a plain count
 * @param approximate the source says "about"
 * @param at when it held
 * @param provenance who says so
 * @since 1.0
 */
public record Figure(
        Text measure,
        BigDecimal value,
        String unit,
        boolean approximate,
        Optional<PartialDate> at,
        Provenance provenance) {
    public Figure {
        Check.present("measure", measure);
        Check.present("value", value);
        Check.note("unit", unit);
        Check.present("at", at);
        Check.present("provenance", provenance);
    }
}
