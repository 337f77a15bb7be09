package org.citykit.host.content;

import java.time.Clock;
import java.util.function.Supplier;
import org.citykit.crisis.AlertBoard;
import org.citykit.events.EventIndex;
import org.citykit.runtime.composition.PortalSettings;
import org.citykit.twinning.TwinningIndex;

/**
 * What a portal holds at the moment, room by room.
 *
 * @param settings of the portal
 * @param twinning what its registries hold
 * @param events what its calendars hold
 * @param alerts what has become of its alerts
 * @param clock tells what is past
 */
record Held(
        PortalSettings settings,
        Supplier<TwinningIndex> twinning,
        Supplier<EventIndex> events,
        Supplier<AlertBoard> alerts,
        Clock clock) {}
