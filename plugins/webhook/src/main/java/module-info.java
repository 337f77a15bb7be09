/** An alert channel that posts alerts to a web address as JSON and CAP 1.2. */
module org.citykit.plugins.webhook {
    requires org.citykit.api;
    requires org.citykit.cap;
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    provides org.citykit.api.crisis.AlertChannel with
            org.citykit.plugins.webhook.WebhookChannel;
}
