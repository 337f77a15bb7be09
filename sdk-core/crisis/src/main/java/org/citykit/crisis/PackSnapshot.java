package org.citykit.crisis;

import java.util.List;
import org.citykit.api.Revision;
import org.citykit.api.crisis.Playbook;

/**
 * What one module's pack holds at one time.
 *
 * @param module the module's id
 * @param revision of the content; the same revision means the same content
 * @param playbooks as they were delivered
 */
public record PackSnapshot(String module, Revision revision, List<Playbook> playbooks) {
    public PackSnapshot {
        Given.text("module", module);
        Given.present("revision", revision);
        playbooks = List.copyOf(Given.present("playbooks", playbooks));
    }
}
