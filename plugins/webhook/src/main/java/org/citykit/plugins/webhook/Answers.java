package org.citykit.plugins.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.citykit.api.HttpReply;

/** What the answer of a receiver means. Stateless and thread-safe. */
final class Answers {
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429);
    private static final Set<String> NAMES = Set.of("reference", "id");
    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_REFERENCE = 500;

    private final JsonFactory factory = new JsonFactory();

    /** True if the receiver has the alert. */
    boolean taken(HttpReply reply) {
        return reply.status() / 100 == 2;
    }

    /** True if the same request may succeed later: the receiver's own failure, a time-out, or too many requests. */
    boolean temporary(HttpReply reply) {
        return reply.status() / 100 == 5 || TEMPORARY.contains(reply.status());
    }

    /** True if the receiver says when to come again, so that coming at once is useless. */
    boolean asksToWait(HttpReply reply) {
        return reply.status() == 429 || reply.headers().containsKey("retry-after");
    }

    /** Why it will not take the alert, in a sentence. */
    String refusal(HttpReply reply) {
        if (reply.status() / 100 == 3) {
            return "answered " + reply.status() + " and points to "
                    + clean(reply.headers().getOrDefault("location", "nowhere"))
                    + "; alerts are not sent on. Set 'url' to the new address.";
        }
        return "answered " + reply.status() + " and will not take it.";
    }

    /** What the receiver calls the alert: {@code Location}, or {@code reference} or {@code id} of a JSON object; or empty. */
    String reference(HttpReply reply) {
        Map<String, String> headers = reply.headers();
        String location = clean(headers.getOrDefault("location", ""));
        boolean json = headers.getOrDefault("content-type", "").contains("json");
        return location.isEmpty() && json && reply.body().length <= LONGEST_BODY ? fromBody(reply.body()) : location;
    }

    private String fromBody(byte[] body) {
        try (JsonParser json = factory.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = NAMES.contains(json.currentName());
                JsonToken value = json.nextToken();
                if (wanted && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    return clean(json.getText());
                }
                json.skipChildren();
            }
            return "";
        } catch (IOException noJson) {
            return ""; // the alert was taken; what the receiver calls it is only good to know
        }
    }

    private static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST_REFERENCE ? line.substring(0, LONGEST_REFERENCE) : line;
    }
}
