/**
 * A calendar made from the registries of the portal: the day on which each agreement was signed, year after year.
 *
 * <p>Agreements become bonds (one for each group of cities and matter), their dates become signings, signings become
 * events. What may enter: how dates are reconciled and what an anniversary is called. What may not: the web and files.
 */
@NullMarked
package org.citykit.plugins.anniversaries;

import org.jspecify.annotations.NullMarked;
