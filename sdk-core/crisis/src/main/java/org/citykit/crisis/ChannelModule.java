package org.citykit.crisis;

import org.citykit.api.crisis.ChannelLimits;

/**
 * A channel that is open in the portal.
 *
 * @param module its module's id
 * @param limits what it is and how much fits into it
 */
public record ChannelModule(String module, ChannelLimits limits) {
    public ChannelModule {
        Given.text("module", module);
        Given.present("limits", limits);
    }
}
