package org.citykit.plugins.playbooks;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/**
 * Where the playbooks are.
 *
 * @param folder a folder below the portal's folder; its files that end in {@code .yaml} or {@code .yml} are read
 * @param files further files, or the only ones
 * @param source who wrote the playbooks that do not say it themselves
 * @param sourceAddress the source's web address
 * @param licence under what terms, an SPDX identifier where there is one
 */
public record PlaybooksSettings(
        Optional<String> folder,
        List<String> files,
        Optional<Text> source,
        Optional<URI> sourceAddress,
        Optional<String> licence) {
    public PlaybooksSettings {
        files = List.copyOf(files);
        if (folder.isEmpty() && files.isEmpty()) {
            throw new InvalidValueException("folder", "or 'files' must be given");
        }
    }
}
