package org.citykit.runtime.unload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;

/**
 * What became of one plugin after it was let go. Immutable.
 *
 * @param plugin the plugin's id
 * @param version its version
 * @param sha256 the hash of its file, which tells generations of one version apart
 * @param releasedAt when it was let go
 * @param state whether it is gone
 * @param pins what keeps it; while it is pending, what is likely to
 * @param notes what the last check could not see or prove, and what would help
 */
public record Unloading(
        String plugin,
        String version,
        String sha256,
        Instant releasedAt,
        State state,
        List<Pin> pins,
        List<String> notes) {
    /** Whether a plugin is gone. */
    public enum State {
        /** Still in memory, which proves nothing before a collection that unloads classes. */
        PENDING,
        /** Gone: its classes can be used by nobody any more, and their memory is free. */
        COLLECTED,
        /** It outlived a full collection of garbage, and what keeps it is named. */
        PINNED
    }

    public Unloading {
        pins = List.copyOf(pins);
        notes = List.copyOf(notes);
    }

    /** The problem to be told to people, if the plugin is pinned. */
    public Optional<Problem> problem() {
        if (state != State.PINNED) {
            return Optional.empty();
        }
        String held = pins.stream().map(Pin::description).collect(Collectors.joining("; "));
        return Optional.of(Problem.of(
                RuntimeError.PLUGIN_PINNED,
                "",
                "Plugin " + plugin + " " + version + " was let go and cannot be unloaded, because it is held by " + held
                        + ". Its vendor must end this when the module is closed; until the portal is restarted its"
                        + " memory stays in use."));
    }
}
