package org.citykit.testkit.faulty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Secret;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.AlertChannel;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;

/** A channel that keeps every rule: it posts plain text. */
@Provider(id = "good-channel", settings = PostChannel.Settings.class)
public class PostChannel implements AlertChannel<PostChannel.Settings> {
    public record Settings(URI receiver, Optional<Secret> token) {}

    @Override
    public Channel open(Settings settings, PluginContext context) {
        return new Post(settings, context);
    }

    /** What is overridden breaks a rule. */
    static class Post implements Channel {
        final Settings settings;
        final PluginContext context;

        Post(Settings settings, PluginContext context) {
            this.settings = settings;
            this.context = context;
        }

        @Override
        public ChannelLimits limits() {
            return new ChannelLimits(ChannelKind.SYSTEM, 0, true);
        }

        @Override
        public Receipt deliver(Alert alert, String idempotencyKey) throws Exception {
            HttpReply reply = post(words(alert), key(idempotencyKey));
            if (reply.status() >= 500) {
                throw new CityKitException(ApiError.WEB_FAILED, "The receiver answered " + reply.status() + ".");
            }
            return reply.status() >= 400
                    ? new Receipt(Receipt.State.REFUSED, now(), "", "answered " + reply.status())
                    : new Receipt(Receipt.State.DELIVERED, now(), "", "");
        }

        HttpReply post(String words, String key) throws Exception {
            return context.http()
                    .post(new HttpPost(
                            settings.receiver(),
                            Map.of("Idempotency-Key", key),
                            words.getBytes(StandardCharsets.UTF_8)));
        }

        String words(Alert alert) {
            return alert.nature() + " " + alert.message() + "\n"
                    + alert.headline().original();
        }

        String key(String given) {
            return given;
        }

        Instant now() {
            return context.clock().instant();
        }
    }
}
