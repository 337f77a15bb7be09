package org.citykit.api.twinning;

import java.net.URI;
import java.util.Optional;
import org.citykit.api.PartialDate;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * A document of an agreement, for example its signed text.
 *
 * @param title what it is
 * @param where its web address
 * @param date when it was made
 * @since 1.0
 */
public record Document(Text title, URI where, Optional<PartialDate> date) {
    public Document {
        Check.present("title", title);
        Check.present("where", where);
        Check.present("date", date);
    }
}
