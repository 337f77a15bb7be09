package org.citykit.plugins.playbooks;

import java.util.Optional;

/**
 * What a value must be.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
interface Kind<T> {
    /** Reads a value; whatever it cannot be is a fault. */
    Optional<T> read(YamlNode node, Complaints complaints);
}
