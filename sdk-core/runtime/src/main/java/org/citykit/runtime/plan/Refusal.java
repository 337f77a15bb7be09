package org.citykit.runtime.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.Problem;

/**
 * A plugin file that is not used, and why. A file may have several. Immutable.
 *
 * @param pluginId the plugin
 * @param version the version in the file
 * @param fileName the file's name
 * @param reason why
 * @param arguments what the reason's sentence names, by name
 * @param chain the plugins from this one to the one that is the cause, each requiring the next; of a circle, the last is
 *     the first again; this one alone if it is the cause
 */
public record Refusal(
        String pluginId,
        String version,
        String fileName,
        Reason reason,
        Map<String, String> arguments,
        List<String> chain) {
    public Refusal {
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(reason, "reason");
        arguments = Map.copyOf(arguments);
        chain = List.copyOf(chain);
    }

    /** The refusal in English, for a log. */
    public Problem problem() {
        return new Problem(reason.code(), "", fileName, 0, 0, text(Locale.ENGLISH));
    }

    /** Why, in one or two sentences: in Persian or Arabic if that is asked for, in English otherwise. */
    public String text(Locale locale) {
        return Words.of(locale).text(reason.key(), arguments);
    }
}
