package org.citykit.crisis;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.crisis.text.Blemishes;
import org.citykit.crisis.text.CompiledText;
import org.citykit.crisis.text.TextFault;
import org.citykit.crisis.text.Value;

/**
 * The three texts of one message in one language, compiled.
 *
 * @param tag the portal's tag of the language, without extensions
 * @param language as the portal names it
 * @param headline the compiled headline
 * @param body the compiled body
 * @param instruction the compiled instruction
 */
record MessageTexts(String tag, Locale language, CompiledText headline, CompiledText body, CompiledText instruction) {
    /** A text of a message. */
    enum Part {
        HEADLINE("headline"),
        BODY("body"),
        INSTRUCTION("instruction");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The compiled text of a part. */
    CompiledText text(Part part) {
        return switch (part) {
            case HEADLINE -> headline;
            case BODY -> body;
            case INSTRUCTION -> instruction;
        };
    }

    /** A part with values, never with a hole. */
    String format(Part part, Map<String, Value> values) {
        String said;
        try {
            said = text(part).format(values);
        } catch (TextFault fault) {
            throw hole(part, "cannot be filled in: " + fault.getMessage() + ".");
        }
        hole(said).ifPresent(reason -> {
            throw hole(part, reason);
        });
        return said;
    }

    /** Why a formatted text must not be said, if so. */
    static Optional<String> hole(String said) {
        if (!Blemishes.isSeen(said)) {
            return Optional.of("comes out empty.");
        }
        return Blemishes.leftover(said).map(left -> "comes out with \"" + left + "\" in it.");
    }

    private CrisisException hole(Part part, String reason) {
        return CrisisException.of(CrisisError.TEMPLATE_HOLE, part.word(), "in '" + tag + "' " + reason);
    }
}
