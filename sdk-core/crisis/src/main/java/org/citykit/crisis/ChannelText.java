package org.citykit.crisis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.ChannelLimits;

/** Brings alerts into the form that a channel can carry, and tells whether they fit. Stateless. */
public final class ChannelText {
    private static final char LEFT_TO_RIGHT_MARK = '\u200E';
    private static final Pattern MACHINE = Pattern.compile("\u2066([\\x21-\\x7E]+)\u2069");
    private static final Pattern MARKS = Pattern.compile("[\u200E\u200F\u061C\u2066-\u2069]");
    private static final Pattern ISOLATES = Pattern.compile("[\u2066-\u2069]");
    private static final Pattern SPACES = Pattern.compile("[\u00A0\u2007\u202F]");

    private ChannelText() {}

    /**
     * A text without bidirectional isolates and without spaces that are not U+0020.
     *
     * <p>In a text with letters that run from right to left, a left-to-right mark stands on both sides of a telephone
     * number or address, so that its plus sign keeps its place; in any other text no invisible mark remains, so that it
     * still fits into the alphabet of short messages.
     */
    public static String plain(String text) {
        String spaced = SPACES.matcher(text).replaceAll(" ");
        if (!runsRightToLeft(spaced)) {
            return MARKS.matcher(spaced).replaceAll("");
        }
        String marked = MACHINE.matcher(spaced).replaceAll(LEFT_TO_RIGHT_MARK + "$1" + LEFT_TO_RIGHT_MARK);
        return ISOLATES.matcher(marked).replaceAll("");
    }

    /** A text in plain form in each of its languages. */
    public static Text plain(Text text) {
        Map<String, String> plain = new LinkedHashMap<>();
        text.texts().forEach((tag, words) -> plain.put(tag, plain(words)));
        return new Text(plain);
    }

    /** An alert in plain form, for a channel whose {@link ChannelLimits#richText} is false. */
    public static Alert plain(Alert alert) {
        return new Alert(
                alert.id(),
                alert.nature(),
                alert.message(),
                alert.emergency(),
                alert.phase(),
                alert.audience(),
                alert.hazard(),
                plain(alert.headline()),
                plain(alert.body()),
                plain(alert.instruction()),
                alert.areas().stream().map(ChannelText::plain).toList(),
                alert.sent(),
                alert.expires(),
                plain(alert.sender()),
                alert.web(),
                alert.references(),
                alert.playbook());
    }

    /**
     * What a channel of short texts says: headline, body and instruction, each on a line of its own, in plain form.
     *
     * @param tag one of the languages of the headline
     */
    public static String single(Rendering message, String tag) {
        return single(message.headline(), message.body(), message.instruction(), tag);
    }

    /**
     * What a channel of short texts says of an alert; see {@link #single(Rendering, String)}.
     *
     * @param tag one of the languages of the headline
     */
    public static String single(Alert alert, String tag) {
        return single(alert.headline(), alert.body(), alert.instruction(), tag);
    }

    /** The first language in which an alert is too long for a channel, with its length in code points, if there is one. */
    static Optional<String> misfit(Rendering message, ChannelLimits limits) {
        for (String tag : message.headline().tags()) {
            String single = single(message, tag);
            int length = single.codePointCount(0, single.length());
            if (limits.characters() > 0 && length > limits.characters()) {
                return Optional.of("has " + length + " characters in '" + tag + "', but only " + limits.characters()
                        + " fit into");
            }
        }
        return Optional.empty();
    }

    private static String single(Text headline, Text body, Text instruction, String tag) {
        return List.of(headline, body, instruction).stream()
                .map(text -> plain(text.texts().getOrDefault(tag, text.original())))
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    private static Area plain(Area area) {
        return new Area(plain(area.description()), area.polygon(), area.centre(), area.radiusKilometres());
    }

    private static boolean runsRightToLeft(String text) {
        return text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return Character.isLetter(c)
                    && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        });
    }
}
