package org.citykit.twinning;

import org.citykit.api.PartialDate;

/**
 * A date since when a relation stands, by one statement; what an anniversary is reckoned from. A relation whose sources
 * differ has several.
 *
 * @param relation which
 * @param date since when; often only a year
 * @param statement who says so
 */
public record SigningDate(Relation relation, PartialDate date, SourcedStatement statement) {}
