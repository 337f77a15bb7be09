package org.citykit.runtime.plan;

import java.util.Objects;
import org.citykit.runtime.value.KebabCase;

/**
 * Something that a plugin or module would be allowed newly, or no more. Immutable.
 *
 * @param kind what it is about
 * @param asked whether it is newly asked for; else it is given up
 * @param subject the plugin, or for {@link Kind#MODULE_NETWORK} the module
 * @param what the host, the use or the category
 */
public record Permission(Kind kind, boolean asked, String subject, String what) {
    /** What a permission is about. */
    public enum Kind {
        /** A host that a plugin's manifest names. */
        NETWORK,
        /** A host that a webmaster allows to a module. */
        MODULE_NETWORK,
        /** A use of the machine that a plugin declares. */
        MACHINE,
        /** A use of the machine that a plugin's classes show and its manifest does not declare. */
        UNDECLARED,
        /** A category of data about people that a plugin says it holds. */
        PERSONAL_DATA;

        String key() {
            return "permission." + KebabCase.ofConstant(name());
        }
    }

    public Permission {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(what, "what");
    }
}
