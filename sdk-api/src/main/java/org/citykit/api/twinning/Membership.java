package org.citykit.api.twinning;

import java.util.Optional;
import org.citykit.api.PartialDate;
import org.citykit.api.validation.Check;

/**
 * A city's place in a network.
 *
 * @param member who
 * @param role as what
 * @param from since when
 * @param until to when; absent while it lasts
 * @since 1.0
 */
public record Membership(Party member, Role role, Optional<PartialDate> from, Optional<PartialDate> until) {
    /** As what a city belongs to a network. */
    public enum Role {
        /** A member. */
        MEMBER,
        /** A founder. */
        FOUNDER,
        /** Has a seat on the board. */
        BOARD,
        /** Holds the chair. */
        CHAIR,
        /** Houses the office. */
        SEAT
    }

    public Membership {
        Check.present("member", member);
        Check.present("role", role);
        Check.present("from", from);
        Check.present("until", until);
    }
}
