package org.citykit.cap.xml;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.citykit.cap.CapTime;
import org.citykit.cap.CapValueException;
import org.citykit.cap.FindingCode;

/** Times of all versions: 1.2 in its one form, older ones also with Z and fractions (CAP 1.2 §3.3.2). */
final class Times {
    private final Findings findings;

    Times(Findings findings) {
        this.findings = findings;
    }

    Optional<OffsetDateTime> read(Fields fields, String name) {
        if (fields.version() == CapVersion.V1_2) {
            fields.node()
                    .child(name)
                    .filter(n -> Fields.stripped(n).endsWith("+00:00"))
                    .ifPresent(n -> findings.add(FindingCode.TIME_UTC_FORM, n, "UTC is written as +00:00."));
            return fields.form(name, CapTime::parse);
        }
        return fields.form(name, Times::old);
    }

    private static OffsetDateTime old(String text) {
        try {
            return CapTime.parse(text);
        } catch (CapValueException strict) {
            try {
                return CapTime.normalize(OffsetDateTime.parse(text));
            } catch (DateTimeException e) {
                throw strict;
            }
        }
    }
}
