package org.citykit.crisis;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Text;
import org.citykit.api.crisis.Area;

/**
 * An alert before it is published.
 *
 * <p>Real or exercise is not a value of it: {@link AlertDesk} publishes what is real, {@link ExerciseDesk} what is not.
 *
 * @param wording what it says
 * @param areas where it holds; empty in a follow-up for where the alert before it held
 * @param expires when it no longer holds: after now, within 366 days
 * @param sender who says it, as shown to people
 * @param web where to read more
 * @param withoutChannels ids of channel modules that are not to carry it
 */
public record Draft(
        Wording wording,
        List<Area> areas,
        Instant expires,
        Text sender,
        Optional<URI> web,
        Set<String> withoutChannels) {
    public Draft {
        Given.present("wording", wording);
        areas = Given.list("areas", areas);
        Given.present("expires", expires);
        Given.present("sender", sender);
        Given.present("web", web);
        withoutChannels = Set.copyOf(Given.list("withoutChannels", withoutChannels));
    }

    /** A draft that goes through every channel of its message and has no web address. */
    public static Draft of(Wording wording, List<Area> areas, Instant expires, Text sender) {
        return new Draft(wording, areas, expires, sender, Optional.empty(), Set.of());
    }
}
