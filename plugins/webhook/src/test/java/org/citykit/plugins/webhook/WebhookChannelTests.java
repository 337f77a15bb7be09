package org.citykit.plugins.webhook;

import org.citykit.testkit.AlertChannelContract;
import org.citykit.testkit.RecordedAnswer;
import org.citykit.testkit.Subject;

class WebhookChannelTests implements AlertChannelContract {
    @Override
    public Subject subject() {
        return Subject.of(WebhookChannel.class)
                .settings("{ url: 'https://hooks.example/alerts', secret: { env: HOOK_SECRET }, format: json }")
                .environment("HOOK_SECRET", "9f4c2d7be01a6835")
                .recorded("https://hooks.example/alerts", RecordedAnswer.of("application/json", "{\"id\":\"r-1\"}"));
    }
}
