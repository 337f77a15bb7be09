package org.citykit.host.view;

import java.util.Optional;

/**
 * A number that a source states.
 *
 * @param measure what is counted
 * @param value how much, with its unit
 * @param at when it held
 * @param source who says so; absent where that stands beside it anyway
 */
public record FigureView(Passage measure, String value, Optional<DateView> at, Optional<SourceView> source) {}
