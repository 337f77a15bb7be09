package org.citykit.cap.xml;

import java.util.Optional;

/** The versions of CAP, told apart by their XML namespace. */
public enum CapVersion {
    /** CAP 1.0 of 2004. */
    V1_0("http://www.incident.com/cap/1.0"),
    /** CAP 1.1 of 2005. */
    V1_1("urn:oasis:names:tc:emergency:cap:1.1"),
    /** CAP 1.2 of 2010, which is written. */
    V1_2("urn:oasis:names:tc:emergency:cap:1.2");

    private final String namespace;

    CapVersion(String namespace) {
        this.namespace = namespace;
    }

    /**
     * The XML namespace of its elements.
     *
     * @return the namespace name
     */
    public String namespace() {
        return namespace;
    }

    static Optional<CapVersion> of(String namespace) {
        for (CapVersion version : values()) {
            if (version.namespace.equals(namespace)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
