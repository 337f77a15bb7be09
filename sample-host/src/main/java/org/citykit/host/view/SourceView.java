package org.citykit.host.view;

import java.util.Optional;

/**
 * Who says so.
 *
 * @param name the source
 * @param href its web address
 * @param retrieved when it was read there
 * @param licence its terms of use
 */
public record SourceView(Passage name, Optional<String> href, Optional<DateView> retrieved, Optional<String> licence) {}
