package org.citykit.host.caldav;

import java.util.Optional;

/** Tokens of synchronisation as addresses (RFC 6578 §4). */
final class SyncToken {
    private static final String PREFIX = "urn:citykit:sync:";

    private SyncToken() {}

    static String of(CalendarState state) {
        return PREFIX + state.token();
    }

    /** The token within an address; empty if it is none of ours. */
    static Optional<String> read(String address) {
        return address.startsWith(PREFIX) ? Optional.of(address.substring(PREFIX.length())) : Optional.empty();
    }
}
