package org.citykit.api;

import org.citykit.api.validation.Check;

/**
 * Names one stored state of an item or record; two states are the same if their revisions are equal.
 *
 * @param value opaque, 0 to 200 characters
 * @since 1.0
 */
public record Revision(String value) {
    /** No state yet: what an editor expects of an item that does not exist. */
    public static final Revision NONE = new Revision("");

    public Revision {
        Check.between("revision.length", Check.present("revision", value).length(), 0, Check.ID_LENGTH);
    }
}
