package org.citykit.runtime.check;

import java.util.List;

/**
 * What was found in one plugin file. Immutable.
 *
 * @param file the path, as it was given
 * @param plugin the plugin's id, or empty when the file was refused
 * @param version its version, or empty when the file was refused
 * @param sha256 of the file in lower-case hexadecimal, or empty when it was refused
 * @param bytes the file's size, or 0 when it cannot be read
 * @param providers the ids of its providers
 * @param classes how many classes its own module and its libraries have
 * @param findings what was found, the worst first
 * @param accepted how many findings the baseline accepts; they are not among the findings
 */
public record CheckedFile(
        String file,
        String plugin,
        String version,
        String sha256,
        long bytes,
        List<String> providers,
        int classes,
        List<Finding> findings,
        int accepted) {
    public CheckedFile {
        providers = List.copyOf(providers);
        findings = List.copyOf(findings);
    }

    /** How many findings of one severity there are. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    CheckedFile with(List<Finding> others, int accepted) {
        return new CheckedFile(file, plugin, version, sha256, bytes, providers, classes, others, accepted);
    }
}
