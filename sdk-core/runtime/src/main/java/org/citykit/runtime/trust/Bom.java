package org.citykit.runtime.trust;

import java.util.List;
import java.util.Objects;

/**
 * A bill of materials: what a plugin says is in it (CycloneDX 1.4 to 1.6, JSON). It is the vendor's word; nothing of it
 * is compared with the file. Immutable.
 *
 * @param specVersion of CycloneDX, or empty if there is none that can be read
 * @param components what is in the plugin, those inside others among them, in the order of the bill; the first 5,000
 * @param defects what could not be used; the first 100
 */
public record Bom(String specVersion, List<Component> components, List<Defect> defects) {
    /**
     * One component. Texts that are not there are empty, and long ones are cut to 300 characters.
     *
     * @param group who makes it, for example {@code org.example}
     * @param name what it is called
     * @param version its version
     * @param licence its licences, by SPDX identifiers where the bill has them
     * @param purl its package URL
     */
    public record Component(String group, String name, String version, String licence, String purl) {
        public Component {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(licence, "licence");
            Objects.requireNonNull(purl, "purl");
        }
    }

    /** What is wrong with a bill. */
    public enum Kind {
        /** It is no JSON, or larger or deeper than allowed. */
        UNREADABLE,
        /** It is JSON, but no bill of CycloneDX. */
        NOT_CYCLONEDX,
        /** It is of a version of CycloneDX that may mean something else. */
        VERSION_UNKNOWN,
        /** A component without a name, or that is none. */
        COMPONENT_BROKEN,
        /** There are more components than are kept. */
        TOO_MANY
    }

    /**
     * Something in a bill that could not be used.
     *
     * @param kind what is wrong
     * @param line counted from 1, or 0 when unknown
     * @param message what was found
     */
    public record Defect(Kind kind, int line, String message) {
        public Defect {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(message, "message");
        }
    }

    public Bom {
        Objects.requireNonNull(specVersion, "specVersion");
        components = List.copyOf(components);
        defects = List.copyOf(defects);
    }

    /**
     * Reads a bill. Whatever the bytes are, this returns: what is wrong becomes a defect, and the rest is kept.
     *
     * @param cycloneDxJson UTF-8, at most 4 MiB
     */
    public static Bom read(byte[] cycloneDxJson) {
        return new BomReader().read(cycloneDxJson);
    }
}
