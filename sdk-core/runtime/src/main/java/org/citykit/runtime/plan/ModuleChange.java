package org.citykit.runtime.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.value.KebabCase;

/**
 * What would become of a module. Immutable.
 *
 * @param module its id
 * @param action what would be done
 * @param use the provider it names, afterwards if it is still asked for
 * @param plugin the plugin that provides it, or empty if there is none
 * @param version the plugin's version, or empty
 * @param running whether it is open before, or could be
 * @param causes why; none if it is kept
 */
public record ModuleChange(
        String module, Action action, String use, String plugin, String version, boolean running, List<Cause> causes) {
    public ModuleChange {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(action, "action");
        causes = List.copyOf(causes);
    }

    /** What would be done with a module. */
    public enum Action {
        /** It is opened. */
        ADDED,
        /** It is opened anew beside the running one, which is then closed. */
        REPLACED,
        /** It is closed. */
        REMOVED,
        /** It cannot be opened. */
        REFUSED,
        /** It goes on as it is. */
        KEPT
    }

    /** Why something would be done with a module. */
    public enum Kind {
        /** It was not asked for before. Without arguments. */
        NEW,
        /** It could not be opened before. Without arguments. */
        USABLE_AGAIN,
        /** It is not asked for any more. Without arguments. */
        GONE,
        /** Its settings differ. Arguments: keys. */
        SETTINGS,
        /** It names another provider. Arguments: before, after. */
        PROVIDER,
        /** It is fetched at other intervals. Arguments: before, after. */
        REFRESH,
        /** It may use other hosts. Without arguments. */
        NETWORK,
        /** Its provider is in another plugin. Arguments: before, after. */
        PLUGIN_MOVED,
        /** Its plugin has another version. Arguments: plugin, before, after. */
        PLUGIN_VERSION,
        /** Its plugin has the same version with other bytes. Arguments: plugin, version. */
        PLUGIN_CONTENT,
        /** A plugin that its own is bound to has another version. Arguments: plugin, before, after. */
        BOUND_VERSION,
        /** A plugin that its own is bound to has the same version with other bytes. Arguments: plugin, version. */
        BOUND_CONTENT,
        /** Its plugin is bound to one more plugin. Arguments: plugin, version. */
        BOUND_ADDED,
        /** Its plugin is bound to one plugin less. Arguments: plugin. */
        BOUND_REMOVED,
        /** The portal has other languages. Without arguments. */
        LANGUAGES,
        /** The portal has another time zone. Without arguments. */
        ZONE,
        /** The portal has other calendars. Without arguments. */
        CALENDARS,
        /** The portal's folder is another. Without arguments. */
        HOME,
        /** Other folders may be read. Without arguments. */
        FOLDERS,
        /** No plugin has its provider. Arguments: use, known. */
        PROVIDER_UNKNOWN,
        /** Several plugins have its provider. Arguments: use, files. */
        PROVIDER_AMBIGUOUS,
        /** The plugin that has its provider is not used. Arguments: files. */
        PLUGIN_REFUSED,
        /** Its entry is wrong. Arguments: problem. */
        ENTRY_WRONG,
        /** Its settings do not fit. Without arguments; see the plan's settings. */
        SETTINGS_WRONG;

        String key() {
            return "cause." + KebabCase.ofConstant(name());
        }
    }

    /**
     * One cause.
     *
     * @param kind what it is
     * @param arguments what its words name, by name; never a setting's value
     */
    public record Cause(Kind kind, Map<String, String> arguments) {
        public Cause {
            Objects.requireNonNull(kind, "kind");
            arguments = Map.copyOf(arguments);
        }

        /** The cause in a few words: in Persian or Arabic if that is asked for, in English otherwise. */
        public String text(Locale locale) {
            return Words.of(locale).text(kind.key(), arguments);
        }
    }

    /** Whether anything would change for those who read its data. */
    public boolean isChange() {
        return action != Action.KEPT && (action != Action.REFUSED || running);
    }
}
