package org.citykit.plugins.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.citykit.api.PluginContext;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.api.crisis.Alert;

/**
 * When earlier alerts were sent, which a CAP message must say of each alert that it refers to. Kept in the module's
 * records, since an alert that has been replaced is no longer in force and in no view.
 */
final class SentTimes {
    private static final int FORMAT = 1;

    private final PluginContext context;

    SentTimes(PluginContext context) {
        this.context = context;
    }

    /** Remembers an alert. */
    void note(Alert alert) {
        Records records = context.records(FORMAT);
        if (records.find(alert.id()).isEmpty()) {
            records.put(alert.id(), alert.sent().toString().getBytes(StandardCharsets.US_ASCII), Revision.NONE);
        }
    }

    /** When an alert was sent that went through this channel or is in force. */
    Optional<Instant> find(String id) {
        return context.records(FORMAT)
                .find(id)
                .map(stored -> Instant.parse(new String(stored.value(), StandardCharsets.US_ASCII)))
                .or(() -> context.views().alerts().find(id).map(Alert::sent));
    }
}
