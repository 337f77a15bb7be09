package org.citykit.runtime.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.plan.PluginChange;

/**
 * What looking at a plugin file has shown, beyond its facts. Immutable.
 *
 * @param signers who signed it, as people know them
 * @param undeclared which uses of the machine its classes show and its manifest does not declare
 * @param unload whether it is expected to be unloaded while the portal runs
 */
public record PluginTraits(List<String> signers, Set<UseKind> undeclared, Optional<PluginChange.Unload> unload) {
    /** Nobody has looked. */
    public static final PluginTraits UNKNOWN = new PluginTraits(List.of(), Set.of(), Optional.empty());

    public PluginTraits {
        signers = List.copyOf(signers);
        undeclared = Set.copyOf(undeclared);
    }
}
