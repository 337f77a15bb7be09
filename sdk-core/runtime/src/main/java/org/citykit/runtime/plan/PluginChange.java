package org.citykit.runtime.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would become of a plugin. Immutable.
 *
 * @param plugin its id
 * @param action what would be done
 * @param before the file that is used before
 * @param after the file that is used afterwards
 * @param unload whether the file that is used before is expected to be unloaded while the portal runs, if it goes and
 *     somebody has looked
 */
public record PluginChange(
        String plugin, Action action, Optional<State> before, Optional<State> after, Optional<Unload> unload) {
    public PluginChange {
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(unload, "unload");
    }

    /** What would be done with a plugin. */
    public enum Action {
        /** It is used only afterwards. */
        ADDED,
        /** Its version rises. */
        UPGRADED,
        /** Its version falls. */
        DOWNGRADED,
        /** It has the same version with other bytes. */
        REBUILT,
        /** It is used only before. */
        REMOVED,
        /** It is used as it is. */
        KEPT
    }

    /**
     * A plugin file that is used.
     *
     * @param version its version
     * @param sha256 of the file, in lower-case hexadecimal
     * @param file its name
     * @param apiLevel the version of the API that it was compiled against, or empty if the compiler did not say
     * @param signers who signed it; none if nobody did or nobody has looked
     */
    public record State(String version, String sha256, String file, String apiLevel, List<String> signers) {
        public State {
            signers = List.copyOf(signers);
        }
    }

    /**
     * Whether a plugin is expected to be unloaded while the portal runs.
     *
     * @param live whether it is
     * @param reasons what speaks against it
     */
    public record Unload(boolean live, List<String> reasons) {
        public Unload {
            reasons = List.copyOf(reasons);
        }
    }

    /** The file that says what the plugin is: the one afterwards if there is one. */
    public State state() {
        return after.or(() -> before).orElseThrow();
    }

    /** Whether anything would change. */
    public boolean isChange() {
        return action != Action.KEPT;
    }
}
