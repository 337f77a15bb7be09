package org.citykit.host.content;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.citykit.api.crisis.Alert;
import org.citykit.crisis.AlertBoard;
import org.citykit.crisis.PlaybookBook;
import org.citykit.events.EventIndex;
import org.citykit.portal.Portal;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.PortalSettings;
import org.citykit.twinning.TwinningIndex;

/**
 * What a portal holds at the moment, room by room.
 *
 * @param settings of the portal
 * @param twinning what its registries hold
 * @param events what its calendars hold
 * @param alerts its alerts and what has become of them
 * @param playbooks its proven playbooks
 * @param cap writes an alert of the board as a CAP 1.2 document in UTF-8
 * @param health how its modules do
 * @param clock tells what is past
 */
public record Held(
        PortalSettings settings,
        Supplier<TwinningIndex> twinning,
        Supplier<EventIndex> events,
        Supplier<AlertBoard> alerts,
        Supplier<PlaybookBook> playbooks,
        Function<Alert, byte[]> cap,
        Supplier<List<ModuleHealth>> health,
        Clock clock) {
    /** What a running portal holds, as it is described at the moment. */
    public static Held by(Portal portal, PortalSettings settings, Clock clock) {
        return new Held(
                settings,
                portal::twinning,
                portal::events,
                () -> portal.alerts().board(),
                portal::playbooks,
                portal::cap,
                portal::health,
                clock);
    }
}
