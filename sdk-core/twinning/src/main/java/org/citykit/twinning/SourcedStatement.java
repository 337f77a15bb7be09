package org.citykit.twinning;

import org.citykit.api.twinning.Statement;

/**
 * What one side, or a third source, says of a relation, with the module that holds it.
 *
 * @param module the module's id
 * @param agreement the id of the agreement in that module
 * @param city the {@link CityEntry#id} of the side that says it, or empty for a third source
 * @param statement what is said
 */
public record SourcedStatement(String module, String agreement, String city, Statement statement) {}
