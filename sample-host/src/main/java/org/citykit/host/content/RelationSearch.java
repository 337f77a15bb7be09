package org.citykit.host.content;

import java.util.Optional;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.LifecycleState;

/**
 * Which relations a reader wants to see.
 *
 * @param text words, or empty
 * @param own only those of the portal's own city
 * @param kind what it is called
 * @param state where it stands
 * @param dimension in which dimension something is done
 * @param country ISO 3166-1 alpha-2 of a side, or empty
 * @param page which page of the list, from 1
 */
public record RelationSearch(
        String text,
        boolean own,
        Optional<AgreementKind> kind,
        Optional<LifecycleState> state,
        Optional<Dimension> dimension,
        String country,
        int page) {
    /** True if it does not ask for all. */
    public boolean filtered() {
        return !text.isBlank()
                || own
                || kind.isPresent()
                || state.isPresent()
                || dimension.isPresent()
                || !country.isEmpty();
    }
}
