package org.citykit.crisis;

import java.util.List;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;

/**
 * A wording that has been filled in.
 *
 * @param settings the portal that it is written for
 * @param emergency what has happened
 * @param phase when in the emergency it is said
 * @param audience to whom
 * @param hazard how bad, how soon and how sure
 * @param rendering the texts, in every language of the portal
 * @param channels through what, or empty for everything
 * @param playbook where the message comes from, or empty
 */
record Composition(
        CrisisSettings settings,
        EmergencyType emergency,
        Phase phase,
        Audience audience,
        Hazard hazard,
        Rendering rendering,
        Set<ChannelKind> channels,
        String playbook) {

    /** The modules of a portal that this is written for; other systems get everything. */
    List<ChannelModule> fitting(List<ChannelModule> open) {
        return open.stream()
                .filter(module -> channels.isEmpty()
                        || module.limits().kind() == ChannelKind.SYSTEM
                        || channels.contains(module.limits().kind()))
                .toList();
    }
}
