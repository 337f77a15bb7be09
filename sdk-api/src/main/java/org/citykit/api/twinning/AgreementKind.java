package org.citykit.api.twinning;

import java.util.Optional;

/**
 * What kind of relation an agreement makes, with the terms of other registers.
 *
 * @since 1.0
 */
public enum AgreementKind {
    /** A formal relation without limit in time or matter, between two bodies. RGRE: Partnerschaft; DNAC: jumelage. */
    TWIN("P190", "Partnerschaft", "sister city"),
    /** The same under its American, Asian and Iranian name. */
    SISTER("P190", "Partnerschaft", "sister city"),
    /** A formal relation limited in time or to named matters. RGRE: Freundschaft. */
    FRIENDSHIP("P190", "Freundschaft", "friendship city"),
    /** A memorandum of understanding. */
    MEMORANDUM("", "Freundschaft", ""),
    /** A relation limited to a project. RGRE: Projektpartnerschaft. */
    PROJECT_PARTNERSHIP("", "Projektpartnerschaft", ""),
    /** Relations without a formal act. RGRE: Kontakt. */
    CONTACT("", "Kontakt", ""),
    /** Belonging to the same network. */
    NETWORK_MEMBERSHIP("P463", "", ""),
    /** A promise to help each other in a disaster. */
    MUTUAL_AID("", "", ""),
    /** A relation between countries or national administrations. */
    COUNTRY_LEVEL("", "", "");

    private final String wikidata;
    private final String rgre;
    private final String sci;

    AgreementKind(String wikidata, String rgre, String sci) {
        this.wikidata = wikidata;
        this.rgre = rgre;
        this.sci = sci;
    }

    /** The Wikidata property that states such a relation. */
    public Optional<String> wikidataProperty() {
        return term(wikidata);
    }

    /** The German section of CEMR's (RGRE) term. */
    public Optional<String> rgreTerm() {
        return term(rgre);
    }

    /** Sister Cities International's and CLAIR's term. */
    public Optional<String> sciTerm() {
        return term(sci);
    }

    private static Optional<String> term(String term) {
        return term.isEmpty() ? Optional.empty() : Optional.of(term);
    }
}
