package org.citykit.api.twinning;

import org.citykit.api.Item;

/**
 * What a registry holds.
 *
 * @since 1.0
 */
public sealed interface TwinningItem extends Item permits Agreement, City, Network {}
