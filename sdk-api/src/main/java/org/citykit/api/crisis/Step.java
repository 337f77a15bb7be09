package org.citykit.api.crisis;

import java.time.Duration;
import java.util.Optional;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * Something to do.
 *
 * @param id names the step within the playbook
 * @param phase when
 * @param task what
 * @param role the {@link Role#id} of who does it
 * @param within how soon after the phase begins
 * @since 1.0
 */
public record Step(String id, Phase phase, Text task, String role, Optional<Duration> within) {
    public Step {
        Check.id("id", id);
        Check.present("phase", phase);
        Check.present("task", task);
        Check.id("role", role);
        Check.present("within", within);
    }
}
