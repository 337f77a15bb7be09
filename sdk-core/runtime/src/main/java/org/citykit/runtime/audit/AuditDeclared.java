package org.citykit.runtime.audit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a plugin's manifest says that it uses. Immutable.
 *
 * @param kinds the kinds of use
 */
public record AuditDeclared(Set<UseKind> kinds) {
    /** Nothing is declared. */
    public static final AuditDeclared NOTHING = new AuditDeclared(Set.of());

    public AuditDeclared {
        Set<UseKind> copy = EnumSet.noneOf(UseKind.class);
        copy.addAll(kinds);
        kinds = Collections.unmodifiableSet(copy);
    }
}
