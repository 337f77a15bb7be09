package org.citykit.twinning;

import java.util.Arrays;
import java.util.Optional;
import org.citykit.api.twinning.AgreementKind;

/** Kinds under which different registries may file the same relation. */
enum KindFamily {
    /** A formal relation between two bodies; registers draw the line between its kinds differently. */
    PARTNERSHIP(""),
    PROJECT("project"),
    CONTACT("contact"),
    NETWORK("network"),
    AID("aid"),
    COUNTRY("country");

    private final String suffix;

    KindFamily(String suffix) {
        this.suffix = suffix;
    }

    /** Ends the id of a relation of this family; empty for the usual one. */
    String suffix() {
        return suffix;
    }

    /** The family whose relations' ids end so; none for an empty suffix. */
    static Optional<KindFamily> bySuffix(String suffix) {
        return Arrays.stream(values())
                .filter(family -> !suffix.isEmpty() && family.suffix.equals(suffix))
                .findFirst();
    }

    static KindFamily of(AgreementKind kind) {
        return switch (kind) {
            case TWIN, SISTER, FRIENDSHIP, MEMORANDUM -> PARTNERSHIP;
            case PROJECT_PARTNERSHIP -> PROJECT;
            case CONTACT -> CONTACT;
            case NETWORK_MEMBERSHIP -> NETWORK;
            case MUTUAL_AID -> AID;
            case COUNTRY_LEVEL -> COUNTRY;
        };
    }

    /** True for a relation without limit in time or matter, false for one with such limits. */
    static boolean isUnlimited(AgreementKind kind) {
        return kind == AgreementKind.TWIN || kind == AgreementKind.SISTER;
    }
}
