package org.citykit.plugins.webhook;

import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.crisis.AlertChannel;
import org.citykit.api.crisis.Channel;

/** An alert channel that posts alerts to a web address. */
@Provider(id = "webhook", settings = WebhookSettings.class)
public final class WebhookChannel implements AlertChannel<WebhookSettings> {
    @Override
    public Channel open(WebhookSettings settings, PluginContext context) {
        return new Webhook(settings, context);
    }
}
