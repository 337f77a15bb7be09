package org.citykit.icalendar.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An address with what is said about it: an ATTACH, IMAGE, CONFERENCE, LINK, STRUCTURED-DATA or a calendar user.
 *
 * @param uri the address as written; a {@code data:} address for a value of type BINARY
 * @param label LABEL or CN: words for people, or empty
 * @param mediaType FMTTYPE, or empty
 * @param roles DISPLAY, FEATURE, LINKREL, SCHEMA or ROLE: what it is for, words in upper case and addresses
 *     as written, in order
 * @param language LANGUAGE, or empty
 */
public record EventLink(
        String uri, Optional<String> label, Optional<String> mediaType, List<String> roles, Optional<String> language) {

    /** Copies the roles and checks that nothing is missing. */
    public EventLink {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(mediaType, "mediaType");
        roles = List.copyOf(roles);
        Objects.requireNonNull(language, "language");
    }
}
