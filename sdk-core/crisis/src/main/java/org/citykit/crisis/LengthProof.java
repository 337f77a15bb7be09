package org.citykit.crisis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.crisis.MessageTexts.Part;
import org.citykit.crisis.text.TextFault;
import org.citykit.crisis.text.Value;

/**
 * Whether a message fits into the short channels that it names, told as {@link ChannelText#single} does.
 *
 * <p>With its longest samples: as a short message more than 10 segments refuse the message, more than 1 segment of GSM-7
 * or 2 of UCS-2 warn; as cell broadcast more than 1,395 septets of GSM-7 or 615 code units of UCS-2 (3GPP TS 23.041)
 * refuse it. With the longest names that its parameters allow, what would refuse warns. Stateless.
 */
final class LengthProof {
    private static final int MOST_SEGMENTS = 10;
    private static final int BROADCAST_GSM = 1_395;
    private static final int BROADCAST_UCS = 615;

    private LengthProof() {}

    static void check(
            MessageTemplate template,
            MessageTexts texts,
            Map<String, List<Value>> probes,
            BiConsumer<CrisisError, String> faults) {
        boolean sms = template.channels().contains(ChannelKind.SMS);
        boolean broadcast = template.channels().contains(ChannelKind.CELL_BROADCAST);
        if (!sms && !broadcast) {
            return;
        }
        SmsLength samples = length(texts, values(template, probes, true));
        SmsLength extremes = length(texts, values(template, probes, false));
        boolean gsm = samples.encoding() == SmsLength.Encoding.GSM_7;
        if (sms && samples.segments() > MOST_SEGMENTS) {
            faults.accept(
                    CrisisError.TEXT_TOO_LONG,
                    "takes " + samples.segments() + " short messages, at most " + MOST_SEGMENTS + " go. Shorten it.");
        } else if (sms && samples.segments() > (gsm ? 1 : 2)) {
            faults.accept(
                    CrisisError.TEXT_LONG,
                    "takes " + samples.segments() + " short messages; " + (gsm ? 1 : 2) + " would be read by more.");
        } else if (sms && extremes.segments() > MOST_SEGMENTS) {
            faults.accept(
                    CrisisError.TEXT_LONG,
                    "takes " + extremes.segments() + " short messages with the longest names. Lower their limits.");
        }
        if (broadcast && overflows(samples)) {
            faults.accept(CrisisError.TEXT_TOO_LONG, broadcast(samples) + ". Shorten it.");
        } else if (broadcast && overflows(extremes)) {
            faults.accept(CrisisError.TEXT_LONG, broadcast(extremes) + " with the longest names. Lower their limits.");
        }
    }

    private static boolean overflows(SmsLength length) {
        return length.units() > (length.encoding() == SmsLength.Encoding.GSM_7 ? BROADCAST_GSM : BROADCAST_UCS);
    }

    private static String broadcast(SmsLength length) {
        return "takes " + length.units() + " units of " + length.encoding() + ", cell broadcast takes "
                + (length.encoding() == SmsLength.Encoding.GSM_7 ? BROADCAST_GSM : BROADCAST_UCS);
    }

    /** Of each parameter the value that is longest when written; of names either samples or every value allowed. */
    private static Map<String, Value> values(
            MessageTemplate template, Map<String, List<Value>> probes, boolean samplesAlone) {
        Map<String, Value> longest = new HashMap<>();
        for (Parameter parameter : template.parameters()) {
            List<Value> all = probes.getOrDefault(parameter.name(), List.of());
            boolean named = parameter.type() == Parameter.Type.PLACE || parameter.type() == Parameter.Type.TEXT;
            List<Value> some = named && samplesAlone
                    ? all.subList(0, Math.min(all.size(), parameter.samples().size()))
                    : all;
            some.stream()
                    .reduce((a, b) -> b.toString().length() > a.toString().length() ? b : a)
                    .ifPresent(value -> longest.put(parameter.name(), value));
        }
        return longest;
    }

    private static SmsLength length(MessageTexts texts, Map<String, Value> values) {
        StringBuilder single = new StringBuilder();
        for (Part part : Part.values()) {
            try {
                single.append(single.isEmpty() ? "" : "\n")
                        .append(ChannelText.plain(texts.text(part).format(values)));
            } catch (TextFault fault) {
                throw new IllegalStateException("The text was proven with these values; this cannot happen.", fault);
            }
        }
        return SmsLength.of(single.toString());
    }
}
