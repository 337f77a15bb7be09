package org.citykit.plugins.webhook;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.citykit.api.PluginContext;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;

/**
 * Posts alerts. Thread-safe.
 *
 * <p>An attempt that may succeed later (no answer, 5xx, 408, 425, 429) is repeated at once as often as the settings say,
 * without waiting, and not at all if the receiver asks to wait; then {@link #deliver} throws, and the runtime calls
 * again after a pause that grows. Every attempt carries the same idempotency key, so the receiver takes an alert once.
 */
final class Webhook implements Channel {
    private static final int LONGEST_NOTE = 2_000;

    private final WebhookSettings settings;
    private final PluginContext context;
    private final Signature signature;
    private final SentTimes sentTimes;
    private final AlertJson json = new AlertJson();
    private final Answers answers = new Answers();

    Webhook(WebhookSettings settings, PluginContext context) {
        this.settings = settings;
        this.context = context;
        this.signature = new Signature(settings.secret());
        this.sentTimes = new SentTimes(context);
    }

    @Override
    public ChannelLimits limits() {
        return new ChannelLimits(ChannelKind.SYSTEM, 0, true);
    }

    @Override
    public Receipt deliver(Alert alert, String idempotencyKey) throws IOException {
        List<Document> documents;
        try {
            documents = documents(alert);
        } catch (Refusal refused) {
            return receipt(Receipt.State.REFUSED, "", String.valueOf(refused.getMessage()));
        }
        String reference = "";
        List<String> taken = new ArrayList<>();
        for (Document document : documents) {
            HttpReply reply = post(document, idempotencyKey);
            if (!answers.taken(reply)) {
                String before = taken.isEmpty() ? "" : " It has taken " + String.join(", ", taken) + ".";
                String note = "The receiver of " + document.name() + " " + answers.refusal(reply) + before;
                return receipt(Receipt.State.REFUSED, reference, note);
            }
            taken.add(document.name());
            reference = reference.isEmpty() ? answers.reference(reply) : reference;
        }
        if (settings.formats().contains(WebhookSettings.Format.CAP)) {
            sentTimes.note(alert);
        }
        return receipt(Receipt.State.DELIVERED, reference, "");
    }

    /** All formats are made before anything is sent, so that nothing goes out if one of them is refused. */
    private List<Document> documents(Alert alert) throws IOException, Refusal {
        boolean several = settings.formats().size() > 1;
        List<Document> documents = new ArrayList<>();
        for (WebhookSettings.Format format : settings.formats()) {
            if (format == WebhookSettings.Format.CAP) {
                AlertCap cap = new AlertCap(settings.sender().orElseThrow(), context.zone(), sentTimes);
                documents.add(new Document("CAP", AlertCap.MEDIA_TYPE, cap.of(alert), several ? ".cap" : ""));
            } else {
                documents.add(new Document("JSON", AlertJson.MEDIA_TYPE, json.of(alert), several ? ".json" : ""));
            }
        }
        return documents;
    }

    private HttpReply post(Document document, String idempotencyKey) {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= settings.attemptsOrUsual();
            try {
                HttpReply reply = context.http().post(request(document, idempotencyKey));
                if (!answers.temporary(reply)) {
                    return reply;
                }
                if (last || answers.asksToWait(reply)) {
                    throw later(document, reply, attempt);
                }
            } catch (CityKitException failed) {
                boolean unanswered = failed.code() == ApiError.WEB_FAILED && !(failed instanceof Later);
                if (last || !unanswered || Thread.currentThread().isInterrupted()) {
                    throw failed;
                }
            }
        }
    }

    private HttpPost request(Document document, String idempotencyKey) {
        Map<String, String> headers = new HashMap<>(settings.allHeaders());
        headers.put("Content-Type", document.type());
        headers.put("Idempotency-Key", ascii(idempotencyKey) + document.key());
        headers.put(
                "CityKit-Signature",
                signature.of(document.body(), context.clock().instant()));
        return new HttpPost(settings.url(), headers, document.body());
    }

    /** A header holds ASCII alone; an alert's id may hold any letter. */
    private static String ascii(String key) {
        boolean plain = key.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return plain ? key : URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static Later later(Document document, HttpReply reply, int attempts) {
        String wait = reply.headers().containsKey("retry-after") ? " and asks to wait" : "";
        return new Later("The receiver of " + document.name() + " answered " + reply.status() + wait + " at attempt "
                + attempts + "; the alert is sent again later with the same key.");
    }

    private Receipt receipt(Receipt.State state, String reference, String note) {
        String line = note.replaceAll("\\p{Cntrl}", " ").strip();
        return new Receipt(
                state,
                context.clock().instant(),
                reference,
                line.length() > LONGEST_NOTE ? line.substring(0, LONGEST_NOTE) + "…" : line);
    }

    /** Says that the receiver could not take an alert now. */
    private static final class Later extends CityKitException {
        private static final long serialVersionUID = 1L;

        Later(String message) {
            super(ApiError.WEB_FAILED, message);
        }
    }
}
