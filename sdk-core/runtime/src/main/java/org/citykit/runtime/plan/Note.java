package org.citykit.runtime.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.value.KebabCase;

/**
 * Something about a plugin that is used, which a webmaster may want to know. Immutable.
 *
 * @param pluginId the plugin
 * @param fileName its file's name
 * @param kind what
 * @param arguments what the sentence names, by name
 */
public record Note(String pluginId, String fileName, Kind kind, Map<String, String> arguments) {
    /** What there is to know. */
    public enum Kind {
        /** A plugin that it uses when it is there has another version; it counts as absent. Arguments: required, range, found. */
        OPTIONAL_UNFIT,
        /** A plugin that it uses when it is there is refused; it counts as absent. Arguments: required. */
        OPTIONAL_REFUSED,
        /** A plugin that it uses when it is there requires or uses it in turn; it counts as absent. Arguments: required, circle. */
        OPTIONAL_CIRCLE,
        /** A newer file of it is refused. Arguments: newer, file. */
        FALLBACK,
        /** Another plugin has a provider of the same id; a module must say which one it means. Arguments: provider, others, use. */
        PROVIDER_SHARED,
        /** Its vendor does not mend it any more. Arguments: day. */
        SUPPORT_ENDED;

        String key() {
            return "note." + KebabCase.ofConstant(name());
        }
    }

    public Note {
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(kind, "kind");
        arguments = Map.copyOf(arguments);
    }

    /** The note in one or two sentences: in Persian or Arabic if that is asked for, in English otherwise. */
    public String text(Locale locale) {
        return Words.of(locale).text(kind.key(), arguments);
    }
}
