package org.citykit.host.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * How a module does, as operations sees it.
 *
 * @param module its id
 * @param provider what it uses
 * @param state how it does, in kebab case
 * @param lastGood when its data was fetched
 * @param items how many items it holds
 * @param defects pieces of input that could not be used
 */
public record ModuleState(
        String module, String provider, String state, Optional<Instant> lastGood, int items, long defects) {}
