package org.citykit.plugins.webhook;

import org.citykit.testkit.AlertChannelContract;
import org.citykit.testkit.RecordedAnswer;
import org.citykit.testkit.Subject;

class BothFormatsTests implements AlertChannelContract {
    @Override
    public Subject subject() {
        return Subject.of(WebhookChannel.class)
                .settings("{ url: 'https://hooks.example/alerts', secret: { env: HOOK_SECRET }, format: both,"
                        + " sender: alerts.tehran.example, attempts: 3, headers: { X-City: Tehran },"
                        + " secret-headers: { Authorization: { env: HOOK_TOKEN } } }")
                .environment("HOOK_SECRET", "9f4c2d7be01a6835")
                .environment("HOOK_TOKEN", "Bearer-51c0ffee")
                .recorded("https://hooks.example/alerts", RecordedAnswer.status(202));
    }
}
