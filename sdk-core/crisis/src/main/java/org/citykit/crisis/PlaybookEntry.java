package org.citykit.crisis;

import org.citykit.api.crisis.Playbook;

/**
 * A playbook as the portal serves it.
 *
 * @param id unique in the portal and safe in an address: {@code <module>.<playbook>}, in which everything but ASCII
 *     letters, digits, hyphens and underscores stands as {@code ~} and two hexadecimal digits for each octet of UTF-8
 * @param module the module that delivered it
 * @param playbook as delivered, with the proven messages only
 */
public record PlaybookEntry(String id, String module, Playbook playbook) {
    public PlaybookEntry {
        Given.text("id", id);
        Given.text("module", module);
        Given.present("playbook", playbook);
    }
}
