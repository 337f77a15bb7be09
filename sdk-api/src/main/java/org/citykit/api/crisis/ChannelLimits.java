package org.citykit.api.crisis;

import org.citykit.api.validation.Check;

/**
 * What a channel is and how much fits into it.
 *
 * @param kind what it is
 * @param characters the longest message in Unicode code points, or 0 for no limit
 * @param richText whether it shows bidirectional isolates and line breaks as they are
 * @since 1.0
 */
public record ChannelLimits(ChannelKind kind, int characters, boolean richText) {
    public ChannelLimits {
        Check.present("kind", kind);
        Check.between("characters", characters, 0, 1_000_000);
    }
}
