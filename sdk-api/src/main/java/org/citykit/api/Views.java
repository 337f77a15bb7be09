package org.citykit.api;

import org.citykit.api.crisis.Alert;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;

/**
 * What a plugin may read of the rest of the portal; never its own module's items. Thread-safe.
 *
 * @since 1.0
 */
public interface Views {
    /** Agreements of the registries. */
    View<Agreement> agreements();

    /** Cities and other places of the registries and gazetteers. */
    View<City> cities();

    /** Networks of the registries. */
    View<Network> networks();

    /** Events of the calendars. */
    View<CalendarEvent> events();

    /** Alerts in force. */
    View<Alert> alerts();
}
