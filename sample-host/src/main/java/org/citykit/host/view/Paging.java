package org.citykit.host.view;

import java.util.Optional;

/**
 * Where a page of a long list stands.
 *
 * @param previous to the page before
 * @param next to the page after
 * @param position which of how many
 */
public record Paging(Optional<Link> previous, Optional<Link> next, String position) {}
